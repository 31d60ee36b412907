// For tests: a server that really listens, over a ledger of its own on the real engine, with a clock that the test sets.
import { afterAll } from 'vitest';
import { textServices } from '../../src/adapters/text-services.ts';
import { publicWebOnly, type WebFetchOptions, webFetcher } from '../../src/adapters/web-fetch.ts';
import { newSecret } from '../../src/app/accounts/secrets.ts';
import { importClaims } from '../../src/app/import-claims.ts';
import { watchLedger } from '../../src/app/ledger-watch.ts';
import { warmLedger } from '../../src/app/warm-ledger.ts';
import { PARSER_LIMITS } from '../../src/formats/limits.ts';
import type { HttpServices } from '../../src/http/context.ts';
import { draftShelf } from '../../src/http/draft-shelf.ts';
import { listen } from '../../src/http/listen.ts';
import { DEFAULT_OPTIONS, type ServerOptions } from '../../src/http/options.ts';
import type { Clock } from '../../src/ports/clock.ts';
import type { Store } from '../../src/ports/store.ts';
import { atlas } from '../../src/wire-gazetteer.ts';
import { grounderOf } from '../../src/wire-grounder.ts';
import { reader } from '../../src/wire-reader.ts';
import { webApp } from '../../src/wire-web.ts';
import { scratchLedger } from '../scratch-ledger.ts';

export interface TestServer {
  readonly url: string;
  readonly services: HttpServices;
  /** Sets the clock, ISO 8601. */
  setNow(now: string): void;
  /** What was logged, a line each. */
  readonly logged: readonly string[];
  get(path: string, init?: RequestInit): Promise<Response>;
}

export async function serveScratch(
  lines: readonly object[] = [],
  options: Partial<ServerOptions> = {},
  given?: Store,
  mayConnect: WebFetchOptions['mayConnect'] = publicWebOnly,
): Promise<TestServer> {
  const store = given ?? (await scratchLedger());
  let now = '2020-02-01T12:00:00.000Z';
  const clock: Clock = { now: () => now, today: () => now.slice(0, 10) };
  const watch = await watchLedger(store, { everyMs: 0 });
  const texts = textServices(new URL('../../dist/parser-worker.js', import.meta.url), PARSER_LIMITS);
  const services: HttpServices = {
    store: watch.store,
    warm: warmLedger({ store: watch.store, atlas: atlas() }),
    clock,
    atlas: atlas(),
    reader: reader(),
    grounderOf,
    texts,
    watch,
    web: await webApp(new URL('../../dist/web/', import.meta.url)),
    fetcher: webFetcher({ mayConnect, userAgent: 'Laydown test' }),
    drafts: draftShelf(() => Date.parse(now)),
    secret: await store.accounts.secret(newSecret()),
    version: '0.0.0',
  };
  await importClaims(services, each(lines.map((line) => JSON.stringify(line))), 'test.jsonl');
  const logged: string[] = [];
  const server = await listen(services, { ...DEFAULT_OPTIONS, port: 0, log: (line) => logged.push(line), ...options });
  afterAll(async () => {
    await server.close();
    await texts.close();
  });
  return {
    url: server.url,
    services,
    logged,
    setNow: (time) => {
      now = time;
    },
    get: (path, init) => fetch(`${server.url}${path}`, { redirect: 'manual', ...init }),
  };
}

async function* each<T>(items: readonly T[]): AsyncGenerator<T> {
  yield* items;
}
