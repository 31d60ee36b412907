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
let taken = Number.NaN;

/** User and system time of a shell's children, as its `times` prints them: "0m1.250s 0m0.310s" on the last line. */
const secondsIn = (times: string): number =>
  [...(times.trimEnd().split('\n').at(-1) ?? '').matchAll(/(\d+)m([\d.]+)s/g)].reduce(
    (sum, [, minutes, seconds]) => sum + 60 * Number(minutes) + Number(seconds),
    0,
  );

beforeAll(() => {
  // Its files in /tmp go to a folder of this run.
  const commands = shown.map(({ command }) => command.replaceAll('/tmp/', `${folder}/`));
  const { stdout, stderr } = spawnSync('bash', ['-s'], {
    cwd: root,
    encoding: 'utf8',
    // At the end: what all of them together took of a processor.
    input: `${commands.map((command) => `${command}\nprintf '\\n${END} %s\\n' "$?"\n`).join('')}\ntimes\n`,
    env: { ...process.env, LAYDOWN_DB: join(folder, 'my-ledger'), NO_COLOR: '1' },
  });
  printed = stdout.split(new RegExp(`\\n${END} \\d+\\n`));
  taken = secondsIn(printed.at(-1) ?? '');
  trouble = stderr;
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

test('goes from reports to a published page and away', () => {
  expect(shown.length).toBeGreaterThan(12);
  expect(SECONDS).toBeLessThanOrEqual(100);
  expect(printed.length, trouble).toBe(shown.length + 1);
  // Of a processor, so that what else the machine does counts for nothing.
  expect(taken).toBeGreaterThan(1);
  expect(taken).toBeLessThanOrEqual(SECONDS);
  for (const verb of ['read', 'add', 'posture', 'conflicts', 'judge', 'why', 'decisions', 'serve', 'export', 'import'])
    expect(page).toMatch(new RegExp(`^\\$ .*bin/laydown (?:--db \\S+ )?${verb}\\b`, 'm'));
});

test.each(shown.map((one, at) => ({ at, ...one })))('$at: $command', ({ at, lines }) => {
  expect(printed[at], trouble).toBeDefined();
  expectShown(printed[at]!, lines);
});
