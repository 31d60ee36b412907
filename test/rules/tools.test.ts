// The rule-writer's tools as they are called, on the examples.
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';

const root = join(import.meta.dirname, '../..');
const EXAMPLES = join(root, 'examples/iraq-january-2020');

function run(tool: string, ...args: readonly string[]) {
  const { status, stdout, stderr } = spawnSync(process.execPath, ['scripts/run-tool.mjs', tool, ...args], {
    cwd: root,
    encoding: 'utf8',
    env: { ...process.env, NO_COLOR: '1', FORCE_COLOR: '0' },
  });
  return { status, stdout, stderr };
}
const attempt = (...args: readonly string[]) => run('scripts/rules/try.ts', ...args);
const rules = (...args: readonly string[]) => run('scripts/rules/rules.ts', ...args);

describe('try', () => {
  test('shows where a pattern occurs, with the hit marked, the chunks and the claims there', () => {
    const { status, stdout } = attempt('{move|send} ... to <place>', EXAMPLES);
    expect(status).toBe(0);
    expect(stdout).toMatch(/\[\[will be moved to Jordan and Kuwait\]\]/);
    expect(stdout).toMatch(/^ {2}force\[strong soldier 30 DE part of 120/m);
    expect(stdout).toMatch(/^ {2}= movement DE 30 .*\{movement\/sent\}/m);
    expect(stdout).toMatch(/^\d+ hits in \d+ sentences of 6 reports, \d+ with a claim/m);
  });

  test('shows how one sentence is read', () => {
    const { status, stdout } = attempt('--sentence', 'Chile has sent 20 engineers to Cyprus.');
    expect(status).toBe(0);
    expect(stdout).toMatch(/\* has sent = send, asserted; who: Chile; what: 20 engineers; where: to Cyprus/);
    expect(stdout).toMatch(/= movement CL 20 -> CY completed deploy {2}\{movement\/sent\}/);
  });

  test.each([
    [[], /there is no pattern/],
    [['<frce>'], /there is no <frce>/],
    [['/(/'], /no regular expression/],
    [['{send}', '--limit', 'many'], /--limit many is no number/],
    [['{send}', '--nothing'], /--nothing/],
  ])('with %j says what is wrong, shows its usage and ends with 2', (args, message) => {
    const { status, stderr } = attempt(...args);
    expect(status).toBe(2);
    expect(stderr).toMatch(message);
    expect(stderr).toContain('Usage: npm run try');
  });
});

describe('rules', () => {
  test('counts what each rule does over reports, and lists those that never fire there', () => {
    const all = rules(EXAMPLES).stdout;
    expect(all).toMatch(/^movement\/sent +\d+/m);
    expect(all).toMatch(/^\d+ rules over 6 reports: \d+ never fired$/m);
    const unused = rules('--unused', EXAMPLES).stdout;
    expect(unused).not.toMatch(/^movement\/sent/m);
    expect(unused.split('\n').length).toBeLessThan(all.split('\n').length);
  });

  test('checks the page of all rules', () => {
    expect(rules('--check')).toMatchObject({ status: 0, stderr: '' });
  });

  test('a tool that is not there is named', () => {
    expect(run('scripts/rules/none.ts')).toMatchObject({ status: 2, stderr: expect.stringContaining('none.ts') });
  });
});
