// What happens to laptops: a clock set back, a directory copied while it is open, a file with bytes that changed. Each is told clearly.
import {
  closeSync,
  cpSync,
  mkdtempSync,
  openSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
  writeSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { openStore } from '../src/adapters/open-store.ts';
import { examineLedger } from '../src/app/examine-ledger.ts';
import { reportAdded } from '../src/ledger/report-added.ts';
import { reportSchema } from '../src/model/report.ts';
import { fixedClock } from '../src/ports/clock.ts';
import { runLaydown } from './laydown-process.ts';

const root = mkdtempSync(join(tmpdir(), 'laydown-damage-'));
afterAll(() => rmSync(root, { recursive: true, force: true }));
const event = (id: string, text = `Report ${id} of many.`) =>
  reportAdded(reportSchema.parse({ id, text, published: '2024-01-01' }));

test('a clock set back, or ahead: the order of the ledger does not change, and the doctor says so', async () => {
  const db = join(root, 'clock');
  const store = await openStore(db);
  for (const [i, recorded] of ['2024-05-01', '2031-01-01', '2023-02-01', '2024-06-01'].entries())
    await store.append([event(`r${i}`)], `${recorded}T10:00:00.000Z`);
  expect((await store.reports()).map((r) => [r.id, r.transaction])).toEqual([0, 1, 2, 3].map((i) => [`r${i}`, i + 1]));
  const { damage, warnings } = await examineLedger({ store, clock: fixedClock('2025-01-01T00:00:00.000Z') });
  await store.close();
  expect(damage).toEqual([]);
  expect(warnings.filter((w) => w.includes('clock'))).toEqual([
    expect.stringContaining('transaction 2 was recorded at 2031-01-01'),
    expect.stringContaining('set back before transaction 3'),
  ]);
  const run = await runLaydown(['--db', db, 'doctor']);
  expect(run).toMatchObject({ status: 0, stdout: expect.stringContaining('lies ahead') });
});

test('a directory copied while it is open and written to: the copy opens whole with a warning, or says what to do', async () => {
  const db = join(root, 'open');
  const store = await openStore(db);
  const writing = (async () => {
    for (let i = 0; i < 150; i++) await store.append([event(`w${i}`, `${i} `.repeat(900))], '2024-05-01T10:00:00.000Z');
  })();
  const outcomes: string[] = [];
  for (let i = 0; i < 3; i++) {
    await new Promise((resolve) => setTimeout(resolve, 60 + 90 * i));
    const copy = join(root, `copied-${i}`);
    cpSync(db, copy, { recursive: true });
    const warnings: string[] = [];
    try {
      // The one who has the other open is alive: that must not keep the copy shut.
      const other = await openStore(copy, { waitMs: 0, onWarn: (message) => warnings.push(message) });
      outcomes.push((await other.verify()).length === 0 ? 'whole' : 'damage told');
      await other.close();
    } catch (error) {
      expect(error).toMatchObject({ code: 'store-unreachable', message: expect.stringContaining('restore') });
      outcomes.push('refused');
    }
    expect(warnings).toEqual([expect.stringMatching(/was copied while process \d+ since .* had it open/)]);
  }
  await writing;
  expect(outcomes).toHaveLength(3);
  expect((await store.reports()).length).toBe(150);
  expect(await store.verify()).toEqual([]);
  await store.close();
  // Copied closed it is a ledger like any other.
  const warnings: string[] = [];
  cpSync(db, join(root, 'closed'), { recursive: true });
  const closed = await openStore(join(root, 'closed'), { onWarn: (message) => warnings.push(message) });
  expect([await closed.verify(), warnings]).toEqual([[], []]);
  await closed.close();
});

/** The file with most of these letters in it: where the table lies. */
function fileWith(directory: string, letters: string): string {
  const files = readdirSync(join(directory, 'engine/base'), { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));
  const found = files.find((file) => readFileSync(file).includes(letters));
  if (found === undefined) throw new Error(`no file holds ${letters}`);
  return found;
}

test.each([
  ['a byte of a text that changed', (file: string, at: number) => write(file, at + 3, 'X')],
  ['a block of zeros', (file: string, at: number) => write(file, Math.floor(at / 8192) * 8192, '\0'.repeat(4096))],
  [
    'a file that lost its end',
    (file: string) => writeFileSync(file, readFileSync(file).subarray(0, Math.max(0, statSync(file).size - 8192))),
  ],
])('%s is told by the doctor, and how to go on', async (_, damage) => {
  const db = mkdtempSync(join(root, 'bytes-'));
  const store = await openStore(db);
  await store.append([event('a', 'Aardvark soldiers stood in the valley.'), event('b')], '2024-05-01T10:00:00.000Z');
  await store.close();
  const file = fileWith(db, 'Aardvark');
  damage(file, readFileSync(file).indexOf('Aardvark'));
  const run = await runLaydown(['--db', db, 'doctor']);
  expect(run.status).not.toBe(0);
  expect(run.stderr + run.stdout).toMatch(/damaged|was changed|is broken/);
  expect(run.stderr).toMatch(/restore/);
  expect(run.stderr).not.toMatch(/\bat .*\.js:\d+/);
});

function write(file: string, at: number, text: string): void {
  const handle = openSync(file, 'r+');
  writeSync(handle, text, at);
  closeSync(handle);
}
