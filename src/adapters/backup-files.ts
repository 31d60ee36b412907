// Backup files on the disk: gzip over lines of JSON, the first a head, the last a foot with the digest of those between.
import { createHash } from 'node:crypto';
import {
  closeSync,
  createReadStream,
  createWriteStream,
  existsSync,
  fsyncSync,
  openSync,
  renameSync,
  rmSync,
  statSync,
} from 'node:fs';
import { dirname, resolve } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGunzip, createGzip } from 'node:zlib';
import { LaydownError } from '../model/errors.ts';
import type { BackupFiles, BackupHead } from '../ports/backup.ts';

interface Foot {
  readonly end: true;
  readonly lines: number;
  readonly digest: string;
}

export const backupFiles: BackupFiles = {
  async write(path, head, lines) {
    const target = resolve(path);
    if (existsSync(target)) throw new LaydownError('usage', `${path} is there already: name a new file for the backup`);
    const fresh = `${target}.new`;
    const hash = createHash('sha256');
    let digest = '';
    async function* packed(): AsyncGenerator<string> {
      yield `${JSON.stringify(head)}\n`;
      let count = 0;
      for await (const line of lines) {
        count++;
        hash.update(line).update('\n');
        yield `${line}\n`;
      }
      digest = hash.digest('hex');
      yield `${JSON.stringify({ end: true, lines: count, digest } satisfies Foot)}\n`;
    }
    try {
      await pipeline(Readable.from(packed()), createGzip(), createWriteStream(fresh, { mode: 0o600 }));
      onDisk(fresh);
      renameSync(fresh, target);
      if (process.platform !== 'win32') onDisk(dirname(target));
    } catch (error) {
      rmSync(fresh, { force: true });
      if (error instanceof LaydownError) throw error;
      const { code, message } = error as NodeJS.ErrnoException;
      const advice = code === 'ENOSPC' ? ': the disk is full, make room or name a file on another' : '';
      throw code === undefined
        ? error
        : new LaydownError('usage', `cannot write ${path}: ${message}${advice}`, { cause: error });
    }
    return { digest, bytes: statSync(target).size };
  },

  async check(path) {
    let lines = 0;
    const hash = createHash('sha256');
    for await (const line of inside(path)) {
      lines++;
      hash.update(line).update('\n');
    }
    return { head: await headOf(path), digest: hash.digest('hex'), lines };
  },

  async digestOf(lines) {
    const hash = createHash('sha256');
    for await (const line of lines) hash.update(line).update('\n');
    return hash.digest('hex');
  },

  lines: inside,
};

function onDisk(path: string): void {
  const handle = openSync(path, 'r');
  try {
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}

const broken = (path: string, what: string, cause?: unknown): LaydownError =>
  new LaydownError('bad-input', `${path} ${what}: take another copy of the backup`, { cause });

async function* allLines(path: string): AsyncGenerator<string> {
  if (!existsSync(path)) throw new LaydownError('usage', `there is no file ${path}`);
  const file = createReadStream(path);
  const unpacked = createGunzip();
  file.on('error', (error) => unpacked.destroy(error));
  file.pipe(unpacked);
  let rest = '';
  try {
    for await (const part of unpacked.setEncoding('utf8')) {
      const parts = (rest + String(part)).split('\n');
      rest = parts.pop()!;
      yield* parts;
    }
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    if (code === 'Z_BUF_ERROR') throw broken(path, 'is cut short', error);
    if (/incorrect header/.test(message)) throw broken(path, 'is no backup of a ledger', error);
    throw broken(path, `cannot be read (${message})`, error);
  } finally {
    file.destroy();
    unpacked.destroy();
  }
  if (rest !== '') throw broken(path, 'is cut short');
}

async function headOf(path: string): Promise<BackupHead> {
  for await (const line of allLines(path)) return headIn(path, line);
  throw broken(path, 'is no backup of a ledger');
}

function headIn(path: string, line: string): BackupHead {
  let head: Partial<BackupHead> | null = null;
  try {
    head = JSON.parse(line) as Partial<BackupHead>;
  } catch {
    // Told below.
  }
  if (head?.laydown !== 'backup') throw broken(path, 'is no backup of a ledger');
  if (head.format !== 1)
    throw new LaydownError(
      'bad-input',
      `${path} is a backup of format ${head.format}: use the newer laydown that made it`,
    );
  return head as BackupHead;
}

async function* inside(path: string): AsyncGenerator<string> {
  const hash = createHash('sha256');
  let number = 0;
  let held: string | null = null;
  let count = 0;
  for await (const line of allLines(path)) {
    if (number++ === 0) {
      headIn(path, line);
      continue;
    }
    if (held !== null) {
      hash.update(held).update('\n');
      count++;
      yield held;
    }
    held = line;
  }
  let foot: Partial<Foot> | null = null;
  try {
    foot = held === null ? null : (JSON.parse(held) as Partial<Foot>);
  } catch {
    // Told below.
  }
  if (foot?.end !== true) throw broken(path, 'is cut short');
  if (foot.lines !== count || foot.digest !== hash.digest('hex')) throw broken(path, 'was changed since it was made');
}
