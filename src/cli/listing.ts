// Long lists, written as they are made: neither the list nor what is written of it is ever held whole.
import { LaydownError } from '../model/errors.ts';
import type { Call } from './verb-kit.ts';

/** `--limit` and `--after` as they are given. */
export interface PartOptions {
  readonly limit?: string;
  readonly after?: string;
}

/** The number of `--limit`; null where it is left out. Throws LaydownError `usage`. */
export function limitIn(text: string | undefined): number | null {
  if (text === undefined) return null;
  if (/^[1-9]\d{0,8}$/.test(text)) return Number(text);
  throw new LaydownError('usage', `--limit ${text}: a whole number from 1, such as 100`);
}

export interface Written {
  readonly count: number;
  /** The id of the last, where more come behind it. */
  readonly next: string | null;
}

/** What a list in JSON ends with where a part of it was asked for: the id for `--after`, null where nothing is left. */
export const nextIn = (limit: number | null, next: string | null): string =>
  limit === null ? '' : `,"next":${JSON.stringify(next)}`;

const CHARACTERS = 1 << 16;

/**
 * Writes at most `limit` items to standard output, in stretches of `atOnce`: what `print` gives of each stretch, between what stands before the list
 * and what stands behind it. Waits where the reader is slow.
 */
export async function writeList<T extends { readonly id: string }>(
  { wiring }: Call,
  items: AsyncIterable<T> | Iterable<T>,
  limit: number | null,
  {
    before = '',
    print,
    behind,
    atOnce = 1,
  }: {
    readonly before?: string;
    print(stretch: readonly T[], isFirst: boolean): string | Promise<string>;
    behind(written: Written): string;
    readonly atOnce?: number;
  },
): Promise<void> {
  const output = await wiring.openOutput(null);
  let [held, stretch, count]: [string, T[], number] = [before, [], 0];
  let last: string | null = null;
  const flush = async (): Promise<void> => {
    if (stretch.length > 0) held += await print(stretch, count === stretch.length);
    stretch = [];
    if (held.length < CHARACTERS) return;
    await output.write(held);
    held = '';
  };
  let isMore = false;
  for await (const item of items) {
    isMore = limit !== null && count >= limit;
    if (isMore) break;
    count++;
    last = item.id;
    if (stretch.push(item) >= atOnce) await flush();
  }
  await flush();
  await output.write(held + behind({ count, next: isMore ? last : null }));
  await output.close();
}
