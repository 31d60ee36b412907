// Who asks, and the shell of the request: the form token, and the ledger transaction that its answers stand on.
import type { MiddlewareHandler } from 'hono';
import type { HttpEnv, HttpServices } from '../context.ts';
import { formToken } from '../form-token.ts';
import type { ServerOptions } from '../options.ts';
import { allow, visitorOf } from '../visitor.ts';

/** Read without an account even where reading needs one: to log in, and to see that the server is up. */
const OPEN = /^\/(?:login|healthz|readyz|assets\/[^/]+)$/;

export const shellOf =
  (services: HttpServices, { publicBase, isPrivate }: ServerOptions): MiddlewareHandler<HttpEnv> =>
  async (c, next) => {
    const base = publicBase ?? new URL(c.req.url).origin;
    const visitor = await visitorOf(c, services, base.startsWith('https:'));
    c.set('visitor', visitor);
    const { account, session } = visitor;
    if (!OPEN.test(c.req.path) && services.watch.transaction > services.warm.transaction())
      await services.warm.fresh().catch(() => undefined);
    c.set('shell', {
      user: account === null ? null : { name: account.name, role: account.role },
      // Signed only for those who show a form.
      get csrf() {
        return formToken(services.secret, session, services.clock.now());
      },
      publicBase: base,
      transaction: services.warm.transaction(),
      behind: Math.max(0, services.watch.transaction - services.warm.transaction()),
    });
    c.set('standing', services.warm.standing());
    c.header('Laydown-Transaction', String(services.warm.transaction()));
    if (isPrivate && !OPEN.test(c.req.path)) allow(visitor, 'read');
    await next();
  };
