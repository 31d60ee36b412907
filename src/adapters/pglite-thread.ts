// The program's end of the embedded engine: one thread, one connection, statements in order.
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { Worker } from 'node:worker_threads';
import { LaydownError } from '../model/errors.ts';
import type { FromWorker, Opening, ToWorker } from './pglite-messages.ts';
import type { Row, Sql } from './sql.ts';

interface Waiting {
  readonly resolve: (rows: readonly Row[]) => void;
  readonly reject: (error: Error) => void;
}

const CLOSE_MS = 60_000;

/** Answers pass through the thread and are gone: room for more of them only makes the process larger. */
const YOUNG_MB = 6;

export class PgliteThread implements Sql {
  readonly #worker: Worker;
  readonly #waiting = new Map<number, Waiting>();
  #next = 0;
  #ended: Error | null = null;

  private constructor(worker: Worker, started: (failure: string | null) => void) {
    this.#worker = worker;
    worker.on('message', (message: FromWorker) => {
      if (message.kind === 'ready') started(null);
      else if (message.kind === 'failed') {
        started(reasonOf(message));
        this.#end(new Error(reasonOf(message)));
      } else this.#take(message);
    });
    // After a start these two settle nothing more there.
    worker.on('error', (error) => {
      started(error.message);
      this.#end(error);
    });
    worker.on('exit', () => {
      started('the embedded engine stopped');
      this.#end(new Error('the embedded engine stopped'));
    });
  }

  /** Starts the engine on a data directory. Rejects with `store-unreachable` and the engine's own words where it does not start. */
  static start(directory: string): Promise<PgliteThread> {
    const opening: Opening = { directory };
    // The engine prints to the console while it starts: its words are told in the error instead.
    const worker = new Worker(workerFile(), {
      workerData: opening,
      stdout: true,
      stderr: true,
      resourceLimits: { maxYoungGenerationSizeMb: YOUNG_MB },
    });
    return new Promise((resolve, reject) => {
      const thread: PgliteThread = new PgliteThread(worker, (failure) => {
        if (failure === null) resolve(thread);
        else reject(new LaydownError('store-unreachable', `the ledger at ${directory} does not open: ${failure}`));
      });
    });
  }

  query(text: string, parameters: readonly unknown[] = []): Promise<readonly Row[]> {
    if (this.#ended) return Promise.reject(this.#ended);
    const id = this.#next++;
    return new Promise((resolve, reject) => {
      this.#waiting.set(id, { resolve, reject });
      this.#send({ kind: 'query', id, text, parameters });
    });
  }

  /** Ends the engine cleanly: a checkpoint is written, so that the next start has nothing to recover. */
  async close(): Promise<void> {
    if (this.#ended) return;
    const ended = new Promise<void>((resolve) => this.#worker.once('exit', () => resolve()));
    // A checkpoint that does not come to an end loses nothing: the next start makes up for it.
    const limit = setTimeout(() => void this.#worker.terminate(), CLOSE_MS);
    this.#send({ kind: 'close' });
    await ended;
    clearTimeout(limit);
  }

  #send(message: ToWorker): void {
    this.#worker.postMessage(message);
  }

  #take(message: FromWorker): void {
    if (message.kind === 'closed') {
      this.#ended = new LaydownError('store-unreachable', 'the ledger is closed');
      return;
    }
    if (message.kind !== 'rows' && message.kind !== 'error') return;
    const waiting = this.#waiting.get(message.id);
    this.#waiting.delete(message.id);
    if (message.kind === 'error') {
      waiting?.reject(Object.assign(new Error(message.message), { code: message.code }));
      return;
    }
    const { columns, rows } = message;
    waiting?.resolve(rows.map((row) => Object.fromEntries(columns.map((name, i) => [name, row[i]]))));
  }

  #end(cause: unknown): void {
    this.#ended ??= new LaydownError(
      'store-unreachable',
      `the ledger's engine stopped: ${cause instanceof Error ? cause.message : String(cause)}`,
      { cause },
    );
    for (const waiting of this.#waiting.values()) waiting.reject(this.#ended);
    this.#waiting.clear();
  }
}

/** Beside the bundle; from the sources (tests), in dist/ of the checkout. */
function workerFile(): URL {
  for (const place of ['./pglite-worker.js', '../pglite-worker.js', '../../dist/pglite-worker.js']) {
    const url = new URL(place, import.meta.url);
    if (existsSync(fileURLToPath(url))) return url;
  }
  throw new LaydownError(
    'store-unreachable',
    'the program is not built whole (pglite-worker.js is missing): run `npm run build`',
  );
}

function reasonOf({ message, printed }: { message: string; printed: readonly string[] }): string {
  const words = [...printed, message].flatMap((line) => /\b(?:PANIC|FATAL|ERROR): *(.+)/.exec(line)?.[1] ?? []);
  if (words.length === 0) return message;
  const told = [...new Set(words)].join('; ');
  return /No space left on device/.test(told)
    ? `${told}: make room, then run the command again; what was acknowledged is kept`
    : `${told} (its files are damaged: restore a copy)`;
}
