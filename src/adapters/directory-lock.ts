// One process a directory. Two engines on one data directory lose data silently, so the lock is our own and comes first.
//
// On Linux the lock is an abstract unix socket named by the directory's device and inode: exactly one process gets it, the kernel frees it
// however that process ends, and whoever waits can ask over it who holds it. The file beside it tells the same to other systems and to
// other machines on a shared volume, where the socket does not reach; its holder keeps its time fresh.
import {
  closeSync,
  openSync,
  readFileSync,
  renameSync,
  statSync,
  unlinkSync,
  utimesSync,
  writeFileSync,
  writeSync,
} from 'node:fs';
import { connect, createServer, type Server } from 'node:net';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { LaydownError } from '../model/errors.ts';

export interface Holder {
  readonly pid: number;
  readonly host: string;
  /** ISO 8601. */
  readonly since: string;
  /** Device and inode: a file that names others was copied here with the directory. */
  readonly directory?: string;
}

export interface Lock {
  readonly holder: Holder;
  /** Who had the directory open that this one is a copy of; null where it was copied closed, or never. */
  readonly copiedFrom: Holder | null;
  release(): void;
}

export interface LockOptions {
  /** How long to wait for another holder, in ms. */
  readonly waitMs: number;
  /** Called once, before the wait. */
  readonly onWait?: ((holder: string) => void) | undefined;
}

const FILE = 'laydown.lock';
const RETRY_MS = 100;
const FRESH_MS = 5_000;
/** A file of another machine that was not freshened for this long is left over. */
const STALE_MS = 30_000;

export const describeHolder = (holder: Holder | null): string => {
  if (holder === null) return 'another process';
  const elsewhere = holder.host === hostname() ? '' : ` on ${holder.host}`;
  return `process ${holder.pid}${elsewhere} since ${holder.since.replace('T', ' ').slice(0, 19)} UTC`;
};

/**
 * Takes the lock of an existing directory. Throws LaydownError `store-locked` (who holds it, since when) after the wait, `store-read-only`
 * where the directory cannot be written.
 */
export async function lockDirectory(directory: string, { waitMs, onWait }: LockOptions): Promise<Lock> {
  const holder: Holder = {
    ...{ pid: process.pid, host: hostname(), since: new Date().toISOString() },
    directory: identityOf(directory),
  };
  const deadline = performance.now() + waitMs;
  let told = false;
  for (;;) {
    const taken = await tryLock(directory, holder);
    if ('release' in taken) return taken;
    if (!told) onWait?.(describeHolder(taken.heldBy));
    told = true;
    if (performance.now() >= deadline) {
      const who = describeHolder(taken.heldBy);
      throw new LaydownError('store-locked', `${who} holds the ledger at ${directory}: wait for it to end, or end it`);
    }
    await sleep(RETRY_MS);
  }
}

async function tryLock(directory: string, holder: Holder): Promise<Lock | { readonly heldBy: Holder | null }> {
  const server = process.platform === 'linux' ? await bind(socketName(directory), holder) : null;
  if (server === 'taken') return { heldBy: (await ask(socketName(directory))) ?? readFile(directory)?.holder ?? null };
  const left = readFile(directory)?.holder ?? null;
  const copiedFrom = left !== null && isCopied(left, holder) ? left : null;
  const written = writeLockFile(directory, holder, server !== null);
  if (written !== null) {
    server?.close();
    return { heldBy: written };
  }
  const path = join(directory, FILE);
  const freshen = setInterval(() => {
    try {
      const now = new Date();
      utimesSync(path, now, now);
    } catch {
      // The directory may be gone: nothing is left to protect then.
    }
  }, FRESH_MS);
  freshen.unref();
  return {
    holder,
    copiedFrom,
    release() {
      clearInterval(freshen);
      if (readFile(directory)?.holder.pid === holder.pid) unlinkQuietly(path);
      server?.close();
    },
  };
}

/** Device and inode, not the path: the same directory by another name, or through a link, is the same ledger. */
const socketName = (directory: string): string => `\0laydown-${identityOf(directory)}`;

function identityOf(directory: string): string {
  const { dev, ino } = statSync(directory, { bigint: true });
  return `${dev.toString(16)}-${ino.toString(16)}`;
}

