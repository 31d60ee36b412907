// Sets the shell of a request: who asks, the form token, and the ledger transaction that its answers stand on.
import type { MiddlewareHandler } from 'hono';
import type { HttpEnv, HttpServices } from '../context.ts';
import type { ServerOptions } from '../options.ts';

export const shellOf =
  ({ watch }: HttpServices, { publicBase }: ServerOptions): MiddlewareHandler<HttpEnv> =>
  async (c, next) => {
    const base = publicBase ?? new URL(c.req.url).origin;
    c.set('shell', { user: null, csrf: null, publicBase: base, transaction: watch.transaction });
    await next();
  };
