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
const SLOTS = 1 << 17;

/** What one text holds: numbers of pieces, each once, and the pieces that have no number. */
export interface PiecesOfText {
  readonly numbers: Int32Array;
  readonly others: readonly string[];
}

export class PieceTable {
  readonly #slots = new Int32Array(SLOTS);
  readonly #hashes = new Int32Array(MOST_PIECES);
  readonly #ends = new Int32Array(MOST_PIECES);
  /** The text each was last met in. */
  readonly #met = new Int32Array(MOST_PIECES);
  #bytes = new Uint8Array(1 << 16);
  #texts = 0;
  #found = new Int32Array(1_024);
  #others: string[] = [];
  count = 0;

  /** The pieces of a text (its first `length` bytes, UTF-8); null where the engine alone can tell them apart. */
  piecesIn(text: Buffer, length: number): PiecesOfText | null {
    const met = ++this.#texts;
    let found = 0;
    this.#others = [];
    for (let i = 0; i < length; ) {
      if (text[i]! <= SPACE) {
        i++;
        continue;
      }
      const start = i;
      let hash = 0x811c9dc5 | 0;
      for (; i < length; i++) {
        const byte = text[i]!;
        if (byte <= SPACE) break;
        // A tag is one piece with what stands beside it, and may hold spaces.
        if (byte === LESS) {
          const end = tagEnd(text, i, length);
          if (end < 0) return null;
          for (; i < end; i++) hash = Math.imul(hash ^ text[i]!, 0x01000193);
        }
        hash = Math.imul(hash ^ text[i]!, 0x01000193);
      }
      const piece = i - start > LONGEST ? -1 : this.#numberOf(hash, text, start, i);
      if (piece < 0) this.#others.push(text.toString('utf8', start, i));
      else if (this.#met[piece] !== met) {
        this.#met[piece] = met;
        if (found === this.#found.length) this.#found = grown(this.#found);
        this.#found[found++] = piece;
      }
    }
    return { numbers: this.#found.slice(0, found), others: this.#others };
  }

  textOf(piece: number): string {
    return Buffer.from(this.#bytes.buffer, this.#startOf(piece), this.#ends[piece]! - this.#startOf(piece)).toString();
  }

  #startOf(piece: number): number {
    return piece === 0 ? 0 : this.#ends[piece - 1]!;
  }

  /** Of one that is not there the next number, -1 where there is no room for it. */
  #numberOf(hash: number, text: Uint8Array, start: number, end: number): number {
    let slot = (hash ^ (hash >>> 15)) & (SLOTS - 1);
    for (; this.#slots[slot] !== 0; slot = (slot + 1) & (SLOTS - 1)) {
      const piece = this.#slots[slot]! - 1;
      if (this.#hashes[piece] === hash && this.#isAt(piece, text, start, end)) return piece;
    }
    if (this.count === MOST_PIECES) return -1;
    const piece = this.count++;
    const begin = this.#startOf(piece);
    while (begin + end - start > this.#bytes.length) this.#bytes = grown(this.#bytes);
    this.#bytes.set(text.subarray(start, end), begin);
    this.#ends[piece] = begin + end - start;
    this.#hashes[piece] = hash;
    this.#slots[slot] = piece + 1;
    return piece;
  }

  #isAt(piece: number, text: Uint8Array, start: number, end: number): boolean {
    const begin = this.#startOf(piece);
    if (this.#ends[piece]! - begin !== end - start) return false;
    for (let i = 0; i < end - start; i++) if (this.#bytes[begin + i] !== text[start + i]) return false;
    return true;
  }
}

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
