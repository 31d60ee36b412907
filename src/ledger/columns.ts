// Columns of values that grow: a million of them take a few megabytes, where as many objects would take hundreds.

const FIRST_ROOM = 1024;

/** Whole numbers of 32 bits. */
export class Ints {
  #values: Int32Array;
  #length = 0;

  constructor(room = FIRST_ROOM) {
    this.#values = new Int32Array(room);
  }

  get length(): number {
    return this.#length;
  }

  push(value: number): void {
    if (this.#length === this.#values.length) {
      const wider = new Int32Array(this.#length * 2);
      wider.set(this.#values);
      this.#values = wider;
    }
    this.#values[this.#length++] = value;
  }

  at(index: number): number {
    return this.#values[index]!;
  }

  set(index: number, value: number): void {
    this.#values[index] = value;
  }
}

/** Numbers, or null. */
export class Numbers {
  #values = new Float64Array(FIRST_ROOM);
  #length = 0;

  push(value: number | null): void {
    if (this.#length === this.#values.length) {
      const wider = new Float64Array(this.#length * 2);
      wider.set(this.#values);
      this.#values = wider;
    }
    this.#values[this.#length++] = value ?? Number.NaN;
  }

  at(index: number): number | null {
    const value = this.#values[index]!;
    return Number.isNaN(value) ? null : value;
  }
}

const BLOCK_BYTES = 1 << 20;
const encoder = new TextEncoder();
const decoder = new TextDecoder();

/** Texts as bytes. The same text twice running is held once. */
export class Texts {
  readonly #blocks: Uint8Array[] = [];
  readonly #block = new Ints();
  readonly #start = new Ints();
  readonly #end = new Ints();
  #used = BLOCK_BYTES;
  #last: string | null = null;

  /** Its number, for `at`. */
  add(text: string): number {
    if (text !== this.#last) {
      const most = text.length * 3;
      if (this.#used + most > (this.#blocks.at(-1)?.length ?? 0)) {
        this.#blocks.push(new Uint8Array(Math.max(BLOCK_BYTES, most)));
        this.#used = 0;
      }
      const { written } = encoder.encodeInto(text, this.#blocks.at(-1)!.subarray(this.#used));
      this.#block.push(this.#blocks.length - 1);
      this.#start.push(this.#used);
      this.#used += written;
      this.#end.push(this.#used);
      this.#last = text;
    }
    return this.#block.length - 1;
  }

  at(number: number): string {
    return decoder.decode(this.#blocks[this.#block.at(number)]!.subarray(this.#start.at(number), this.#end.at(number)));
  }
}

/** Each value once, by its number. */
export class Interned<T> {
  readonly #numbers = new Map<string, number>();
  readonly #values: T[] = [];

  /** The number of the value under this key; made where it is new. */
  numberOf(key: string, make: () => T): number {
    let number = this.#numbers.get(key);
    if (number === undefined) {
      number = this.#values.length;
      this.#numbers.set(key, number);
      this.#values.push(make());
    }
    return number;
  }

  at(number: number): T {
    return this.#values[number]!;
  }

  get length(): number {
    return this.#values.length;
  }
}

/** Rows by a number that several can share: the last row of each, and from each row the one before. */
export class Chains {
  #heads = new Int32Array(FIRST_ROOM * 2).fill(-1);
  readonly #hashes = new Ints();
  readonly #before = new Ints();

  /** Rows come in their order, 0 upwards. */
  push(hash: number): void {
    const row = this.#hashes.length;
    if (row * 2 >= this.#heads.length) this.#widen();
    this.#hashes.push(hash);
    const slot = slotOf(hash, this.#heads.length);
    this.#before.push(this.#heads[slot]!);
    this.#heads[slot] = row;
  }

  /** The rows with this number, the newest first. */
  *rows(hash: number): Iterable<number> {
    for (let row = this.#heads[slotOf(hash, this.#heads.length)]!; row >= 0; row = this.#before.at(row))
      if (this.#hashes.at(row) === (hash | 0)) yield row;
  }

  hashOf(row: number): number {
    return this.#hashes.at(row);
  }

  #widen(): void {
    this.#heads = new Int32Array(this.#heads.length * 2).fill(-1);
    for (let row = 0; row < this.#hashes.length; row++) {
      const slot = slotOf(this.#hashes.at(row), this.#heads.length);
      this.#before.set(row, this.#heads[slot]!);
      this.#heads[slot] = row;
    }
  }
}

const slotOf = (hash: number, size: number): number => (Math.imul(hash, 0x9e3779b1) >>> 7) & (size - 1);

/** 32 bits of a text. */
export function hashOf(text: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  return hash;
}
