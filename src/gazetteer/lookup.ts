// From a run of tokens to the longest name in a table, letters' case checked.
import type { Token } from '../text/document.ts';
import { caseFits } from './letter-case.ts';
import { casesOfToken, partsOfToken } from './name-parts.ts';
import { findKey, hashOf, hashOfLonger, hasItems, hasLonger, mayHold, type NameTable } from './name-table.ts';

/** A name that ends with token `to` - 1, or inside of it: then `glued` is the rest of that token. */
export interface NameHit {
  readonly to: number;
  /** The name's key. */
  readonly key: string;
  /** Items' ids, each once, in order. */
  readonly ids: readonly number[];
  readonly glued: string | null;
}

/** A token's parts and the keys that its first part is in a table; -1 where no name starts so. */
export interface NameStart {
  readonly parts: readonly string[];
  readonly hash: number;
}

/** The parts of a token that a name could start with, or null. */
export function startOf(token: Token): NameStart | null {
  const parts = partsOfToken(token.lower);
  return parts === null || parts.length === 0 ? null : { parts, hash: hashOf(parts[0]!) };
}

/** The key of a start's first part; -1 where no name of the table starts so. */
export const keyOfStart = (table: NameTable, start: NameStart): number => findKey(table, start.parts, 0, 1, start.hash);

/** The hash of a start's whole token, for names that go on over its end. */
export const hashOfAll = ({ parts, hash }: NameStart): number =>
  parts.slice(1).reduce((longer, part) => hashOfLonger(longer, part), hash);

/** True where some name of the table starts with the whole token and goes on. */
export function goesOnIn(table: NameTable, { parts }: NameStart, hashOfToken: number): boolean {
  const key = findKey(table, parts, 0, parts.length, hashOfToken);
  return key >= 0 && hasLonger(table, key);
}

/** False where no name of the table goes on from a token into the next one: `hash` is the first token's, `next` the next one's first part. */
export const mayGoOn = (table: NameTable, hash: number, next: string): boolean =>
  mayHold(table, hashOfLonger(hash, next));

/** The longest name of the table that starts at token `at`; a whole-token end is preferred over an end inside a token. */
export function longestName(
  table: NameTable,
  tokens: readonly Token[],
  at: number,
  start: NameStart | null = startOf(tokens[at]!),
): NameHit | null {
  if (start === null) return null;
  const first = start.parts;
  let hash = start.hash;
  let key = keyOfStart(table, start);
  if (key < 0) return null;
  // Where each key with items ends: key, count of parts, one past the token, pieces of that token inside of which it ends (0 at its end).
  const ends: number[] = [];
  let parts = first;
  let count = 0;
  walk: for (let i = at; i < tokens.length; i++) {
    const next = i === at ? first : partsOfToken(tokens[i]!.lower);
    if (next === null) break;
    if (i > at && next.length > 0) parts = [...parts, ...next];
    for (let p = 0; p < next.length; p++) {
      count++;
      if (count > 1) {
        hash = hashOfLonger(hash, next[p]!);
        key = findKey(table, parts, 0, count, hash);
        if (key < 0) break walk;
      }
      if (hasItems(table, key)) ends.push(key, count, i + 1, p + 1 === next.length ? 0 : p + 1);
    }
  }
  if (ends.length === 0) return null;
  const cases = casesOf(tokens, at, ends[ends.length - 2]!);
  return bestEnd(table, tokens, parts, cases, ends, true) ?? bestEnd(table, tokens, parts, cases, ends, false);
}

/** The longest of the ends whose letters' case fits: those at a token's end, or those inside one. */
function bestEnd(
  table: NameTable,
  tokens: readonly Token[],
  parts: readonly string[],
  cases: readonly number[],
  ends: readonly number[],
  whole: boolean,
): NameHit | null {
  for (let e = ends.length - 4; e >= 0; e -= 4) {
    const inside = ends[e + 3]!;
    if (whole !== (inside === 0)) continue;
    const count = ends[e + 1]!;
    const ids = idsThatFit(table, ends[e]!, cases, count);
    if (ids.length === 0) continue;
    const to = ends[e + 2]!;
    const glued = inside === 0 ? null : restOf(tokens[to - 1]!, inside);
    if (glued === '') continue;
    return { to, key: count === 1 ? parts[0]! : parts.slice(0, count).join(' '), ids, glued };
  }
  return null;
}

/** The items of a key that the words' case allows, each id once, in order. */
function idsThatFit(table: NameTable, key: number, cases: readonly number[], count: number): readonly number[] {
  const ids: number[] = [];
  for (let i = table.first[key]!; i < table.first[key + 1]!; i++) {
    const id = table.items[i * 2]!;
    if (caseFits(cases, count, table.items[i * 2 + 1]!) && !ids.includes(id)) ids.push(id);
  }
  return ids;
}

function casesOf(tokens: readonly Token[], from: number, to: number): readonly number[] {
  if (to === from + 1) return casesOfToken(tokens[from]!.text);
  const cases: number[] = [];
  for (let i = from; i < to; i++) {
    const parts = partsOfToken(tokens[i]!.lower);
    if (parts !== null && parts.length > 0) cases.push(...casesOfToken(tokens[i]!.text));
  }
  return cases;
}

/** What follows the first `pieces` hyphenated pieces of a token, as written. */
function restOf(token: Token, pieces: number): string {
  return token.text
    .split(/[-\u2010\u2011]/)
    .slice(pieces)
    .join('-');
}
