// The server's application: what each request passes through, in order, and what is mounted where.
import { OpenAPIHono } from '@hono/zod-openapi';
import { apiRoutes } from './api/api-routes.ts';
import { ledgerListeners } from './api/events.ts';
import type { HttpEnv, HttpServices } from './context.ts';
import { feedRoutes } from './feed-routes.ts';
import { formRoutes, formsOf } from './forms/form-routes.ts';
import { healthRoutes } from './health.ts';
import { makeMetrics, metricsRoute } from './metrics.ts';
import { knownHost } from './middleware/known-host.ts';
import { rateLimit } from './middleware/limits.ts';
import { requestId, requestLog } from './middleware/request-log.ts';
import { securityHeaders } from './middleware/security-headers.ts';
import { shellOf } from './middleware/shell.ts';
import { soundAddress } from './middleware/sound-address.ts';
import type { ServerOptions } from './options.ts';
import { errorPage } from './pages/error-model.ts';
import { pageRoutes } from './pages/page-routes.ts';
import { sendPage, wantsPage } from './pages/send-page.ts';
import { shareRoutes } from './pages/share-routes.ts';
import { codeOf, problemOf, problemResponse } from './problem.ts';

export interface App {
  readonly fetch: OpenAPIHono<HttpEnv>['fetch'];
  /** Ends what would keep connections open. */
  close(): void;
}

export function buildApp(services: HttpServices, options: ServerOptions): App {
  const app = new OpenAPIHono<HttpEnv>();
  const metrics = makeMetrics();
  const listeners = ledgerListeners(services);
  app.use(requestId());
  app.use(requestLog(options.log, metrics.served));
  app.use(securityHeaders(options.publicBase?.startsWith('https:') ?? false));
  app.use(soundAddress());
  app.use(knownHost(options));
  app.use(rateLimit(services, options));
  app.use(shellOf(services, options));
  app.route('/', healthRoutes(services));
  app.route('/', metricsRoute(metrics, services, listeners));
  const forms = formsOf(services, options);
  app.route('/api/v1', apiRoutes(services, forms.shared, listeners));
  app.route('/', feedRoutes(services));
  app.route('/', formRoutes(services, forms));
  app.route('/', pageRoutes(services));
  app.route('/', shareRoutes(services));
  app.notFound((c) => {
    const detail = `there is nothing at ${c.req.path}`;
    return wantsPage(c) && c.get('shell') !== undefined
      ? sendPage(c, services, errorPage('no-such-address', detail))
      : problemResponse(c, 'no-such-address', detail);
  });
  app.onError((error, c) => {
    const isPage = wantsPage(c) && c.get('shell') !== undefined && c.req.method === 'GET';
    const detail = 'The request is noted under its id; please report it to the maintainers.';
    return isPage && codeOf(error) === 'defect'
      ? sendPage(c, services, errorPage('defect', detail))
      : problemOf(c, error);
  });
  return { fetch: app.fetch, close: listeners.close };
}
