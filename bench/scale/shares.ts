// What PostgreSQL does for an article, told apart: under the ledger's lock, for the index of words behind the commit, and before both.
//   node scripts/run-tool.mjs bench/scale/shares.ts [--articles 4000] [--db postgres://root@127.0.0.1:5432/postgres] [--freeze]
// Reports are added as `add` adds them, by a store whose engine looks at the processor time of the server's process around each transaction: the
// server must be on this machine (Linux). `--freeze` keeps the figures for the simulation. They are shares of processor time: others may be at work.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import pg from 'pg';
import { migrate, SCHEMA_VERSION } from '../../src/adapters/ledger-schema.ts';
import { PostgresServer } from '../../src/adapters/postgres-server.ts';
import type { Engine, Sql } from '../../src/adapters/sql.ts';
import { SqlStore } from '../../src/adapters/sql-store.ts';
import { addReports, type IncomingReport } from '../../src/app/add-reports.ts';
import { reader } from '../../src/wire-reader.ts';
import { interrupted, whileMade } from './leftovers.ts';
import { articleOf, sourcesIn } from './mix.ts';

/** Of an article, in microseconds of a server's processor; of a batch, in milliseconds. */
export interface Shares {
  readonly lockedUs: number;
  readonly wordsUs: number;
  readonly otherUs: number;
  /** From when the program hears that it has the lock to when it hears that all is committed, by the clock: the server has let go of it before. */
  readonly heldMs: number;
  /** What a commit of one row waits for the disk, by the clock. */
  readonly syncMs: number;
  readonly articles: number;
}

const SYNCS = 100;
export const SHARES_FILE = 'bench/frozen/scale-shares.json';

interface Tally {
  us: number;
  readonly heldMs: number[];
}

/** Nanoseconds of a process so far. */
const cpuOf = (pid: number): number => Number(readFileSync(`/proc/${pid}/schedstat`, 'utf8').split(' ')[0]);

/** Tells transactions apart by the lock that they take. */
function looking(engine: Engine, tally: { readonly locked: Tally; readonly words: Tally }): Engine {
  return {
    memoryFile: engine.memoryFile,
    query: (text, parameters) => engine.query(text, parameters),
    forgetLog: () => engine.forgetLog(),
    about: () => engine.about(),
    close: () => engine.close(),
    async transaction(work, options) {
      let [pid, before, granted] = [0, 0, 0];
      let kind: Tally | null = null;
      const result = await engine.transaction(async (sql) => {
        pid = Number((await sql.query('select pg_backend_pid() as pid'))[0]?.['pid']);
        before = cpuOf(pid);
        const looked: Sql = {
          query: async (text, parameters) => {
            const rows = await sql.query(text, parameters);
            if (text.includes('pg_advisory_xact_lock(')) {
              kind = tally.locked;
              granted = performance.now();
            } else if (text.includes('pg_advisory_xact_lock_shared(')) kind = tally.words;
            return rows;
          },
        };
        return work(looked);
      }, options);
      const of = kind as Tally | null;
      if (of === null) return result;
      of.us += (cpuOf(pid) - before) / 1_000;
      of.heldMs.push(performance.now() - granted);
      return result;
    },
  };
}

const middle = (values: readonly number[]): number =>
  values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
const rounded = (x: number): number => Math.round(10 * x) / 10;

export async function measureShares(root: string, server: string, count: number): Promise<Shares> {
  const sources = sourcesIn(root);
  const database = `laydown_shares_${process.pid}`;
  const administer = async (statement: string): Promise<void> => {
    const client = new pg.Client({ connectionString: server });
    await client.connect();
    await client.query(statement).finally(() => client.end());
  };
  const measured = async (): Promise<Shares> => {
    await administer(`create database ${database}`);
    const engine = await PostgresServer.open(Object.assign(new URL(server), { pathname: `/${database}` }).toString());
    await migrate(engine, new Date().toISOString(), SCHEMA_VERSION);
    const tally = { locked: { us: 0, heldMs: [] }, words: { us: 0, heldMs: [] } };
    const store = new SqlStore(looking(engine, tally));
    const clock = { now: () => new Date().toISOString(), today: () => new Date().toISOString().slice(0, 10) };
    const pids = new Set<number>();
    const look = async (): Promise<void> => {
      for (const row of await engine.query(
        'select pid from pg_stat_activity where datname = current_database() and backend_type = $1',
        ['client backend'],
      ))
        pids.add(Number(row['pid']));
    };
    await addReports({ store, clock, reader: reader() }, reports(count, sources));
    await look();
    const all = [...pids].reduce((sum, pid) => sum + cpuOf(pid) / 1_000, 0);
    const syncMs = await syncOf(engine);
    await store.close();
    return {
      lockedUs: rounded(tally.locked.us / count),
      wordsUs: rounded(tally.words.us / count),
      otherUs: rounded(Math.max(0, all - tally.locked.us - tally.words.us) / count),
      heldMs: rounded(middle(tally.locked.heldMs)),
      syncMs: rounded(syncMs),
      articles: count,
    };
  };
  return whileMade(() => administer(`drop database if exists ${database} with (force)`), measured);
}

/** The difference that it makes to wait for the disk. */
async function syncOf(engine: Engine): Promise<number> {
  await engine.query('create table sync (n int)');
  const times = { on: [] as number[], off: [] as number[] };
  for (let n = 0; n < 2 * SYNCS; n++) {
    const kind = n % 2 === 0 ? 'on' : 'off';
    const begun = performance.now();
    await engine.transaction(async (sql) => {
      await sql.query(`set local synchronous_commit = ${kind}`);
      await sql.query('insert into sync values (1)');
    });
    times[kind].push(performance.now() - begun);
  }
  return Math.max(0, middle(times.on) - middle(times.off));
}

async function* reports(count: number, sources: Parameters<typeof articleOf>[1]): AsyncGenerator<IncomingReport> {
  for (let n = 0; n < count; n++) {
    interrupted.throwIfAborted();
    yield { source: `${n}`, report: articleOf(n, sources) };
  }
}

export function freezeShares(root: string, shares: Shares): void {
  writeFileSync(join(root, SHARES_FILE), `${JSON.stringify(shares, null, 1)}\n`);
}

export async function main(args: readonly string[], root: string): Promise<number> {
  const { values } = parseArgs({
    args: [...args],
    options: { articles: { type: 'string' }, db: { type: 'string' }, freeze: { type: 'boolean' } },
  });
  const shares = await measureShares(
    root,
    values.db ?? 'postgres://root@127.0.0.1:5432/postgres',
    Number(values.articles ?? '4000'),
  );
  console.log(JSON.stringify(shares));
  if (values.freeze === true) freezeShares(root, shares);
  return 0;
}
