// Finds and reads the files that the user names: a file, a directory and all below it, "-" for standard input.
import { createReadStream } from 'node:fs';
import { open, readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { type Fault, LaydownError } from '../model/errors.ts';
import type { FileFinder, FoundFile } from '../ports/intake.ts';

const REASONS: Readonly<Record<string, string>> = {
  ENOENT: 'there is no such file',
  EACCES: 'may not be read: check its permissions',
  EPERM: 'may not be read: check its permissions',
  ENOTDIR: 'there is no such file',
  EISDIR: 'is a directory',
  ELOOP: 'is a link that leads to itself',
  ENAMETOOLONG: 'the name is too long',
};
const reasonOf = (error: unknown): string =>
  REASONS[(error as NodeJS.ErrnoException).code ?? ''] ?? (error as Error).message;
const fault = (source: string, message: string): Fault => ({ source, code: 'bad-input', message });

/** `extensions` are what a directory is searched for (".txt"); a file named outright is taken whatever its name. */
export function fileFinder(extensions: readonly string[], stdin: NodeJS.ReadableStream): FileFinder {
  return {
    async *find(paths) {
      for (const path of paths) {
        if (path === '-') {
          yield standardInput(stdin);
          continue;
        }
        try {
          const found = await stat(path);
          if (found.isDirectory()) yield* inDirectory(path, extensions);
          else yield fileAt(path, found.isFile() ? found.size : null);
        } catch (error) {
          yield fault(path, reasonOf(error));
        }
      }
    },
  };
}

async function* inDirectory(directory: string, extensions: readonly string[]): AsyncGenerator<FoundFile | Fault> {
  let count = 0;
  for await (const found of below(directory, extensions)) {
    count++;
    yield found;
  }
  if (count === 0) yield fault(directory, `holds no readable file: looked for ${extensions.join(' ')}`);
}

async function* below(directory: string, extensions: readonly string[]): AsyncGenerator<FoundFile | Fault> {
  let entries: import('node:fs').Dirent[];
  try {
    entries = await readdir(directory, { withFileTypes: true });
  } catch (error) {
    yield fault(directory, reasonOf(error));
    return;
  }
  entries.sort((a, b) => (a.name < b.name ? -1 : 1));
  for (const entry of entries) {
    if (entry.name.startsWith('.') || entry.name === 'node_modules') continue;
    const path = join(directory, entry.name);
    if (entry.isDirectory()) yield* below(path, extensions);
    else if (extensions.some((ending) => entry.name.toLowerCase().endsWith(ending))) {
      try {
        yield fileAt(path, (await stat(path)).size);
      } catch (error) {
        yield fault(path, reasonOf(error));
      }
    }
  }
}

function fileAt(path: string, size: number | null): FoundFile {
  return {
    source: path,
    size,
    async bytes(limit) {
      try {
        const file = await open(path);
        try {
          return await collect(file.createReadStream({ autoClose: false, highWaterMark: 1 << 18 }), limit);
        } finally {
          await file.close();
        }
      } catch (error) {
        throw error instanceof LaydownError ? error : new LaydownError('bad-input', reasonOf(error), { cause: error });
      }
    },
    lines: (limit) => linesOf(() => createReadStream(path, { highWaterMark: 1 << 18 }), limit),
    archive: (kind) => worded(archives().then((of) => of.archiveFile(kind, path))),
  };
}

const standardInput = (stdin: NodeJS.ReadableStream): FoundFile => ({
  source: 'standard input',
  size: null,
  bytes: (limit) => collect(stdin, limit),
  lines: (limit) => linesOf(() => stdin, limit),
  archive: (kind) => worded(archives().then((of) => of.archivePipe(kind, stdin))),
});

/** Loaded where a file is an archive. */
const archives = (): Promise<typeof import('./archive-file.ts')> => import('./archive-file.ts');

async function worded<T>(work: Promise<T>): Promise<T> {
  try {
    return await work;
  } catch (error) {
    throw error instanceof LaydownError ? error : new LaydownError('bad-input', reasonOf(error), { cause: error });
  }
}

/** Never holds more than the limit: a file that grows, or a pipe without end, is refused when it passes it. */
async function collect(stream: AsyncIterable<string | Buffer>, limit: number): Promise<Uint8Array> {
  const chunks: Buffer[] = [];
  let total = 0;
  for await (const chunk of stream) {
    const bytes = typeof chunk === 'string' ? Buffer.from(chunk) : chunk;
    total += bytes.length;
    if (total > limit)
      throw new LaydownError(
        'too-large',
        `is larger than ${Math.round(limit / 1024 / 1024)} MB, the limit for such a file`,
      );
    chunks.push(bytes);
  }
  return Buffer.concat(chunks);
}

/** Never holds more than `limit` bytes of a line: what passes it is skipped to the line's end. */
async function* linesOf(
  start: () => AsyncIterable<string | Buffer>,
  limit: number,
): AsyncGenerator<string | LaydownError> {
  let parts: Buffer[] = [];
  let length = 0;
  const add = (part: Buffer): void => {
    length += part.length;
    if (length > limit) parts = [];
    else if (part.length > 0) parts.push(part);
  };
  const take = (): string | LaydownError => {
    const line = length > limit ? tooLong(limit) : decodeLine(Buffer.concat(parts));
    parts = [];
    length = 0;
    return line;
  };
  try {
    for await (const chunk of start()) {
      const bytes = typeof chunk === 'string' ? Buffer.from(chunk) : chunk;
      let from = 0;
      for (let end = bytes.indexOf(10); end >= 0; end = bytes.indexOf(10, from)) {
        add(bytes.subarray(from, end));
        yield take();
        from = end + 1;
      }
      add(bytes.subarray(from));
    }
  } catch (error) {
    throw error instanceof LaydownError ? error : new LaydownError('bad-input', reasonOf(error), { cause: error });
  }
  if (length > 0) yield take();
}

const tooLong = (limit: number): LaydownError =>
  new LaydownError('too-large', `is longer than ${Math.round(limit / 1024 / 1024)} MB, the limit for a line`);

const UTF8 = new TextDecoder('utf-8', { fatal: true });

/** A byte order mark and the carriage return of a line end are no part of the line. */
function decodeLine(bytes: Buffer): string | LaydownError {
  try {
    return UTF8.decode(bytes).replace(/\r$/, '');
  } catch {
    return new LaydownError('bad-input', 'is not UTF-8: convert the file first (iconv -f CHARSET -t UTF-8)');
  }
}
