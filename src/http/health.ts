// Is the process up, and can it answer? For whoever starts and watches it.
import { Hono } from 'hono';
import type { HttpEnv, HttpServices } from './context.ts';
import { HttpProblem } from './problem.ts';

/** The ledger is read into memory from now on; `/readyz` says when it is there. */
export function healthRoutes({ store, warm, watch, clock, version }: HttpServices): Hono<HttpEnv> {
  const routes = new Hono<HttpEnv>();
  let isWarm = false;
  warm.on(clock.today()).then(
    () => {
      isWarm = true;
    },
    // Told by the first question, which tries again.
    () => undefined,
  );
  routes.get('/healthz', (c) => c.json({ status: 'up', version }));
  routes.get('/readyz', async (c) => {
    await store.cursor();
    if (!isWarm)
      throw new HttpProblem('not-ready', 'the ledger is being read into memory: try again in a moment', {
        'Retry-After': '1',
      });
    return c.json({ status: 'ready', transaction: watch.transaction });
  });
  return routes;
}
