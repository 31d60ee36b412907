// An archive on the disk or from a pipe: which it is, its records, and the place after each.
import { createHash } from 'node:crypto';
import { Readable } from 'node:stream';
import { LaydownError } from '../model/errors.ts';
import type { Archive, ArchiveKind, ArchivePlace, ArchiveRecord } from '../ports/archive.ts';
import { ArchiveWindow } from './archive-window.ts';
import { type ByteSource, fileSource, pipeSource } from './byte-source.ts';
import { isPacked, unpackedPieces } from './unpacked-pieces.ts';
import { lineContents, warcContents } from './warc-records.ts';

/** An archive is told from others by so many of its first bytes. */
const TELLING = 64 * 1024;

/** Throws the system's own error where the file cannot be opened. */
export const archiveFile = async (kind: ArchiveKind, path: string): Promise<Archive> =>
  archiveOf(kind, await fileSource(path));

export const archivePipe = (kind: ArchiveKind, pipe: AsyncIterable<string | Buffer>): Promise<Archive> =>
  archiveOf(kind, pipeSource(pipe));

export const archiveBytes = (kind: ArchiveKind, bytes: Uint8Array): Promise<Archive> =>
  archivePipe(kind, Readable.from([Buffer.from(bytes)]));

async function archiveOf(kind: ArchiveKind, source: ByteSource): Promise<Archive> {
  while (source.held.length < TELLING) if (!(await source.fill())) break;
  if (source.held.length === 0) {
    await source.close();
    throw new LaydownError('bad-input', 'is empty: there is nothing to read');
  }
  const isPlain = !isPacked(source.held);
  return {
    id: createHash('sha256').update(kind).update(source.held.subarray(0, TELLING)).digest('hex').slice(0, 32),
    size: source.size,
    async *records(from, limit) {
      if (from !== null && !(await source.skip(from.packed))) throw shorter();
      const window = new ArchiveWindow(unpackedPieces(source, isPlain), isPlain);
      if (from !== null && from.inner > 0 && !(await window.skip(from.inner))) throw shorter();
      yield* recordsIn(window, kind, from, limit);
    },
    close: () => source.close(),
  };
}

async function* recordsIn(
  window: ArchiveWindow,
  kind: ArchiveKind,
  from: ArchivePlace | null,
  limit: number,
): AsyncGenerator<ArchiveRecord> {
  const contents = kind === 'warc' ? warcContents(window, limit, from === null) : lineContents(window, limit);
  let place: ArchivePlace = from ?? { packed: 0, inner: 0, records: 0 };
  for await (const content of contents) {
    place = { ...(window.place() ?? place), records: place.records + 1 };
    yield { number: place.records, content, next: place };
  }
}

const shorter = (): LaydownError =>
  new LaydownError('bad-input', 'is shorter than it was when it was read before: add it with --again');
