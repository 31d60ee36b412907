// The run of all tests by `.ci/run`: a second run is for few files with real servers alone, is always told of, and never hides what fails again.
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, describe, expect, test } from 'vitest';

interface Told {
  readonly name: string;
  readonly status: string;
  readonly assertionResults: readonly { readonly fullName: string; readonly status: string }[];
}
interface Report {
  readonly success: boolean;
  readonly testResults: readonly Told[];
}
interface Run {
  readonly status: number;
  readonly log: string;
  readonly report: (Report & { readonly numPassedTests: number; readonly numFailedTests: number }) | null;
}
interface Script {
  decide(report: Report, log: string, root: string): { readonly again?: readonly string[]; readonly fault?: string };
  decideAgain(first: Told, second: Report, log: string): string | null;
  joined(runs: readonly Run[]): Run;
}
const ROOT = join(import.meta.dirname, '..');
const SCRIPT = join(ROOT, 'scripts/run-tests.mjs');
const { decide, decideAgain, joined } = (await import(pathToFileURL(SCRIPT).href)) as Script;

const file = (path: string, ...statuses: readonly string[]): Told => ({
  name: `/repo/${path}`,
  status: statuses.every((status) => status !== 'failed') ? 'passed' : 'failed',
  assertionResults: statuses.map((status, i) => ({ fullName: `test ${i}`, status })),
});
const report = (...files: readonly Told[]): Report => ({
  success: files.every(({ status }) => status === 'passed'),
  testResults: files,
});
const decided = (...files: readonly Told[]) => decide(report(...files), '', '/repo');
const SERVICES = 'test/services/cluster.test.ts';

describe('after a run', () => {
  test('in which all passed, nothing is run again', () => {
    expect(decided(file(SERVICES, 'passed'), file('src/text/a.test.ts', 'passed'))).toEqual({ again: [] });
  });

  test.each([
    SERVICES,
    'test/web/reading.test.ts',
    'test/server/api.test.ts',
    'test/packed/nodes.test.ts',
    'test/queue.test.ts',
    'test/kills.test.ts',
  ])('in which %s failed, it is run again', (path) => {
    expect(decided(file(path, 'passed', 'failed'), file('src/text/a.test.ts', 'passed'))).toEqual({ again: [path] });
  });

  test.each([
    'src/text/a.test.ts',
    'src/adapters/postgres-server.test.ts',
    'test/cli.test.ts',
    'test/rules/ties.test.ts',
    'test/services.test.ts',
    'src/test/services/a.test.ts',
  ])('in which %s failed, nothing is run again, not even what else failed', (path) => {
    const { again, fault } = decided(file(SERVICES, 'failed'), file(path, 'failed'));
    expect([again, fault]).toEqual([undefined, `failed, and are never run again: ${path}`]);
  });

  test('in which more files failed than chance would, nothing is run again', () => {
    const names = ['a', 'b', 'c', 'd'].map((name) => file(`test/web/${name}.test.ts`, 'failed'));
    expect(decided(...names).fault).toBe('4 files failed: more than chance would');
    expect(decided(...names.slice(1)).again).toHaveLength(3);
  });

  test('with an error outside of all tests, or without tests, nothing is run again', () => {
    const log = 'Vitest caught 1 unhandled error during the test run.';
    expect(decide(report(file(SERVICES, 'passed')), log, '/repo').fault).toBe('Vitest caught 1 unhandled error');
    expect(decide(report(), '', '/repo').fault).toBe('no test ran');
    expect(decide({ ...report(file(SERVICES, 'passed')), success: false }, '', '/repo').fault).toContain('no file');
  });
});

describe('runs side by side', () => {
  const ran = (status: number, ...files: readonly Told[]): Run => ({
    status,
    log: `log of ${status}; `,
    report: { ...report(...files), numPassedTests: files.length - status, numFailedTests: status },
  });

  test('are told of as one: what failed in any of them has failed', () => {
    const sound = file('src/a.test.ts', 'passed');
    const broken = file(SERVICES, 'failed');
    expect(joined([ran(0, sound), ran(1, sound, broken)])).toEqual({
      status: 1,
      log: 'log of 0; log of 1; ',
      report: { success: false, numPassedTests: 2, numFailedTests: 1, testResults: [sound, sound, broken] },
    });
    expect(joined([ran(0, sound), ran(0, sound)])).toMatchObject({ status: 0, report: { success: true } });
  });

  test('have no report where one of them has none', () => {
    expect(joined([ran(0), { status: 137, log: 'killed', report: null }])).toMatchObject({ status: 137, report: null });
  });

  test('hold every file of tests, each in one of them', () => {
    const listed = spawnSync(process.execPath, ['node_modules/vitest/vitest.mjs', 'list', '--filesOnly', '--json'], {
      cwd: ROOT,
      encoding: 'utf8',
      env: { ...process.env, VITEST: undefined },
    });
    const files = JSON.parse(listed.stdout) as readonly { readonly file: string; readonly projectName: string }[];
    expect(new Set(files.map(({ projectName }) => projectName))).toEqual(new Set(['together', 'beside', 'alone']));
    const written = ['src', 'test'].flatMap((folder) =>
      readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' })
        .filter((path) => path.endsWith('.test.ts'))
        .map((path) => join(ROOT, folder, path)),
    );
    expect(files.map((one) => one.file).sort()).toEqual(written.sort());
  });
});

