// "Some 900 others stayed", "the bulk of them, 197, serve": the number is theirs, and they are of the force told of before.
import type { Item } from './item.ts';

/** "The bulk of them", a comma, and right behind it how many those are; the comma behind them goes with them. */
function apposedCount(out: readonly Item[], item: Item): Item | null {
  if (item.kind !== 'force' || item.sort !== 'bare' || item.quantity === null || item.prep !== null) return null;
  const [part, them, comma] = out.slice(-3);
  if (part?.kind !== 'noun' || !/^(?:bulk|majority|remainder|lion)$/.test(part.head) || part.prep !== null) return null;
  if (them?.kind !== 'pronoun' || them.prep !== 'of' || !/^(?:them|these|those)$/.test(them.word)) return null;
  if (comma?.kind !== 'link' || comma.link !== 'comma') return null;
  return { ...item, from: part.from, start: part.start, anaphor: true, plural: true };
}

export function joinOthers(items: readonly Item[]): Item[] {
  const out: Item[] = [];
  for (const item of items) {
    const left = out.at(-1);
    const counts =
      item.kind === 'pronoun' &&
      item.word === 'others' &&
      item.prep === null &&
      left?.kind === 'force' &&
      left.sort === 'bare' &&
      left.quantity !== null &&
      left.to === item.from;
    const apposed = counts ? null : apposedCount(out, item);
    if (apposed !== null) {
      out.splice(-3, 3, apposed);
      continue;
    }
    if (counts) out[out.length - 1] = { ...left, to: item.to, anaphor: true, plural: true };
    else out.push(item);
  }
  return out;
}
