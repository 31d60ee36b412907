// Bytes of a file or a pipe in order, a piece at a time: what is not used yet is held, nothing else.
import { type FileHandle, open } from 'node:fs/promises';

/** Small: what is let go of is kept for a while by whoever gave the memory, and counts as the process's. */
const PIECE = 256 * 1024;

export interface ByteSource {
  /** What is held: read, and not yet taken. */
  readonly held: Buffer;
  /** How many bytes were taken before it. */
  readonly offset: number;
  readonly size: number | null;
  /** Holds more; false at the end. */
  fill(): Promise<boolean>;
  take(bytes: number): void;
  /** Takes so many bytes without looking at them, over what is held and beyond; false where the end comes first. */
  skip(bytes: number): Promise<boolean>;
  close(): Promise<void>;
}

abstract class Source implements ByteSource {
  held: Buffer = Buffer.alloc(0);
  offset = 0;
  abstract readonly size: number | null;
  abstract fill(): Promise<boolean>;
  abstract close(): Promise<void>;

  take(bytes: number): void {
    this.offset += bytes;
    this.held = this.held.subarray(bytes);
  }

  async skip(bytes: number): Promise<boolean> {
    let left = bytes;
    while (left > this.held.length) {
      left -= this.held.length;
      this.take(this.held.length);
      if (!(await this.fill())) return false;
    }
    this.take(left);
    return true;
  }
}

class FileSource extends Source {
  readonly size: number;
  readonly #file: FileHandle;
  #next = 0;

  constructor(file: FileHandle, size: number) {
    super();
    this.#file = file;
    this.size = size;
  }

  async fill(): Promise<boolean> {
    const { length } = this.held;
    const held = Buffer.allocUnsafeSlow(length + PIECE);
    this.held.copy(held);
    const { bytesRead } = await this.#file.read(held, length, PIECE, this.#next);
    if (bytesRead === 0) return false;
    this.#next += bytesRead;
    this.held = held.subarray(0, length + bytesRead);
    return true;
  }

  override async skip(bytes: number): Promise<boolean> {
    if (bytes <= this.held.length) {
      this.take(bytes);
      return true;
    }
    this.held = Buffer.alloc(0);
    this.offset += bytes;
    this.#next = this.offset;
    return this.offset <= this.size;
  }

  close(): Promise<void> {
    return this.#file.close();
  }
}

class PipeSource extends Source {
  readonly size = null;
  readonly #pieces: AsyncIterator<string | Buffer>;

  constructor(pipe: AsyncIterable<string | Buffer>) {
    super();
    this.#pieces = pipe[Symbol.asyncIterator]();
  }

  async fill(): Promise<boolean> {
    const { done, value } = await this.#pieces.next();
    if (done) return false;
    const more = typeof value === 'string' ? Buffer.from(value) : value;
    this.held = this.held.length === 0 ? more : Buffer.concat([this.held, more]);
    return true;
  }

  async close(): Promise<void> {
    await this.#pieces.return?.();
  }
}

export async function fileSource(path: string): Promise<ByteSource> {
  const file = await open(path);
  return new FileSource(file, (await file.stat()).size);
}

export const pipeSource = (pipe: AsyncIterable<string | Buffer>): ByteSource => new PipeSource(pipe);
