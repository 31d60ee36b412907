// What only the system can show: that a commit waits for the disk (strace), and that a full disk loses nothing (a small file system of its own).
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openStore } from '../src/adapters/open-store.ts';
import { runLaydown } from './laydown-process.ts';

const ALL = process.env['LAYDOWN_ALL'] === '1';
const root = mkdtempSync(join(tmpdir(), 'laydown-disk-'));
const stories = join(root, 'stories');
const REPORTS = 200;
afterAll(() => {
  spawnSync('umount', ['-l', join(root, 'small')]);
  rmSync(root, { recursive: true, force: true });
});
beforeAll(() => {
  mkdirSync(stories);
  let x = 99;
  const word = () => {
    x = (x * 48_271) % 2_147_483_647;
    return x.toString(36);
  };
  for (let i = 0; i < REPORTS; i++)
    writeFileSync(
      join(stories, `${i}.txt`),
      `There are ${i + 2} Danish soldiers in Mali. ${Array.from({ length: 2500 }, word).join(' ')}\n`,
    );
});

/** Skips with the reason; under LAYDOWN_ALL=1 nothing may be skipped. */
function need(context: { skip(note?: string): never }, there: boolean, reason: string): void {
  if (there) return;
  if (ALL) throw new Error(`LAYDOWN_ALL=1, but ${reason}`);
  context.skip(reason);
}

test('has the log on the disk before a report is acknowledged', async (context) => {
  need(context, spawnSync('strace', ['-V']).status === 0, 'strace is not installed');
  const db = join(root, 'traced');
  await (await openStore(db)).close();
  const trace = join(root, 'trace.txt');
  const program = join(import.meta.dirname, '../bin/laydown');
  const { status } = spawnSync(
    'strace',
    [
      '-f',
      '-y',
      '-s',
      '12',
      '-e',
      'trace=fsync,fdatasync,write,writev',
      '-o',
      trace,
      process.execPath,
      program,
      '--db',
      db,
      'add',
      stories,
    ],
    { stdio: ['ignore', 'pipe', 'pipe'] },
  );
  need(context, status !== null, 'strace may not trace here');
  expect(status).toBe(0);
  let synced = 0;
  let acknowledgements = 0;
  for (const line of readFileSync(trace, 'utf8').split('\n')) {
    if (/f(?:data)?sync\(\d+<[^>]*pg_wal/.test(line)) synced++;
    if (!/writev?\(1<[^>]*>, .*"added/.test(line)) continue;
    acknowledgements++;
    // Each burst of acknowledgements follows a commit of its own, so there are never more bursts than syncs of the log.
    expect(synced).toBeGreaterThan(0);
  }
  expect(acknowledgements).toBeGreaterThan(0);
  const store = await openStore(db);
  const commits = await store.cursor();
  await store.close();
  expect(synced).toBeGreaterThanOrEqual(commits);
});

test('says that the disk is full, keeps what was acknowledged, and goes on when there is room', async (context) => {
  need(context, process.platform === 'linux' && process.getuid?.() === 0, 'only root can mount a small file system');
  const small = join(root, 'small');
  mkdirSync(small);
  const mounted = spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=13m', 'tmpfs', small]).status === 0;
  need(context, mounted, 'a small file system cannot be mounted here');
  const db = join(small, 'db');
  const run = await runLaydown(['--db', db, 'add', stories]);
  expect(run.stderr).toMatch(/No space left on device|disk is full/);
  expect(run.stderr).not.toContain('defect');
  expect([1, 3]).toContain(run.status);
  const acknowledged = [...run.stdout.matchAll(/^added +(\S+)/gm)].map((m) => m[1]);
  expect(acknowledged.length).toBeLessThan(REPORTS);

  expect(spawnSync('mount', ['-o', 'remount,size=200m', small]).status).toBe(0);
  const store = await openStore(db);
  const there = new Set((await store.reports()).map((r) => r.id));
  expect(acknowledged.filter((id) => !there.has(id!))).toEqual([]);
  expect(await store.verify()).toEqual([]);
  await store.close();
  expect((await runLaydown(['--db', db, 'add', stories])).status).toBe(0);
});
