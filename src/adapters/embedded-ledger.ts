// The embedded engine on a directory: DIR/laydown.lock, and DIR/engine with PostgreSQL's data.
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statfsSync, statSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { LaydownError } from '../model/errors.ts';
import { askedStatements } from './asked-statements.ts';
import { baseArchive, unpackFolder } from './base-ledger.ts';
import { describeHolder, type Lock, lockDirectory, readOnlyOr } from './directory-lock.ts';
import { forgetMemory } from './memory-file.ts';
import type { OpenOptions } from './open-options.ts';
import { PgliteThread } from './pglite-thread.ts';
import type { Engine, EngineFacts, Row, Sql } from './sql.ts';

/** PostgreSQL's major version inside the pinned engine. A directory of another one does not open: it is moved by export and import. */
const ENGINE_MAJOR = '18';
const DATA = 'engine';
/** What a large ledger is in memory, kept for the next start. */
const MEMORY = 'laydown.memory';
const DEFAULT_WAIT_MS = 10_000;
/** Nothing in the engine writes a checkpoint by itself: without one, the log grows and a start after a kill replays all of it. */
const CHECKPOINT_BYTES = 32 * 1024 * 1024;

export class EmbeddedLedger implements Engine {
  readonly #directory: string;
  readonly #lock: Lock;
  readonly #thread: PgliteThread;
  /** Statements and transactions one after the other: a statement outside of an open transaction would wait for ever. */
  #last: Promise<unknown> = Promise.resolve();
  #bytes = 0;

  private constructor(directory: string, lock: Lock, thread: PgliteThread) {
    this.#directory = directory;
    this.#lock = lock;
    this.#thread = thread;
  }

  /** Opens the ledger in a directory, a new one where that is absent or empty. */
  static async open(
    path: string,
    { waitMs = DEFAULT_WAIT_MS, onWait, onWarn }: OpenOptions = {},
  ): Promise<EmbeddedLedger> {
    const directory = resolve(path);
    makeDirectory(directory);
    const lock = await lockDirectory(directory, { waitMs, onWait });
    try {
      if (lock.copiedFrom !== null)
        onWarn?.(
          `${directory} was copied while ${describeHolder(lock.copiedFrom)} had it open: it may lack the last writes or be damaged. "laydown doctor" tells; "laydown backup" makes a sound copy`,
        );
      await prepareData(directory);
      return new EmbeddedLedger(directory, lock, await PgliteThread.start(join(directory, DATA)));
    } catch (error) {
      lock.release();
      throw readOnlyOr(error, directory);
    }
  }

  query(text: string, parameters: readonly unknown[] = []): Promise<readonly Row[]> {
    return this.#inTurn(() => this.#thread.query(text, parameters));
  }

  transaction<T>(work: (sql: Sql) => Promise<T>): Promise<T> {
    return this.#inTurn(async () => {
      let result: T;
      await this.#thread.query('begin');
      const { sql, answered, causeOf } = askedStatements((text, parameters = []) => this.#counted(text, parameters));
      try {
        result = await work(sql);
        await answered();
      } catch (failure) {
        const error = await causeOf(failure);
        // Where the engine itself has stopped, its error is the one to tell, not that of the rollback.
        await this.#thread.query('rollback').catch(() => {});
        throw error;
      }
      await this.#thread.query('commit');
      if (this.#bytes > CHECKPOINT_BYTES) {
        this.#bytes = 0;
        await this.#thread.query('checkpoint');
      }
      return result;
    });
  }

  get memoryFile(): string {
    return join(this.#directory, MEMORY);
  }

  /**
   * The segments of the log that were written are let go of. Those that lie ready for use hold what was in them before they were used again:
   * they are gone through one by one, for a switch writes zeros over the rest of a segment.
   */
  async forgetLog(): Promise<void> {
    forgetMemory(this.memoryFile);
    await this.#inTurn(async () => {
      await this.#thread.query('set wal_recycle = off');
      await this.#thread.query('checkpoint');
      const [ready] = await this.#thread.query(
        `select count(*)::int as segments from pg_ls_waldir() where name > pg_walfile_name(pg_current_wal_insert_lsn())`,
      );
      for (let n = Number(ready?.['segments']); n >= 0; n--) {
        await this.#thread.query(`select pg_logical_emit_message(false, 'laydown', '')`);
        await this.#thread.query('select pg_switch_wal()');
      }
      await this.#thread.query('checkpoint');
      await this.#thread.query('set wal_recycle = on');
    });
  }

  async about(): Promise<EngineFacts> {
    const { bavail, bsize } = statfsSync(this.#directory);
    return {
      engine: 'PGlite (embedded PostgreSQL)',
      where: this.#directory,
      holder: describeHolder(this.#lock.holder),
      freeBytes: bavail * bsize,
      sizeBytes: sizeOf(this.#directory),
    };
  }

  async close(): Promise<void> {
    await this.#last.catch(() => {});
    try {
      await this.#thread.close();
    } finally {
      this.#lock.release();
    }
  }

  #counted(text: string, parameters: readonly unknown[]): Promise<readonly Row[]> {
    for (const value of parameters)
      if (typeof value === 'string' || value instanceof Uint8Array) this.#bytes += value.length;
    return this.#thread.query(text, parameters);
  }

  #inTurn<T>(work: () => Promise<T>): Promise<T> {
    const turn = this.#last.catch(() => {}).then(work);
    this.#last = turn;
    return turn;
  }
}

