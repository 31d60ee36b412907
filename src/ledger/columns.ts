// Columns of values that grow: a million of them take a few megabytes, where as many objects would take hundreds.

import type { SectionReader, SectionWriter } from './sections.ts';

const FIRST_ROOM = 1024;
/**
 * Values of a block. A column grows by blocks, which stay where they are: were it copied to a wider place each time, the places that it left
 * would lie in the process's memory, too narrow for what comes next.
 */
const BITS = 16;
const BLOCK = 1 << BITS;
const REST = BLOCK - 1;

type Values = Int32Array | Float64Array | Uint16Array;

/** The last block made wider, or another begun where it is full; `per`: places of a value. */
function addRoom<T extends Values>(blocks: T[], make: (room: number) => T, per = 1): void {
  const last = blocks.at(-1);
  if (last === undefined || last.length === BLOCK * per) {
    blocks.push(make((last === undefined ? FIRST_ROOM : BLOCK) * per));
    return;
  }
  const wider = make(Math.min(BLOCK * per, last.length < FIRST_ROOM ? last.length * 2 + 4 * per : last.length * 2));
  wider.set(last);
  blocks[blocks.length - 1] = wider;
}

/** Views of one stretch of values as blocks. */
function inBlocks<T extends Values>(values: T, per = 1): T[] {
  const blocks: T[] = [];
  for (let at = 0; at < values.length; at += BLOCK * per) blocks.push(values.subarray(at, at + BLOCK * per) as T);
  return blocks;
}

/** The blocks as far as they are filled, for `add` of a writer. */
const filled = <T extends Values>(blocks: readonly T[], length: number, per = 1): T[] =>
  blocks.map((block, i) => block.subarray(0, Math.max(0, Math.min(BLOCK, length - i * BLOCK)) * per) as T);

/** Whole numbers of 32 bits. */
export class Ints {
  #blocks: Int32Array[];
  #length = 0;
  /** Of the blocks. */
  #room: number;

  constructor(room = FIRST_ROOM) {
    this.#blocks = room === 0 ? [] : [new Int32Array(room)];
    this.#room = room;
  }

  static read(from: SectionReader): Ints {
    const ints = new Ints(0);
    const { buffer, byteOffset, length } = from.next();
    ints.#blocks = inBlocks(new Int32Array(buffer, byteOffset, length / 4));
    ints.#room = length / 4;
    ints.#length = length / 4;
    return ints;
  }

  write(to: SectionWriter): void {
    to.add(...filled(this.#blocks, this.#length));
  }

  get length(): number {
    return this.#length;
  }

  push(value: number): void {
    if (this.#length === this.#room) {
      addRoom(this.#blocks, (room) => new Int32Array(room));
      this.#room = (this.#blocks.length - 1) * BLOCK + this.#blocks.at(-1)!.length;
    }
    this.#blocks[this.#length >>> BITS]![this.#length & REST] = value;
    this.#length++;
  }

  at(index: number): number {
    return this.#blocks[index >>> BITS]![index & REST]!;
  }

  set(index: number, value: number): void {
    this.#blocks[index >>> BITS]![index & REST] = value;
  }
}

/** Numbers, or null. */
export class Numbers {
  #blocks: Float64Array[] = [];
  #length = 0;
  #room = 0;

  static read(from: SectionReader): Numbers {
    const numbers = new Numbers();
    const { buffer, byteOffset, length } = from.next();
    numbers.#blocks = inBlocks(new Float64Array(buffer, byteOffset, length / 8));
    numbers.#room = length / 8;
    numbers.#length = length / 8;
    return numbers;
  }

  write(to: SectionWriter): void {
    to.add(...filled(this.#blocks, this.#length));
  }

  push(value: number | null): void {
    if (this.#length === this.#room) {
      addRoom(this.#blocks, (room) => new Float64Array(room));
      this.#room = (this.#blocks.length - 1) * BLOCK + this.#blocks.at(-1)!.length;
    }
    this.#blocks[this.#length >>> BITS]![this.#length & REST] = value ?? Number.NaN;
    this.#length++;
  }

  at(index: number): number | null {
    const value = this.#blocks[index >>> BITS]![index & REST]!;
    return Number.isNaN(value) ? null : value;
  }
}

/** Numbers that a hash is held in: five of 16 bits. */
const PIECES = 5;
const HASH = /^[0-9a-f]{20}$/;

/** Ids: those that are hashes in ten bytes each, the others as they are. */
export class Ids {
  #blocks: Uint16Array[] = [];
  readonly #others = new Map<number, string>();
  #length = 0;
  #room = 0;

  static read(from: SectionReader): Ids {
    const ids = new Ids();
    const { buffer, byteOffset, length } = from.next();
    ids.#blocks = inBlocks(new Uint16Array(buffer, byteOffset, length / 2), PIECES);
    ids.#room = length / 2 / PIECES;
    ids.#length = ids.#room;
    for (const [row, id] of from.json() as [number, string][]) ids.#others.set(row, id);
    return ids;
  }

  write(to: SectionWriter): void {
    to.add(...filled(this.#blocks, this.#length, PIECES));
    to.json([...this.#others]);
  }

  get length(): number {
    return this.#length;
  }

  push(id: string): void {
    if (this.#length === this.#room) {
      addRoom(this.#blocks, (room) => new Uint16Array(room), PIECES);
      this.#room = (this.#blocks.length - 1) * BLOCK + this.#blocks.at(-1)!.length / PIECES;
    }
    const [block, at] = [this.#blocks[this.#length >>> BITS]!, (this.#length & REST) * PIECES];
    if (HASH.test(id)) for (let i = 0; i < PIECES; i++) block[at + i] = Number.parseInt(id.slice(i * 4, i * 4 + 4), 16);
    else this.#others.set(this.#length, id);
    this.#length++;
  }

  at(index: number): string {
    const other = this.#others.get(index);
    if (other !== undefined) return other;
    const [block, at] = [this.#blocks[index >>> BITS]!, (index & REST) * PIECES];
    let id = '';
    for (let i = 0; i < PIECES; i++) id += block[at + i]!.toString(16).padStart(4, '0');
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
