// Near-duplicate texts: a MinHash signature per text (one permutation, 64 bins, over runs of five words), and the groups that signatures make.

const BIN_BITS = 6;
const BINS = 2 ** BIN_BITS;
const RUN = 5;
/** Shorter texts have no signature: any two of them would look alike or apart by chance. */
const FEWEST_RUNS = 24;
const EMPTY = 0xffffffff;
/** 16 bands of 4 rows: pairs that share 80 % of their runs meet with a chance of 0.9998. */
const BAND_ROWS = 4;
/** The share of equal bins from which two texts count as copies of one. */
const COPY_SHARE = 0.6;

/** Bands longer than this hold boilerplate, not copies: their later members meet in another band. */
const BAND_LENGTH = 32;

const FNV_OFFSET = 0x811c9dc5 | 0;
const FNV_PRIME = 0x01000193;

/** 64 unsigned integers; null where the text has too few words. Case, punctuation and white space do not count. */
export function signatureOf(text: string): number[] | null {
  if (room.length < text.length) {
    room = new Int32Array(2 * text.length);
    bytes = new Uint8Array(2 * text.length);
  }
  const hashes = room;
  const { read, written } = encoder.encodeInto(text, bytes);
  const isPlain = read === text.length && written === text.length;
  const words = isPlain ? putPlainHashes(bytes, written, hashes) : putWordHashes(text.toLowerCase(), hashes);
  const runs = words - RUN + 1;
  if (runs < FEWEST_RUNS) return null;
  const bins = lowest.fill(EMPTY);
  for (let i = 0; i < runs; i++) {
    // Written out for each word of a run: as a loop it takes twice as long, and this is asked of every report that comes in.
    let h = FNV_OFFSET;
    h = Math.imul(h ^ hashes[i]!, FNV_PRIME) ^ (h >>> 15);
    h = Math.imul(h ^ hashes[i + 1]!, FNV_PRIME) ^ (h >>> 15);
    h = Math.imul(h ^ hashes[i + 2]!, FNV_PRIME) ^ (h >>> 15);
    h = Math.imul(h ^ hashes[i + 3]!, FNV_PRIME) ^ (h >>> 15);
    h = Math.imul(h ^ hashes[i + 4]!, FNV_PRIME) ^ (h >>> 15);
    const mixed = mix(h);
    const bin = mixed & (BINS - 1);
    const rest = mixed >>> BIN_BITS;
    if (rest < bins[bin]!) bins[bin] = rest;
  }
  const signature: number[] = [];
  for (let i = 0; i < BINS; i++) signature.push(bins[i]!);
  return signature;
}

/** Hashes of the words of a text, its letters as bytes, and its bins: taken up and left by each call. */
const lowest = new Uint32Array(BINS);
let room = new Int32Array(4_096);
let bytes = new Uint8Array(4_096);
const encoder = new TextEncoder();

/** What a byte of a word counts as: letters as small ones; 0 where it is of no word. */
const FOLDED = Uint8Array.from({ length: 128 }, (_, byte) => {
  const letter = String.fromCharCode(byte).toLowerCase();
  return /[a-z0-9]/.test(letter) ? letter.charCodeAt(0) : 0;
});

/** The same as `putWordHashes` for a text of ASCII alone, as most are: its bytes are read in half the time of its letters. */
function putPlainHashes(text: Uint8Array, length: number, hashes: Int32Array): number {
  let count = 0;
  for (let i = 0; i < length; i++) {
    let unit = FOLDED[text[i]!]!;
    if (unit === 0) continue;
    let h = FNV_OFFSET;
    do {
      h = Math.imul(h ^ unit, FNV_PRIME);
      unit = ++i < length ? FOLDED[text[i]!]! : 0;
    } while (unit !== 0);
    hashes[count++] = h;
  }
  return count;
}