function makeDirectory(directory: string): void {
  try {
    mkdirSync(directory, { recursive: true, mode: 0o700 });
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'EEXIST' || code === 'ENOTDIR')
      throw new LaydownError(
        'store-unreachable',
        `${directory} is a file, not a ledger directory: name another with --db`,
        { cause: error },
      );
    const told = readOnlyOr(error, directory);
    if (told !== error) throw told;
    throw new LaydownError(
      'store-unreachable',
      `the ledger directory ${directory} cannot be made: ${(error as Error).message}`,
      { cause: error },
    );
  }
}

/** Checks the data directory that is there, or makes a new one. Called under the lock. */
async function prepareData(directory: string): Promise<void> {
  const data = join(directory, DATA);
  if (existsSync(data)) {
    checkData(data);
    return;
  }
  const own = ['laydown.lock', MEMORY, `${DATA}.new`];
  const others = readdirSync(directory).filter((name) => !own.some((start) => name.startsWith(start)));
  if (others.length > 0) {
    const shown = others.slice(0, 3).join(', ');
    throw new LaydownError(
      'store-unreachable',
      `${directory} is no ledger (it holds ${shown}): name an empty or new directory with --db`,
    );
  }
  const archive = baseArchive();
  if (archive !== null) await unpackFolder(archive, data);
  else rmSync(`${data}.new`, { recursive: true, force: true }); // the engine initialises its directory itself, in seconds
}

function checkData(data: string): void {
  let version: string;
  try {
    version = readFileSync(join(data, 'PG_VERSION'), 'utf8').trim();
  } catch (error) {
    const told = readOnlyOr(error, data);
    if (told !== error) throw told;
    throw new LaydownError(
      'store-unreachable',
      `the ledger's data in ${data} is damaged: PG_VERSION is missing; restore a copy`,
      { cause: error },
    );
  }
  if (version === ENGINE_MAJOR) return;
  if (Number(version) > Number(ENGINE_MAJOR))
    throw new LaydownError(
      'store-newer',
      `the ledger in ${data} is of PostgreSQL ${version}, this program has ${ENGINE_MAJOR}: use the newer laydown that wrote it`,
    );
  throw new LaydownError(
    'store-unreachable',
    `the ledger in ${data} is of PostgreSQL ${version || '(nothing)'}, this program has ${ENGINE_MAJOR}: nothing was touched. With the laydown that wrote it, run "laydown --db ${dirname(data)} export --format jsonl > ledger.jsonl"; with this one, "laydown --db NEW-DIRECTORY import ledger.jsonl"`,
  );
}

function sizeOf(directory: string): number {
  let bytes = 0;
  for (const entry of readdirSync(directory, { withFileTypes: true, recursive: true })) {
    if (!entry.isFile()) continue;
    try {
      bytes += statSync(join(entry.parentPath ?? entry.path, entry.name)).size;
    } catch {
      // A file of the engine's that has just gone.
    }
  }
  return bytes;
}
