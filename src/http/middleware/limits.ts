// How often one address may ask, and how much it may send.
import type { MiddlewareHandler } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { LaydownError } from '../../model/errors.ts';
import { callerOf } from '../caller.ts';
import type { HttpEnv, HttpServices } from '../context.ts';
import type { ServerOptions } from '../options.ts';
import { HttpProblem } from '../problem.ts';
import { Throttle } from '../throttle.ts';

const MINUTE_MS = 60_000;

export function rateLimit({ clock }: HttpServices, options: ServerOptions): MiddlewareHandler<HttpEnv> {
  const now = (): number => Date.parse(clock.now());
  const all = new Throttle(options.requestsPerMinute, MINUTE_MS, now);
  const writes = new Throttle(options.writesPerMinute, MINUTE_MS, now);
  return async (c, next) => {
    const caller = callerOf(c, options);
    const isRead = c.req.method === 'GET' || c.req.method === 'HEAD' || c.req.method === 'OPTIONS';
    const wait = all.take(caller) || (isRead ? 0 : writes.take(caller));
    if (wait > 0) throw tooMany(wait);
    await next();
  };
}

export const tooMany = (seconds: number): HttpProblem =>
  new HttpProblem('too-many-requests', `too many requests: try again in ${seconds} seconds`, {
    'Retry-After': String(seconds),
  });

/** Refuses a body by its stated length before reading, and one that lies about it while reading. */
export const limitBody = (bytes: number): MiddlewareHandler<HttpEnv> =>
  bodyLimit({
    maxSize: bytes,
    onError: () => {
      throw new LaydownError('too-large', `the content is larger than ${bytes.toLocaleString('en')} bytes`);
    },
  });
