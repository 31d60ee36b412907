// The engine on PostgreSQL servers (15 or later), for ledgers that several people or programs share. A connection that is lost is made again, to whichever
// of the servers is the primary then, and the transaction is tried again for a while.
import pg from 'pg';
import { LaydownError } from '../model/errors.ts';
import { askedStatements } from './asked-statements.ts';
import { Haste, notAnswered } from './haste.ts';
import { type FaultKind, faultKind } from './postgres-faults.ts';
import { type Hosts, hostsIn, type Wanted } from './postgres-hosts.ts';
import { type Engine, type EngineFacts, type Row, type Sql, sqlState, type TransactionOptions } from './sql.ts';

const MOST_CONNECTIONS = 4;
/** Tries of a transaction that lost a race with another (serialisation failure, deadlock). */
const TRIES = 10;

export interface Patience {
  /** To connect, and to wait for one of the connections where all are in use, in ms. */
  readonly connect: number;
  /** To try again after a lost connection, in ms. */
  readonly lost: number;
  /** After so many ms of one statement it is asked on a connection of its own whether the server still works on it. */
  readonly statement: number;
}
/** The same, of a process that is told to end. */
const ENDING_MS = 2_000;
const PATIENCE: Patience = { connect: 10_000, lost: 15_000, statement: 20_000 };

/**
 * Of a client that is cut off nothing is heard: its transaction would hold the ledger's lock for hours. So the server asks after it, and
 * ends a transaction that does nothing.
 */
const SESSION = `select pg_is_in_recovery() as standby, pg_backend_pid() as pid,
  set_config('idle_in_transaction_session_timeout', '60s', false), set_config('tcp_keepalives_idle', '10', false),
  set_config('tcp_keepalives_interval', '5', false), set_config('tcp_keepalives_count', '4', false)`;

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

/** Which server a connection is to, and its process there: null where something between (a pooler) hides it. */
interface Line {
  readonly address: string;
  readonly pid: number | null;
}

export class PostgresServer implements Engine {
  readonly memoryFile = null;
  readonly #pool: pg.Pool;
  readonly #hosts: Hosts;
  readonly #patience: Patience;
  readonly #haste: Haste;
  readonly #open = new Set<pg.Client>();
  readonly #lines = new WeakMap<pg.ClientBase, Line>();
  /** The server that new connections go to, as an index of the hosts. */
  #current = 0;

