// The tutorial, followed to the letter: one shell, its commands in their order, what each prints.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { expectShown, shownIn } from './console-blocks.ts';

const root = join(import.meta.dirname, '..');
const folder = mkdtempSync(join(tmpdir(), 'laydown-tutorial-'));
const page = readFileSync(join(root, 'docs/tutorial.md'), 'utf8');
const shown = shownIn(page);
const END = '-- end of command';
/** What the page says that its commands take together. */
const SECONDS = Number(/held to (\d+) seconds/.exec(page)?.[1]);
let printed: string[] = [];
let trouble = '';

beforeAll(() => {
  // Its files in /tmp go to a folder of this run.
  const commands = shown.map(({ command }) => command.replaceAll('/tmp/', `${folder}/`));
  const { stdout, stderr } = spawnSync('bash', ['-s'], {
    cwd: root,
    encoding: 'utf8',
    input: commands.map((command) => `${command}\nprintf '\\n${END} %s\\n' "$?"\n`).join(''),
    env: { ...process.env, LAYDOWN_DB: join(folder, 'my-ledger'), NO_COLOR: '1' },
    timeout: SECONDS * 1000,
  });
  printed = stdout.split(new RegExp(`\\n${END} \\d+\\n`));
  trouble = stderr;
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

test('goes from reports to a published page and away', () => {
  expect(shown.length).toBeGreaterThan(12);
  expect(SECONDS).toBeLessThanOrEqual(100);
  // Every command ended within its time: one that was cut short printed nothing for the last of them.
  expect(printed.length, trouble).toBe(shown.length + 1);
  for (const verb of ['read', 'add', 'posture', 'conflicts', 'judge', 'why', 'decisions', 'serve', 'export', 'import'])
    expect(page).toMatch(new RegExp(`^\\$ .*bin/laydown (?:--db \\S+ )?${verb}\\b`, 'm'));
});

test.each(shown.map((one, at) => ({ at, ...one })))('$at: $command', ({ at, lines }) => {
  expect(printed[at], trouble).toBeDefined();
  expectShown(printed[at]!, lines);
});
