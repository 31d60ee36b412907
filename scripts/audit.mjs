// Asks the registry for known weaknesses of the packages that ship, and holds the lock file to the advisories that the project has read
// (scripts/advisories.tsv). A registry that does not answer is said in plain words, with a status of its own: it never looks like "clean".
import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

const root = join(import.meta.dirname, '..');

/** Status of the program: 0 asked and clean, 1 a weakness is known, 3 the registry could not be asked (and no weakness is known otherwise). */
export const STATUS = { clean: 0, weak: 1, notAsked: 3 };

/** "1.10.0" before "1.9.0" is false: numbers, not letters. A part after "-" is of no account here. */
function isBefore(version, other) {
  const parts = (one) => one.split('-', 1)[0].split('.').map(Number);
  const [a, b] = [parts(version), parts(other)];
  const i = [0, 1, 2].find((at) => a[at] !== b[at]);
  return i !== undefined && a[i] < b[i];
}

/** Name and version of every package of a lock file that ships: neither a tool nor a tool's own. */
export function shippedIn(lock) {
  return Object.entries(lock.packages)
    .filter(([path, { dev, devOptional }]) => path !== '' && !dev && !devOptional)
    .map(([path, { name, version }]) => ({
      name: name ?? path.slice(path.lastIndexOf('node_modules/') + 'node_modules/'.length),
      version,
    }));
}

/** Lines of the table of advisories: package, first version concerned, version that mends it, its number, what it is. */
export function advisoriesIn(table) {
  return table
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith('#'))
    .map((line) => {
      const [name, from, mended, id, what] = line.split('\t');
      if (!what || ![from, mended].every((version) => /^\d+\.\d+\.\d+$/.test(version)))
        throw new Error(`scripts/advisories.tsv: five columns are wanted, versions as 1.2.3: ${line}`);
      return { name, from, mended, id, what };
    });
}

/** The packages that an advisory of the table concerns, a sentence each. */
export function weakAmong(shipped, advisories) {
  return shipped.flatMap(({ name, version }) =>
    advisories
      .filter((one) => one.name === name && !isBefore(version, one.from) && isBefore(version, one.mended))
      .map(({ id, what, mended }) => `${name}@${version}: ${what} (${id}, mended in ${mended})`),
  );
}

/** What `npm audit --json` printed: { weak: sentences } where the registry answered, { why } where it did not. */
export function auditRead(printed) {
  let answer;
  try {
    answer = JSON.parse(printed);
  } catch {
    return { why: 'npm printed no answer' };
  }
  if (answer.vulnerabilities === undefined || answer.metadata === undefined)
    return { why: answer.message ?? answer.error?.summary ?? 'npm printed no list' };
  return {
    weak: Object.values(answer.vulnerabilities).map(({ name, severity, range, via }) => {
      const causes = via.map((one) => (typeof one === 'string' ? `by ${one}` : `${one.title}, ${one.url}`));
      return `${name} ${range}: ${severity}: ${causes.join('; ')}`;
    }),
  };
}

/** Not `spawnSync`: who asks may be the registry itself, as the tests are. */
function askNpm() {
  const child = spawn('npm', ['audit', '--omit=dev', '--package-lock-only', '--json', '--fetch-retries=0'], {
    cwd: root,
    stdio: ['ignore', 'pipe', 'ignore'],
    shell: process.platform === 'win32',
  });
  let printed = '';
  child.stdout.setEncoding('utf8').on('data', (text) => {
    printed += text;
  });
  return new Promise((resolve, reject) => child.on('error', reject).on('close', () => resolve(auditRead(printed))));
}

async function audit() {
  const shipped = shippedIn(JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')));
  const advisories = advisoriesIn(readFileSync(join(root, 'scripts/advisories.tsv'), 'utf8'));
  const known = weakAmong(shipped, advisories);
  for (const sentence of known) console.log(`audit: WEAK: ${sentence}`);
  if (known.length === 0)
    console.log(
      `audit: none of ${shipped.length} packages is concerned by the ${advisories.length} advisories on file`,
    );
  const { weak = [], why } = await askNpm();
  for (const sentence of weak) console.log(`audit: WEAK: ${sentence}`);
  if (why !== undefined) console.log(`audit: NOT ASKED: the registry gave no list of known weaknesses: ${why}`);
  else if (weak.length === 0) console.log('audit: the registry knows of no weakness in what ships');
  if (known.length + weak.length > 0) return STATUS.weak;
  return why === undefined ? STATUS.clean : STATUS.notAsked;
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) process.exitCode = await audit();
