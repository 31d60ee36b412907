// Runs all tests as `.ci/run` does. Where a file of tests with real servers, processes or browsers fails, it is run a second time, by itself: what
// passes then has failed by chance, and that is said in plain words. What fails again, and whatever fails anywhere else, fails at once.
import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative, sep } from 'node:path';
import { pathToFileURL } from 'node:url';

/** Only these have something beside them that chance can touch. */
const MAY_RUN_AGAIN =
  /^test\/(?:(?:services|web|server|packed)\/[\w-]+|archives|crash|disk|kills|queue|watch)\.test\.ts$/;
/** More than so many are no chance. */
const MOST_FILES = 3;
/** One after the other, each a list of what runs at once: projects of vitest.config.ts, and how many of its files at a time (null: as it says). */
const STAGES = [
  [{ project: 'together', workers: null }],
  [
    { project: 'alone', workers: null },
    { project: 'beside', workers: 1 },
  ],
];

/**
 * What to do after a run. `report` is what vitest's JSON reporter writes, `log` what the run printed, `root` the checkout.
 * { again: paths of files to run a second time, [] where all passed } or { fault: why it has failed, in words }.
 */
export function decide(report, log, root) {
  const unhandled = unhandledIn(log);
  if (unhandled !== undefined) return { fault: unhandled };
  const files = report.testResults;
  if (files.length === 0) return { fault: 'no test ran' };
  const failed = files.filter(({ status }) => status !== 'passed').map(({ name }) => pathIn(root, name));
  if (failed.length === 0) return report.success ? { again: [] } : { fault: 'the run has failed, but no file of it' };
  const elsewhere = failed.filter((path) => !MAY_RUN_AGAIN.test(path));
  if (elsewhere.length > 0) return { fault: `failed, and are never run again: ${elsewhere.join(', ')}` };
  if (failed.length > MOST_FILES) return { fault: `${failed.length} files failed: more than chance would` };
  return { again: failed };
}

/** What a second run of one file makes of it: null where all its tests passed and none is missing, else why not. */
export function decideAgain(first, second, log) {
  const fault = unhandledIn(log);
  if (fault !== undefined) return fault;
  if (!second.success || second.testResults.some(({ status }) => status !== 'passed')) return 'failed again';
  const of = (report) => report.testResults.flatMap((file) => file.assertionResults);
  const passed = new Set(of(second).flatMap((test) => (test.status === 'passed' ? [test.fullName] : [])));
  const missing = first.assertionResults.filter((test) => test.status !== 'skipped' && !passed.has(test.fullName));
  return missing.length === 0 ? null : `did not run again: ${missing.map((test) => test.fullName).join(', ')}`;
}

/** An error that no test caught is in no report. */
const unhandledIn = (log) => /Vitest caught \d+ unhandled errors?/.exec(log)?.[0];
const pathIn = (root, name) => relative(root, name).split(sep).join('/');

/** What several runs told, as if they had been one; a run without a report leaves the whole without one. */
export function joined(runs) {
  const failed = runs.find(({ status }) => status !== 0);
  const reports = runs.map(({ report }) => report);
  const sum = (field) => reports.reduce((all, report) => all + report[field], 0);
  return {
    status: failed?.status ?? 0,
    log: runs.map(({ log }) => log).join(''),
    report: reports.includes(null)
      ? null
      : {
          success: reports.every(({ success }) => success),
          numPassedTests: sum('numPassedTests'),
          numFailedTests: sum('numFailedTests'),
          testResults: reports.flatMap(({ testResults }) => testResults),
        },
  };
}

/** All tests, stage by stage. */
async function runAll(root, folder) {
  const runs = [];
  for (const stage of STAGES) {
    const lanes = stage.map(({ project, workers }) =>
      run(root, folder, project, [
        ...['--project', project, '--passWithNoTests'],
        ...(workers === null ? [] : [`--maxWorkers=${workers}`]),
      ]),
    );
    runs.push(...(await Promise.all(lanes)));
  }
  return joined(runs);
}

/** Runs vitest with these words; its report, null where it wrote none, and what it printed. */
async function run(root, folder, name, words) {
  const report = join(folder, `${name}.json`);
  const child = spawn(
    process.execPath,
    [
      join(root, 'node_modules/vitest/vitest.mjs'),
      'run',
      ...['--reporter=default', '--reporter=json', `--outputFile.json=${report}`, ...words],
    ],
    { cwd: root, stdio: ['ignore', 'pipe', 'pipe'] },
  );
  let log = '';
  for (const [stream, to] of [
    [child.stdout, process.stdout],
    [child.stderr, process.stderr],
  ])
    stream.setEncoding('utf8').on('data', (text) => {
      log += text;
      to.write(text);
    });
  const status = await new Promise((resolve) => child.on('close', resolve));
  try {
    return { status, log, report: JSON.parse(readFileSync(report, 'utf8')) };
  } catch {
    return { status, log, report: null };
  }
}

/** True where every test passed, if in a second run. */
async function runTests(root, say) {
  const folder = mkdtempSync(join(tmpdir(), 'laydown-tests-'));
  try {
    const { status, log, report } = await runAll(root, folder);
    const { again = [], fault } =
      report === null ? { fault: `the run ended with status ${status} and no report` } : decide(report, log, root);
    const failures = fault === undefined ? [] : [fault];
    if (fault === undefined && again.length === 0 && status !== 0) failures.push(`the run ended with status ${status}`);
    let repaired = 0;
    for (const [i, path] of again.entries()) {
      say(`SECOND RUN of ${path}, by itself: it failed in the first`);
      const first = report.testResults.find(({ name }) => pathIn(root, name) === path);
      const second = await run(root, folder, `again-${i}`, [path]);
      const why = second.report === null ? 'no report' : decideAgain(first, second.report, second.log);
      if (why === null) repaired += first.assertionResults.filter((test) => test.status === 'failed').length;
      else failures.push(`${path}: ${why}`);
      say(`SECOND RUN of ${path}: ${why ?? 'passed'}`);
    }
    if (again.length > 0) say(`FILES THAT NEEDED A SECOND RUN: ${again.join(', ')}`);
    for (const failure of failures) say(`FAILED: ${failure}`);
    const failed = (report?.numFailedTests ?? 0) - repaired;
    say(
      `${(report?.numPassedTests ?? 0) + repaired} passed, ${failures.length > 0 ? Math.max(1, failed) : failed} failed`,
    );
    return failures.length === 0;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href)
  process.exitCode = (await runTests(process.cwd(), (line) => console.log(line))) ? 0 : 1;