  private constructor(hosts: Hosts, patience: Patience, ending: AbortSignal | undefined) {
    this.#hosts = hosts;
    this.#haste = new Haste(ending, ENDING_MS);
    this.#patience = patience;
    const current = (): string => hosts.addresses[this.#current]!;
    const opened = (client: pg.Client): void => this.#opensLine(client);
    const addressOf = new WeakMap<pg.ClientBase, string>();
    this.#pool = new pg.Pool({
      // The pool makes its clients of this class: each goes to the server that is the one then.
      Client: class extends pg.Client {
        constructor(config?: pg.ClientConfig) {
          super({ ...config, connectionString: current() });
          addressOf.set(this, current());
          opened(this);
        }
      },
      max: MOST_CONNECTIONS,
      pipeline: true,
      connectionTimeoutMillis: patience.connect,
      application_name: 'laydown',
      keepAlive: true,
      keepAliveInitialDelayMillis: 10_000,
      types,
      onConnect: async (client: pg.ClientBase) => {
        // A connection that breaks between two statements says so by an event; the next statement fails of it.
        client.on('error', () => {});
        // The driver's types know no time limit of a single query.
        const query = { text: SESSION, query_timeout: patience.connect } as pg.QueryConfig;
        const [row] = (await client.query<Row>(query)).rows;
        const standby = row?.['standby'] === true;
        if ((hosts.wanted === 'primary' && standby) || (hosts.wanted === 'standby' && !standby))
          throw Object.assign(new Error(`the server is ${standby ? 'a standby' : 'the primary'}`), { code: '25006' });
        const pid = Number(row?.['pid']);
        const isDirect = (client as { processID?: number }).processID === pid;
        this.#lines.set(client, { address: addressOf.get(client)!, pid: isDirect ? pid : null });
      },
    } as pg.PoolConfig);
    // A connection that breaks while idle is replaced at the next use.
    this.#pool.on('error', () => {});
  }

  /**
   * Throws `store-unreachable` with the server's own words, never with the password. `unasked`: what is wanted of several hosts. From `ending` on a
   * server that does not answer is given up within seconds; one that is at work is waited for.
   */
  static async open(
    address: string,
    unasked: Wanted = 'primary',
    patience: Patience = PATIENCE,
    ending?: AbortSignal,
  ): Promise<PostgresServer> {
    const hosts = hostsIn(address, unasked);
    const server = new PostgresServer(hosts, patience, ending);
    try {
      const [row] = await server.#opened();
      if (Number(row?.['version']) < 150_000)
        throw new LaydownError('store-unreachable', `the server at ${hosts.where} is older than PostgreSQL 15`);
    } catch (error) {
      await server.close().catch(() => {});
      if (error instanceof LaydownError) throw error;
      throw new LaydownError('store-unreachable', `the ledger at ${hosts.where} is not reachable: ${reasonOf(error)}`, {
        cause: error,
      });
    }
    return server;
  }

  query(text: string, parameters: readonly unknown[] = []): Promise<readonly Row[]> {
    // What only reads may be asked twice.
    return this.#again(/^\s*select\b/i.test(text), async (sent) => {
      const client = await this.#connected();
      let failure: Error | undefined;
      try {
        sent();
        return (await this.#watched(client, client.query<Row>(text, [...parameters]))).rows;
      } catch (error) {
        failure = brokenBy(error);
        throw error;
      } finally {
        client.release(failure);
      }
    });
  }

  transaction<T>(work: (sql: Sql) => Promise<T>, { repeatable = false }: TransactionOptions = {}): Promise<T> {
    return this.#again(repeatable, (sent) => this.#attempt(work, sent));
  }

  async forgetLog(): Promise<void> {
    // The server's own checkpoints recycle its log; to force one needs a right that a ledger's user seldom has.
  }

  async about(): Promise<EngineFacts> {
    const [row] = await this.query(`select pg_database_size(current_database())::float8 as size`);
    return {
      engine: 'PostgreSQL',
      where: this.#hosts.where,
      holder: null,
      freeBytes: null,
      sizeBytes: Number(row?.['size']),
    };
  }

  async close(): Promise<void> {
    await this.#haste.during(this.#pool.end()).catch((error: unknown) => {
      if (!this.#haste.isOn) throw error;
    });
    if (this.#haste.isOn) for (const client of this.#open) breakLine(client);
  }

  #opensLine(client: pg.Client): void {
    this.#open.add(client);
    client.once('end', () => this.#open.delete(client));
  }

  /** A single server that refuses is away; one that is starting or full, or one of several, is waited for. */
  async #opened(): Promise<readonly Row[]> {
    const version = `select current_setting('server_version_num')::int as version`;
    try {
      const client = await this.#connected();
      client.release();
    } catch (error) {
      if (sqlState(error) === null && this.#hosts.addresses.length === 1) throw error;
    }
    return this.query(version);
  }

  /** `sent` is called when the work may have taken effect: from then on it is tried again only where it is repeatable. */
  async #again<T>(repeatable: boolean, work: (sent: () => void) => Promise<T>): Promise<T> {
    const until = performance.now() + this.#patience.lost;
    for (let tries = 1; ; tries++) {
      let isSent = false;
      try {
        return await work(() => {
          isSent = true;
        });
      } catch (error) {
        const kind = this.#kindOf(error);
        const wait = Math.min(1_000, 20 * 2 ** tries) * (0.5 + Math.random() / 2);
        const again =
          kind === 'race'
            ? tries < TRIES
            : kind === 'lost' && (repeatable || !isSent) && performance.now() + wait < until && !this.#haste.isOn;
        if (!again) throw error;
        await this.#haste.pause(wait);
      }
    }
  }

  async #attempt<T>(work: (sql: Sql) => Promise<T>, sent: () => void): Promise<T> {
    const client = await this.#connected();
    const query = (text: string, parameters: readonly unknown[] = []): Promise<pg.QueryResult<Row>> =>
      this.#watched(client, client.query<Row>(text, [...parameters]));
    let broken: Error | undefined;
    // One behind the other, without waiting for the answers between (`pipeline`).
    const { sql, answered, causeOf } = askedStatements(
      async (text, parameters = []) => (await query(text, parameters)).rows,
    );
    try {
      // Whatever the database's default is: the ledger's own lock puts writers in a row.
      await query('begin isolation level read committed');
      const result = await work(sql);
      sent();
      // Where a statement before it has failed, the server takes it for a rollback.
      void sql.query('commit').catch(() => undefined);
      await answered();
      return result;
    } catch (failure) {
      const error = await causeOf(failure);
      broken = brokenBy(error);
      if (broken === undefined)
        await query('rollback').catch((other: Error) => {
          broken = other;
        });
      throw error;
    } finally {
      client.release(broken);
    }
  }

  /** A connection to a server that is as wanted; each host is tried once. */
  async #connected(): Promise<pg.PoolClient> {
    const { addresses } = this.#hosts;
    for (let left = addresses.length - 1; ; left--) {
      const tried = this.#current;
      try {
        return await this.#haste.during(this.#pool.connect(), (late) => late.release());
      } catch (error) {
        if (this.#kindOf(error) !== 'lost') throw error;
        if (this.#current === tried) this.#current = (tried + 1) % addresses.length;
        if (left <= 0) throw error;
      }
    }
  }

  /** A server that is the wrong one is only left for another where there is one. */
  #kindOf(error: unknown): FaultKind {
    return sqlState(error) === '25006' && this.#hosts.addresses.length === 1 ? null : faultKind(error);
  }

  /** The answer; where it takes long and the server does not know of the question any more, a lost connection. */
  async #watched<T>(client: pg.PoolClient, answer: Promise<T>): Promise<T> {
    let timer: NodeJS.Timeout | undefined;
    let ended = (): void => undefined;
    const lost = new Promise<never>((_, reject) => {
      const ask = async (): Promise<void> => {
        clearTimeout(timer);
        const isAtWork = await this.#haste.during(this.#isAtWork(this.#lines.get(client))).catch(() => false);
        if (isAtWork) timer = setTimeout(ask, this.#haste.isOn ? ENDING_MS : this.#patience.statement);
        else reject(notAnswered());
      };
      timer = setTimeout(ask, this.#patience.statement);
      ended = this.#haste.whenOn(() => void ask());
    });
    try {
      return await Promise.race([answer, lost]);
    } finally {
      ended();
      clearTimeout(timer);
      answer.catch(() => {});
    }
  }

  async #isAtWork(line: Line | undefined): Promise<boolean> {
    if (line === undefined) return true;
    const probe = new pg.Client({
      connectionString: line.address,
      application_name: 'laydown',
      connectionTimeoutMillis: this.#patience.connect,
      query_timeout: this.#patience.connect,
    });
    this.#opensLine(probe);
    probe.on('error', () => {});
    try {
      await probe.connect();
      const { rows } = await probe.query<Row>(`select exists (select from pg_stat_activity where pid = $1) as there`, [
        line.pid ?? 0,
      ]);
      return line.pid === null || rows[0]?.['there'] === true;
    } catch (error) {
      // No slot free is an answer, too.
      return (error as { code?: unknown }).code === '53300';
    } finally {
      void probe.end().catch(() => {});
    }
  }
}

/** A server that does not answer would keep the process alive until it has heard that the line is closed. */
const breakLine = (client: pg.Client): void =>
  (client as unknown as { readonly connection: { readonly stream: { destroy(): void } } }).connection.stream.destroy();

/** The error where it says that the connection is of no more use. */
const brokenBy = (error: unknown): Error | undefined => (faultKind(error) === 'lost' ? (error as Error) : undefined);

/** A refused connection has its words in the errors it was tried with ("localhost" is two addresses). */
function reasonOf(error: unknown): string {
  if (error instanceof AggregateError && error.message === '')
    return error.errors.map((e) => (e as Error).message).join('; ');
  return (error as Error).message;
}
