// How much of the time goes to reading claims, and how fast general news come into PostgreSQL: one thread, two threads, one worker, two workers.
//   node scripts/run-tool.mjs bench/scale/throughput.ts [--articles 20000] [--only add|work] [--db postgres://root@127.0.0.1:5432/postgres]
//     [--queue nats://127.0.0.1:4222] [--freeze]     --freeze keeps the figures in bench/frozen/scale.json and docs/scale.md, and simulates with them
// It makes and drops databases of its own. The time of PostgreSQL and of NATS is that of all their processes on the machine: run it where nobody else
// uses them. "articles/s" is until the last is acknowledged, "with words" until all words are indexed, too, and the command has ended.
//
// "1 worker, 1 core" is one worker, PostgreSQL and NATS, all kept on the first processor by `taskset` (as root); "2 workers" is two of them and the same
// servers on all processors. Without that a single worker uses two: its own, and that on which PostgreSQL commits and indexes for it. Linux.
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { cpus, loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { reader } from '../../src/wire-reader.ts';
import { type Article, articleOf, SHARES, sourcesIn } from './mix.ts';
import { cpuOfAll, pin, pinAll, type Running, startMeasured } from './processes.ts';
import { fillScalePage, main as simulateAll } from './simulate.ts';

const SERVERS = ['postgres', 'nats-server'];
const counted = (workers: number): string => (workers === 1 ? '1 worker' : `${workers} workers`);

export async function main(args: readonly string[], root: string): Promise<number> {
  const argument = (name: string, otherwise: string): string => {
    const at = args.indexOf(`--${name}`);
    return at < 0 ? otherwise : (args[at + 1] ?? otherwise);
  };
  const count = Number(argument('articles', '20000'));
  const server = argument('db', 'postgres://root@127.0.0.1:5432/postgres');
  const queue = argument('queue', 'nats://127.0.0.1:4222');
  const only = argument('only', 'all');
  const before = loadavg()[0]!;
  const run = `b${process.pid}`;
  const folder = mkdtempSync(join(tmpdir(), 'laydown-throughput-'));
  const rows: Record<string, unknown>[] = [];
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
  const at = (database: string): string => Object.assign(new URL(server), { pathname: `/${database}` }).toString();
  async function inDatabase<T>(name: string, use: (address: string) => Promise<T>): Promise<T> {
    const database = `laydown_${run}_${name}`;
    await onServer(`create database ${database}`);
    try {
      // The tables are there before the clock runs.
      await startMeasured(['--db', at(database), 'init']).ended;
      return await use(at(database));
    } finally {
      await onServer(`drop database ${database} with (force)`);
    }
  }

  function put(row: Record<string, unknown>): void {
    rows.push(row);
    console.log(JSON.stringify(row));
  }

  /** Microseconds of processor time an article: of code that has just begun to run, as in a command, and of code that has run for long. */
  function alone(): { readonly begun: number; readonly warm: number; readonly claims: number } {
    const own = reader();
    const reports = articles.map(({ title, ...rest }, n) => ({ id: String(n), title, ...rest }));
    let claims = 0;
    const pass = (): number => {
      claims = 0;
      const before = process.cpuUsage();
      for (const report of reports) claims += own.read(report).length;
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
      const database = cpuOfAll('postgres');
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

  /** From the workers' start to the last article in the ledger. */
  async function working(workers: number, onOneCore = false): Promise<number> {
    const name = `w${workers}${onOneCore ? 'p' : ''}`;
    const own = `${queue}/${run}${name}`;
    return inDatabase(name, async (address) => {
      const sent = await startMeasured(['add', file, '--queue', own]).ended;
      if (sent.status !== 0) throw new Error(sent.stderr);
      const running: Running[] = [];
      for (let i = 0; i < workers; i++) running.push(startMeasured(['--db', address, 'work', '--queue', own]));
      if (onOneCore) for (const { child } of running) pin(child.pid!, '0');
      const reports = async () => (await onServer<{ n: number }>('select count(*)::int n from report', address))[0]!.n;
      // What starting costs is no part of the rate: the clock runs from the first thousand to the last.
      let first: { readonly at: number; readonly n: number } | null = null;
      const servers = { PostgreSQL: cpuOfAll('postgres'), NATS: cpuOfAll('nats-server') };
      let n = 0;
      while (n < count) {
        n = await reports();
        if (first === null && n >= 1_000) first = { at: performance.now(), n };
        await new Promise((resolve) => setTimeout(resolve, 50));
      }
      const rateNow = (): number => ((count - first!.n) * 1_000) / (performance.now() - first!.at);
      const rate = rateNow();
      // A worker that ends has indexed the words of what it added.
      for (const one of running) one.child.kill('SIGTERM');
      await Promise.all(running.map(({ ended }) => ended));
      const indexed = rateNow();
      const cpuMs = running.reduce((sum, one) => sum + one.cpuMs(), 0);
      const [databaseMs, queueMs] = [servers.PostgreSQL.sinceThen(), servers.NATS.sinceThen()];
      for (const server of Object.values(servers)) server.stop();
      put({
        name: `${counted(workers)}${onOneCore ? ', 1 core' : ''}`,
        'articles/s': Math.round(rate),
        'with words': Math.round(indexed),
        'workers, us an article': round((cpuMs * 1_000) / count),
        'PostgreSQL, us an article': round((databaseMs * 1_000) / count),
        'NATS, us an article': round((queueMs * 1_000) / count),
        // What the processors can do at all, were they never idle and nobody else's.
        'at most articles/s': Math.round(
          ((onOneCore ? 1 : cpus().length) * count * 1_000) / (cpuMs + databaseMs + queueMs),
        ),
      });
      return indexed;
    });
  }

  try {
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
      const one = await working(1);
      const two = await working(2);
      put({ name: 'two workers over one, words indexed', ratio: round(two / one) });
      try {
        pinAll(SERVERS, '0');
        const onOneCore = await working(1, true);
        put({ name: 'two workers on two cores over one on one, words indexed', ratio: round(two / onOneCore) });
      } finally {
        pinAll(SERVERS, `0-${cpus().length - 1}`);
      }
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
  mkdirSync(join(root, 'bench/out'), { recursive: true });
  const loads = [before, loadavg()[0]!].map((load) => Math.round(10 * load) / 10);
  const machine = `${cpus().length} cores, Node ${process.version}, load ${loads[0]} before and ${loads[1]} after`;
  const result = { machine, articles: count, characters: Math.round(characters / count), rows };
  writeFileSync(join(root, 'bench/out/throughput.json'), `${JSON.stringify(result, null, 1)}\n`);
  if (args.includes('--freeze')) freeze(root, result);
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
  fillScalePage(
    root,
    'times',
    `- **Measured, and put in:** ${figure(times.workerUs)} µs of processor time of a worker for an article and ${figure(times.databaseUs)} µs of PostgreSQL (the line "1 worker" of the table at the end).`,
  );
  simulateAll(['--write'], root);
}
