// Which spans cover a place of a long text: asked for every claim, so the text is cut into stretches and each knows its spans.
import type { Span } from '../../model/claim.ts';

const STRETCH = 512;

/** The items whose span covers the code unit at `at`, with others of its stretch, in the order given. */
export type Cover<T> = (at: number) => readonly T[];

export function coverOf<T>(items: readonly T[], spanOf: (item: T) => Span): Cover<T> {
  const byStretch = new Map<number, T[]>();
  for (const item of items) {
    const [start, end] = spanOf(item);
    const last = Math.floor(Math.max(start, end - 1) / STRETCH);
    for (let stretch = Math.floor(start / STRETCH); stretch <= last; stretch++) {
      const held = byStretch.get(stretch);
      if (held === undefined) byStretch.set(stretch, [item]);
      else held.push(item);
    }
  }
  return (at) => byStretch.get(Math.floor(at / STRETCH)) ?? [];
}
