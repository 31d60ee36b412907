// The package as a user installs it: from the tarball, in an empty folder, without install scripts, on every Node that it says it runs on.
import { spawn, spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { pack, ROOT } from './packing.ts';

const NODES = ['20', '22', '24'] as const;
const isWhole = process.env['LAYDOWN_ALL'] === '1';
const reason = isWhole
  ? ''
  : ' (skipped: installs three Nodes from the npm registry and builds a copy, which LAYDOWN_ALL=1 asks for)';
const STORY = 'BERLIN, 7 January 2020 - Germany has 120 soldiers in Iraq. Thirty of them will be sent to Jordan.\n';

describe.skipIf(!isWhole)(`the package in an empty folder${reason}`, () => {
  const folder = mkdtempSync(join(tmpdir(), 'laydown-packed-'));
  const app = join(folder, 'app');
  const node = (version: string) =>
    join(folder, `nodes/node_modules/node-${version}/bin`, process.platform === 'win32' ? 'node.exe' : 'node');
  const laydown = join(app, 'node_modules/laydown/bin/laydown');
  let tarball = '';

  beforeAll(async () => {
    tarball = pack(ROOT, folder);
    for (const name of ['app', 'nodes']) {
      mkdirSync(join(folder, name));
      writeFileSync(join(folder, name, 'package.json'), '{"private": true, "type": "module"}');
    }
    const builds = NODES.map((version) => `node-${version}@npm:node-${process.platform}-${process.arch}@${version}`);
    await Promise.all([install(join(folder, 'nodes'), builds), install(app, [tarball])]);
    writeFileSync(join(app, 'story.txt'), STORY);
    cpSync(join(ROOT, 'examples/library/posture.mjs'), join(app, 'posture.mjs'));
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true, maxRetries: 3 }));

  test('no package in it has an install script', () => {
    const lock = readFileSync(join(app, 'node_modules/.package-lock.json'), 'utf8');
    expect(Object.keys((JSON.parse(lock) as { packages: object }).packages)).toContain('node_modules/laydown');
    expect(lock).not.toContain('hasInstallScript');
  });

  describe.each(NODES)('on Node %s', (version) => {
    const run = (...args: string[]) => {
      const { status, stdout, stderr } = spawnSync(node(version), args, { cwd: app, encoding: 'utf8' });
      return { status, stdout, stderr };
    };

    test('reads a story', () => {
      expect(run('--version').stdout).toMatch(new RegExp(`^v${version}\\.`));
      const { status, stdout, stderr } = run(laydown, 'read', '--json', 'story.txt');
      expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
      const { claims } = JSON.parse(stdout) as { readonly claims: readonly { readonly kind: string }[] };
      expect(claims.map(({ kind }) => kind)).toEqual(['presence', 'movement']);
    });

    test('runs the example of the library', () => {
      const { status, stdout, stderr } = run('posture.mjs');
      expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
      expect(stdout).toContain('DE in IQ: 120 to 120, expected 90 to 90');
    });

    test('serves: a ledger of its own, its health and a page', async () => {
      const ledger = join(folder, `ledger-${version}`);
      expect(run(laydown, '--db', ledger, 'add', 'story.txt').status).toBe(0);
      const server = spawn(node(version), [laydown, '--db', ledger, '--json', 'serve', '--port', '0'], { cwd: app });
      let said = '';
      server.stderr.setEncoding('utf8').on('data', (part: string) => {
        said += part;
      });
      const ended = new Promise<number | null>((resolve) => server.on('close', resolve));
      try {
        const line = await new Promise<string>((resolve, reject) => {
          let all = '';
          server.stdout.setEncoding('utf8').on('data', (part: string) => {
            all += part;
            if (all.includes('\n')) resolve(all.split('\n')[0]!);
          });
          void ended.then(() => reject(new Error(said)));
        });
        const { url } = JSON.parse(line) as { readonly url: string };
        expect((await fetch(`${url}/healthz`)).status).toBe(200);
        const page = await fetch(`${url}/?at=2020-01-08&known=2020-01-08`, { headers: { accept: 'text/html' } });
        expect(page.status).toBe(200);
        expect(await page.text()).toContain('Germany');
      } finally {
        server.kill('SIGTERM');
      }
      expect(await ended).toBe(0);
      // Its log of requests and nothing else: no warning of this Node.
      const log = said.trimEnd().split('\n');
      expect(log.map((line) => (JSON.parse(line) as { readonly route: string }).route)).toEqual(['/healthz', '/']);
    });
  });

  test('a clean copy of the sources builds the same package, byte for byte', () => {
    const copy = join(folder, 'copy');
    const files = spawnSync('git', ['ls-files', '-co', '--exclude-standard', '-z'], { cwd: ROOT, encoding: 'utf8' });
    for (const name of files.stdout.split('\0').filter(Boolean)) cpSync(join(ROOT, name), join(copy, name));
    symlinkSync(join(ROOT, 'node_modules'), join(copy, 'node_modules'));
    const { status, stderr } = spawnSync(process.execPath, ['scripts/build.mjs'], { cwd: copy, encoding: 'utf8' });
    expect(`${status} ${status === 0 ? '' : stderr}`).toBe('0 ');
    const theirs = readFileSync(pack(copy, join(folder, 'again')));
    expect(theirs.equals(readFileSync(tarball)), 'built in a clean copy and packed: other bytes').toBe(true);
  });
});

async function install(into: string, packages: readonly string[]): Promise<void> {
  const child = spawn(
    'npm',
    ['install', '--ignore-scripts', '--no-audit', '--no-fund', '--prefer-offline', ...packages],
    {
      cwd: into,
      stdio: ['ignore', 'ignore', 'pipe'],
      shell: process.platform === 'win32',
    },
  );
  let said = '';
  child.stderr.setEncoding('utf8').on('data', (part: string) => {
    said += part;
  });
  const status = await new Promise<number | null>((resolve) => child.on('close', resolve));
  if (status !== 0) throw new Error(`npm install ${packages.join(' ')}: ${said}`);
}
