// The command line as users and other programs meet it: the built program, run as a process.
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { runLaydown } from './laydown-process.ts';

const PROGRAM = join(import.meta.dirname, '..', 'bin/laydown');
const folder = mkdtempSync(join(tmpdir(), 'laydown-cli-'));
const ledger = join(folder, 'ledger');
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const TEXT = 'Croatia has moved seven of its 14 soldiers in Iraq to Kuwait, the ministry said.';
const DAYS = ['--at', '2020-01-09', '--known', '2020-01-09'];
const laydown = (...args: string[]) => runLaydown(['--db', ledger, ...args]);
const write = (name: string, text: string): string => {
  mkdirSync(join(folder, name, '..'), { recursive: true });
  writeFileSync(join(folder, name), text);
  return join(folder, name);
};

describe('usage', () => {
  test('help goes to stdout with examples, and ends well', async () => {
    const help = await runLaydown(['--help']);
    expect(help).toMatchObject({ status: 0, stderr: '' });
    for (const verb of 'read add posture changes why conflicts decisions claims reports judge import export eval doctor'.split(
      ' ',
    )) {
      expect(help.stdout).toMatch(new RegExp(`^  ${verb} `, 'm'));
      const own = await runLaydown([verb, '--help']);
      expect(own.status).toBe(0);
      expect(own.stdout).toMatch(/Examples:\n {2}(?:laydown|curl)/);
      expect(own.stdout).toContain('--db <address>');
    }
  });

  test.each([
    [['raed', 'story.txt'], /unknown command 'raed'[\s\S]*Did you mean read\?/],
    [['read'], /missing required argument 'file'/],
    [['posture', '--plce', 'IQ'], /unknown option '--plce'[\s\S]*Did you mean --place\?/],
    [['posture', '--at', '2020-02-30'], /"2020-02-30" is no date: write YYYY-MM-DD/],
    [['changes'], /say either --since DATE/],
    [['claims', '--kind', 'parade'], /Allowed choices are presence, movement/],
    [['judge', 'abc', 'approve'], /"approve" is no verdict: say accept, reject, correct or withdraw/],
    [['judge', 'abc', 'correct', '--as', 'presence HR many'], /--as: column/],
    [['judge', 'abc', 'correct', '--set', 'quantity'], /write FIELD=VALUE/],
    [[], /Usage: laydown/],
  ])('ends with status 2 and says what is wrong: %j', async (args, message) => {
    const ended = await runLaydown(args);
    expect(ended).toMatchObject({ status: 2, stdout: '' });
    expect(ended.stderr).toMatch(message);
  });
});

describe('read', () => {
  test('writes NAME.json for every input, whatever its format, and names what it cannot read', async () => {
    const paths = [
      write('in/a.txt', `${TEXT}\n`),
      write('in/b.json', JSON.stringify({ text: TEXT, published: '2020-01-08', title: 'Moved' })),
      write('in/empty.txt', ''),
      write('in/c.html', `<html><body><p>${TEXT}</p></body></html>`),
    ];
    const out = join(folder, 'out');
    const ended = await runLaydown(['read', '--out', out, '--published', '2020-01-09', ...paths]);
    expect(ended.status).toBe(1);
    expect(ended.stderr).toBe(`laydown: ${paths[2]}: is empty: there is nothing to read\n`);
    for (const name of ['a', 'b', 'c']) {
      const written = JSON.parse(readFileSync(join(out, `${name}.json`), 'utf8'));
      expect(written).toMatchObject({ id: name, published: '2020-01-09', claims: expect.any(Array) });
    }
    expect(JSON.parse(readFileSync(join(out, 'b.json'), 'utf8')).title).toBe('Moved');
    expect(existsSync(join(out, 'empty.json'))).toBe(false);
  });

  test('prints a line of JSON a report, with --json before or after the verb', async () => {
    const path = write('one.json', JSON.stringify({ id: 'own', text: TEXT, published: '2020-01-08' }));
    for (const args of [
      ['--json', 'read', path],
      ['read', path, '--json'],
    ]) {
      const { status, stdout } = await runLaydown(args);
      expect(status).toBe(0);
      expect(JSON.parse(stdout)).toMatchObject({ id: 'own', published: '2020-01-08', claims: expect.any(Array) });
    }
  });

  test('takes standard input for "-"', () => {
    const { status, stdout } = spawnSync(process.execPath, [PROGRAM, 'read', '-', '--json'], {
      input: TEXT,
      encoding: 'utf8',
    });
    expect(status).toBe(0);
    expect(JSON.parse(stdout)).toMatchObject({ id: 'stdin', claims: expect.any(Array) });
  });

  test('two inputs of one name do not overwrite each other', async () => {
    const out = join(folder, 'same');
    await runLaydown(['read', '--out', out, write('x/same.txt', TEXT), write('y/same.txt', `${TEXT} Again.`)]);
    expect(existsSync(join(out, 'same.json')) && existsSync(join(out, 'same~2.json'))).toBe(true);
  });

  test('into a pipe the claims are printed plainly; --text adds the words marked, --trace the rules', async () => {
    const path = write('plain.txt', TEXT);
    const list = (await runLaydown(['read', path])).stdout;
    expect(list).toMatch(/^ {2}movement HR 7 .*\n {4}\u201cCroatia has moved/m);
    const { stdout } = await runLaydown(['read', path, '--text', '--trace']);
    expect(stdout).toMatch(/\{Croatia has moved seven.*\}\[\d\]/);
    expect(stdout).toMatch(/^\[\d\] movement HR 7 /m);
    expect(stdout).toMatch(/^How it was read\n {2}\[\d\] \w+\/[\w-]+: \u201c/m);
    expect(list + stdout).not.toContain('\u001b');
  });
});

