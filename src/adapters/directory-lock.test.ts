import { spawn } from 'node:child_process';
import {
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { connect } from 'node:net';
import { hostname, tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeEach, describe, expect, test } from 'vitest';
import { lockDirectory, readOnlyOr } from './directory-lock.ts';

const root = mkdtempSync(join(tmpdir(), 'laydown-lock-'));
afterAll(() => rmSync(root, { recursive: true, force: true }));
let directory: string;
let counter = 0;
beforeEach(() => {
  directory = join(root, String(++counter));
  mkdirSync(directory);
});
const lockFile = () => join(directory, 'laydown.lock');
const lockNow = (path = directory) => lockDirectory(path, { waitMs: 0 });

test('lets one holder in and tells the next who it is and since when', async () => {
  const lock = await lockNow();
  await expect(lockNow()).rejects.toMatchObject({
    code: 'store-locked',
    message: expect.stringMatching(
      new RegExp(`process ${process.pid} since \\d{4}-\\d\\d-\\d\\d \\d\\d:\\d\\d:\\d\\d UTC`),
    ),
  });
  lock.release();
  (await lockNow()).release();
});

test('knows the directory by another name', async () => {
  const lock = await lockNow();
  const link = `${directory}-link`;
  symlinkSync(directory, link);
  await expect(lockNow(link)).rejects.toMatchObject({ code: 'store-locked' });
  lock.release();
});

test('waits with a word, and gets the lock when it is let go', async () => {
  const lock = await lockNow();
  const told: string[] = [];
  const waiting = lockDirectory(directory, { waitMs: 120_000, onWait: (holder) => told.push(holder) });
  setTimeout(() => lock.release(), 300);
  (await waiting).release();
  expect(told).toEqual([expect.stringContaining(`process ${process.pid}`)]);
});

test('lets exactly one of many in at a time', async () => {
  let inside = 0;
  let most = 0;
  await Promise.all(
    Array.from({ length: 8 }, async () => {
      const lock = await lockDirectory(directory, { waitMs: 240_000 });
      most = Math.max(most, ++inside);
      await new Promise((resolve) => setTimeout(resolve, 10));
      inside--;
      lock.release();
    }),
  );
  expect(most).toBe(1);
});

test('leaves no file behind', async () => {
  (await lockNow()).release();
  expect(() => statSync(lockFile())).toThrow();
});

/** Holds what the lock holds on Linux, the socket and the file, until it is killed. */
const holderProgram = (path: string): string => `
  const fs = require('node:fs'); const net = require('node:net');
  const { dev, ino } = fs.statSync(${JSON.stringify(path)}, { bigint: true });
  net.createServer().listen('\\0laydown-' + dev.toString(16) + '-' + ino.toString(16), () => {
    fs.writeFileSync(${JSON.stringify(join(path, 'laydown.lock'))}, JSON.stringify({ pid: process.pid, host: ${JSON.stringify(hostname())}, since: new Date().toISOString() }));
    console.log('held');
  });`;

describe.skipIf(process.platform !== 'linux')('on Linux', () => {
  test('is freed by kill -9 of the holder, its file notwithstanding', async () => {
    const child = spawn(process.execPath, ['-e', holderProgram(directory)], { stdio: ['ignore', 'pipe', 'inherit'] });
    await new Promise((resolve) => child.stdout.once('data', resolve));
    await expect(lockNow()).rejects.toMatchObject({ message: expect.stringContaining(`process ${child.pid}`) });
    const gone = new Promise((resolve) => child.once('exit', resolve));
    child.kill('SIGKILL');
    await gone;
    expect(JSON.parse(readFileSync(lockFile(), 'utf8')).pid).toBe(child.pid);
    const lock = await lockNow();
    expect(JSON.parse(readFileSync(lockFile(), 'utf8')).pid).toBe(process.pid);
    lock.release();
  });

  test('answers whoever asks over the socket', async () => {
    const lock = await lockNow();
    const { dev, ino } = statSync(directory, { bigint: true });
    const reply = await new Promise<string>((resolve) => {
      const peer = connect(`\0laydown-${dev.toString(16)}-${ino.toString(16)}`);
      peer.setEncoding('utf8').once('data', resolve);
    });
    expect(JSON.parse(reply)).toEqual(lock.holder);
    lock.release();
  });
});

describe('with the file of another machine on a shared volume', () => {
  const other = { pid: 4, host: 'elsewhere', since: '2020-02-02T02:02:02.000Z' };
  test('holds off while the file is kept fresh', async () => {
    writeFileSync(lockFile(), JSON.stringify(other));
    await expect(lockNow()).rejects.toMatchObject({
      message: expect.stringContaining('process 4 on elsewhere since 2020-02-02 02:02:02 UTC'),
    });
  });

  test('takes over when the file has gone stale', async () => {
    writeFileSync(lockFile(), JSON.stringify(other));
    const old = new Date(Date.now() - 60_000);
    utimesSync(lockFile(), old, old);
    (await lockNow()).release();
  });
});

test('takes a half-written file for one left over', async () => {
  writeFileSync(lockFile(), '{"pid": 12');
  (await lockNow()).release();
});

test.each(['EROFS', 'EACCES', 'EPERM'])('tells %s as a ledger that cannot be written', (code) => {
  const error = Object.assign(new Error(code), { code });
  expect(readOnlyOr(error, '/ledger')).toMatchObject({
    code: 'store-read-only',
    message: expect.stringContaining('/ledger'),
  });
});

test('leaves other errors as they are', () => {
  const error = Object.assign(new Error('x'), { code: 'ENOSPC' });
  expect(readOnlyOr(error, '/ledger')).toBe(error);
});
