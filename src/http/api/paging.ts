// Pages of a list by cursor. A cursor names the last item that was given, so that what is added in between shifts nothing.
import { LaydownError } from '../../model/errors.ts';

export interface Page<T> {
  readonly items: readonly T[];
  /** Null on the last page. */
  readonly next: string | null;
}

interface Place {
  readonly key: string;
  readonly index: number;
}

/** `keyOf` names an item uniquely. Throws LaydownError `usage` for a cursor that is none. */
export function pageOf<T>(
  items: readonly T[],
  keyOf: (item: T) => string,
  limit: number,
  cursor: string | undefined,
): Page<T> {
  const from = cursor === undefined ? 0 : after(items, keyOf, placeIn(cursor));
  const page = items.slice(from, from + limit);
  const last = page.at(-1);
  const isLast = last === undefined || from + limit >= items.length;
  return { items: page, next: isLast ? null : cursorOf({ key: short(keyOf(last)), index: from + limit - 1 }) };
}

/** The page of items that begin with it and hold one more where there is more. Its cursor names the last item whole: `keyIn` gives that back. */
export function firstPage<T>(items: readonly T[], keyOf: (item: T) => string, limit: number): Page<T> {
  const page = items.slice(0, limit);
  const last = page.at(-1);
  return {
    items: page,
    next: last === undefined || items.length <= limit ? null : cursorOf({ key: keyOf(last), index: 0 }),
  };
}

/** The key of the item that a cursor names. Throws LaydownError `usage` for a cursor that is none. */
export const keyIn = (cursor: string): string => placeIn(cursor).key;

/** The item's own place first; where it is gone, its place then. */
function after<T>(items: readonly T[], keyOf: (item: T) => string, { key, index }: Place): number {
  const there = items[index];
  if (there !== undefined && short(keyOf(there)) === key) return index + 1;
  const found = items.findIndex((item) => short(keyOf(item)) === key);
  return found < 0 ? index : found + 1;
}

const LETTERS = 120;
const short = (key: string): string => key.slice(-LETTERS);

const cursorOf = ({ key, index }: Place): string => Buffer.from(JSON.stringify([index, key])).toString('base64url');

function placeIn(cursor: string): Place {
  try {
    const [index, key] = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8')) as [unknown, unknown];
    if (typeof index === 'number' && Number.isSafeInteger(index) && index >= 0 && typeof key === 'string')
      return { key, index };
  } catch {
    // Told below.
  }
  throw new LaydownError('usage', `cursor "${cursor}" is none: take it from "next" of the page before`);
}
