// The store of a ledger that another process holds and shares (ledger-door.ts): every question goes to that process.
import { existsSync } from 'node:fs';
import { connect, type Socket } from 'node:net';
import { join } from 'node:path';
import { LaydownError } from '../model/errors.ts';
import type { LedgerFacts } from '../model/event.ts';
import type { AccountStore } from '../ports/accounts.ts';
import type { Bookmarks } from '../ports/bookmarks.ts';
import type { FactsFilter, Store } from '../ports/store.ts';
import { onFrames, sendFrame } from './frames.ts';
import type { Answered, Asked, Greeting } from './ledger-door.ts';
import { socketPath } from './ledger-door.ts';
import { SCHEMA_VERSION } from './ledger-schema.ts';

/** The store that a process shares which holds the ledger in this directory; null where none does. */
export async function joinLedger(directory: string): Promise<Store | null> {
  if (process.platform === 'win32' || !existsSync(join(directory, 'laydown.sock'))) return null;
  const { path, release } = socketPath(directory);
  const socket = await reached(path).finally(release);
  if (socket === null) return null;
  const line = new Line(socket);
  const { pid, schema } = await line.greeting;
  if (schema !== SCHEMA_VERSION) {
    socket.destroy();
    throw new LaydownError(
      'store-locked',
      `process ${pid}, another version of this program, holds the ledger at ${directory}: use that version, or end it`,
    );
  }
  return sharedStore(line);
}

/** A socket that a process left behind answers nobody. */
function reached(path: string): Promise<Socket | null> {
  return new Promise((resolve) => {
    const socket = connect(path);
    socket.once('connect', () => resolve(socket));
    socket.once('error', () => resolve(null));
  });
}

/** Questions and their answers over one connection. */
class Line {
  readonly greeting: Promise<Greeting>;
  readonly #socket: Socket;
  readonly #waiting = new Map<number, { done(value: unknown): void; failed(error: Error): void }>();
  #asked = 0;

  constructor(socket: Socket) {
    this.#socket = socket;
    this.greeting = new Promise((done, failed) => this.#waiting.set(0, { done: (v) => done(v as Greeting), failed }));
    onFrames(socket, (value) => {
      if (this.#waiting.has(0)) this.#take(0).done(value);
      else this.#arrive(value as Answered);
    });
    socket.on('error', () => {});
    socket.once('close', () => this.#end());
  }

  ask(method: string, given: readonly unknown[]): Promise<unknown> {
    if (this.#socket.destroyed) return Promise.reject(gone());
    const id = ++this.#asked;
    return new Promise((done, failed) => {
      this.#waiting.set(id, { done, failed });
      sendFrame(this.#socket, { id, method, given } satisfies Asked);
    });
  }

  close(): void {
    this.#socket.destroy();
  }

  #take(id: number): { done(value: unknown): void; failed(error: Error): void } {
    const one = this.#waiting.get(id)!;
    this.#waiting.delete(id);
    return one;
  }

  #arrive(answered: Answered): void {
    const { done, failed } = this.#take(answered.id);
    if ('value' in answered) done(answered.value);
    else {
      const { code, message } = answered.error;
      failed(code === null ? new Error(message) : new LaydownError(code, message));
    }
  }

  #end(): void {
    for (const id of [...this.#waiting.keys()]) this.#take(id).failed(gone());
  }
}

const gone = (): LaydownError =>
  new LaydownError('store-unreachable', 'the process that held the ledger has ended: try again');

/** Claims, or reports, read at a time: whoever serves the ledger answers others meanwhile. */
const AT_ONCE = 8_000;

function sharedStore(line: Line): Store {
  const of = (group: string): unknown =>
    new Proxy(
      {},
      {
        get: (_, name) =>
          name === 'then' ? undefined : (...given: unknown[]) => line.ask(group + String(name), given),
      },
    );
  const store = of('') as Store;
  return new Proxy(store, {
    get: (target, name) => {
      switch (name) {
        case 'accounts':
          return of('accounts.') as AccountStore;
        case 'bookmarks':
          return of('bookmarks.') as Bookmarks;
        // What is kept of the ledger in memory is the holder's.
        case 'memory':
          return undefined;
        case 'facts':
          return (filter: FactsFilter = {}) => factsInParts(target, filter);
        // What reports progress cannot be sent.
        case 'verify':
          return () => target.verify();
        case 'close':
          return async () => line.close();
        default:
          return Reflect.get(target, name);
      }
    },
  });
}

/** Transaction by transaction up to the last there is now: the same facts, and no more of them at once than need be. */
async function factsInParts(store: Store, filter: FactsFilter): Promise<LedgerFacts> {
  if (filter.reports !== undefined) return store.facts(filter);
  const last = Math.min(filter.transaction ?? Number.POSITIVE_INFINITY, await store.cursor());
  const parts: LedgerFacts[] = [];
  for (let after = filter.after ?? 0; after < last; ) {
    const upTo = Math.min(last, await store.reach(after, AT_ONCE));
    const part = await store.facts({ ...filter, after, transaction: upTo });
    parts.push(part);
    after = upTo;
  }
  return {
    reports: parts.flatMap((part) => part.reports),
    readings: parts.flatMap((part) => part.readings),
    claims: parts.flatMap((part) => part.claims),
    judgements: parts.flatMap((part) => part.judgements),
    entities: parts.flatMap((part) => part.entities),
    redactions: parts.flatMap((part) => part.redactions),
  };
}
