// The engine on a PostgreSQL server (15 or later), for ledgers that several people or programs share.
import pg from 'pg';
import { LaydownError } from '../model/errors.ts';
import type { Engine, EngineFacts, Row, Sql } from './sql.ts';

const CONNECT_MS = 10_000;
const MOST_CONNECTIONS = 4;
/** Tries of a transaction that lost a race with another (serialisation failure, deadlock). */
const TRIES = 5;
const LOST_RACES: ReadonlySet<unknown> = new Set(['40001', '40P01']);

/** Text and numbers as they are: dates stay text (the driver would shift them to local midnight), int8 a number. */
const PARSERS: Readonly<Record<number, (value: string) => unknown>> = {
  20: Number,
  114: String,
  1082: String,
  1114: String,
  1184: String,
  1186: String,
  3802: String,
};
const types = {
  getTypeParser: (oid: number, format?: 'text' | 'binary') => PARSERS[oid] ?? pg.types.getTypeParser(oid, format),
} as pg.CustomTypesConfig;

export class PostgresServer implements Engine {
  readonly #pool: pg.Pool;
  readonly #where: string;

  private constructor(pool: pg.Pool, where: string) {
    this.#pool = pool;
    this.#where = where;
  }

  /** Throws `store-unreachable` with the server's own words, never with the password. */
  static async open(address: string): Promise<PostgresServer> {
    const where = withoutPassword(address);
    const pool = new pg.Pool({
      connectionString: address,
      max: MOST_CONNECTIONS,
      connectionTimeoutMillis: CONNECT_MS,
      application_name: 'laydown',
      types,
    });
    // A connection that breaks while idle is replaced at the next use.
    pool.on('error', () => {});
    const server = new PostgresServer(pool, where);
    try {
      const [row] = await server.query(`select current_setting('server_version_num')::int as version`);
      if (Number(row?.['version']) < 150_000)
        throw new LaydownError('store-unreachable', `the server at ${where} is older than PostgreSQL 15`);
    } catch (error) {
      await pool.end().catch(() => {});
      if (error instanceof LaydownError) throw error;
      throw new LaydownError('store-unreachable', `the ledger at ${where} is not reachable: ${reasonOf(error)}`, {
        cause: error,
      });
    }
    return server;
  }

  async query(text: string, parameters: readonly unknown[] = []): Promise<readonly Row[]> {
    const { rows } = await this.#pool.query<Row>(text, [...parameters]);
    return rows;
  }

  async transaction<T>(work: (sql: Sql) => Promise<T>): Promise<T> {
    for (let tries = 1; ; tries++) {
      try {
        return await this.#attempt(work);
      } catch (error) {
        if (tries >= TRIES || !LOST_RACES.has((error as { code?: unknown }).code)) throw error;
      }
    }
  }

  async forgetLog(): Promise<void> {
    // The server's own checkpoints recycle its log; to force one needs a right that a ledger's user seldom has.
  }

  async about(): Promise<EngineFacts> {
    const [row] = await this.query(`select pg_database_size(current_database())::float8 as size`);
    return {
      engine: 'PostgreSQL',
      where: this.#where,
      holder: null,
      freeBytes: null,
      sizeBytes: Number(row?.['size']),
    };
  }

  close(): Promise<void> {
    return this.#pool.end();
  }

  async #attempt<T>(work: (sql: Sql) => Promise<T>): Promise<T> {
    const client = await this.#pool.connect();
    let broken: Error | undefined;
    try {
      await client.query('begin');
      const result = await work({
        query: async (text, parameters = []) => (await client.query<Row>(text, [...parameters])).rows,
      });
      await client.query('commit');
      return result;
    } catch (error) {
      await client.query('rollback').catch((failure: Error) => {
        broken = failure;
      });
      throw error;
    } finally {
      client.release(broken);
    }
  }
}

function withoutPassword(address: string): string {
  try {
    const url = new URL(address);
    url.password = '';
    url.searchParams.delete('password');
    return url.toString();
  } catch {
    return 'postgres://…';
  }
}

/** A refused connection has its words in the errors it was tried with ("localhost" is two addresses). */
function reasonOf(error: unknown): string {
  if (error instanceof AggregateError && error.message === '')
    return error.errors.map((e) => (e as Error).message).join('; ');
  return (error as Error).message;
}
