// What the documentation shows is what the program does: every console block is run, its lines must come out in their order.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { EXPORT_FORMATS } from '../src/formats/export-formats.ts';
import { parseClaim, printClaim } from '../src/model/notation.ts';
import { expectShown, shownIn } from './console-blocks.ts';

const root = join(import.meta.dirname, '..');
const folder = mkdtempSync(join(tmpdir(), 'laydown-docs-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const pages = [
  'README.md',
  'CONTRIBUTING.md',
  'ARCHITECTURE.md',
  'CHANGELOG.md',
  ...readdirSync(join(root, 'docs'))
    .filter((name) => name.endsWith('.md'))
    .map((name) => `docs/${name}`),
];
const textOf = (page: string): string => readFileSync(join(root, page), 'utf8');

// The tutorial is one session of a shell: test/tutorial.test.ts runs it.
const shown = pages
  .filter((page) => page !== 'docs/tutorial.md')
  .flatMap((page) => shownIn(textOf(page)).map((one) => ({ page, ...one })));

describe.each([...new Set(shown.map(({ page }) => page))])('%s', (page) => {
  const ledger = join(folder, page.replace(/\W/g, '-'));
  test.each(shown.filter((one) => one.page === page))('$command', ({ command, lines }) => {
    // Their files in /tmp go to a folder of this run.
    const here = (text: string): string => text.replaceAll('/tmp/', `${folder}/`);
    const { status, stdout, stderr } = spawnSync('bash', ['-c', here(command)], {
      cwd: root,
      encoding: 'utf8',
      env: { ...process.env, LAYDOWN_DB: ledger, NO_COLOR: '1' },
    });
    expect(`${status} ${status === 0 ? '' : stderr}`).toBe('0 ');
    expectShown(stdout, lines.map(here));
  });
});

test('the README shows what comes out', () => {
  expect(shown.filter(({ page }) => page === 'README.md').length).toBeGreaterThan(1);
});

test('links inside the documentation lead somewhere', () => {
  const broken = pages.flatMap((page) =>
    [...textOf(page).matchAll(/\]\((?!https?:)([^)#]+)(?:#[^)]*)?\)/g)]
      .filter(([, to]) => !existsSync(join(root, dirname(page), to!)))
      .map(([, to]) => `${page}: ${to}`),
  );
  expect(broken).toEqual([]);
});

test('the lines of the notation in docs/claims.md are claims', () => {
  const lines = textOf('docs/claims.md').match(/^(?:presence|movement|status|decision|incident) .* : ".*"$/gm) ?? [];
  expect(lines.length).toBeGreaterThanOrEqual(5);
  for (const line of lines) expect(printClaim(parseClaim(line))).toBe(line);
});

test('the limits that docs/commands.md states are those of the program', async () => {
  const { LIMITS, inMegabytes } = await import('../src/formats/limits.ts');
  expect(textOf('docs/commands.md')).toContain(
    `${inMegabytes(LIMITS.textBytes)} a text, ${inMegabytes(LIMITS.htmlBytes)} a page, ${inMegabytes(LIMITS.jsonBytes)} a JSON file`,
  );
});

test('docs/exports.md says of each format what it holds and has no place for', () => {
  const told = [...textOf('docs/exports.md').matchAll(/^\| `([\w-]+)` \| [^|]+ \| [^|]+ \|$/gm)].map(
    ([, name]) => name,
  );
  expect(told).toEqual([...EXPORT_FORMATS]);
});
