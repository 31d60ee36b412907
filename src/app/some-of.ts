// A part of a long list that comes item by item: what is not shown is counted, never held.

export interface Some<T> {
  readonly shown: readonly T[];
  /** How many more there are behind those shown. */
  readonly left_off: number;
}

/** The first `most` of them. */
export function firstOf<T>(items: Iterable<T>, most: number): Some<T> {
  const shown: T[] = [];
  let left_off = 0;
  for (const item of items) {
    if (shown.length < most) shown.push(item);
    else left_off++;
  }
  return { shown, left_off };
}

/** The last `most` of those before the first that `isPast`, the last first. */
export async function lastOf<T>(
  items: Iterable<T> | AsyncIterable<T>,
  most: number,
  isPast: (item: T) => boolean = () => false,
): Promise<Some<T>> {
  const held: T[] = [];
  let count = 0;
  for await (const item of items) {
    if (isPast(item)) break;
    held[count++ % most] = item;
  }
  const at = count % most;
  const shown = count <= most ? held : [...held.slice(at), ...held.slice(0, at)];
  return { shown: shown.reverse(), left_off: count - shown.length };
}
