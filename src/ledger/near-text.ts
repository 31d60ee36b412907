// Near-duplicate texts: a MinHash signature per text (one permutation, 64 bins, over runs of five words), and the groups that signatures make.

const BINS = 64;
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

/** 64 unsigned integers; null where the text has too few words. Case, punctuation and white space do not count. */
export function signatureOf(text: string): number[] | null {
  const hashes = wordHashes(text.toLowerCase());
  const runs = hashes.length - RUN + 1;
  if (runs < FEWEST_RUNS) return null;
  const bins = new Uint32Array(BINS).fill(EMPTY);
  for (let i = 0; i < runs; i++) {
    let h = 0x811c9dc5;
    for (let j = 0; j < RUN; j++) h = Math.imul(h ^ hashes[i + j]!, 0x01000193) ^ (h >>> 15);
    const mixed = mix(h);
    const bin = mixed % BINS;
    const rest = (mixed - bin) / BINS;
    if (rest < bins[bin]!) bins[bin] = rest;
  }
  return [...bins];
}

const FNV_OFFSET = 0x811c9dc5;

/** A hash of each word, in one pass over the text: this is asked of every report that comes in. */
function wordHashes(text: string): number[] {
  const hashes: number[] = [];
  let h = FNV_OFFSET;
  let isOpen = false;
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    const isPair = unit >= 0xd800 && unit < 0xdc00 && isWordSign(text.codePointAt(i)!);
    if (isPair || isWordSign(unit)) {
      h = Math.imul(h ^ unit, 0x01000193);
      if (isPair) h = Math.imul(h ^ text.charCodeAt(++i), 0x01000193);
      isOpen = true;
    } else if (isOpen) {
      hashes.push(h >>> 0);
      h = FNV_OFFSET;
      isOpen = false;
    }
  }
  if (isOpen) hashes.push(h >>> 0);
  return hashes;
}

const LETTER_OR_DIGIT = /[\p{L}\p{N}]/u;

function isWordSign(code: number): boolean {
  if (code < 128) return (code >= 97 && code <= 122) || (code >= 48 && code <= 57);
  return LETTER_OR_DIGIT.test(String.fromCodePoint(code));
}

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
