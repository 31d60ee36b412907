// The reviewer's queue on the command line: shown in a pipe, judged on a terminal.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { runLaydown } from './laydown-process.ts';

const root = join(import.meta.dirname, '..');
const folder = mkdtempSync(join(tmpdir(), 'laydown-review-'));
const ledger = join(folder, 'ledger');
const AT = ['--at', '2020-01-09'];
afterAll(() => rmSync(folder, { recursive: true, force: true }));
beforeAll(async () => {
  await asked('add', join(root, 'examples/iraq-january-2020'));
});

interface Queue {
  readonly open: number;
  readonly claims: readonly { readonly claim: { readonly id: string }; readonly confidence: number }[];
}
const asked = (...args: string[]) => runLaydown(['--db', ledger, ...args]);
const queue = async (...more: string[]): Promise<Queue> =>
  JSON.parse((await asked('review', ...AT, '--json', ...more)).stdout);
const verdicts = async (): Promise<Record<string, string | null>> =>
  Object.fromEntries(
    JSON.parse((await asked('claims', '--json')).stdout).claims.map((one: { id: string; verdict: string | null }) => [
      one.id,
      one.verdict,
    ]),
  );

test('shows the weightiest claim first, with its words and what it decides', async () => {
  const { status, stdout } = await asked('review', ...AT, '--limit', '2');
  expect(status).toBe(0);
  expect(stdout).toMatch(/^28 claims to judge\npresence US ~50000 R:MIDDLE-EAST/);
  expect(stdout).toContain('\u201cthe roughly 50,000 already');
  expect(stdout).toMatch(/United States, Middle East: 45,000\u2013\S+; without it at least/);
  expect(stdout).toContain('and 26 more claims');
});

test('puts the least sure first where that is asked for', async () => {
  const { claims } = await queue('--order', 'uncertainty', '--limit', '200');
  expect(claims.length).toBe(28);
  const sure = claims.map(({ confidence }) => confidence);
  expect(sure[0]).toBeLessThanOrEqual(sure.at(-1)!);
});

test('refuses a limit that is none', async () => {
  const { status, stderr } = await asked('review', '--limit', 'all');
  expect(status).toBe(2);
  expect(stderr).toContain('--limit all: write a number from 1 to 200');
});

const hasScript = spawnSync('script', ['--version']).status === 0;
if (!hasScript && process.env['LAYDOWN_ALL']) throw new Error('`script` is not installed (package bsdutils)');

test.runIf(hasScript)('is worked through on a terminal: accept, take back, correct, skip', async () => {
  const [first, second, third] = (await queue('--limit', '3')).claims.map(({ claim }) => claim.id);
  const answers = ['a', 'u', 's', 'r', 'counted twice', 'what', 'c', 'no claim', 'c'];
  const { stdout } = spawnSync(
    'script',
    ['-qec', `"${process.execPath}" bin/laydown --db "${ledger}" review ${AT.join(' ')} --by Ada`, '/dev/null'],
    {
      cwd: root,
      encoding: 'utf8',
      input: [...answers, 'movement US 4000 US -> KW underway deploy', 'q', ''].join('\n'),
      env: { ...process.env, TERM: 'xterm', NO_COLOR: '1' },
    },
  );
  expect(stdout).toContain('"what" is none of a, r, c, s, u, q');
  expect(stdout).toMatch(/laydown: .*no claim/);
  expect(stdout.trimEnd()).toMatch(/2 claims judged$/);
  const judged = await verdicts();
  // A rejected claim is listed no more.
  expect([judged[first!], judged[second!], judged[third!]]).toEqual([null, undefined, 'correct']);
});
