// `npm run bench:ledger`: a ledger that grows from ten thousand to a million claims, beside PostgreSQL with the same claims in the same run.
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { cpus, loadavg, tmpdir, totalmem } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { rolldown } from 'rolldown';
import { openStore } from '../../src/adapters/open-store.ts';
import { importTable } from '../../src/app/import-table.ts';
import { systemClock } from '../../src/ports/clock.ts';
import type { Store } from '../../src/ports/store.ts';
import { atlas } from '../../src/wire-gazetteer.ts';
import { type Growth, growthChart, growthTable, type StepFigures } from './growth-page.ts';
import { Peer } from './peer.ts';
import { type Answered, type Asked, FRESH } from './questions.ts';
import { type CopiedTable, copiedTables } from './tables.ts';

const HELP = `Usage: npm run bench:ledger                              grow a ledger to a million claims, measure at each step, print
       npm run bench:ledger -- --steps 10000,30000       other steps
       npm run bench:ledger -- --freeze                  also keep the figures in bench/frozen/ledger.json, docs/performance.md and its plot
       npm run bench:ledger -- --write                   only write the kept figures into the page

Needs the tables beside the checkout (../shared/data), a PostgreSQL server (LAYDOWN_TEST_POSTGRES) with psql, and two gigabytes of disk.`;
const FROZEN = 'bench/frozen/ledger.json';
const SERVER = process.env['LAYDOWN_TEST_POSTGRES'] ?? 'postgres://postgres@127.0.0.1:5432/postgres';
const STEPS = [10_000, 30_000, 100_000, 300_000, 1_000_000];
const PARTIES = [
  'DE',
  'FR',
  'GB',
  'IN',
  'BD',
  'PK',
  'ET',
  'BR',
  'NP',
  'GH',
  'UN',
  'US',
  'IT',
  'JO',
  'UY',
  'KE',
  'CN',
  'NG',
  'RW',
  'SE',
];
const DAYS = ['2012-06-30', '2013-12-31', '2010-03-31', '2009-09-30', '2014-01-31'];

export async function main(args: readonly string[], root: string): Promise<number> {
  const flag = { type: 'boolean' } as const;
  const { values } = parseArgs({
    args: [...args],
    options: { steps: { type: 'string' }, freeze: flag, write: flag, help: { ...flag, short: 'h' } },
  });
  if (values.help) return print(HELP, 0);
  if (values.write) return writePage(root);
  const tables = copiedTables(root);
  if (tables === null) return print('bench: the tables are not beside the checkout (../shared/data)', 2);
  const peer = await Peer.open(SERVER);
  if (peer === null) return print(`bench: no PostgreSQL server at ${SERVER}`, 2);
  const folder = mkdtempSync(join(tmpdir(), 'laydown-bench-'));
  try {
    const steps = values.steps?.split(',').map(Number) ?? STEPS;
    mkdirSync(join(root, 'bench/out'), { recursive: true });
    await grow(root, folder, tables, peer, steps, (growth) => {
      for (const file of ['bench/out/ledger.json', ...(values.freeze ? [FROZEN] : [])])
        writeFileSync(join(root, file), `${JSON.stringify(growth, null, 2)}\n`);
      console.log(growthTable(growth));
    });
  } finally {
    await peer.close();
    rmSync(folder, { recursive: true, force: true });
  }
  return values.freeze ? writePage(root) : 0;
}

async function grow(
  root: string,
  folder: string,
  tables: readonly CopiedTable[],
  peer: Peer,
  steps: readonly number[],
  keep: (growth: Growth) => void,
): Promise<void> {
  const ledger = join(folder, 'ledger');
  const figures: StepFigures[] = [];
  const slices = slicesOf(tables);
  const own = new Intake(ledger);
  const ask = await questioner(root);
  for (const [index, step] of steps.entries()) {
    await own.open();
    const before = own.spent();
    while (own.claims < step) {
      const slice = slices(Math.max(2000, Math.min(25_000, Math.ceil((step - own.claims) / 1.7))));
      await own.take(slice);
    }
    const copied = await peer.take(own.store, folder);
    await own.close();
    await peer.analyze();
    const claims = own.claims - (figures.at(-1)?.claims ?? 0);
    const asked: Asked = {
      pairs: PARTIES.flatMap((party) => DAYS.map((at) => ({ party, at }))),
      days: DAYS.map((day) => `${day.slice(0, 8)}15`),
      fresh: { from: 70_000 + index * 100, count: 20 },
    };
    const answered = ask(ledger, folder, asked);
    figures.push({
      claims: own.claims,
      importRate: claims / (own.spent().seconds - before.seconds),
      processor: (own.spent().processor - before.processor) / claims,
      copyRate: copied.rows / copied.seconds,
      ...figuresOf(answered),
      peer: await askPeer(peer, asked),
    });
    keep({
      engine: `PostgreSQL ${await peer.version()}`,
      machine: `${cpus().length} cores, ${Math.round(totalmem() / 1e9)} GB, Node ${process.versions.node}, load ${loadavg()[0]!.toFixed(1)}`,
      steps: figures,
    });
  }
}

/** One ledger and what taking claims in has cost so far. */
class Intake {
  claims = 0;
  readonly #address: string;
  #store: Store | null = null;
  #seconds = 0;
  #processor = 0;

  constructor(address: string) {
    this.#address = address;
  }

