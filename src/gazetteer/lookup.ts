// From a run of tokens to the longest name in a table, letters' case checked.
import type { Token } from '../text/document.ts';
import { caseFits } from './letter-case.ts';
import { casesOfToken, partsOfToken } from './name-parts.ts';
import { findKey, hashOf, hashOfLonger, hasItems, itemsOf, type NameItem, type NameTable } from './name-table.ts';

/** A name that ends with token `to` - 1, or inside of it: then `glued` is the rest of that token. */
export interface NameHit {
  readonly to: number;
  /** The name's key. */
  readonly key: string;
  readonly items: readonly NameItem[];
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
  const parts: string[] = [];
  const candidates: { key: number; to: number; parts: number; inside: number }[] = [];
  walk: for (let i = at; i < tokens.length; i++) {
    const next = i === at ? first : partsOfToken(tokens[i]!.lower);
    if (next === null) break;
    for (let p = 0; p < next.length; p++) {
      parts.push(next[p]!);
      if (parts.length > 1) {
        hash = hashOfLonger(hash, next[p]!);
        key = findKey(table, parts, 0, parts.length, hash);
        if (key < 0) break walk;
      }
      if (hasItems(table, key)) {
        candidates.push({ key, to: i + 1, parts: parts.length, inside: p + 1 === next.length ? 0 : p + 1 });
      }
    }
  }
  if (candidates.length === 0) return null;
  const cases = casesOf(tokens, at, candidates[candidates.length - 1]!.to);
  const best = (wholeOnly: boolean): NameHit | null => {
    for (let c = candidates.length - 1; c >= 0; c--) {
      const { key: found, to, parts: count, inside } = candidates[c]!;
      if (wholeOnly !== (inside === 0)) continue;
      const items = itemsOf(table, found).filter((item) => caseFits(cases.slice(0, count), item.cases));
      if (items.length === 0) continue;
      const glued = inside === 0 ? null : restOf(tokens[to - 1]!, inside);
      if (glued !== null && glued === '') continue;
      return { to, key: parts.slice(0, count).join(' '), items, glued };
    }
    return null;
  };
  return best(true) ?? best(false);
}

function casesOf(tokens: readonly Token[], from: number, to: number): number[] {
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

/** Items of one entry in several ways of writing count once, in order. */
export const idsOf = (items: readonly NameItem[]): readonly number[] => [...new Set(items.map((item) => item.id))];
