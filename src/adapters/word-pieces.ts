// The pieces that a text has between its spaces, each known by a number: found by their bytes, without a string for each.

const SPACE = 32;
const LESS = 60;
const MORE = 62;
const SLASH = 47;
const DASH = 45;
const BANG = 33;
const ASK = 63;
const QUOTE = 34;
const APOSTROPHE = 39;
/** Of an engine's parser these begin what is no words at all, to the end of such an element. */
const WORDLESS = ['script', 'style'].map((name) => Buffer.from(name));

/** A longer piece is met once: it is not remembered. */
const LONGEST = 40;
export const MOST_PIECES = 50_000;
/** Of each place: the piece's letters, or what stands for them, in two numbers; its own number; the text that it was last met in. */
const PLACES = 1 << 16;
const PLACE = 4;
const NUMBER = 2;
const MET = 3;
/** Most pieces have no more bytes than two numbers hold: of those no other need be looked at. */
const SHORT = 8;
const FIRST = Int32Array.from({ length: SHORT + 1 }, (_, size) => (size >= 4 ? -1 : 2 ** (8 * size) - 1));
const SECOND = Int32Array.from({ length: SHORT + 1 }, (_, size) =>
  size >= 8 ? -1 : 2 ** (8 * Math.max(0, size - 4)) - 1,
);
/** A letter takes three bytes at most. */
const BYTES = 3;

/** What one text holds: where in `PieceTable.numbers` the numbers of its pieces stand, each once, and the pieces that have no number. */
export interface PiecesOfText {
  readonly from: number;
  readonly to: number;
  readonly others: readonly string[];
}

export class PieceTable {
  /** Numbers begin with 1; that of a piece that is not short is negative. */
  readonly #places = new Int32Array(PLACES * PLACE);
  readonly #ends = new Int32Array(MOST_PIECES);
  #bytes = new Uint8Array(1 << 16);
  #texts = 0;
  #room = Buffer.alloc(0);
  #view = new DataView(new ArrayBuffer(0));
  #used = 0;
  numbers = new Int32Array(1_024);
  count = 0;

  /** The numbers handed out before are of no more use. */
  clear(): void {
    this.#used = 0;
  }

