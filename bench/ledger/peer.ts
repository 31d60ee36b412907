// The peer: the same claims as plain rows in PostgreSQL, with the index that its questions want. It gives the latest count of each place and
// mission, and nothing of bounds, movements, containment, conflicts or whys.
import { spawnSync } from 'node:child_process';
import { appendFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import pg from 'pg';
import { placesOf } from '../../src/model/claim.ts';
import type { LedgerClaim } from '../../src/model/event.ts';
import type { Store } from '../../src/ports/store.ts';

/** Ledger transactions read at a time. */
const TRANSACTIONS = 5;

const FLAT = `create table flat (party text, country text, place text, mission text, unit text, low float8, high float8, day date, known date,
  evidence text, id text)`;
const INDEX = `create index flat_latest on flat (party, country, place, mission, unit, day desc)`;
const LATEST = `select distinct on (party, country, place, mission, unit) party, country, place, mission, unit, low, high, day from flat`;
const ORDER = `order by party, country, place, mission, unit, day desc`;

/** A new claim's words without its number. */
interface Fresh {
  readonly party: string;
  readonly country: string;
  readonly mission: string | null;
}

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

  /** Copies the claims that the ledger has more; gives the seconds that taking them in took. */
  async take(store: Store, folder: string): Promise<{ readonly rows: number; readonly seconds: number }> {
    const file = join(folder, 'rows.tsv');
    const upTo = await store.cursor();
    writeFileSync(file, '');
    for (; this.#taken < upTo; this.#taken = Math.min(upTo, this.#taken + TRANSACTIONS)) {
      const facts = await store.facts({ after: this.#taken, transaction: Math.min(upTo, this.#taken + TRANSACTIONS) });
      const known = new Map(facts.reports.map((r) => [r.id, r.published ?? r.recorded]));
      appendFileSync(file, facts.claims.map((one) => rowOf(one, known.get(one.report)!)).join(''));
    }
    const started = performance.now();
    const told = this.#psql(`\\copy flat from '${file}'`);
    const seconds = (performance.now() - started) / 1000;
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

  async add({ party, country, mission }: Fresh, count: number, day: string): Promise<void> {
    await this.#client!.query(
      `insert into flat values ($1, $2, '', $3, '', $4::float8, $4::float8, $5::date, $5::date, 'new', 'new')`,
      [party, country, mission ?? '', count, day],
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

/** A line for COPY. */
function rowOf({ id, claim }: LedgerClaim, known: string): string {
  if (claim.kind !== 'presence') return '';
  const [place] = placesOf(claim.place);
  const { party, mission, unit, quantity, evidence } = claim;
  const fields = [party, place?.country, place?.name ?? '', mission ?? '', unit ?? '', quantity?.min, quantity?.max];
  return `${[...fields, claim.time?.end ?? known, known, evidence, id].map(fieldOf).join('\t')}\n`;
}

const fieldOf = (value: string | number | null | undefined): string =>
  value == null ? '\\N' : String(value).replace(/[\\\t\n]/g, ' ');
