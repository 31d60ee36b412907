// One line of JSON a request: what was asked of which route and how it went. No address, name, query or text: nothing personal.
import { randomUUID } from 'node:crypto';
import type { MiddlewareHandler } from 'hono';
import { matchedRoutes } from 'hono/route';
import type { HttpEnv } from '../context.ts';
import { codeOf } from '../problem.ts';

export interface Served {
  readonly method: string;
  /** The route's pattern: "/reports/:id". */
  readonly route: string;
  readonly status: number;
  readonly seconds: number;
}

export const requestId = (): MiddlewareHandler<HttpEnv> => async (c, next) => {
  const id = randomUUID();
  c.set('requestId', id);
  c.header('X-Request-Id', id);
  await next();
};

export const requestLog =
  (log: (line: string) => void, served: (request: Served) => void): MiddlewareHandler<HttpEnv> =>
  async (c, next) => {
    const begun = performance.now();
    await next();
    const ms = performance.now() - begun;
    const { method } = c.req;
    const { status } = c.res;
    // What only looks on at every request is no route of its own.
    const route = matchedRoutes(c).findLast(({ path }) => !path.endsWith('*'))?.path ?? '/*';
    served({ method, route, status, seconds: ms / 1000 });
    const defect = c.error !== undefined && codeOf(c.error) === 'defect' ? { defect: c.error.stack } : {};
    const time = new Date().toISOString();
    log(JSON.stringify({ time, id: c.get('requestId'), method, route, status, ms: Math.round(ms), ...defect }));
  };
