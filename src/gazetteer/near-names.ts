// "Did you mean": names a few letters away from a misspelt one.
import type { Entry } from './entry.ts';
import type { GazetteerData } from './gazetteer.ts';
import { keyOf } from './name-parts.ts';

const PARTY: ReadonlySet<Entry['kind']> = new Set(['country', 'organisation', 'force']);
const PLACE: ReadonlySet<Entry['kind']> = new Set(['country', 'region', 'site']);
const MOST = 5;

/** At most five names (as the tables write them) and codes, nearest first; nothing farther than a third of the word's length. */
export function nearestNames(data: GazetteerData, name: string, kind: 'party' | 'place'): readonly string[] {
  const wanted = keyOf(name);
  if (wanted === '') return [];
  const kinds = kind === 'party' ? PARTY : PLACE;
  const limit = Math.max(1, Math.floor(wanted.length / 3));
  const near: { name: string; distance: number }[] = [];
  for (const [candidate, ids] of data.allNames()) {
    if (!ids.some((id) => kinds.has(data.entry(id).kind))) continue;
    const distance = editDistance(wanted, keyOf(candidate), limit);
    if (distance <= limit) near.push({ name: candidate, distance });
  }
  near.sort((a, b) => a.distance - b.distance || a.name.length - b.name.length || (a.name < b.name ? -1 : 1));
  const once = new Map(near.map((n) => [keyOf(n.name), n.name] as const).reverse());
  return [...new Set(near.map((n) => once.get(keyOf(n.name))!))].slice(0, MOST);
}

/** Insertions, deletions, replacements and swaps of neighbours that turn `a` into `b`; `limit` + 1 where more than `limit` are needed. */
export function editDistance(a: string, b: string, limit: number): number {
  if (Math.abs(a.length - b.length) > limit) return limit + 1;
  let older: number[] = [];
  let previous = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    let least = i;
    for (let j = 1; j <= b.length; j++) {
      const cost = a[i - 1] === b[j - 1] ? 0 : 1;
      let d = Math.min(previous[j]! + 1, row[j - 1]! + 1, previous[j - 1]! + cost);
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) d = Math.min(d, older[j - 2]! + 1);
      row.push(d);
      least = Math.min(least, d);
    }
    if (least > limit) return limit + 1;
    older = previous;
    previous = row;
  }
  return previous[b.length]!;
}
