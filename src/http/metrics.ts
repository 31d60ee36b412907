// Counts for Prometheus (text format 0.0.4): requests by route and status, how long they took, the ledger, memory.
import { Hono } from 'hono';
import type { WorkerReport } from '../ports/queue.ts';
import type { HttpEnv, HttpServices } from './context.ts';
import type { Served } from './middleware/request-log.ts';

const SECONDS = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5] as const;

interface Route {
  count: number;
  sum: number;
  readonly buckets: number[];
  readonly statuses: Map<number, number>;
}

/** By name: what it counts, and the number, or one for each set of labels. A null is left out. */
export type Gauges = Readonly<
  Record<string, readonly [help: string, value: number | null | Readonly<Record<string, number>>]>
>;

export interface Metrics {
  served(request: Served): void;
  print(gauges: Gauges): string;
}

export function makeMetrics(): Metrics {
  const routes = new Map<string, Route>();
  return {
    served({ method, route, status, seconds }) {
      const key = `method="${/^[A-Z]{1,10}$/.test(method) ? method : 'OTHER'}",route="${route}"`;
      const one = routes.get(key) ?? { count: 0, sum: 0, buckets: SECONDS.map(() => 0), statuses: new Map() };
      routes.set(key, one);
      one.count++;
      one.sum += seconds;
      one.statuses.set(status, (one.statuses.get(status) ?? 0) + 1);
      for (const [i, most] of SECONDS.entries()) if (seconds <= most) one.buckets[i]!++;
    },
    print(gauges) {
      const lines = [
        '# HELP laydown_http_requests_total Requests answered.',
        '# TYPE laydown_http_requests_total counter',
      ];
      for (const [key, { statuses }] of routes)
        for (const [status, count] of statuses)
          lines.push(`laydown_http_requests_total{${key},status="${status}"} ${count}`);
      lines.push(
        '# HELP laydown_http_request_seconds Time to the answer.',
        '# TYPE laydown_http_request_seconds histogram',
      );
      for (const [key, { count, sum, buckets }] of routes) {
        for (const [i, most] of SECONDS.entries())
          lines.push(`laydown_http_request_seconds_bucket{${key},le="${most}"} ${buckets[i]}`);
        lines.push(`laydown_http_request_seconds_bucket{${key},le="+Inf"} ${count}`);
        lines.push(`laydown_http_request_seconds_sum{${key}} ${sum.toFixed(6)}`);
        lines.push(`laydown_http_request_seconds_count{${key}} ${count}`);
      }
      for (const [name, [help, value]] of Object.entries(gauges)) {
        if (value === null) continue;
        lines.push(`# HELP ${name} ${help}`, `# TYPE ${name} gauge`);
        if (typeof value === 'number') lines.push(`${name} ${value}`);
        else for (const [labels, one] of Object.entries(value)) lines.push(`${name}{${labels}} ${one}`);
      }
      return `${lines.join('\n')}\n`;
    },
  };
}

export function metricsRoute(
  metrics: Metrics,
  services: HttpServices,
  listeners: { readonly size: number },
): Hono<HttpEnv> {
  const routes = new Hono<HttpEnv>();
  const { watch, warm } = services;
  routes.get('/metrics', async (c) =>
    c.text(
      metrics.print({
        laydown_ledger_transaction: ['The last transaction of the ledger.', watch.transaction],
        laydown_answered_transaction: ['The transaction that answers from memory stand on.', warm.transaction()],
        laydown_event_listeners: ['Clients that listen for events.', listeners.size],
        laydown_resident_bytes: ['Memory of the process.', process.memoryUsage.rss()],
        laydown_uptime_seconds: ['Since the process began.', Math.round(process.uptime())],
        ...(await wordGauges(services)),
        ...(await copyGauges(services)),
        ...(await queueGauges(services)),
      }),
      200,
      { 'Content-Type': 'text/plain; version=0.0.4; charset=utf-8', 'Cache-Control': 'no-store' },
    ),
  );
  return routes;
}

/** A scrape goes on where the ledger is away. */
async function wordGauges({ store, clock }: HttpServices): Promise<Gauges> {
  const words = await store.words().catch(() => null);
  if (words === null) return {};
  const { behind, since } = words;
  const age = since === null ? 0 : Math.max(0, Date.parse(clock.now()) - Date.parse(since)) / 1_000;
  return {
    laydown_words_behind: ['Reports that are not in the index of words yet.', behind],
    laydown_words_lag_seconds: ['Since the oldest of them was recorded, 0 where there is none.', Math.round(age)],
  };
}

/** A scrape goes on where the copy is away. */
async function copyGauges({ store }: HttpServices): Promise<Gauges> {
  const stale = await store.staleness().catch(() => null);
  if (stale === null) return {};
  return {
    laydown_copy_transaction: ['The last transaction of the copy that is read from.', stale.transaction],
    laydown_copy_transactions_behind: ['Transactions that the copy has not yet.', stale.behind],
    laydown_copy_lag_seconds: ['Since the primary wrote what the copy has last.', stale.lagSeconds],
  };
}

async function queueGauges({ queue }: HttpServices): Promise<Gauges> {
  if (queue === undefined) return {};
  const { status } = await queue.look();
  const up: Gauges = { laydown_queue_up: ['1 where the queue answers.', status === null ? 0 : 1] };
  if (status === null) return up;
  const each = (value: (worker: WorkerReport) => number): Readonly<Record<string, number>> =>
    Object.fromEntries(status.workers.map((one) => [`worker="${one.name.replace(/[^\w.-]/g, '_')}"`, value(one)]));
  return {
    ...up,
    laydown_queue_waiting: ['Files that wait.', status.waiting],
    laydown_queue_in_hand: ['Files that workers hold.', status.in_flight],
    laydown_queue_set_aside: ['Files that could not be read.', status.dead],
    laydown_queue_files_per_second: ['Of all workers.', status.rate],
    laydown_queue_copies: ['Nodes that hold the queue.', status.copies],
    laydown_queue_copies_current: ['Nodes on which it is up to date.', status.copies_current],
    laydown_queue_workers: ['Workers that reported in the last 30 seconds.', status.workers.length],
    laydown_worker_files: ['Files done since the worker began.', each(({ files }) => files)],
    laydown_worker_set_aside: ['Files set aside since the worker began.', each(({ dead }) => dead)],
    laydown_worker_files_per_second: ['Over the last seconds.', each(({ rate }) => rate)],
  };
}
