// Bounds in words that fit a table cell: what is not known is never shown as a number.
import type { Bounds } from '../model/bounds.ts';

const n = (count: number): string => count.toLocaleString('en');

/** 90, 5,150-5,250, at least 7, unknown. */
export function boundsText(b: Bounds): string {
  if (b.max === null) return b.min === 0 ? 'unknown' : `at least ${n(b.min)}`;
  return b.min === b.max ? n(b.min) : `${n(b.min)}\u2013${n(b.max)}`;
}

/** "1 report", "3 reports", "2,000 reports"; `many` where adding "s" is wrong. */
export const counted = (count: number, one: string, many = `${one}s`): string =>
  `${n(count)} ${count === 1 ? one : many}`;
