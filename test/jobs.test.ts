// Reading in several threads gives the ledger that one thread gives.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { runLaydown } from './laydown-process.ts';

const folder = mkdtempSync(join(tmpdir(), 'laydown-jobs-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const reports = join(import.meta.dirname, '../examples/iraq-january-2020');

test('three threads acknowledge the same reports with the same claims, in the same order', async () => {
  const [one, three] = [join(folder, 'one'), join(folder, 'three')];
  const first = await runLaydown(['--db', one, 'add', reports]);
  const second = await runLaydown(['--db', three, 'add', '--jobs', '3', reports]);
  expect(second.status, second.stderr).toBe(0);
  expect(second.stdout).toBe(first.stdout);
  const claims = async (ledger: string) => (await runLaydown(['--db', ledger, 'claims', '--json'])).stdout;
  expect(await claims(three)).toBe(await claims(one));
});

test('a number of threads that is none is refused', async () => {
  const { status, stderr } = await runLaydown(['--db', join(folder, 'none'), 'add', '--jobs', 'many', reports]);
  expect(status).toBe(2);
  expect(stderr).toContain('--jobs many is no number of threads');
});