  /** The pieces of a title and a text after it; null where the engine alone can tell them apart. */
  piecesIn(title: string, text: string): PiecesOfText | null {
    const length = this.#write(title, text);
    const [bytes, places] = [this.#room, this.#places];
    const met = ++this.#texts;
    const from = this.#used;
    const others: string[] = [];
    for (let i = 0; i < length; i++) {
      if (bytes[i]! <= SPACE) continue;
      const start = i;
      do {
        // A tag is one piece with what stands beside it, and may hold spaces.
        if (bytes[i] === LESS) i = tagEnd(bytes, i, length);
        if (i < 0) {
          this.#used = from;
          return null;
        }
      } while (bytes[++i]! > SPACE);
      const size = i - start;
      const place = size > LONGEST ? -1 : size > SHORT ? this.#placeOfLong(start, i) : this.#placeOfShort(start, size);
      if (place < 0) others.push(bytes.toString('utf8', start, i));
      else if (places[place + MET] !== met) {
        places[place + MET] = met;
        if (this.#used === this.numbers.length) this.numbers = grown(this.numbers);
        this.numbers[this.#used++] = Math.abs(places[place + NUMBER]!) - 1;
      }
    }
    return { from, to: this.#used, others };
  }

  textOf(piece: number): string {
    return Buffer.from(this.#bytes.buffer, this.#startOf(piece), this.#ends[piece]! - this.#startOf(piece)).toString();
  }

  /** How many bytes they have; a space stands behind them. */
  #write(title: string, text: string): number {
    const most = BYTES * (title.length + text.length) + 2 + SHORT;
    if (this.#room.length < most) {
      this.#room = Buffer.alloc(2 * most);
      this.#view = new DataView(this.#room.buffer, this.#room.byteOffset, this.#room.byteLength);
    }
    const begin = this.#room.write(title);
    this.#room[begin] = SPACE;
    const length = begin + 1 + this.#room.write(text, begin + 1);
    this.#room[length] = SPACE;
    return length;
  }

  #startOf(piece: number): number {
    return piece === 0 ? 0 : this.#ends[piece - 1]!;
  }

  #placeOfShort(start: number, size: number): number {
    const first = this.#view.getInt32(start, true) & FIRST[size]!;
    const second = this.#view.getInt32(start + 4, true) & SECOND[size]!;
    const places = this.#places;
    let place = placeFor(Math.imul(first ^ Math.imul(second, 0x9e3779b1), 0x85ebca6b));
    for (; places[place + NUMBER] !== 0; place = next(place))
      if (places[place] === first && places[place + 1] === second && places[place + NUMBER]! > 0) return place;
    return this.#put(place, first, second, start, size, 1);
  }

  #placeOfLong(start: number, end: number): number {
    const size = end - start;
    const view = this.#view;
    // Four bytes at a time, some of the last four twice.
    let hash = view.getInt32(end - 4, true);
    for (let i = start; i < end - 4; i += 4)
      hash = Math.imul(hash ^ (hash >>> 15) ^ view.getInt32(i, true), 0x85ebca6b);
    const places = this.#places;
    let place = placeFor(hash);
    for (; places[place + NUMBER] !== 0; place = next(place)) {
      const number = places[place + NUMBER]!;
      if (places[place] === hash && places[place + 1] === size && number < 0 && this.#isAt(-1 - number, start, size))
        return place;
    }
    return this.#put(place, hash, size, start, size, -1);
  }

  /** -1 where there is no room for one more. */
  #put(place: number, first: number, second: number, start: number, size: number, sign: number): number {
    if (this.count === MOST_PIECES) return -1;
    const piece = this.count++;
    const begin = this.#startOf(piece);
    while (begin + size > this.#bytes.length) this.#bytes = grown(this.#bytes);
    this.#bytes.set(this.#room.subarray(start, start + size), begin);
    this.#ends[piece] = begin + size;
    this.#places[place] = first;
    this.#places[place + 1] = second;
    this.#places[place + NUMBER] = sign * (piece + 1);
    return place;
  }

  #isAt(piece: number, start: number, size: number): boolean {
    const begin = this.#startOf(piece);
    for (let i = 0; i < size; i++) if (this.#bytes[begin + i] !== this.#room[start + i]) return false;
    return true;
  }
}

const placeFor = (hash: number): number => PLACE * ((hash ^ (hash >>> 15)) & (PLACES - 1));
const next = (place: number): number => (place + PLACE) & (PLACE * PLACES - 1);

function grown<T extends Int32Array | Uint8Array>(full: T): T {
  const larger = (full instanceof Int32Array ? new Int32Array(2 * full.length) : new Uint8Array(2 * full.length)) as T;
  larger.set(full);
  return larger;
}

/**
 * Where the engine's parser may read a tag or a comment that begins at this "<": the place of the ">" that ends it. The place itself where none
 * can; -1 where only the parser knows: in a tag is another, a declaration, an element without words.
 */
function tagEnd(text: Uint8Array, at: number, length: number): number {
  const next = at + 1 < length ? text[at + 1]! : SPACE;
  if (next === BANG) return commentEnd(text, at, length);
  if (next === ASK) return -1;
  const name = next === SLASH ? at + 2 : at + 1;
  if (next !== SLASH && !beginsName(next)) return at;
  if (WORDLESS.some((wordless) => wordless.every((letter, i) => (text[name + i]! | SPACE) === letter))) return -1;
  let quote = 0;
  for (let i = name; i < length; i++) {
    const byte = text[i]!;
    if (byte === LESS || byte === SEPARATOR) return -1;
    if (quote !== 0) {
      if (byte === quote) quote = 0;
    } else if (byte === MORE) return i;
    else if (byte === QUOTE || byte === APOSTROPHE) quote = byte;
  }
  return at;
}

function commentEnd(text: Uint8Array, at: number, length: number): number {
  if (text[at + 2] !== DASH || text[at + 3] !== DASH) return -1;
  for (let i = at + 6; i < length; i++) {
    if (text[i] === SEPARATOR) return -1;
    if (text[i] === MORE && text[i - 1] === DASH && text[i - 2] === DASH) return i;
  }
  return -1;
}

/** Stands in no piece. */
export const SEPARATOR = 0x1e;

const COLON = 58;
const UNDERSCORE = 95;
const beginsName = (byte: number): boolean =>
  ((byte | SPACE) >= 97 && (byte | SPACE) <= 122) || byte === COLON || byte === UNDERSCORE;
