// A window on what an archive holds, moved forward record by record: says where it stands, so that reading can begin again there.
import { LaydownError } from '../model/errors.ts';
import type { Piece } from './unpacked-pieces.ts';

interface Stretch {
  /** Place in the window where the piece begins, counted from the window's own beginning. */
  readonly at: number;
  readonly packed: number;
  readonly inner: number;
  readonly opens: boolean;
}

const NOTHING: Buffer = Buffer.alloc(0);

/** Throws LaydownError where what it is asked for is damaged: the window then stands where the next sound piece begins. */
export class ArchiveWindow {
  readonly #pieces: AsyncIterator<Piece | LaydownError>;
  readonly #isPlain: boolean;
  #held: Buffer = NOTHING;
  #stretches: Stretch[] = [];
  /** What comes next could not be read: told when it is reached. */
  #damage: LaydownError | null = null;
  #isOver = false;

  /** `isPlain`: places count the archive's own bytes. */
  constructor(pieces: AsyncIterable<Piece | LaydownError>, isPlain: boolean) {
    this.#pieces = pieces[Symbol.asyncIterator]();
    this.#isPlain = isPlain;
  }

  /** What is held now; ask with `has` for more. */
  get held(): Buffer {
    return this.#held;
  }

  /** True once so many bytes are held; false where the archive ends before. */
  has(bytes: number): boolean | Promise<boolean> {
    return this.#held.length >= bytes || this.#fillTo(bytes);
  }

  take(bytes: number): void {
    this.#held = this.#held.subarray(bytes);
    const stretches = this.#stretches;
    let first = 0;
    while (first + 1 < stretches.length && stretches[first + 1]!.at <= bytes) first++;
    this.#stretches = stretches.slice(first).map((s) => ({ ...s, at: s.at - bytes }));
  }

  /** Takes so many bytes without holding them; false where the archive ends before, or where a packed member that begins so stands before. */
  async skip(bytes: number, border: Buffer | null = null): Promise<boolean> {
    let left = bytes;
    while (left > this.#held.length) {
      left -= this.#held.length;
      this.take(this.#held.length);
      if (!(await this.has(border?.length ?? 1)) && this.#held.length === 0) return false;
      if (border !== null && this.#stretches[0]?.opens && this.#held.subarray(0, border.length).equals(border))
        return false;
    }
    this.take(left);
    return true;
  }

  /** Where in the first so many bytes that are held a packed member begins in this way; null where none does. */
  borderWithin(bytes: number, border: Buffer): number | null {
    const found = this.#stretches.find(
      ({ opens, at }) => opens && at > 0 && at < bytes && this.#held.subarray(at, at + border.length).equals(border),
    );
    return found?.at ?? null;
  }

  /** Takes all up to where the next packed member begins, and where nothing is packed up to `mark`; false at the end. */
  async toNextBorder(mark: Buffer): Promise<boolean> {
    for (let from = 1; ; ) {
      const border = this.#stretches.find(({ opens, at }) => opens && at > 0);
      if (border !== undefined) {
        this.take(border.at);
        return true;
      }
      const found = this.#held.indexOf(mark, from);
      if (found >= 0) {
        this.take(found);
        return true;
      }
      this.take(Math.max(0, this.#held.length - mark.length));
      from = 0;
      if (!(await this.has(this.#held.length + 1))) {
        this.take(this.#held.length);
        return false;
      }
    }
  }

  place(): { readonly packed: number; readonly inner: number } | null {
    const [first] = this.#stretches;
    if (first === undefined) return null;
    const on = -first.at;
    return this.#isPlain ? { packed: first.packed + on, inner: 0 } : { packed: first.packed, inner: first.inner + on };
  }

  /** The reason why there is no more, told once. */
  damage(): LaydownError | null {
    const damage = this.#damage;
    this.#damage = null;
    return damage;
  }

  async close(): Promise<void> {
    await this.#pieces.return?.();
  }

  async #fillTo(bytes: number): Promise<boolean> {
    if (this.#held.length >= bytes) return true;
    const parts: Buffer[] = [this.#held];
    let length = this.#held.length;
    while (length < bytes && this.#damage === null && !this.#isOver) {
      const { done, value } = await this.#pieces.next();
      if (done) this.#isOver = true;
      else if (value instanceof LaydownError) this.#damage = value;
      else if (value.bytes.length > 0) {
        if (length === 0) this.#stretches = [];
        this.#stretches.push({ at: length, packed: value.packed, inner: value.inner, opens: value.opens });
        parts.push(value.bytes);
        length += value.bytes.length;
      }
    }
    this.#held = parts.length === 2 && parts[0]!.length === 0 ? parts[1]! : Buffer.concat(parts);
    return length >= bytes;
  }
}
