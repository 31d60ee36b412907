// Scripts of any site may read the API, never write to it, and never with a reader's session.
import type { MiddlewareHandler } from 'hono';
import type { HttpEnv } from '../context.ts';

export const readableFromAnySite = (): MiddlewareHandler<HttpEnv> => async (c, next) => {
  c.header('Access-Control-Allow-Origin', '*');
  c.header('Cross-Origin-Resource-Policy', 'cross-origin');
  if (c.req.method === 'OPTIONS') {
    c.header('Access-Control-Allow-Methods', 'GET, HEAD');
    c.header('Access-Control-Allow-Headers', 'Authorization, If-None-Match');
    c.header('Access-Control-Max-Age', '86400');
    return c.body(null, 204);
  }
  c.header('Access-Control-Expose-Headers', 'ETag, X-Request-Id, Retry-After');
  return next();
};
