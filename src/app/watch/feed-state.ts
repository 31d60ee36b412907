// What is kept of a feed between two looks at it: what the site said of its version, which items were taken, when it is asked again.
import { z } from 'zod';
import { sha256 } from '../../ledger/sha256.ts';
import type { Bookmarks } from '../../ports/bookmarks.ts';

const stateSchema = z.object({
  etag: z.string().nullable(),
  modified: z.string().nullable(),
  /** Keys of items that are in the ledger or were passed over. */
  seen: z.array(z.string()),
  /** Failures in a row. */
  failures: z.int().nonnegative(),
  /** ISO 8601: after failures, the feed is not asked before. */
  due: z.string().nullable(),
});
export type FeedState = z.infer<typeof stateSchema>;

const FRESH: FeedState = { etag: null, modified: null, seen: [], failures: 0, due: null };

const nameOf = (feed: string): string => `feed-${sha256(feed).slice(0, 32)}`;

export async function readFeedState(bookmarks: Bookmarks, feed: string): Promise<FeedState> {
  const kept = await bookmarks.get(nameOf(feed));
  const state = kept === null ? null : stateSchema.safeParse(JSON.parse(kept));
  return state?.success === true ? state.data : FRESH;
}

export const keepFeedState = (bookmarks: Bookmarks, feed: string, state: FeedState): Promise<void> =>
  bookmarks.set(nameOf(feed), JSON.stringify(state));

/** Two items are one where they have one address, or else one title and text. */
export const itemKey = (item: {
  readonly url: string | null;
  readonly title: string | null;
  readonly text: string | null;
}) => sha256(item.url ?? JSON.stringify([item.title, item.text])).slice(0, 16);

const MOST_WAIT_MS = 24 * 3_600_000;

/**
 * Milliseconds until a feed that failed is asked again: twice as long each time, at most a day, give or take a fifth so that feeds
 * that failed together do not come back together; never sooner than the site asked for. `chance` is 0 to 1.
 */
export function backOff(failures: number, everyMs: number, retryMs: number | null, chance: number): number {
  const wait = Math.min(MOST_WAIT_MS, everyMs * 2 ** Math.min(failures - 1, 20));
  return Math.max(wait * (0.8 + 0.4 * chance), Math.min(retryMs ?? 0, MOST_WAIT_MS));
}
