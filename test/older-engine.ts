// A ledger directory as a program with an older PostgreSQL makes it: the same tables, in data that this program's engine cannot open.
import { join } from 'node:path';
import { PGlite } from 'pglite-17';
import { migrate } from '../src/adapters/ledger-schema.ts';
import type { Engine, EngineFacts, Row, Sql } from '../src/adapters/sql.ts';
import { SqlStore } from '../src/adapters/sql-store.ts';
import type { Store } from '../src/ports/store.ts';

/** The ledger in a directory, of PostgreSQL 17. */
export async function olderLedger(directory: string): Promise<Store> {
  const engine = new OlderEngine(directory, await PGlite.create(join(directory, 'engine')));
  await migrate(engine, '2024-06-01T12:00:00.000Z');
  return new SqlStore(engine);
}

class OlderEngine implements Engine {
  readonly #directory: string;
  readonly #engine: PGlite;
  readonly memoryFile = null;
  #last: Promise<unknown> = Promise.resolve();

  constructor(directory: string, engine: PGlite) {
    this.#directory = directory;
    this.#engine = engine;
  }

  query = (text: string, parameters: readonly unknown[] = []): Promise<readonly Row[]> =>
    this.#inTurn(() => this.#ask(text, parameters));

  transaction = <T>(work: (sql: Sql) => Promise<T>): Promise<T> =>
    this.#inTurn(async () => {
      await this.#ask('begin');
      try {
        const result = await work({ query: (text, parameters = []) => this.#ask(text, parameters) });
        await this.#ask('commit');
        return result;
      } catch (error) {
        await this.#ask('rollback');
        throw error;
      }
    });

  forgetLog = async (): Promise<void> => undefined;
  close = (): Promise<void> => this.#engine.close();
  about = async (): Promise<EngineFacts> => ({
    engine: 'PGlite of PostgreSQL 17',
    where: this.#directory,
    holder: null,
    freeBytes: null,
    sizeBytes: null,
  });

  async #ask(text: string, parameters: readonly unknown[] = []): Promise<readonly Row[]> {
    const given = parameters.map((value) => (value instanceof Uint8Array ? Buffer.from(value).toString() : value));
    const { rows } = await this.#engine.query<Row>(text, given, {
      parsers: { 20: Number, 1082: String, 1114: String, 1184: String, 1186: String, 114: String, 3802: String },
    });
    return rows;
  }

  #inTurn<T>(work: () => Promise<T>): Promise<T> {
    const turn = this.#last.catch(() => {}).then(work);
    this.#last = turn;
    return turn;
  }
}
