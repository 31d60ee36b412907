// "Some 900 others stayed": the number is theirs, and they are of the force told of before.
import type { Item } from './item.ts';

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
    if (counts) out[out.length - 1] = { ...left, to: item.to, anaphor: true, plural: true };
    else out.push(item);
  }
  return out;
}
