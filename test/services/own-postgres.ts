// For tests: a PostgreSQL server of their own, and standbys that follow it.
import { execFileSync } from 'node:child_process';
import { appendFileSync, chownSync, existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { type OwnProcess, onFreePorts, serviceUser, startOwn, untilUp } from './own-processes.ts';

const DEBIAN = '/usr/lib/postgresql';

/** The folder of the server's programs; null where there is none. */
export function postgresPrograms(): string | null {
  const own = process.env['LAYDOWN_TEST_POSTGRES_BIN'];
  const versions = existsSync(DEBIAN) ? readdirSync(DEBIAN).sort((a, b) => Number(b) - Number(a)) : [];
  const places = [...(own ? [own] : []), ...versions.map((version) => join(DEBIAN, version, 'bin'))];
  return places.find((place) => existsSync(join(place, 'initdb'))) ?? null;
}

/** A server that is killed loses nothing that it gave to the system: only a machine without power would. A standby asks again soon. */
const TO_BE_KILLED = {
  max_wal_senders: '4',
  wal_level: 'replica',
  fsync: 'off',
  wal_retrieve_retry_interval: '200ms',
} as const;

export interface OwnPostgres {
  readonly port: number;
  /** "postgres://postgres@127.0.0.1:PORT/NAME" */
  address(database?: string): string;
  sql<T extends pg.QueryResultRow>(text: string, database?: string): Promise<readonly T[]>;
  /** Nothing where it runs. */
  start(): Promise<void>;
  /** SIGINT: at once, its files whole; SIGKILL: as a crash. */
  stop(signal?: 'SIGINT' | 'SIGKILL'): Promise<void>;
  /** A standby of it, on a port of its own, that streams its log. */
  standby(): Promise<OwnPostgres>;
  /** Makes a standby the primary. */
  promote(): Promise<void>;
  /** Stops it and takes its files away. */
  remove(): Promise<void>;
}

export async function ownPostgres(settings: Readonly<Record<string, string>> = {}): Promise<OwnPostgres> {
  const { programs, folder, user } = place();
  const data = join(folder, 'data');
  execFileSync(
    join(programs, 'initdb'),
    ['-D', data, '-A', 'trust', '-U', 'postgres', '-E', 'UTF8', '--locale=C', '--no-sync'],
    { stdio: 'ignore', ...user },
  );
  const lines = Object.entries({ ...TO_BE_KILLED, ...settings });
  appendFileSync(join(data, 'postgresql.conf'), lines.map(([name, value]) => `${name} = '${value}'\n`).join(''));
  return started(folder, programs);
}

const started = (folder: string, programs: string): Promise<OwnPostgres> =>
  onFreePorts(1, async ([port]) => {
    const server = serverIn(folder, programs, port!);
    try {
      await server.start();
      return server;
    } catch (error) {
      await server.stop('SIGKILL');
      throw error;
    }
  });

function place() {
  const programs = postgresPrograms();
  if (programs === null) throw new Error(`no PostgreSQL server programs under ${DEBIAN}`);
  const folder = mkdtempSync(join(tmpdir(), 'laydown-pg-'));
  const uid = serviceUser();
  if (uid !== undefined) chownSync(folder, uid, uid);
  return { programs, folder, user: uid === undefined ? {} : { uid, gid: uid } };
}

function serverIn(folder: string, programs: string, port: number): OwnPostgres {
  const data = join(folder, 'data');
  let running: OwnProcess | null = null;
  const address = (database = 'postgres'): string => `postgres://postgres@127.0.0.1:${port}/${database}`;
  const sql = async <T extends pg.QueryResultRow>(text: string, database?: string): Promise<readonly T[]> => {
    const client = new pg.Client({ connectionString: address(database), connectionTimeoutMillis: 60_000 });
    // A server that is killed tells a client twice: by the failed question, and by an event.
    client.on('error', () => {});
    await client.connect();
    try {
      return (await client.query<T>(text)).rows;
    } finally {
      await client.end();
    }
  };
  const stop: OwnPostgres['stop'] = async (signal = 'SIGINT') => {
    await running?.end(signal);
    running = null;
  };
  return {
    port,
    address,
    sql,
    stop,
    async start() {
      if (running !== null && running.last() === null) return;
      running = startOwn(
        join(programs, 'postgres'),
        ['-D', data, '-p', String(port), '-c', 'listen_addresses=127.0.0.1', '-c', `unix_socket_directories=${folder}`],
        { user: serviceUser() },
      );
      await untilUp(
        running,
        () =>
          sql('select 1').then(
            () => true,
            () => false,
          ),
        'the server answers',
      );
    },
    async standby() {
      const other = place();
      const copy = join(other.folder, 'data');
      execFileSync(
        join(programs, 'pg_basebackup'),
        ['-D', copy, '-d', address(), '-R', '-X', 'stream', '-c', 'fast', '--no-sync'],
        { stdio: 'ignore', ...other.user },
      );
      return started(other.folder, programs);
    },
    async promote() {
      const [row] = await sql<{ done: boolean }>('select pg_promote(true, 300) as done');
      if (!row!.done) throw new Error('the standby did not become the primary');
    },
    async remove() {
      await stop('SIGKILL');
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