/** A hash of each word, in one pass over the text: how many there are. */
function putWordHashes(text: string, hashes: Int32Array): number {
  let count = 0;
  let h = FNV_OFFSET;
  let isOpen = false;
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    if ((unit >= 97 && unit <= 122) || (unit >= 48 && unit <= 57)) {
      h = Math.imul(h ^ unit, FNV_PRIME);
      isOpen = true;
    } else if (unit >= 128 && isWordSign(text.codePointAt(i)!)) {
      h = Math.imul(h ^ unit, FNV_PRIME);
      if (text.codePointAt(i)! > 0xffff) h = Math.imul(h ^ text.charCodeAt(++i), FNV_PRIME);
      isOpen = true;
    } else if (isOpen) {
      hashes[count++] = h;
      h = FNV_OFFSET;
      isOpen = false;
    }
  }
  if (isOpen) hashes[count++] = h;
  return count;
}

const LETTER_OR_DIGIT = /[\p{L}\p{N}]/u;

const isWordSign = (code: number): boolean => LETTER_OR_DIGIT.test(String.fromCodePoint(code));

function mix(h: number): number {
  let x = h >>> 0;
  x = Math.imul(x ^ (x >>> 16), 0x7feb352d);
  x = Math.imul(x ^ (x >>> 15), 0x846ca68b);
  return (x ^ (x >>> 16)) >>> 0;
}

/** An estimate, 0..1, of the share of five-word runs that both texts hold. */
export function likeness(a: readonly number[], b: readonly number[]): number {
  let filled = 0;
  let equal = 0;
  for (let i = 0; i < BINS; i++) {
    if (a[i] === EMPTY && b[i] === EMPTY) continue;
    filled++;
    if (a[i] === b[i]) equal++;
  }
  return filled === 0 ? 0 : equal / filled;
}

/** A number for the rows of a band, which two bands share by chance once in 2^32: null where all are empty. */
function bandKey(signature: readonly number[], start: number): number | null {
  let hash = 0x811c9dc5;
  let isEmpty = true;
  for (let i = start; i < start + BAND_ROWS; i++) {
    isEmpty &&= signature[i] === EMPTY;
    hash = mix(hash ^ signature[i]!);
  }
  return isEmpty ? null : start * 0x1_0000_0000 + hash;
}

/**
 * Groups texts that are copies of one another: id -> the first id of its group, in the order given. Ids without a signature, and
 * texts like no other, stand for themselves. Only pairs that share a band are compared.
 */
export function copyGroups(
  texts: Iterable<readonly [id: string, signature: readonly number[] | null]>,
): Map<string, string> {
  const leader = new Map<string, string>();
  const bands = new Map<number, { readonly id: string; readonly signature: readonly number[] }[]>();
  for (const [id, signature] of texts) {
    leader.set(id, id);
    if (signature === null) continue;
    const seen = new Set<string>();
    for (let start = 0; start < BINS; start += BAND_ROWS) {
      const key = bandKey(signature, start);
      if (key === null) continue;
      const met = bands.get(key);
      if (met === undefined) {
        bands.set(key, [{ id, signature }]);
        continue;
      }
      const twin = met.find((m) => m.id !== id && !seen.has(m.id) && likeness(m.signature, signature) >= COPY_SHARE);
      for (const m of met) seen.add(m.id);
      if (twin) {
        leader.set(id, leader.get(twin.id)!);
        break;
      }
      // One in a band speaks for its copies, so a band stays short however often a text is printed.
      if (met.length < BAND_LENGTH) met.push({ id, signature });
    }
  }
  return leader;
}

/** Tells of each text which ones before it may be copies of it, in whatever order they come. */
export class CopyFinder {
  readonly #bands = new Map<number, { readonly text: number; readonly signature: readonly number[] }[]>();

  add(text: number, signature: readonly number[]): ReadonlySet<number> {
    const like = new Set<number>();
    for (let start = 0; start < BINS; start += BAND_ROWS) {
      const key = bandKey(signature, start);
      if (key === null) continue;
      const met = this.#bands.get(key);
      if (met === undefined) {
        this.#bands.set(key, [{ text, signature }]);
        continue;
      }
      // In a band as long as that, who is compared with whom depends on the others.
      const isFull = met.length >= BAND_LENGTH;
      for (const other of met) if (isFull || likeness(other.signature, signature) >= COPY_SHARE) like.add(other.text);
      if (!isFull) met.push({ text, signature });
    }
    return like;
  }
}
