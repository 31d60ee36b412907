// A backup is one file that makes an equal ledger; a file that was cut, changed or is something else is told from one.
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { backupFiles as files } from '../src/adapters/backup-files.ts';
import { inScratchStore } from '../src/adapters/open-store.ts';
import { addReports } from '../src/app/add-reports.ts';
import { backupLedger, restoreLedger } from '../src/app/backup-ledger.ts';
import { judgeClaim } from '../src/app/judge-claim.ts';
import { judgeEntities } from '../src/app/judge-entities.ts';
import { redactReport } from '../src/app/redact-report.ts';
import { draftOf } from '../src/model/draft.ts';
import { fixedClock } from '../src/ports/clock.ts';
import type { Store } from '../src/ports/store.ts';
import { atlas } from '../src/wire-gazetteer.ts';
import { reader } from '../src/wire-reader.ts';
import { runLaydown } from './laydown-process.ts';
import { scratchLedger } from './scratch-ledger.ts';

const root = mkdtempSync(join(tmpdir(), 'laydown-backup-'));
afterAll(() => rmSync(root, { recursive: true, force: true }));
const clock = fixedClock('2026-04-01T08:00:00.000Z');
const store = await scratchLedger();
const backing = { store, clock, files, scratch: inScratchStore };
const SECRET = 'Okapi-Lantern';
let file: string;
let counter = 0;
const path = (): string => join(root, `${++counter}.laydown`);

beforeAll(async () => {
  async function* stories() {
    for (const [i, n] of [31, 44, 57, 63].entries()) {
      const text = `There are ${n} Danish soldiers in Mali, ${i === 2 ? SECRET : 'the ministry'} said.`;
      yield {
        source: `${n}`,
        report: draftOf(text, { published: `2026-02-0${i + 1}`, publisher: 'Paper', url: `https://example.org/${n}` }),
      };
    }
  }
  await addReports({ store, clock, reader: reader() }, stories());
  const { claims } = await store.facts();
  await judgeClaim({ store, clock }, { claim: claims[0]!.id, verdict: 'reject', by: 'A. Reviewer' });
  await judgeEntities({ store, clock, atlas: atlas() }, { verdict: 'merge', kind: 'mission', names: ['A'], into: 'B' });
  file = path();
});

const sorted = (items: readonly object[]) => items.map((item) => JSON.stringify(item)).sort();
async function contentOf(of: Store) {
  const facts = Object.entries(await of.facts()).map(([kind, items]) => [kind, sorted(items)]);
  return [facts, await of.transactions(), await of.verify()];
}

test('makes an equal ledger, with both clocks, and proves it before it says so', async () => {
  const done = await backupLedger(backing, file, '0.1.0');
  expect(done).toMatchObject({ rebuilt: true, head: { transactions: 3, reports: 4, program: '0.1.0' } });
  expect(done.bytes).toBeGreaterThan(500);
  await inScratchStore(async (other) => {
    const restored = await restoreLedger({ store: other, clock: fixedClock('2030-01-01T00:00:00.000Z'), files }, file);
    expect(restored).toMatchObject({ reports: 4, head: { made: '2026-04-01T08:00:00.000Z' } });
    expect(await contentOf(other)).toEqual(await contentOf(store));
  });
});

test('reads while it is read: questions are answered during a backup', async () => {
  const [done, facts] = await Promise.all([backupLedger(backing, path(), '0.1.0', { quick: true }), store.facts()]);
  expect([done.rebuilt, facts.reports.length]).toEqual([false, 4]);
});

describe('refuses', async () => {
  const empty = await scratchLedger();
  test('to write over a file', async () => {
    await expect(backupLedger(backing, file, '0.1.0')).rejects.toMatchObject({
      code: 'usage',
      message: expect.stringContaining('is there already'),
    });
  });
  test('a place that cannot be written, and leaves nothing there', async () => {
    await expect(backupLedger(backing, join(root, 'no/such/folder/x'), '0.1.0')).rejects.toMatchObject({
      code: 'usage',
    });
  });
  test('to restore into a ledger that holds something', async () => {
    await expect(restoreLedger({ store, clock, files }, file)).rejects.toMatchObject({
      code: 'usage',
      message: expect.stringContaining('--db'),
    });
  });
  test.each([
    ['is cut short', (bytes: Buffer) => bytes.subarray(0, bytes.length - 40)],
    [
      'is cut short',
      (bytes: Buffer) => gzipSync(gunzipSync(bytes).toString().split('\n').slice(0, -2).concat('').join('\n')),
    ],
    [
      'was changed',
      (bytes: Buffer) => gzipSync(gunzipSync(bytes).toString().replace('Danish soldiers', 'Polish soldiers')),
    ],
    ['is no backup', () => gzipSync('{"some":"thing"}\n')],
    ['is no backup', () => Buffer.from('plain text')],
    ['of format 2', (bytes: Buffer) => gzipSync(gunzipSync(bytes).toString().replace('"format":1', '"format":2'))],
  ])('a file that %s, before anything is taken from it', async (words, change) => {
    const other = path();
    writeFileSync(other, change(readFileSync(file)));
    await expect(restoreLedger({ store: empty, clock, files }, other)).rejects.toMatchObject({
      code: 'bad-input',
      message: expect.stringContaining(words),
    });
    expect(await empty.cursor()).toBe(0);
  });
  test('a file that is not there', async () => {
    await expect(files.check(join(root, 'none'))).rejects.toMatchObject({ code: 'usage' });
  });
});

test('what was erased is in no backup made after, and the backup before still holds it', async () => {
  const quoted = (await store.facts()).reports.find((r) => r.url?.endsWith('/57'));
  await redactReport({ store, clock }, { report: quoted!.id, why: 'on demand', speakers: true });
  const after = path();
  expect(await backupLedger(backing, after, '0.1.0')).toMatchObject({ rebuilt: true });
  const holds = (name: string) => gunzipSync(readFileSync(name)).includes(SECRET);
  expect([holds(file), holds(after)]).toEqual([true, false]);
});

test('on the command line: backup, restore elsewhere, and the same answer', async () => {
  const [db, other, saved] = [join(root, 'db'), join(root, 'other'), join(root, 'cli.laydown')];
  const story = join(root, 'story.txt');
  writeFileSync(story, 'There are 90 Latvian soldiers in Kosovo.');
  await runLaydown(['--db', db, 'add', story, '--published', '2024-05-30']);
  expect(await runLaydown(['--db', db, 'backup', saved])).toMatchObject({
    status: 0,
    stdout: expect.stringContaining('equal line by line'),
  });
  expect(await runLaydown(['--db', other, 'restore', saved])).toMatchObject({
    status: 0,
    stdout: expect.stringContaining('1 report'),
  });
  const ask = ['posture', '--party', 'LV', '--at', '2024-06-01', '--json'];
  const answers = await Promise.all([db, other].map((where) => runLaydown(['--db', where, ...ask])));
  expect(answers[1]!.stdout).toBe(answers[0]!.stdout);
  expect(answers[0]!.stdout).toContain('"min":90');
});
