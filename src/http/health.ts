// Is the process up, and can it answer? For whoever starts and watches it.
import { Hono } from 'hono';
import type { HttpEnv, HttpServices } from './context.ts';

export function healthRoutes({ store, watch, version }: HttpServices): Hono<HttpEnv> {
  const routes = new Hono<HttpEnv>();
  routes.get('/healthz', (c) => c.json({ status: 'up', version }));
  routes.get('/readyz', async (c) => {
    await store.cursor();
    return c.json({ status: 'ready', transaction: watch.transaction });
  });
  return routes;
}
