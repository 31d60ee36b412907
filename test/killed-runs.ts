// Runs of the real program on ledgers of its own, each killed at a random instant: while it adds, judges, imports, or brings an older ledger up to date.
// After each the ledger must open, be whole, and hold all that was acknowledged. test/kills.test.ts says how many.
import { cpSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { EmbeddedLedger } from '../src/adapters/embedded-ledger.ts';
import { migrate } from '../src/adapters/ledger-schema.ts';
import { openStore } from '../src/adapters/open-store.ts';
import type { Store } from '../src/ports/store.ts';
import { runLaydown, startLaydown } from './laydown-process.ts';

export const KINDS = ['add', 'judge', 'import', 'migrate'] as const;
export type Kind = (typeof KINDS)[number];

export interface KilledRuns {
  readonly runs: number;
  readonly byKind: Readonly<
    Record<Kind, { readonly runs: number; readonly killed: number; readonly acknowledged: number }>
  >;
  /** Each acknowledged write that is not there, each ledger that did not open or is not whole. [] is what must come out. */
  readonly lost: readonly string[];
}

const STORIES = 400;
const FILES = 12;
const LINES = 60;

/** Fixed seed: a failure can be run again. */
function randomFrom(seed: number): () => number {
  let x = seed;
  return () => {
    x = (x * 48_271) % 2_147_483_647;
    return x / 2_147_483_647;
  };
}

export async function killedRuns(root: string, count: number, onRun?: (done: number) => void): Promise<KilledRuns> {
  const random = randomFrom(20_200_108);
  const lost: string[] = [];
  const rounds = {
    add: await adding(root),
    judge: await judging(root),
    import: importing(root),
    migrate: await migrating(root),
  };
  const byKind = Object.fromEntries(KINDS.map((kind) => [kind, { runs: 0, killed: 0, acknowledged: 0 }])) as Record<
    Kind,
    { runs: number; killed: number; acknowledged: number }
  >;
  for (let i = 0; i < count; i++) {
    const kind = KINDS[i % KINDS.length]!;
    const tally = byKind[kind];
    tally.runs++;
    try {
      const { killed, acknowledged, missing } = await rounds[kind](random, Math.floor(i / KINDS.length));
      if (killed) tally.killed++;
      tally.acknowledged += acknowledged;
      lost.push(...missing.map((what) => `run ${i} (${kind}): ${what}`));
    } catch (error) {
      lost.push(`run ${i} (${kind}): the ledger does not open: ${(error as Error).message}`);
    }
    onRun?.(i + 1);
  }
  return { runs: count, byKind, lost };
}

interface Outcome {
  readonly killed: boolean;
  readonly acknowledged: number;
  readonly missing: readonly string[];
}
type Round = (random: () => number, n: number) => Promise<Outcome>;

async function within<T>(db: string, use: (store: Store) => Promise<T>): Promise<T> {
  const store = await openStore(db);
  try {
    return await use(store);
  } finally {
    await store.close();
  }
}

const damageIn = async (store: Store): Promise<string[]> =>
  (await store.verify()).map(({ what, which }) => `${what}: ${which}`);

/** Ends the program so many milliseconds after it began; whole lines of its output only, since the last may be cut. */
async function killAfter(args: readonly string[], ms: number): Promise<{ lines: string[]; killed: boolean }> {
  const running = startLaydown(args);
  const timer = setTimeout(() => running.child.kill('SIGKILL'), ms);
  const { stdout, status } = await running.ended;
  clearTimeout(timer);
  return {
    lines: stdout
      .slice(0, stdout.lastIndexOf('\n') + 1)
      .split('\n')
      .filter(Boolean),
    killed: status === null,
  };
}

/** How long a run that is not killed takes: instants are drawn from all of it. */
async function lengthOf(args: readonly string[]): Promise<number> {
  const begun = performance.now();
  await runLaydown(args);
  return performance.now() - begun;
}

const stories = (folder: string, count: number, from = 0): string => {
  mkdirSync(folder, { recursive: true });
  const places = ['Mali', 'Chad', 'Niger', 'Kuwait', 'Lebanon', 'Latvia', 'Poland', 'Cyprus'];
  for (let i = from; i < from + count; i++)
    writeFileSync(
      join(folder, `${i}.txt`),
      `There are ${20 + i} Danish soldiers in ${places[i % places.length]}. Item ${i} of the ministry.\n`,
    );
  return folder;
};

/** The same stories over and over: what a killed run left out, the next adds. */
async function adding(root: string): Promise<Round> {
  const folder = stories(join(root, 'stories'), STORIES);
  const add = (db: string) => ['--db', db, 'add', folder, '--published', '2024-02-02'];
  let whole = await lengthOf(add(join(root, 'measured')));
  let db = join(root, 'added-0');
  let made = 0;
  const acknowledged = new Set<string>();
  return async (random) => {
    const begun = performance.now();
    const { lines, killed } = await killAfter(add(db), random() * whole);
    if (!killed) whole = performance.now() - begun;
    const ids = lines.flatMap((line) => /^(?:added|known|reread) +(\S+)/.exec(line)?.[1] ?? []);
    for (const id of ids) acknowledged.add(id);
    const missing = await within(db, async (store) => {
      const there = new Set((await store.reports()).map((r) => r.id));
      return [...[...acknowledged].filter((id) => !there.has(id)), ...(await damageIn(store))];
    });
    // All is in: a new ledger, so that there is something to add again.
    if (acknowledged.size === STORIES) {
      acknowledged.clear();
      db = join(root, `added-${++made}`);
    }
    return { killed, acknowledged: ids.length, missing };
  };
}

async function judging(root: string): Promise<Round> {
  const db = join(root, 'judged');
  await runLaydown(['--db', db, 'add', stories(join(root, 'few'), 20), '--published', '2024-02-02']);
  const claims = await within(db, async (store) => (await store.facts()).claims.map((c) => c.id));
  let whole = await lengthOf(['--db', db, 'judge', claims[0]!, 'reject', '--note', 'first']);
  const acknowledged = new Set<string>();
  return async (random, n) => {
    const note = `round ${n}`;
    const args = ['--db', db, 'judge', claims[n % claims.length]!, n % 2 === 0 ? 'accept' : 'reject', '--note', note];
    const begun = performance.now();
    const { lines, killed } = await killAfter(args, random() * whole);
    if (!killed) whole = performance.now() - begun;
    if (lines.length > 0) acknowledged.add(note);
    const missing = await within(db, async (store) => {
      const there = new Set((await store.facts()).judgements.map((j) => j.note));
      return [...[...acknowledged].filter((said) => !there.has(said)), ...(await damageIn(store))];
    });
    return { killed, acknowledged: lines.length > 0 ? 1 : 0, missing };
  };
}

/** A line of output acknowledges a file with all its reports. */
function importing(root: string): Round {
  const report = (name: string, i: number): string => `${name}-${i}`;
  let whole = 2500;
  return async (random, n) => {
    const db = join(root, `imported-${Math.floor(n / 4)}`);
    const files = Array.from({ length: FILES }, (_, f) => join(root, `claims-${n}-${f}.jsonl`));
    for (const file of files) {
      const name = file.slice(file.lastIndexOf('/') + 1);
      const lines = Array.from({ length: LINES }, (_, i) =>
        JSON.stringify({
          report: { id: report(name, i), published: '2024-01-01', publisher: 'P' },
          claims: [
            {
              id: `${report(name, i)}-c`,
              kind: 'presence',
              evidence: 'e',
              party: 'DK',
              quantity: { min: i, max: i },
              place: { country: 'ML', name: null },
            },
          ],
        }),
      );
      writeFileSync(file, `${lines.join('\n')}\n`);
    }
    const begun = performance.now();
    const { lines, killed } = await killAfter(['--db', db, 'import', ...files], (0.1 + random() * 0.9) * whole);
    if (!killed) whole = performance.now() - begun;
    const done = lines.flatMap((line) => /([^/\s]+\.jsonl): /.exec(line)?.[1] ?? []);
    const missing = await within(db, async (store) => {
      const there = new Set((await store.reports()).map((r) => r.id));
      const wanted = done.flatMap((name) => Array.from({ length: LINES }, (_, i) => report(name, i)));
      return [...wanted.filter((id) => !there.has(id)), ...(await damageIn(store))];
    });
    for (const file of files) rmSync(file);
    return { killed, acknowledged: done.length, missing };
  };
}

/** A ledger of the first format, brought up to date by whichever command opens it. */
async function migrating(root: string): Promise<Round> {
  const [old, now] = [join(root, 'old'), join(root, 'now')];
  await runLaydown(['--db', now, 'add', stories(join(root, 'older'), 20), '--published', '2024-02-02']);
  const [of, into] = [await EmbeddedLedger.open(now), await EmbeddedLedger.open(old)];
  await migrate(into, '2024-02-02T00:00:00.000Z', 1);
  for (const table of ['ledger_transaction', 'report', 'reading', 'claim', 'judgement']) {
    const [rows] = await of.query(`select coalesce(json_agg(t), '[]')::text as rows from ${table} t`);
    await into.query(`insert into ${table} select * from jsonb_populate_recordset(null::${table}, $1::jsonb)`, [
      rows!['rows'],
    ]);
  }
  await of.close();
  await into.close();
  let whole = 1500;
  return async (random, n) => {
    const db = join(root, `migrated-${n}`);
    cpSync(old, db, { recursive: true });
    const begun = performance.now();
    const { lines, killed } = await killAfter(['--db', db, 'reports', '--json'], (0.2 + random() * 0.8) * whole);
    if (!killed) whole = performance.now() - begun;
    const missing = await within(db, async (store) => {
      const { reports } = await store.health();
      return [...(reports === 20 ? [] : [`${reports} of 20 reports`]), ...(await damageIn(store))];
    });
    rmSync(db, { recursive: true });
    return { killed, acknowledged: lines.length > 0 ? 1 : 0, missing };
  };
}
