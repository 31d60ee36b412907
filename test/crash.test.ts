// Nothing acknowledged is lost: `add` killed at any instant, two at once, directories that cannot be written. The real program, the real disk.
import { chmodSync, chownSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openStore } from '../src/adapters/open-store.ts';
import type { LedgerFacts } from '../src/model/event.ts';
import { runLaydown, startLaydown } from './laydown-process.ts';

const FULL = process.env['LAYDOWN_ALL'] === '1';
const REPORTS = FULL ? 2000 : 200;
const KILLS = FULL ? 10 : 2;
const LIMIT_MS = FULL ? 900_000 : 240_000;

const root = mkdtempSync(join(tmpdir(), 'laydown-crash-'));
const stories = join(root, 'stories');
afterAll(() => rmSync(root, { recursive: true, force: true }));

/** Fixed seed: a failure can be run again. */
function randomFrom(seed: number): () => number {
  let x = seed;
  return () => {
    x = (x * 48_271) % 2_147_483_647;
    return x / 2_147_483_647;
  };
}

beforeAll(() => {
  mkdirSync(stories);
  const random = randomFrom(20_200_108);
  const countries = ['Mali', 'Chad', 'Niger', 'Kuwait', 'Lebanon', 'Latvia', 'Poland', 'Cyprus'];
  const owners = ['Danish', 'Italian', 'Spanish', 'Finnish', 'Irish'];
  for (let i = 0; i < REPORTS; i++) {
    const [place, owner] = [countries[i % countries.length], owners[Math.floor(random() * owners.length)]];
    const text = `There are ${20 + i} ${owner} soldiers in ${place}. The ministry gave the figure on its pages, item ${i}.\n`;
    writeFileSync(join(stories, `story-${String(i).padStart(4, '0')}.txt`), text);
  }
});

const acknowledgedIn = (stdout: string): string[] =>
  // Only whole lines: the last may be cut by the kill.
  stdout
    .slice(0, stdout.lastIndexOf('\n') + 1)
    .split('\n')
    .flatMap((line) => /^(?:added|known|reread) +(\S+)/.exec(line)?.[1] ?? []);

async function inLedger<T>(db: string, ask: (store: Awaited<ReturnType<typeof openStore>>) => Promise<T>): Promise<T> {
  const store = await openStore(db);
  try {
    return await ask(store);
  } finally {
    await store.close();
  }
}

/** What a ledger says, without when it was said. */
const contentOf = ({ reports, readings, claims, judgements }: LedgerFacts) => ({
  reports: reports.map((r) => r.id).sort(),
  readings: readings.map((r) => JSON.stringify([r.report, r.extractor, r.version, r.claims])).sort(),
  claims: claims.map((c) => JSON.stringify(c)).sort(),
  judgements: judgements.length,
});

async function addAndKill(
  db: string,
  when: { readonly afterReports: number } | { readonly afterMs: number },
  delayMs: number,
) {
  let kill: NodeJS.Timeout | null = null;
  const end = () => {
    kill ??= setTimeout(() => running.child.kill('SIGKILL'), delayMs);
  };
  const running = startLaydown(['--db', db, 'add', stories, '--published', '2024-02-02'], {
    onStdout: (all) => {
      if ('afterReports' in when && acknowledgedIn(all).length >= when.afterReports) end();
    },
  });
  if ('afterMs' in when) setTimeout(end, when.afterMs);
  const { stdout, stderr, status } = await running.ended;
  if (kill !== null) clearTimeout(kill);
  return { acknowledged: acknowledgedIn(stdout), stderr, status };
}