describe('after a second run of a file', () => {
  const first = file(SERVICES, 'passed', 'failed', 'skipped');
  test.each([
    ['in which all passed, all is well', ['passed', 'passed', 'skipped'], null],
    ['in which a test failed, it has failed', ['passed', 'failed', 'skipped'], 'failed again'],
    ['in which another test failed than before, it has failed', ['failed', 'passed', 'skipped'], 'failed again'],
    ['in which a test was skipped, it has failed', ['passed', 'skipped', 'skipped'], 'did not run again: test 1'],
    ['in which a test is missing, it has failed', ['passed'], 'did not run again: test 1'],
  ])('%s', (_, statuses, why) => {
    expect(decideAgain(first, report(file(SERVICES, ...statuses)), '')).toBe(why);
  });
});

describe('a checkout of its own', () => {
  const root = mkdtempSync(join(tmpdir(), 'laydown-runs-'));
  afterAll(() => rmSync(root, { recursive: true, force: true }));
  const PROJECTS = `import { defineConfig } from 'vitest/config';
    const project = (name, include) => ({ test: { name, include: [include] } });
    export default defineConfig({ test: { projects: [
      project('together', 'test/web/*.test.ts'), project('beside', 'src/*.test.ts'), project('alone', 'test/services/*.test.ts'),
    ] } });`;
  /** Runs the script on these files as the tests of a checkout. */
  const run = (name: string, files: Readonly<Record<string, string>>) => {
    const at = join(root, name);
    for (const [path, body] of Object.entries({
      'package.json': '{"type":"module"}',
      'vitest.config.ts': PROJECTS,
      ...files,
    })) {
      mkdirSync(dirname(join(at, path)), { recursive: true });
      const head = `import { existsSync, writeFileSync } from 'node:fs';\nimport { expect, test } from 'vitest';\n`;
      writeFileSync(join(at, path), path.endsWith('.test.ts') ? head + body : body);
    }
    symlinkSync(join(ROOT, 'node_modules'), join(at, 'node_modules'));
    const env = { ...process.env, NO_COLOR: '1', VITEST: undefined };
    const { status, stdout } = spawnSync(process.execPath, [SCRIPT], { cwd: at, encoding: 'utf8', env });
    return {
      status,
      said: stdout
        .trimEnd()
        .split('\n')
        .filter((line) => /^(?:SECOND|FILES|FAILED)|passed, /.test(line)),
    };
  };
  const FIRST_ONLY = `test('by chance', () => {
    const wasHere = existsSync('mark');
    writeFileSync('mark', '');
    expect(wasHere).toBe(true);
  });`;
  const SOUND = `test('sound', () => expect(1).toBe(1));`;

  test('whose tests pass is told in one line', () => {
    expect(run('sound', { 'test/services/a.test.ts': SOUND })).toEqual({ status: 0, said: ['1 passed, 0 failed'] });
    const all = { 'test/services/a.test.ts': SOUND, 'test/web/a.test.ts': SOUND, 'src/a.test.ts': SOUND };
    expect(run('all', all)).toEqual({ status: 0, said: ['3 passed, 0 failed'] });
    expect(run('none', {})).toEqual({ status: 1, said: ['FAILED: no test ran', '0 passed, 1 failed'] });
  });

  test('in which a file with servers fails once passes, and says which file it was', () => {
    const path = 'test/services/chance.test.ts';
    expect(run('chance', { [path]: `${FIRST_ONLY}\n${SOUND}`, 'src/a.test.ts': SOUND })).toEqual({
      status: 0,
      said: [
        `SECOND RUN of ${path}, by itself: it failed in the first`,
        `SECOND RUN of ${path}: passed`,
        `FILES THAT NEEDED A SECOND RUN: ${path}`,
        '3 passed, 0 failed',
      ],
    });
  });

  test('in which such a file fails twice, or another once, fails', () => {
    const broken = `test('broken', () => expect(1).toBe(2));`;
    const path = 'test/services/broken.test.ts';
    const twice = run('twice', { [path]: broken, 'src/a.test.ts': SOUND });
    expect(twice).toMatchObject({ status: 1 });
    expect(twice.said.slice(-2)).toEqual([`FAILED: ${path}: failed again`, '1 passed, 1 failed']);
    expect(run('elsewhere', { 'src/chance.test.ts': FIRST_ONLY, 'src/a.test.ts': SOUND })).toEqual({
      status: 1,
      said: ['FAILED: failed, and are never run again: src/chance.test.ts', '1 passed, 1 failed'],
    });
  });

  test('with an error that no test caught fails, though every test passed', () => {
    const loose = `test('loose', async () => { void Promise.reject(new Error('nobody waits')); });`;
    const { status, said } = run('loose', { 'test/services/a.test.ts': loose });
    expect([status, said[0]]).toEqual([1, 'FAILED: Vitest caught 1 unhandled error']);
  });
});
