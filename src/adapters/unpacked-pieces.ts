// What an archive holds once unpacked: gzip members one by one, so that reading can begin again at any of them (RFC 1952); or bytes as they are.
import { crc32, createInflateRaw, type InflateRaw, inflateRawSync } from 'node:zlib';
import { LaydownError } from '../model/errors.ts';
import type { ByteSource } from './byte-source.ts';

export interface Piece {
  readonly bytes: Buffer<ArrayBufferLike>;
  /** Where it lies: bytes of the archive before it or its packed member, and unpacked bytes of that member before it. */
  readonly packed: number;
  readonly inner: number;
  /** True where a packed member begins with it: a record may begin there, whatever was wrong before. */
  readonly opens: boolean;
}

/** A member larger than this, packed or unpacked, comes in several pieces. */
const WHOLE_MEMBER = 4 << 20;
const PIECE = 256 * 1024;
const HEAD = 10;
const FOOT = 8;

/** Pieces from where the source stands; `isPlain`: it is not packed. In the place of a member that is damaged stands the error that says so. */
export async function* unpackedPieces(source: ByteSource, isPlain: boolean): AsyncGenerator<Piece | LaydownError> {
  if (isPlain) {
    yield* plainPieces(source);
    return;
  }
  for (;;) {
    await skipPadding(source);
    if (source.held.length === 0) return;
    const from = source.offset;
    let damage: LaydownError | null = null;
    try {
      const whole = await wholeMember(source);
      if (whole === null) yield* memberInPieces(source);
      else yield { bytes: whole, packed: from, inner: 0, opens: true };
    } catch (error) {
      if (error instanceof LaydownError) damage = error;
      else throw error;
    }
    if (damage === null) continue;
    yield damage;
    if (!(await toNextMember(source, from))) return;
  }
}

async function* plainPieces(source: ByteSource): AsyncGenerator<Piece> {
  do {
    if (source.held.length === 0) continue;
    yield { bytes: source.held, packed: source.offset, inner: 0, opens: false };
    source.take(source.held.length);
  } while (await source.fill());
}

export const isPacked = (bytes: Buffer, at = 0): boolean =>
  bytes[at] === 0x1f && bytes[at + 1] === 0x8b && (at + 2 >= bytes.length || bytes[at + 2] === 8);

/** Some writers fill up with zeros. */
async function skipPadding(source: ByteSource): Promise<void> {
  for (;;) {
    let zeros = 0;
    while (source.held[zeros] === 0) zeros++;
    source.take(zeros);
    if (source.held.length > 0 || !(await source.fill())) return;
  }
}

const cut = (): LaydownError => new LaydownError('bad-input', 'is cut short: the archive ends inside a packed record');
const damaged = (why: string): LaydownError => new LaydownError('bad-input', `is damaged: ${why}`);

/** Length of the member's header; null where more bytes are needed to tell. */
function headerLength(bytes: Buffer): number | null {
  if (bytes.length < HEAD) return null;
  if (!isPacked(bytes)) throw damaged('no packed record begins here');
  const flags = bytes[3]!;
  let at = HEAD;
  if (flags & 4) {
    if (bytes.length < at + 2) return null;
    at += 2 + bytes.readUInt16LE(at);
  }
  for (const name of [8, 16]) {
    if (!(flags & name)) continue;
    const end = bytes.indexOf(0, at);
    if (end < 0) return null;
    at = end + 1;
  }
  if (flags & 2) at += 2;
  return at;
}

async function headerOf(source: ByteSource): Promise<number> {
  for (;;) {
    const length = headerLength(source.held);
    if (length !== null && source.held.length >= length) return length;
    if (source.held.length > WHOLE_MEMBER) throw damaged('the head of a packed record has no end');
    if (!(await source.fill())) throw cut();
  }
}

/** The member at once, which is many times faster for the small ones that archives are made of; null where it is a large one. */
async function wholeMember(source: ByteSource): Promise<Buffer | null> {
  const head = await headerOf(source);
  for (;;) {
    const found = inflated(source.held.subarray(head));
    if (found === 'large') return null;
    if (found !== 'more') {
      const end = head + found.used;
      if (await holds(source, end + FOOT)) {
        check(source.held.subarray(end, end + FOOT), crc32(found.bytes), found.bytes.length);
        source.take(end + FOOT);
        return found.bytes;
      }
      throw cut();
    }
    if (source.held.length > WHOLE_MEMBER) return null;
    if (!(await source.fill())) throw cut();
  }
}