describe('eval', () => {
  const gold = join(folder, 'gold');
  beforeAll(() => {
    const wanted = (party: string, n: number, evidence: string) => ({
      kind: 'presence',
      party,
      quantity: { min: n, max: n, approx: false, of: 'personnel' },
      place: { country: 'LV', name: 'Latvia' },
      evidence,
    });
    const text = 'Norway has 90 soldiers in Latvia. A hundred Danes guard the harbour there.';
    const claims = [
      wanted('SE', 90, 'Norway has 90 soldiers in Latvia'),
      wanted('DK', 100, 'A hundred Danes guard the harbour there'),
    ];
    write('gold/a.json', JSON.stringify({ id: 'a', published: '2020-01-08', text, claims }));
  });

  test('prints the scores, and with --misses each miss under its cause', async () => {
    const plain = await laydown('eval', gold);
    expect(plain.stdout).toMatch(/^core {7}P 0\.000 {2}R 0\.000 .*\(gold 2, predicted 1, agreed 0\)$/m);
    const { stdout } = await laydown('eval', gold, '--misses');
    expect(stdout).toMatch(/^wrong party \(1 missed, 1 extra\)\n {2}a {2}party\n {4}missed {2}presence SE 90 LV$/m);
    expect(stdout).toMatch(/^no rule fired {2,}1$/m);
    expect(stdout.endsWith(plain.stdout)).toBe(true);
  });

  test('--json holds the scores alone, or with --misses also the causes', async () => {
    const plain = JSON.parse((await laydown('eval', gold, '--json')).stdout);
    const { causes, misses, ...scores } = JSON.parse((await laydown('eval', gold, '--json', '--misses')).stdout);
    expect(scores).toEqual(plain);
    expect(causes).toContainEqual({ cause: 'wrong party', missed: 1, extra: 1, inexact: 0 });
    expect(misses).toContainEqual(
      expect.objectContaining({
        report: 'a',
        cause: 'no rule fired',
        missed: expect.objectContaining({ party: 'DK' }),
      }),
    );
  });
});

describe('the terminal', () => {
  test('a reader that closes the pipe early ends the program quietly', async () => {
    const child = spawn('bash', [
      '-c',
      `"${process.execPath}" "${PROGRAM}" --help | head -1; echo "\${PIPESTATUS[0]}"`,
    ]);
    let out = '';
    let err = '';
    child.stdout.on('data', (part) => (out += part));
    child.stderr.on('data', (part) => (err += part));
    await new Promise((resolve) => child.on('close', resolve));
    expect(out).toMatch(/^Usage: laydown.*\n0\n$/);
    expect(err).toBe('');
  });

  /** `script` gives the program a terminal of the given width. */
  const inTerminal = (columns: number, command: string, env: Record<string, string> = {}) =>
    spawnSync('script', ['-qec', `stty cols ${columns}; ${command}`, '/dev/null'], {
      encoding: 'utf8',
      env: { ...process.env, TERM: 'xterm', NO_COLOR: '', ...env },
    }).stdout;
  const hasScript = spawnSync('script', ['--version']).status === 0;
  if (!hasScript && process.env['LAYDOWN_ALL']) throw new Error('`script` is not installed (package bsdutils)');

  test.runIf(hasScript)('gets colour and tables of its width; NO_COLOR is respected', () => {
    const posture = `"${process.execPath}" "${PROGRAM}" --db "${ledger}" posture ${DAYS.join(' ')}`;
    const coloured = inTerminal(60, posture);
    expect(coloured).toContain('\u001b[');
    const lines = coloured.replace(/\u001b\[[\d;]*m/g, '').split(/\r?\n/);
    expect(Math.max(...lines.map((line) => line.length))).toBeLessThanOrEqual(60);
    expect(inTerminal(60, posture, { NO_COLOR: '1' })).not.toContain('\u001b[');
  });

  test.runIf(hasScript)('shows a progress bar for many files and leaves none behind', () => {
    for (let i = 0; i < 30; i++) write(`many/${i}.txt`, `${TEXT} Number ${i}.`);
    const seen = inTerminal(
      100,
      `"${process.execPath}" "${PROGRAM}" read "${join(folder, 'many')}" --out "${join(folder, 'many-out')}"`,
    );
    expect(seen).toMatch(/\u2588\u2588.* 30\/30/);
    expect(seen.split('\u001b[2K').at(-1)).toMatch(/^\d+ claims of 30 reports written/);
  });
});
