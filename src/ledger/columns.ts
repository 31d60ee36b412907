// Columns of values that grow: a million of them take a few megabytes, where as many objects would take hundreds.

import type { SectionReader, SectionWriter } from './sections.ts';

const FIRST_ROOM = 1024;
/** Large columns grow by a quarter: what is spare in them is memory. */
const LARGE = 1 << 16;
const widerThan = (room: number): number =>
  Math.max(FIRST_ROOM, room < LARGE ? room * 2 : Math.ceil((room * 1.25) / 8) * 8);

/** Whole numbers of 32 bits. */
export class Ints {
  #values: Int32Array;
  #length = 0;

  constructor(room = FIRST_ROOM) {
    this.#values = new Int32Array(room);
  }

  static read(from: SectionReader): Ints {
    const ints = new Ints(0);
    const { buffer, byteOffset, length } = from.next();
    ints.#values = new Int32Array(buffer, byteOffset, length / 4);
    ints.#length = length / 4;
    return ints;
  }

  write(to: SectionWriter): void {
    to.add(this.#values.subarray(0, this.#length));
  }

  get length(): number {
    return this.#length;
  }

  push(value: number): void {
    if (this.#length === this.#values.length) {
      const wider = new Int32Array(this.#length < FIRST_ROOM ? this.#length * 2 + 4 : widerThan(this.#length));
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
  #values: Float64Array = new Float64Array(FIRST_ROOM);
  #length = 0;

  static read(from: SectionReader): Numbers {
    const numbers = new Numbers();
    const { buffer, byteOffset, length } = from.next();
    numbers.#values = new Float64Array(buffer, byteOffset, length / 8);
    numbers.#length = length / 8;
    return numbers;
  }

  write(to: SectionWriter): void {
    to.add(this.#values.subarray(0, this.#length));
  }

  push(value: number | null): void {
    if (this.#length === this.#values.length) {
      const wider = new Float64Array(widerThan(this.#length));
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

/** Numbers that a hash is held in: five of 16 bits. */
const PIECES = 5;
const HASH = /^[0-9a-f]{20}$/;

/** Ids: those that are hashes in ten bytes each, the others as they are. */
export class Ids {
  #pieces: Uint16Array = new Uint16Array(FIRST_ROOM * PIECES);
  readonly #others = new Map<number, string>();
  #length = 0;

  static read(from: SectionReader): Ids {
    const ids = new Ids();
    const { buffer, byteOffset, length } = from.next();
    ids.#pieces = new Uint16Array(buffer, byteOffset, length / 2);
    ids.#length = length / 2 / PIECES;
    for (const [row, id] of from.json() as [number, string][]) ids.#others.set(row, id);
    return ids;
  }

  write(to: SectionWriter): void {
    to.add(this.#pieces.subarray(0, this.#length * PIECES));
    to.json([...this.#others]);
  }

  get length(): number {
    return this.#length;
  }

  push(id: string): void {
    const at = this.#length * PIECES;
    if (at === this.#pieces.length) {
      const wider = new Uint16Array(widerThan(this.#length) * PIECES);
      wider.set(this.#pieces);
      this.#pieces = wider;
    }
    if (HASH.test(id))
      for (let i = 0; i < PIECES; i++) this.#pieces[at + i] = Number.parseInt(id.slice(i * 4, i * 4 + 4), 16);
    else this.#others.set(this.#length, id);
    this.#length++;
  }

  at(index: number): string {
    const other = this.#others.get(index);
    if (other !== undefined) return other;
    let id = '';
    for (let i = 0; i < PIECES; i++) id += this.#pieces[index * PIECES + i]!.toString(16).padStart(4, '0');
    return id;
  }
}

const BLOCK_BYTES = 1 << 20;
const encoder = new TextEncoder();
const decoder = new TextDecoder();

/** Texts as bytes. The same text twice running is held once. */
export class Texts {
  readonly #blocks: Uint8Array[] = [];
  #block = new Ints();
  #start = new Ints();
  #end = new Ints();
  /** Of the last block. */
  #used = BLOCK_BYTES;
  #last: string | null = null;

  static read(from: SectionReader): Texts {
    const texts = new Texts();
    for (let count = from.json() as number; count > 0; count--) texts.#blocks.push(from.next());
    texts.#block = Ints.read(from);
    texts.#start = Ints.read(from);
    texts.#end = Ints.read(from);
    texts.#used = texts.#blocks.at(-1)?.length ?? BLOCK_BYTES;
    return texts;
  }

  write(to: SectionWriter): void {
    to.json(this.#blocks.length);
    for (const [i, block] of this.#blocks.entries())
      to.add(i === this.#blocks.length - 1 ? block.subarray(0, this.#used) : block);
    for (const column of [this.#block, this.#start, this.#end]) column.write(to);
  }

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

  /** As `make` makes them of their keys. */
  static read<T>(from: SectionReader, make: (key: string, number: number) => T): Interned<T> {
    const interned = new Interned<T>();
    for (const [number, key] of (from.json() as string[]).entries()) interned.numberOf(key, () => make(key, number));
    return interned;
  }

  write(to: SectionWriter): void {
    to.json([...this.#numbers.keys()]);
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
