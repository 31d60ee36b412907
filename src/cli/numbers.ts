// Bounds in words that fit a table cell: what is not known is never shown as a number.
import type { Bounds } from '../model/bounds.ts';

/** 50000 -> "50,000". Not by `toLocaleString`, which loads its language's tables first: a tenth of a short run. */
const n = (count: number): string => {
  const [whole, part] = String(count).split('.');
  const grouped = whole!.replace(/\B(?=(?:\d{3})+$)/g, ',');
  return part === undefined ? grouped : `${grouped}.${part}`;
};

/** 90, 5,150-5,250, at least 7, unknown. */
export function boundsText(b: Bounds): string {
  if (b.max === null) return b.min === 0 ? 'unknown' : `at least ${n(b.min)}`;
  return b.min === b.max ? n(b.min) : `${n(b.min)}\u2013${n(b.max)}`;
}

/** "1 report", "3 reports", "2,000 reports"; `many` where adding "s" is wrong. */
export const counted = (count: number, one: string, many = `${one}s`): string =>
  `${n(count)} ${count === 1 ? one : many}`;