async function holds(source: ByteSource, bytes: number): Promise<boolean> {
  while (source.held.length < bytes) if (!(await source.fill())) return false;
  return true;
}

function inflated(
  packed: Buffer,
): { readonly bytes: Buffer<ArrayBufferLike>; readonly used: number } | 'more' | 'large' {
  try {
    const { buffer, engine } = inflateRawSync(packed, {
      info: true,
      maxOutputLength: WHOLE_MEMBER,
      chunkSize: 64 * 1024,
    }) as unknown as { buffer: Buffer; engine: { bytesWritten: number } };
    return { bytes: buffer, used: engine.bytesWritten };
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'Z_BUF_ERROR') return 'more';
    if (code === 'ERR_BUFFER_TOO_LARGE') return 'large';
    throw damaged((error as Error).message);
  }
}

function check(foot: Buffer, sum: number, length: number): void {
  if (foot.readUInt32LE(0) !== sum || foot.readUInt32LE(4) !== length % 0x1_0000_0000)
    throw damaged('a packed record does not agree with its check sum');
}

/** A large member, a piece at a time. */
async function* memberInPieces(source: ByteSource): AsyncGenerator<Piece> {
  const packed = source.offset;
  source.take(await headerOf(source));
  const inflate = createInflateRaw({ chunkSize: PIECE });
  const begun = source.offset;
  const feeding = feed(source, inflate).catch((error: Error) => void inflate.destroy(error));
  let inner = 0;
  let sum = 0;
  try {
    for await (const bytes of inflate as AsyncIterable<Buffer>) {
      sum = crc32(bytes, sum);
      yield { bytes, packed, inner, opens: inner === 0 };
      inner += bytes.length;
    }
  } catch (error) {
    throw (error as NodeJS.ErrnoException).code === 'Z_BUF_ERROR' ? cut() : damaged((error as Error).message);
  } finally {
    inflate.destroy();
    await feeding;
  }
  source.take(begun + inflate.bytesWritten - source.offset);
  if (!(await holds(source, FOOT))) throw cut();
  check(source.held.subarray(0, FOOT), sum, inner);
  source.take(FOOT);
}

/** Gives it what the source holds until it wants no more; the bytes that it wanted no part of stay with the source. */
async function feed(source: ByteSource, inflate: InflateRaw): Promise<void> {
  const begun = source.offset;
  const over = new Promise<void>((resolve) => inflate.once('close', resolve));
  for (;;) {
    const piece = source.held;
    await Promise.race([new Promise((resolve) => inflate.write(piece, resolve)), over]);
    // Not all of it was wanted: the packed stream has ended.
    const wanted = begun + inflate.bytesWritten - source.offset;
    if (inflate.destroyed || wanted < piece.length) return;
    source.take(piece.length);
    if (await source.fill()) continue;
    inflate.end();
    return;
  }
}

/** Looks for the next member after the one that began at `from`; false where there is none. */
async function toNextMember(source: ByteSource, from: number): Promise<boolean> {
  if (source.offset === from) source.take(Math.min(1, source.held.length));
  for (;;) {
    for (let at = source.held.indexOf(0x1f); at >= 0; at = source.held.indexOf(0x1f, at + 1)) {
      if (at + HEAD > source.held.length && (await source.fill())) at = 0;
      if (!isMember(source.held.subarray(at))) continue;
      source.take(at);
      return true;
    }
    source.take(Math.max(0, source.held.length - HEAD));
    if (!(await source.fill())) {
      source.take(source.held.length);
      return false;
    }
  }
}

/** Three bytes may look like a member's head by chance: what follows must unpack, too. */
function isMember(bytes: Buffer): boolean {
  if (!isPacked(bytes) || bytes.length < HEAD) return false;
  try {
    const head = headerLength(bytes);
    return head === null || inflated(bytes.subarray(head, head + 4096)) !== null;
  } catch {
    return false;
  }
}