test(
  `loses no acknowledged report of ${REPORTS} over ${KILLS} kills, opens after each, and completes to the same state`,
  async () => {
    const db = join(root, 'killed');
    const random = randomFrom(7);
    const acknowledged = new Set<string>();
    let killed = 0;
    for (let i = 0; i < KILLS; i++) {
      const goal = Math.floor(REPORTS * ((i + random()) / (KILLS + 1)));
      const run = await addAndKill(db, { afterReports: goal }, Math.floor(random() * 120));
      if (run.status === null) killed++;
      for (const id of run.acknowledged) acknowledged.add(id);
      const there = await inLedger(db, async (store) => (await store.reports()).map((r) => r.id));
      expect([...acknowledged].filter((id) => !there.includes(id))).toEqual([]);
    }
    expect(killed).toBeGreaterThanOrEqual(Math.ceil(KILLS / 2));
    expect(acknowledged.size).toBeGreaterThan(0);

    const last = await runLaydown(['--db', db, 'add', stories, '--published', '2024-02-02']);
    expect(last).toMatchObject({ status: 0 });
    expect(new Set(acknowledgedIn(last.stdout)).size).toBe(REPORTS);
    const whole = join(root, 'never-killed');
    expect((await runLaydown(['--db', whole, 'add', stories, '--published', '2024-02-02'])).status).toBe(0);
    const [one, other] = [await inLedger(db, (s) => s.facts()), await inLedger(whole, (s) => s.facts())];
    expect(contentOf(one)).toEqual(contentOf(other));
    expect(await inLedger(db, (s) => s.verify())).toEqual([]);
  },
  LIMIT_MS,
);

test(
  'opens after a kill at any instant of its making',
  async () => {
    const random = randomFrom(11);
    for (let i = 0; i < (FULL ? 12 : 2); i++) {
      const db = join(root, `born-${i}`);
      await addAndKill(db, { afterMs: 150 + Math.floor(random() * 1200) }, 0);
      expect(await inLedger(db, (store) => store.verify())).toEqual([]);
    }
  },
  LIMIT_MS,
);

test(
  'two adds at once: the second waits or says who holds the ledger, and nothing is lost',
  async () => {
    const db = join(root, 'shared');
    const halves = ['a', 'b'].map((name, half) => {
      const folder = join(root, name);
      mkdirSync(folder);
      for (let i = 0; i < 40; i++)
        writeFileSync(
          join(folder, `${i}.txt`),
          `There are ${100 + i} Danish soldiers in ${half === 0 ? 'Mali' : 'Chad'}.\n`,
        );
      return folder;
    });
    const add = (folder: string) => startLaydown(['--db', db, 'add', folder, '--published', '2024-02-02']);
    // Whichever of them is the faster, both find the ledger held: by this process, until both have said so.
    const holder = await openStore(db, { alone: true });
    const running = halves.map(add);
    await Promise.all(
      running.map(
        ({ child, ended }) =>
          new Promise<void>((resolve) => {
            child.stderr?.on('data', (text: string) => text.includes('waiting for the ledger') && resolve());
            void ended.then(() => resolve());
          }),
      ),
    );
    await holder.close();
    const both = await Promise.all(running.map(({ ended }) => ended));
    for (const { stderr } of both) expect(stderr).toMatch(/waiting for the ledger: process \d+ since/);
    for (const [i, run] of both.entries()) {
      if (run.status === 0) continue;
      // On a busy machine the wait can end first: then it says who holds the ledger, and can be run again.
      expect(run).toMatchObject({ status: 3, stderr: expect.stringMatching(/process \d+ since .* holds the ledger/) });
      expect((await add(halves[i]!).ended).status).toBe(0);
    }
    const counts = await inLedger(db, async (store) => [(await store.reports()).length, await store.verify()]);
    expect(counts).toEqual([80, []]);
  },
  LIMIT_MS,
);

test('says that a ledger directory cannot be written, and ends with status 1', async (context) => {
  const db = join(root, 'read-only');
  await inLedger(db, (store) => store.cursor());
  const root_ = process.getuid?.() === 0;
  if (process.getuid === undefined) context.skip('no users here');
  // Root may write whatever the permissions say: the program runs as another user then.
  const nobody = 65_534;
  if (root_) {
    chmodSync(root, 0o755);
    chownSync(db, nobody, nobody);
  }
  chmodSync(db, 0o555);
  const run = await runLaydown(['--db', db, 'reports'], root_ ? { user: nobody } : {});
  chmodSync(db, 0o755);
  expect(run).toMatchObject({ status: 1, stderr: expect.stringContaining(`${db} cannot be written`) });
});
