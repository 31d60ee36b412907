// The main job, end to end: the example reports into a new embedded ledger, then what it says. `npm run demo`.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const folder = mkdtempSync(join(tmpdir(), 'laydown-demo-'));
const ledger = join(folder, 'ledger');
const REPORTS = 'examples/iraq-january-2020';
const DAYS = ['--at', '2020-01-09', '--known', '2020-01-09'];
const bold = process.stdout.isTTY && !process.env.NO_COLOR ? (text) => `\u001b[1m${text}\u001b[22m` : (text) => text;

/** Shows a command as the reader would type it, runs it, ends the demo where it fails. */
function show(...args) {
  console.log(bold(`$ laydown ${args.map((arg) => (/[^\w./:-]/.test(arg) ? `'${arg}'` : arg)).join(' ')}`));
  const { status } = spawnSync(process.execPath, [join(root, 'bin/laydown'), ...args], {
    cwd: root,
    stdio: 'inherit',
    env: { ...process.env, LAYDOWN_DB: ledger },
  });
  console.log();
  if (status !== 0) {
    process.exitCode = status ?? 1;
    throw new Error(`laydown ${args[0]} ended with status ${status}`);
  }
}

try {
  show('add', REPORTS);
  show('posture', ...DAYS);
  show('conflicts', ...DAYS);
  show('decisions', ...DAYS);
  console.log(
    `Read a story of your own:  bin/laydown read FILE\nAsk why a number is so:    bin/laydown why Germany Iraq --at 2020-01-09   (after bin/laydown add ${REPORTS})`,
  );
} catch (error) {
  console.error(`demo: ${error.message}`);
} finally {
  rmSync(folder, { recursive: true, force: true });
}
