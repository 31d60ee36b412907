// A ledger on a directory that one process holds, shared with the other commands of the same user: a socket in the directory, which only that user
// may open. Whoever may is asked nothing more: the same user may read and write the directory's files.
import { chmodSync, closeSync, openSync, rmSync } from 'node:fs';
import { createServer, type Socket } from 'node:net';
import { join, resolve } from 'node:path';
import { LaydownError } from '../model/errors.ts';
import type { Store } from '../ports/store.ts';
import { onFrames, sendFrame } from './frames.ts';
import { SCHEMA_VERSION } from './ledger-schema.ts';

const FILE = 'laydown.sock';
/** What a socket's address holds on every system. */
const MOST_BYTES = 100;

/** Told first to whoever comes. */
export interface Greeting {
  readonly pid: number;
  readonly schema: number;
}

/** A method of the store, "accounts.add" and "bookmarks.get" for those of its accounts and bookmarks. */
export interface Asked {
  readonly id: number;
  readonly method: string;
  readonly given: readonly unknown[];
}

export type Answered =
  | { readonly id: number; readonly value: unknown }
  | { readonly id: number; readonly error: { readonly code: LaydownError['code'] | null; readonly message: string } };

/**
 * Lets other commands use the store of an open ledger until the function returned is called. Where the ledger is a server's, which is shared by
 * itself, and on Windows, nothing is done. The directory's lock must be held.
 */
export async function openDoor(address: string, store: Store): Promise<() => void> {
  if (/^postgres(?:ql)?:\/\//.test(address) || process.platform === 'win32') return () => undefined;
  const { path, release } = socketPath(address);
  const open = new Set<Socket>();
  const server = createServer((socket) => {
    open.add(socket);
    socket.once('close', () => open.delete(socket));
    socket.on('error', () => {});
    serve(socket, store);
  });
  rmSync(path, { force: true });
  await new Promise<void>((ready, failed) => {
    server.once('error', failed);
    // Made for this user alone from the first moment on.
    const mask = process.umask(0o177);
    server.listen(path, ready);
    process.umask(mask);
  });
  chmodSync(path, 0o600);
  server.unref();
  return () => {
    server.close();
    for (const socket of open) socket.destroy();
    rmSync(path, { force: true });
    release();
  };
}

function serve(socket: Socket, store: Store): void {
  sendFrame(socket, { pid: process.pid, schema: SCHEMA_VERSION } satisfies Greeting);
  onFrames(socket, (asked) => {
    const { id, method, given } = asked as Asked;
    void answer(store, method, given)
      .then((value) => reply(socket, { id, value }))
      .catch((error: unknown) => reply(socket, { id, error: toldError(error) }));
  });
}

const reply = (socket: Socket, answered: Answered): void => {
  if (!socket.destroyed) sendFrame(socket, answered);
};

const toldError = (error: unknown): { readonly code: LaydownError['code'] | null; readonly message: string } => ({
  code: error instanceof LaydownError ? error.code : null,
  message: (error as Error).message,
});

async function answer(store: Store, method: string, given: readonly unknown[]): Promise<unknown> {
  const [first, second] = method.split('.');
  const [group, name] =
    first === 'accounts' || first === 'bookmarks'
      ? [store[first] as unknown, second ?? '']
      : [store as unknown, method];
  const call = (group as Record<string, unknown>)[name!];
  if (typeof call !== 'function' || name === 'close') throw new LaydownError('usage', `no store answers "${method}"`);
  return Reflect.apply(call, group, given);
}

/** A path that a socket's address has room for: where the directory's is longer, the way through the directory as this process has it open. */
export function socketPath(directory: string): { readonly path: string; release(): void } {
  const path = join(resolve(directory), FILE);
  if (Buffer.byteLength(path) <= MOST_BYTES || process.platform !== 'linux') return { path, release: () => undefined };
  const file = openSync(directory, 'r');
  return { path: `/proc/self/fd/${file}/${FILE}`, release: () => closeSync(file) };
}
