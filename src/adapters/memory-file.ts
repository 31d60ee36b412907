// A ledger's memory in a file beside its engine's data: a head of one line, then the bytes that it gives the digest of.
import { createHash } from 'node:crypto';
import { existsSync, rmSync, statfsSync, statSync } from 'node:fs';
import { type FileHandle, open, rename } from 'node:fs/promises';
import { dirname } from 'node:path';
import type { KeptBytes, KeptMemory } from '../ports/kept-memory.ts';
import type { Engine } from './sql.ts';

interface Head {
  readonly transaction: number;
  /** Of that transaction in the ledger's chain: it tells this ledger from any other. */
  readonly link: string;
  readonly size: number;
  readonly digest: string;
}

const HEAD_BYTES = 512;
/** Reading a smaller ledger takes a second or two. */
const LARGE_BYTES = 16 * 1024 * 1024;

export class MemoryFile implements KeptMemory {
  readonly #path: string;
  readonly #engine: Engine;

  constructor(path: string, engine: Engine) {
    this.#path = path;
    this.#engine = engine;
  }

  async isWorthwhile(): Promise<boolean> {
    if (existsSync(this.#path)) return true;
    const [row] = await this.#engine.query(`select pg_relation_size('claim')::float8 as size`);
    return Number(row?.['size']) > LARGE_BYTES;
  }

  async read(): Promise<KeptBytes | null> {
    if (!existsSync(this.#path)) return null;
    let file: FileHandle | null = null;
    try {
      file = await open(this.#path, 'r');
      const head = await this.#headOf(file);
      if (head !== null) {
        const bytes = new Uint8Array(head.size);
        const { bytesRead } = await file.read(bytes, 0, head.size, HEAD_BYTES);
        if (bytesRead === head.size && createHash('sha256').update(bytes).digest('hex') === head.digest)
          return { transaction: head.transaction, bytes };
      }
    } catch {
      // Unreadable is as good as none.
    } finally {
      await file?.close();
    }
    await this.forget();
    return null;
  }

  async write({ transaction }: Omit<KeptBytes, 'bytes'>, parts: readonly Uint8Array[]): Promise<void> {
    const size = parts.reduce((sum, part) => sum + part.length, 0);
    const link = await this.#linkOf(transaction);
    const fresh = `${this.#path}.new`;
    try {
      const { bavail, bsize } = statfsSync(dirname(this.#path));
      if (link === null || bavail * bsize < size * 2) return;
      const file = await open(fresh, 'w', 0o600);
      try {
        const digest = createHash('sha256');
        let at = HEAD_BYTES;
        for (const part of parts) {
          digest.update(part);
          await file.write(part, 0, part.length, at);
          at += part.length;
        }
        const head: Head = { transaction, link, size, digest: digest.digest('hex') };
        await file.write(
          JSON.stringify(head)
            .padEnd(HEAD_BYTES - 1)
            .concat('\n'),
          0,
        );
        await file.sync();
      } finally {
        await file.close();
      }
      await rename(fresh, this.#path);
    } catch {
      // Nothing rests on it.
      rmSync(fresh, { force: true });
    }
  }

  async forget(): Promise<void> {
    forgetMemory(this.#path);
  }

  async about(): Promise<{ readonly transaction: number; readonly size: number; readonly fits: boolean } | null> {
    if (!existsSync(this.#path)) return null;
    const { size } = statSync(this.#path);
    const found = await this.read();
    return { transaction: found?.transaction ?? 0, size, fits: found !== null };
  }

  async #headOf(file: FileHandle): Promise<Head | null> {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(HEAD_BYTES), 0, HEAD_BYTES, 0);
    const head = JSON.parse(buffer.subarray(0, bytesRead).toString('utf8')) as Head;
    return head.link === (await this.#linkOf(head.transaction)) ? head : null;
  }

  async #linkOf(transaction: number): Promise<string | null> {
    const [row] = await this.#engine.query(`select hash from ledger_transaction where number = $1::int`, [transaction]);
    return row === undefined ? null : String(row['hash']);
  }
}

export function forgetMemory(path: string): void {
  for (const one of [path, `${path}.new`]) rmSync(one, { force: true });
}
