// Scripts of any site may read the API, never write to it, and never with a reader's session.
import type { MiddlewareHandler } from 'hono';
import { cors } from 'hono/cors';
import type { HttpEnv } from '../context.ts';

export function readableFromAnySite(): MiddlewareHandler<HttpEnv> {
  const allow = cors({
    origin: '*',
    allowMethods: ['GET', 'HEAD'],
    allowHeaders: ['Authorization', 'If-None-Match'],
    exposeHeaders: ['ETag', 'X-Request-Id', 'Retry-After'],
    maxAge: 86_400,
  });
  return async (c, next) => {
    c.header('Cross-Origin-Resource-Policy', 'cross-origin');
    return allow(c, next);
  };
}
