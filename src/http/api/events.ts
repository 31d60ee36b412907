// Server-sent events: one whenever the ledger grows. Each listener is a socket and an entry of a set: thousands may listen.
import type { ServerResponse } from 'node:http';
import { RESPONSE_ALREADY_SENT } from '@hono/node-server/utils/response';
import { type OpenAPIHono, z } from '@hono/zod-openapi';
import type { HttpEnv, HttpServices } from '../context.ts';
import { HttpProblem } from '../problem.ts';
import { problemsOf } from './problem-schema.ts';

/** Proxies end connections on which nothing is heard. */
const HEARTBEAT_MS = 25_000;
const MOST_LISTENERS = 5_000;

const HEADERS = {
  'Content-Type': 'text/event-stream',
  'Cache-Control': 'no-store',
  'Access-Control-Allow-Origin': '*',
  'Cross-Origin-Resource-Policy': 'cross-origin',
  'X-Content-Type-Options': 'nosniff',
  /** For nginx, which would wait for more. */
  'X-Accel-Buffering': 'no',
} as const;

export interface Listeners {
  readonly size: number;
  add(response: ServerResponse, heard: number | null): void;
  /** Ends all connections. */
  close(): void;
}

export function ledgerListeners({ watch, warm }: Pick<HttpServices, 'watch' | 'warm'>): Listeners {
  const listeners = new Set<ServerResponse>();
  const tell = (text: string): void => {
    for (const listener of listeners) {
      // One that does not read what it is sent is let go, and comes back by itself.
      if (listener.writableNeedDrain) listener.destroy();
      else listener.write(text);
    }
  };
  // Told when answers stand on it: whoever hears of it asks again at once.
  const unsubscribe = watch.subscribe((transaction) => {
    const told = (): void => tell(eventOf(transaction));
    void warm.refreshed().then(told, told);
  });
  const heartbeat = setInterval(() => tell(': still here\n\n'), HEARTBEAT_MS);
  heartbeat.unref();
  return {
    get size() {
      return listeners.size;
    },
    add(response, heard) {
      response.writeHead(200, HEADERS);
      const { transaction } = watch;
      const missed = heard !== null && heard < transaction;
      // The number alone is remembered by the client and told to nobody.
      response.write(`retry: 5000\n${missed ? eventOf(transaction) : `id: ${transaction}\n\n`}`);
      listeners.add(response);
      response.once('close', () => listeners.delete(response));
    },
    close() {
      unsubscribe();
      clearInterval(heartbeat);
      for (const listener of listeners) listener.end();
    },
  };
}

const eventOf = (transaction: number): string =>
  `id: ${transaction}\nevent: ledger\ndata: {"transaction":${transaction}}\n\n`;

export function eventRoute(routes: OpenAPIHono<HttpEnv>, listeners: Listeners): void {
  routes.openAPIRegistry.registerPath({
    method: 'get',
    path: '/events',
    summary: 'Server-sent events: `ledger` with the number of the last transaction, whenever the ledger grows.',
    responses: {
      200: {
        description: 'Events, until the client leaves.',
        content: { 'text/event-stream': { schema: z.string() } },
      },
      ...problemsOf(400, 401, 403, 429, 503),
    },
  });
  routes.get('/events', (c) => {
    const { outgoing } = c.env;
    if (outgoing === undefined || listeners.size >= MOST_LISTENERS)
      throw new HttpProblem('too-many-requests', 'too many listen already: try again later', { 'Retry-After': '60' });
    const last = c.req.header('Last-Event-ID');
    listeners.add(outgoing as ServerResponse, last !== undefined && /^\d{1,12}$/.test(last) ? Number(last) : null);
    return RESPONSE_ALREADY_SENT;
  });
}