  async open(): Promise<void> {
    this.#store = await openStore(this.#address);
  }

  async take({ table, lines }: Slice): Promise<void> {
    const services = { store: this.#store!, clock: systemClock, atlas: atlas() };
    async function* each() {
      yield* lines;
    }
    const [started, used] = [performance.now(), process.cpuUsage()];
    const done = await importTable(services, { source: `${table.name}.csv`, map: table.map, lines: each() });
    this.#seconds += (performance.now() - started) / 1000;
    const { user, system } = process.cpuUsage(used);
    this.#processor += user + system;
    this.claims += done.claims;
  }

  get store(): Store {
    return this.#store!;
  }

  /** Seconds on the clock; microseconds of processor, of all threads. */
  spent = (): { readonly seconds: number; readonly processor: number } => ({
    seconds: this.#seconds,
    processor: this.#processor,
  });
  close = (): Promise<void> => this.#store!.close();
}

interface Slice {
  readonly table: CopiedTable;
  readonly lines: readonly string[];
}

/** The next so many lines of one table, with its header; then the next table, then the next copy of all. */
function slicesOf(tables: readonly CopiedTable[]): (size: number) => Slice {
  let [copy, index, from] = [0, 0, 1];
  let lines = tables[0]!.lines(0);
  return (size) => {
    if (from >= lines.length) {
      index = (index + 1) % tables.length;
      if (index === 0) copy++;
      lines = tables[index]!.lines(copy);
      from = 1;
    }
    const slice = { table: tables[index]!, lines: [lines[0]!, ...lines.slice(from, from + size)] };
    from += size;
    return slice;
  };
}

/** A program with the questions alone, so that its memory is that of a server. */
async function questioner(root: string): Promise<(ledger: string, folder: string, asked: Asked) => Answered> {
  const bundle = await rolldown({ input: join(root, 'bench/ledger/questions.ts'), platform: 'node', logLevel: 'warn' });
  const program = join(root, 'dist/tools/questions.mjs');
  await bundle.write({ file: program, format: 'esm', codeSplitting: false });
  await bundle.close();
  const start = join(root, 'dist/tools/ask-questions.mjs');
  writeFileSync(
    start,
    `import { main } from './questions.mjs';\nprocess.exitCode = await main(process.argv.slice(2));\n`,
  );
  return (ledger, folder, asked) => {
    const file = join(folder, 'questions.json');
    // The first answer is that of a ledger of which no memory is kept.
    rmSync(join(ledger, 'laydown.memory'), { force: true });
    writeFileSync(file, JSON.stringify(asked));
    const done = spawnSync(process.execPath, [start, ledger, file], {
      cwd: root,
      encoding: 'utf8',
      maxBuffer: 1 << 26,
    });
    if (done.status !== 0) throw new Error(`questions: ${done.stderr}`);
    return JSON.parse(done.stdout.trim().split('\n').at(-1)!) as Answered;
  };
}

const figuresOf = (
  answered: Answered,
): Omit<StepFigures, 'claims' | 'importRate' | 'processor' | 'copyRate' | 'peer'> => ({
  first: answered.first,
  partyMedian: share(answered.party, 0.5),
  party95: share(answered.party, 0.95),
  world: share(answered.world, 0.5),
  worldAgain: share(answered.worldAgain, 0.5),
  fresh95: share(answered.fresh, 0.95),
  rows: answered.rows,
  megabytes: answered.megabytes,
});

async function askPeer(peer: Peer, { pairs, days, fresh }: Asked): Promise<StepFigures['peer']> {
  const timed = async (work: () => Promise<unknown>): Promise<number> => {
    const started = performance.now();
    await work();
    return performance.now() - started;
  };
  await peer.world(days[0]!);
  const [party, world, shown]: [number[], number[], number[]] = [[], [], []];
  for (const pair of pairs) party.push(await timed(() => peer.party(pair.party, pair.at)));
  for (const day of days) world.push(await timed(() => peer.world(day)));
  for (let i = 0; i < fresh.count * FRESH.length; i++) {
    const told = FRESH[i % FRESH.length]!;
    await peer.add(told, fresh.from + i, '2024-01-01');
    shown.push(await timed(() => peer.party(told.party, '2026-06-01')));
  }
  return {
    partyMedian: share(party, 0.5),
    party95: share(party, 0.95),
    world: share(world, 0.5),
    fresh95: share(shown, 0.95),
  };
}

/** The least of them that so large a part of all are within. */
const share = (values: readonly number[], part: number): number =>
  [...values].sort((a, b) => a - b)[Math.max(0, Math.ceil(values.length * part) - 1)]!;

function writePage(root: string): number {
  const growth = JSON.parse(readFileSync(join(root, FROZEN), 'utf8')) as Growth;
  writeFileSync(join(root, 'docs/ledger-growth.svg'), growthChart(growth));
  const page = join(root, 'docs/performance.md');
  const text = readFileSync(page, 'utf8');
  const filled = text.replace(
    /(<!-- growth -->\n)[\s\S]*?(<!-- \/growth -->)/,
    (_, open: string, end: string) => `${open}${growthTable(growth)}\n${end}`,
  );
  writeFileSync(page, filled);
  return 0;
}

function print(words: string, status: number): number {
  if (status === 0) console.log(words);
  else console.error(words);
  return status;
}
