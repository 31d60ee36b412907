// Counts for Prometheus (text format 0.0.4): requests by route and status, how long they took, the ledger, memory.
import { Hono } from 'hono';
import type { HttpEnv, HttpServices } from './context.ts';
import type { Served } from './middleware/request-log.ts';

const SECONDS = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5] as const;

interface Route {
  count: number;
  sum: number;
  readonly buckets: number[];
  readonly statuses: Map<number, number>;
}

export interface Metrics {
  served(request: Served): void;
  print(gauges: Readonly<Record<string, readonly [help: string, value: number]>>): string;
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
      for (const [name, [help, value]] of Object.entries(gauges))
        lines.push(`# HELP ${name} ${help}`, `# TYPE ${name} gauge`, `${name} ${value}`);
      return `${lines.join('\n')}\n`;
    },
  };
}

export function metricsRoute(
  metrics: Metrics,
  { watch }: HttpServices,
  listeners: { readonly size: number },
): Hono<HttpEnv> {
  const routes = new Hono<HttpEnv>();
  routes.get('/metrics', (c) =>
    c.text(
      metrics.print({
        laydown_ledger_transaction: ['The last transaction of the ledger.', watch.transaction],
        laydown_event_listeners: ['Clients that listen for events.', listeners.size],
        laydown_resident_bytes: ['Memory of the process.', process.memoryUsage.rss()],
        laydown_uptime_seconds: ['Since the process began.', Math.round(process.uptime())],
      }),
      200,
      { 'Content-Type': 'text/plain; version=0.0.4; charset=utf-8', 'Cache-Control': 'no-store' },
    ),
  );
  return routes;
}
