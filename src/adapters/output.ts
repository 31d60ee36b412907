// Where an export goes: standard output with back-pressure, or a file that appears only when it is whole.
import { createWriteStream } from 'node:fs';
import { mkdir, rename, rm } from 'node:fs/promises';
import { dirname } from 'node:path';
import { LaydownError } from '../model/errors.ts';
import type { Output } from '../ports/output.ts';

/** `path` null: standard output. Throws LaydownError `usage` where the file cannot be written. */
export async function openOutput(path: string | null, stdout: NodeJS.WritableStream): Promise<Output> {
  if (path === null)
    return { write: (chunk) => written(stdout, chunk), close: async () => {}, discard: async () => {} };
  const partial = `${path}.partial`;
  try {
    await mkdir(dirname(path), { recursive: true });
    const file = createWriteStream(partial);
    await new Promise<void>((resolve, reject) => {
      file.once('open', () => resolve());
      file.once('error', reject);
    });
    file.on('error', () => undefined);
    return {
      write: (chunk) => written(file, chunk),
      close: async () => {
        await ended(file);
        await rename(partial, path);
      },
      discard: async () => {
        file.destroy();
        await rm(partial, { force: true });
      },
    };
  } catch (error) {
    throw new LaydownError('usage', `cannot write ${path}: ${(error as Error).message}`, { cause: error });
  }
}

const ended = (stream: NodeJS.WritableStream): Promise<void> =>
  new Promise((resolve, reject) => {
    stream.once('error', reject);
    stream.end(resolve);
  });

/** Settles when the stream takes more: a slow reader slows the writer instead of filling memory. */
const written = (stream: NodeJS.WritableStream, chunk: string | Uint8Array): Promise<void> =>
  new Promise((resolve, reject) => {
    const isRoomLeft = stream.write(chunk, (error) => (error ? reject(error) : undefined));
    if (isRoomLeft) resolve();
    else stream.once('drain', resolve);
  });
