// How much of the time goes to reading claims, and how fast general news come into PostgreSQL: one thread, two threads, one worker, two workers.
//   node scripts/run-tool.mjs bench/scale/throughput.ts [--articles 20000] [--only add|work] [--db postgres://root@127.0.0.1:5432/postgres]
//     [--queue nats://127.0.0.1:4222] [--repeats 3] [--freeze]
// --freeze keeps the figures in bench/frozen/scale.json and docs/scale.md, measures shares.ts, too, and simulates with both.
// It makes and drops databases and queues of its own, also when it fails or is told to end. The time of PostgreSQL and of NATS is that of all processes of these servers: run it where nobody else
// uses them. "articles/s" is until the last is acknowledged, "with words" until all words are indexed, too, and the command has ended.
//
// "1 worker, 1 core" is one worker, PostgreSQL and NATS, all kept on the first processor by `taskset` (as root); "2 workers" is two of them and the same
// servers on all processors. Without that a single worker uses two: its own, and that on which PostgreSQL commits and indexes for it. Linux.
// Workers are measured from when each has done WARM articles, so that two, which do half as much each, are no colder than one; one, two, and one on one
// core take turns, and of the repeats the middle one counts. How far it is is asked of the queue: to count rows would take the database's time.
import '../../bin/engine-flags.cjs';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { cpus, loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { reader } from '../../src/wire-reader.ts';
import { interrupted, whileMade } from './leftovers.ts';
import { type Article, articleOf, SHARES, sourcesIn } from './mix.ts';
import { ownQueue } from './own-queue.ts';
import {
  cpuOfServer,
  idleOf,
  pin,
  pinServer,
  type Running,
  type Server,
  serverAt,
  startMeasured,
} from './processes.ts';
import { freezeShares, measureShares } from './shares.ts';
import { fillScalePage, main as simulateAll } from './simulate.ts';

/** Articles after which a worker's code is compiled; fewer where there are not many. */
const WARM = 4_000;
const LOOK_MS = 100;
/** Enough for shares. */
const SHARED_ARTICLES = 4_000;
type Row = Record<string, unknown>;
const counted = (workers: number): string => (workers === 1 ? '1 worker' : `${workers} workers`);

export function main(args: readonly string[], root: string): Promise<number> {
  const folder = mkdtempSync(join(tmpdir(), 'laydown-throughput-'));
  return whileMade(
    async () => rmSync(folder, { recursive: true, force: true }),
    () => measureIn(folder, args, root),
  );
}

async function measureIn(folder: string, args: readonly string[], root: string): Promise<number> {
  const argument = (name: string, otherwise: string): string => {
    const at = args.indexOf(`--${name}`);
    return at < 0 ? otherwise : (args[at + 1] ?? otherwise);
  };
  const count = Number(argument('articles', '20000'));
  const server = argument('db', 'postgres://root@127.0.0.1:5432/postgres');
  const queue = argument('queue', 'nats://127.0.0.1:4222');
  const only = argument('only', 'all');
  const repeats = Number(argument('repeats', '3'));
  const before = loadavg()[0]!;
  const run = `b${process.pid}`;
  const rows: Row[] = [];
  const round = (x: number): number => Math.round(x * 100) / 100;

  const sources = sourcesIn(root);
  const articles: Article[] = Array.from({ length: count }, (_, n) => articleOf(n, sources));
  const file = join(folder, 'articles.jsonl');
  writeFileSync(file, articles.map((one) => JSON.stringify(one)).join('\n'));
  const characters = articles.reduce((sum, { text }) => sum + text.length, 0);
  console.log(
    `${count} articles of ${Math.round(characters / count)} characters: ${SHARES.telling} in 100 tell of forces, ${SHARES.seeming} only seem to`,
  );

  const onServer = async <T extends pg.QueryResultRow>(text: string, address = server): Promise<readonly T[]> => {
    const client = new pg.Client({ connectionString: address });
    await client.connect();
    try {
      return (await client.query<T>(text)).rows;
    } finally {
      await client.end();
    }
  };
  const postgres = (): Server => serverAt(server);
  const nats = (): Server => serverAt(queue);
  const pinServers = (processors: string): void => {
    for (const one of [postgres(), nats()]) pinServer(one, processors);
  };
  const at = (database: string): string => Object.assign(new URL(server), { pathname: `/${database}` }).toString();
  async function inDatabase<T>(name: string, use: (address: string) => Promise<T>): Promise<T> {
    const database = `laydown_${run}_${name}`;
    return whileMade(
      () => onServer(`drop database if exists ${database} with (force)`),
      async () => {
        await onServer(`create database ${database}`);
        // The tables are there before the clock runs.
        await startMeasured(['--db', at(database), 'init']).ended;
        return use(at(database));
      },
    );
  }

  function put(row: Row): void {
    rows.push(row);
    console.log(JSON.stringify(row));
  }

  /**
   * Microseconds of processor time an article, read as the program reads them: by the same engine flags, and sixteen together. Of code that has just begun to
   * run, as in a command, and of code that has run for long.
   */
  function alone(): { readonly begun: number; readonly warm: number; readonly claims: number } {
    const { most, read } = reader().together!;
    const reports = articles.map(({ title, ...rest }, n) => ({ id: String(n), title, ...rest }));
    let claims = 0;
    const pass = (): number => {
      claims = 0;
      const before = process.cpuUsage();
      for (let i = 0; i < count; i += most)
        for (const found of read(reports.slice(i, i + most)) as readonly (readonly unknown[])[]) claims += found.length;
      const { user, system } = process.cpuUsage(before);
      return (user + system) / count;
    };
    return { begun: pass(), warm: pass(), claims };
  }

  /** Milliseconds of processor time that a command takes before it reads its first article, and for one. */
  async function starting(): Promise<number> {
    const one = join(folder, 'one.jsonl');
    writeFileSync(one, JSON.stringify(articles[0]));
    return inDatabase('start', async (address) => (await startMeasured(['--db', address, 'add', one]).ended).cpuMs);
  }

  async function adding(
    name: string,
    { begun, startMs }: { readonly begun: number; readonly startMs: number },
    ...options: readonly string[]
  ): Promise<void> {
    await inDatabase(name, async (address) => {
      const database = cpuOfServer(postgres());
      const ended = await startMeasured(['--db', address, 'add', file, ...options]).ended;
      const databaseMs = database.sinceThen();
      database.stop();
      if (ended.status !== 0) throw new Error(ended.stderr);
      const [kept] = await onServer(
        'select (select count(*)::int from report) reports, (select count(*)::int from claim) claims',
        address,
      );
      put({
        name: `add ${options.join(' ')}`.trim(),
        ...kept,
        'articles/s': Math.round((count * 1_000) / ended.toldMs),
        'with words': Math.round((count * 1_000) / ended.wallMs),
        'program, us an article': round((ended.cpuMs * 1_000) / count),
        'less its start, over extraction': round(((ended.cpuMs - startMs) * 1_000) / count / begun),
        'PostgreSQL, us an article': round((databaseMs * 1_000) / count),
        MB: Math.round(ended.peakMb),
      });
    });
  }

  /** From when all workers are warm to the last article in the ledger. */
  async function working(workers: number, repeat: number, onOneCore = false): Promise<Row> {
    const name = `w${workers}${onOneCore ? 'p' : ''}${repeat}`;
    const own = await ownQueue(queue, `${run}${name}`);
    const running: Running[] = [];
    const ended = async (signal: NodeJS.Signals): Promise<void> => {
      for (const one of running) one.child.kill(signal);
      await Promise.all(running.map((one) => one.ended));
    };
    const lines = new pg.Client({ connectionString: server });
    // A server that ends is told by the next question, too, which can be caught.
    lines.on('error', () => undefined);
    await lines.connect();
    const removed = (): Promise<unknown> => Promise.all([own.remove(), lines.end()]);
    return whileMade(removed, () =>
      inDatabase(name, (address) =>
        whileMade(
          () => ended('SIGKILL'),
          async () => {
            const sent = await startMeasured(['add', file, '--queue', own.address]).ended;
            if (sent.status !== 0) throw new Error(sent.stderr);
            for (let i = 0; i < workers; i++)
              running.push(startMeasured(['--db', address, 'work', '--queue', own.address]));
            if (onOneCore) for (const { child } of running) pin(child.pid!, '0');
            const servers = { PostgreSQL: cpuOfServer(postgres()), NATS: cpuOfServer(nats()) };
            const taken = () => ({
              at: performance.now(),
              workers: running.reduce((sum, one) => sum + one.cpuMs(), 0),
              database: servers.PostgreSQL.sinceThen(),
              queue: servers.NATS.sinceThen(),
            });
            const warm = Math.min(WARM, Math.floor(count / 4 / workers)) * workers;
            let [begun, idle, from] = [taken(), idleOf(onOneCore), 0];
            const waiting: number[] = [];
            for (let done = 0; done < count; ) {
              done = count - (await own.left());
              if (from === 0 && done >= warm) [begun, idle, from] = [taken(), idleOf(onOneCore), done];
              const { rows: held } = await lines.query<{ n: number }>(
                `select count(*)::int as n from pg_stat_activity where datname = $1 and wait_event = 'advisory'`,
                [new URL(address).pathname.slice(1)],
              );
              if (from > 0) waiting.push(held[0]!.n);
              interrupted.throwIfAborted();
              const gone = running.find(({ child }) => child.exitCode !== null || child.signalCode !== null);
              if (gone !== undefined) throw new Error(`a worker has ended: ${(await gone.ended).stderr}`);
              await new Promise((resolve) => setTimeout(resolve, LOOK_MS));
            }
            const rateNow = (): number => ((count - from) * 1_000) / (performance.now() - begun.at);
            const [rate, notUsed] = [rateNow(), idle()];
            // A worker that ends has indexed the words of what it added.
            await ended('SIGTERM');
            const indexed = rateNow();
            const end = taken();
            for (const one of Object.values(servers)) one.stop();
            const us = (what: 'workers' | 'database' | 'queue'): number =>
              round(((end[what] - begun[what]) * 1_000) / (count - from));
            const all = us('workers') + us('database') + us('queue');
            const row = {
              name: `${counted(workers)}${onOneCore ? ', 1 core' : ''}`,
              'articles/s': Math.round(rate),
              'with words': Math.round(indexed),
              'workers, us an article': us('workers'),
              'PostgreSQL, us an article': us('database'),
              'NATS, us an article': us('queue'),
              // What the processors can do at all, were they never idle and nobody else's.
              'at most articles/s': Math.round(((onOneCore ? 1 : cpus().length) * 1_000_000) / all),
              'idle, %': Math.round(100 * notUsed),
              'waiting for the lock, %': Math.round(
                (100 * waiting.reduce((sum, n) => sum + n, 0)) / Math.max(1, waiting.length) / workers,
              ),
            };
            console.log(JSON.stringify(row));
            return row;
          },
        ),
      ),
    );
  }

  const rateOf = (row: Row): number => Number(row['with words']);
  const middle = (of: readonly Row[]): Row =>
    of.toSorted((a, b) => rateOf(a) - rateOf(b))[Math.floor((of.length - 1) / 2)]!;

  if (only !== 'work') {
    const { begun, warm, claims } = alone();
    const startMs = await starting();
    put({ name: 'extraction alone', 'us an article': round(begun), 'once warm': round(warm), claims });
    put({ name: 'start of a command', ms: startMs });
    const than = { begun, startMs };
    await adding('one', than);
    await adding('two', than, '--jobs', '2');
    await adding('screened', than, '--screen');
    await adding('screened2', than, '--screen', '--jobs', '2');
  }
  if (only !== 'add' && queue !== 'none') {
    const [ones, twos, ofOneCore]: [Row[], Row[], Row[]] = [[], [], []];
    for (let repeat = 0; repeat < repeats; repeat++) {
      ones.push(await working(1, repeat));
      twos.push(await working(2, repeat));
      await whileMade(
        async () => pinServers(`0-${cpus().length - 1}`),
        async () => {
          pinServers('0');
          ofOneCore.push(await working(1, repeat, true));
        },
      );
    }
    const [one, two, onOneCore] = [middle(ones), middle(twos), middle(ofOneCore)];
    rows.push(one, two, onOneCore);
    put({ name: 'two workers over one, words indexed', ratio: round(rateOf(two) / rateOf(one)) });
    put({
      name: 'two workers on two cores over one on one, words indexed',
      ratio: round(rateOf(two) / rateOf(onOneCore)),
    });
    // What the same work takes of the processors, in whatever time: with nobody else on the machine it is the ratio above, but for idle cores.
    const mostOf = (row: Row): number => Number(row['at most articles/s']);
    put({
      name: 'the same by processor time',
      ratio: round(mostOf(two) / mostOf(onOneCore)),
    });
  }
  mkdirSync(join(root, 'bench/out'), { recursive: true });
  const loads = [before, loadavg()[0]!].map((load) => Math.round(10 * load) / 10);
  const machine = `${cpus().length} cores, Node ${process.version}, load ${loads[0]} before and ${loads[1]} after`;
  const result = { machine, articles: count, characters: Math.round(characters / count), rows };
  writeFileSync(join(root, 'bench/out/throughput.json'), `${JSON.stringify(result, null, 1)}\n`);
  if (args.includes('--freeze')) {
    freezeShares(root, await measureShares(root, server, SHARED_ARTICLES));
    freeze(root, result);
  }
  return 0;
}

interface Result {
  readonly machine: string;
  readonly articles: number;
  readonly characters: number;
  readonly rows: readonly Readonly<Record<string, unknown>>[];
}

/** Columns of the page's table, and the figure of a row that stands there. */
const COLUMNS: Readonly<Record<string, readonly string[]>> = {
  'articles/s': ['articles/s'],
  'with all words indexed': ['with words'],
  'program or workers, µs an article': ['program, us an article', 'workers, us an article', 'us an article'],
  'PostgreSQL, µs': ['PostgreSQL, us an article'],
  'NATS, µs': ['NATS, us an article'],
  'the cores at most, articles/s': ['at most articles/s'],
  'cores idle, %': ['idle, %'],
  'workers waiting for the lock, %': ['waiting for the lock, %'],
};

function freeze(root: string, result: Result): void {
  const { machine, articles, characters, rows } = result;
  const ofOne = rows.find(({ name }) => name === '1 worker');
  if (ofOne === undefined) throw new Error('--freeze wants all of it: leave --only out');
  const times = { workerUs: ofOne['workers, us an article'], databaseUs: ofOne['PostgreSQL, us an article'] };
  writeFileSync(join(root, 'bench/frozen/scale.json'), `${JSON.stringify({ ...result, times }, null, 1)}\n`);
  const figure = (value: unknown): string => (typeof value === 'number' ? Math.round(value).toLocaleString('en') : '');
  const shown = rows.filter((row) => 'articles/s' in row || 'us an article' in row);
  const ratios = rows.filter((row) => 'ratio' in row).map(({ name, ratio }) => `${name}: ${String(ratio)}.`);
  fillScalePage(
    root,
    'measured',
    [
      `${articles.toLocaleString('en')} articles of ${characters.toLocaleString('en')} characters, ${SHARES.telling} in 100 of forces; ${machine}.`,
      '',
      `| run | ${Object.keys(COLUMNS).join(' | ')} |`,
      `| --- | ${Object.keys(COLUMNS)
        .map(() => '---:')
        .join(' | ')} |`,
      ...shown.map(
        (row) =>
          `| ${String(row['name'])} | ${Object.values(COLUMNS)
            .map((names) => figure(names.map((name) => row[name]).find((value) => value !== undefined)))
            .join(' | ')} |`,
      ),
      '',
      ...ratios.map((ratio) => `${ratio[0]!.toUpperCase()}${ratio.slice(1)}`),
    ].join('\n'),
  );
  simulateAll(['--write'], root);
}
