// The peer: the same claims as plain rows in PostgreSQL, with the index that its questions want. It gives the latest count of each place and
// mission, and nothing of bounds, movements, containment, conflicts or whys.
import { spawnSync } from 'node:child_process';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import pg from 'pg';

const FLAT = `create table flat (party text, country text, place text, mission text, unit text, low float8, high float8, day date, known date,
  evidence text, id text)`;
const INDEX = `create index flat_latest on flat (party, country, place, mission, unit, day desc)`;
const ROWS = `select content->>'party', content#>>'{place,country}', coalesce(content#>>'{place,name}', ''), coalesce(content->>'mission', ''),
  coalesce(content->>'unit', ''), (content#>>'{quantity,min}')::float8, (content#>>'{quantity,max}')::float8,
  coalesce(content#>>'{time,end}', r.known::text)::date, r.known, content->>'evidence', c.id
  from claim c join report r on r.id = c.report`;
const LATEST = `select distinct on (party, country, place, mission, unit) party, country, place, mission, unit, low, high, day from flat`;
const ORDER = `order by party, country, place, mission, unit, day desc`;

export class Peer {
  readonly address: string;
  readonly #server: string;
  readonly #database: string;
  #client: pg.Client | null = null;
  #taken = 0;

  private constructor(server: string, database: string) {
    this.#server = server;
    this.#database = database;
    this.address = Object.assign(new URL(server), { pathname: `/${database}` }).toString();
  }

  /** A database of its own. Null where there is no server. */
  static async open(server: string): Promise<Peer | null> {
    const peer = new Peer(server, `laydown_bench_${process.pid}`);
    try {
      await peer.#administer(`create database ${peer.#database}`);
    } catch {
      return null;
    }
    peer.#client = new pg.Client({ connectionString: peer.address });
    await peer.#client.connect();
    await peer.#client.query(FLAT);
    await peer.#client.query(INDEX);
    return peer;
  }

  async version(): Promise<string> {
    return (await this.#client!.query('show server_version')).rows[0].server_version;
  }

  /** Copies the claims that the ledger in the same database has more; gives the seconds that taking them in took. */
  take(upTo: number, folder: string): { readonly rows: number; readonly seconds: number } {
    const file = join(folder, 'rows.tsv');
    this.#psql(
      `\\copy (${ROWS.replaceAll('\n', ' ')} where c.transaction > ${this.#taken} and c.transaction <= ${upTo}) to '${file}'`,
    );
    const started = performance.now();
    const told = this.#psql(`\\copy flat from '${file}'`);
    const seconds = (performance.now() - started) / 1000;
    this.#taken = upTo;
    rmSync(file);
    return { rows: Number(/COPY (\d+)/.exec(told)?.[1] ?? 0), seconds };
  }

  async party(party: string, at: string): Promise<number> {
    return (await this.#client!.query(`${LATEST} where party = $1 and day <= $2::date ${ORDER}`, [party, at])).rows
      .length;
  }

  async world(at: string): Promise<number> {
    return (await this.#client!.query(`${LATEST} where day <= $1::date ${ORDER}`, [at])).rows.length;
  }

  async add(party: string, country: string, count: number, day: string): Promise<void> {
    await this.#client!.query(
      `insert into flat values ($1, $2, '', '', '', $3::float8, $3::float8, $4::date, $4::date, 'new', 'new')`,
      [party, country, count, day],
    );
  }

  async analyze(): Promise<void> {
    await this.#client!.query('analyze');
  }

  async close(): Promise<void> {
    await this.#client?.end();
    await this.#administer(`drop database if exists ${this.#database} with (force)`);
  }

  #psql(command: string): string {
    const { status, stdout, stderr } = spawnSync('psql', ['-X', this.address, '-c', command], { encoding: 'utf8' });
    if (status !== 0) throw new Error(`psql: ${stderr}`);
    return stdout;
  }

  async #administer(statement: string): Promise<void> {
    const client = new pg.Client({ connectionString: this.#server, connectionTimeoutMillis: 2000 });
    await client.connect();
    try {
      await client.query(statement);
    } finally {
      await client.end();
    }
  }
}