function bind(name: string, holder: Holder): Promise<Server | 'taken'> {
  return new Promise((resolve, reject) => {
    const server = createServer((peer) => {
      peer.on('error', () => {});
      peer.end(JSON.stringify(holder));
    });
    server.once('error', (error: NodeJS.ErrnoException) => {
      if (error.code === 'EADDRINUSE') resolve('taken');
      else reject(error);
    });
    server.listen(name, () => {
      server.unref();
      resolve(server);
    });
  });
}

/** Asks the holder over its socket; null where it does not answer (it may just be ending, or be too busy). */
function ask(name: string): Promise<Holder | null> {
  return new Promise((resolve) => {
    const peer = connect(name);
    let reply = '';
    const done = (): void => {
      peer.destroy();
      resolve(holderIn(reply));
    };
    peer.setTimeout(500, done);
    peer.setEncoding('utf8').on('data', (part: string) => {
      reply += part;
    });
    peer.once('end', done).once('error', done);
  });
}

function holderIn(text: string): Holder | null {
  try {
    const { pid, host, since, directory } = JSON.parse(text) as Partial<Holder>;
    if (typeof pid !== 'number' || typeof host !== 'string' || typeof since !== 'string') return null;
    return { pid, host, since, ...(typeof directory === 'string' ? { directory } : {}) };
  } catch {
    return null;
  }
}

/** Writes the lock file -> null, or who holds it. The file of a process that died is replaced. */
function writeLockFile(directory: string, holder: Holder, socketIsOurs: boolean): Holder | null {
  const path = join(directory, FILE);
  for (let tries = 0; tries < 3; tries++) {
    try {
      const file = openSync(path, 'wx');
      writeSync(file, JSON.stringify(holder));
      closeSync(file);
      return null;
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw readOnlyOr(error, directory);
    }
    const other = readFile(directory);
    if (other === null) continue;
    if (!isCopied(other.holder, holder) && isAlive(other.holder, other.ageMs, socketIsOurs)) return other.holder;
    replaceFile(path, holder);
    if (readFile(directory)?.holder.pid === holder.pid) return null;
  }
  return readFile(directory)?.holder ?? null;
}

/** On this machine two directories never have one identity; another machine may see this one by another. */
const isCopied = (other: Holder, own: Holder): boolean =>
  other.host === own.host && other.directory !== undefined && other.directory !== own.directory;

function isAlive(other: Holder, ageMs: number, socketIsOurs: boolean): boolean {
  if (other.host !== hostname()) return ageMs < STALE_MS;
  // With the socket ours the other can only live beyond the reach of sockets (a network namespace of its own), and then keeps its file fresh.
  if (other.pid < 1 || (socketIsOurs && ageMs >= STALE_MS)) return false;
  try {
    process.kill(other.pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

function replaceFile(path: string, holder: Holder): void {
  const own = `${path}.${holder.pid}`;
  writeFileSync(own, JSON.stringify(holder));
  renameSync(own, path);
}

/** Null where there is no file. A file that is half written counts as one of an unknown process of this machine. */
function readFile(directory: string): { readonly holder: Holder; readonly ageMs: number } | null {
  const path = join(directory, FILE);
  try {
    const holder = holderIn(readFileSync(path, 'utf8'));
    const { mtimeMs } = statSync(path);
    return {
      holder: holder ?? { pid: -1, host: hostname(), since: new Date(mtimeMs).toISOString() },
      ageMs: Date.now() - mtimeMs,
    };
  } catch {
    return null;
  }
}

function unlinkQuietly(path: string): void {
  try {
    unlinkSync(path);
  } catch {
    // Gone already: the lock is free either way.
  }
}

/** Writing is not allowed, or the file system is mounted read-only -> `store-read-only`; anything else as it is. */
export function readOnlyOr(error: unknown, directory: string): unknown {
  const { code } = error as NodeJS.ErrnoException;
  if (code !== 'EROFS' && code !== 'EACCES' && code !== 'EPERM') return error;
  return new LaydownError(
    'store-read-only',
    `the ledger directory ${directory} cannot be written (${code}): allow writing, or copy the ledger elsewhere and name it with --db`,
    { cause: error },
  );
}
