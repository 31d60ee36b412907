// `npm run gazetteer` on a copy of the tables: says which rows changed, what is wrong with them, and what is read otherwise.
import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, expect, test, vi } from 'vitest';
import { main } from '../scripts/gazetteer/gazetteer.ts';

const root = join(import.meta.dirname, '..');
const folder = mkdtempSync(join(tmpdir(), 'laydown-gazetteer-'));
const copy = join(folder, 'checkout');
const bases = join(copy, 'data/bases.tsv');
const countries = join(copy, 'data/countries.tsv');
const original = readFileSync(join(root, 'data/bases.tsv'), 'utf8');
const states = readFileSync(join(root, 'data/countries.tsv'), 'utf8');

beforeAll(() => {
  cpSync(join(root, 'data'), join(copy, 'data'), { recursive: true });
  for (const name of ['dist', 'examples']) symlinkSync(join(root, name), join(copy, name));
  const git = (...args: string[]) =>
    expect(
      spawnSync('git', ['-c', 'user.name=a', '-c', 'user.email=a@example.org', ...args], { cwd: copy }).status,
    ).toBe(0);
  git('init', '-q');
  git('add', 'data');
  git('commit', '-q', '-m', 'tables');
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));
afterEach(() => {
  writeFileSync(bases, original);
  writeFileSync(countries, states);
});

async function checked() {
  const lines: string[] = [];
  const log = vi.spyOn(console, 'log').mockImplementation((line: string) => void lines.push(line));
  try {
    return { status: await main([], copy), lines };
  } finally {
    log.mockRestore();
  }
}

test('tables as committed differ in nothing, and nothing is read', async () => {
  expect(await checked()).toEqual({ status: 0, lines: ['0 rows differ from HEAD; 0 faults in the tables'] });
});

test('a name taken away shows in the claims that lose it, and one added elsewhere in none', async () => {
  const row = states.split('\n').find((line) => line.startsWith('HR\t'))!;
  const without = row.replace('\tCroatian', '\tIllyrian').replace('\tCroatia\t', '\tIllyria\t');
  writeFileSync(countries, states.replace(row, without));
  writeFileSync(bases, `${original}PL\tCamp Nowhere\t\t\t\n`);
  const { status, lines } = await checked();
  expect(status).toBe(0);
  expect(lines.slice(0, 5)).toEqual([
    'data/countries.tsv',
    `  - ${row.replaceAll('\t', ' | ')}`,
    `  + ${without.replaceAll('\t', ' | ')}`,
    'data/bases.tsv',
    '  + PL | Camp Nowhere |  |  | ',
  ]);
  const lost = lines.filter((line) => /^ {2}- (?:movement|presence) /.test(line));
  expect(lost.length).toBeGreaterThan(0);
  for (const line of lost) expect(line).toMatch(/HR|Croat/);
  expect(lines.filter((line) => line.includes('Camp Nowhere'))).toHaveLength(1);
  expect(lines).toContain('no annotated corpus beside the checkout (../shared/corpus/dev): no score');
});

test('a fault ends with status 1 and names its row', async () => {
  writeFileSync(bases, `${original}QQ\tCamp Wrong\t\t\t\n`);
  const { status, lines } = await checked();
  expect(status).toBe(1);
  expect(lines).toContain('fault: data/bases.tsv: "Camp Wrong": QQ is no state of data/countries.tsv');
});
