// Feeds looked at again and again: what is new in them into the ledger. Sites are asked side by side, each by itself one request at a time.
import { isAboutForces } from '../../extract/screen.ts';
import { decodeDeclared } from '../../formats/charset.ts';
import { formatFor } from '../../formats/format-of.ts';
import { LIMITS } from '../../formats/limits.ts';
import type { Draft } from '../../model/draft.ts';
import { type Fault, LaydownError } from '../../model/errors.ts';
import type { FoundFile, TextServices } from '../../ports/intake.ts';
import { pause } from '../../ports/pause.ts';
import {
  type AddEvents,
  type AddSummary,
  addReports,
  type IncomingReport,
  type Milestone,
  type Reading,
} from '../add-reports.ts';
import { isFault, takeIn } from '../take-in.ts';
import { backOff, type FeedState, itemKey, keepFeedState, readFeedState } from './feed-state.ts';
import { merged } from './merged.ts';
import type { PoliteWeb } from './polite-web.ts';

export interface WatchOptions {
  /** Milliseconds from one look at a feed to the next. */
  readonly everyMs: number;
  /** The page of an item is read where the feed carries less than the whole text. */
  readonly readsPages: boolean;
  /** Items that tell nothing of forces are passed over. */
  readonly isScreened: boolean;
  /** 0 to 1, for waits that differ. */
  readonly chance: () => number;
}

export interface WatchEvents extends AddEvents {
  readonly note?: (source: string, note: string) => void;
  readonly passedOver?: () => void;
}

export type WatchServices = Reading & { readonly texts: TextServices; readonly web: PoliteWeb };

/** An item that carries so much is taken for the whole story. */
const WHOLE_TEXT = 1_500;
/** Sites that are asked at a time. */
const SITES = 8;

/** Looks again and again until `signal`; `looked` is called after each look. Throws as `lookAtFeeds` does. */
export async function watchFeeds(
  services: WatchServices,
  feeds: readonly string[],
  signal: AbortSignal,
  options: WatchOptions,
  on: WatchEvents & { readonly looked: (summary: AddSummary) => void },
): Promise<void> {
  while (!signal.aborted) {
    on.looked(await lookAtFeeds(services, feeds, signal, options, on));
    await pause(options.everyMs, signal);
  }
}

/** One look at each feed that is due. Ends early, with what is in hand done, at `signal`. Throws LaydownError `store-...` where the ledger is away. */
export function lookAtFeeds(
  services: WatchServices,
  feeds: readonly string[],
  signal: AbortSignal,
  options: WatchOptions,
  on: WatchEvents = {},
): Promise<AddSummary> {
  const sites = new Map<string, string[]>();
  for (const feed of feeds) sites.set(siteOf(feed), [...(sites.get(siteOf(feed)) ?? []), feed]);
  const streams = [...sites.values()].map(async function* (own) {
    for (const feed of own) if (!signal.aborted) yield* newsOf(services, feed, signal, options, on);
  });
  return addReports(services, merged(streams, SITES), on);
}

const siteOf = (feed: string): string => (URL.canParse(feed) ? new URL(feed).origin : feed);

type News = AsyncGenerator<IncomingReport | Fault | Milestone>;

async function* newsOf(
  services: WatchServices,
  feed: string,
  signal: AbortSignal,
  options: WatchOptions,
  on: WatchEvents,
): News {
  const { store, clock, web } = services;
  const state = await readFeedState(store.bookmarks, feed);
  if (state.due !== null && state.due > clock.now()) {
    on.note?.(
      feed,
      `failed ${state.failures === 1 ? 'once' : `${state.failures} times`}: asked again after ${state.due}`,
    );
    return;
  }
  const fails = async (message: string, retryMs: number | null): Promise<Fault> => {
    const failures = state.failures + 1;
    const wait = backOff(failures, options.everyMs, retryMs, options.chance());
    const due = new Date(Date.parse(clock.now()) + wait).toISOString();
    await keepFeedState(store.bookmarks, feed, { ...state, failures, due });
    return { source: feed, code: 'bad-input', message: `${message}; asked again after ${due}` };
  };
  try {
    const { etag, modified } = state;
    const answer = await web.ask(feed, LIMITS.feedBytes, { etag, modified });
    if (answer.status === 304) await keepFeedState(store.bookmarks, feed, { ...state, failures: 0, due: null });
    else if (answer.bytes === null) yield await fails(`the site answers ${answer.status}`, answer.retryMs);
    else {
      const said = { etag: answer.etag, modified: answer.modified };
      yield* itemsOf(services, { feed, bytes: answer.bytes, base: answer.url, said }, state, signal, options, on);
    }
  } catch (error) {
    if (!(error instanceof LaydownError) || error.code.startsWith('store-')) throw error;
    yield await fails(error.message, null);
  }
}

interface Sent {
  readonly feed: string;
  readonly bytes: Uint8Array;
  /** Where it was found in the end. */
  readonly base: string;
  readonly said: Pick<FeedState, 'etag' | 'modified'>;
}

/** The items that were not taken before. What is kept of the feed is kept behind their commit. */
async function* itemsOf(
  services: WatchServices,
  { feed, bytes, base, said }: Sent,
  state: FeedState,
  signal: AbortSignal,
  options: WatchOptions,
  on: WatchEvents,
): News {
  const text = decodeDeclared(bytes);
  if (text !== null && formatFor(null, text) !== 'feed')
    throw new LaydownError('bad-input', 'is no feed (RSS, Atom, RDF or JSON Feed): name the address of one');
  const before = new Set(state.seen);
  const now: string[] = [];
  const milestone = (kept: FeedState): Milestone => ({
    source: feed,
    reached: () => keepFeedState(services.store.bookmarks, feed, kept),
  });
  for await (const one of takeIn(services.texts, only(fileOf(feed, bytes)))) {
    if (signal.aborted) return;
    if (isFault(one)) {
      yield one;
      continue;
    }
    const { source, report } = one;
    const item = { ...report, url: absolute(report.url, base) };
    const key = itemKey(item);
    now.push(key);
    if (before.has(key)) continue;
    const whole = await withPage(services, source, item, options, on);
    if (options.isScreened && !isAboutForces(`${whole.title ?? ''}\n${whole.text ?? ''}`)) on.passedOver?.();
    else yield { source, report: whole };
    yield milestone({ ...state, seen: [...before, ...now], failures: 0, due: null });
  }
  yield milestone({ ...said, seen: now, failures: 0, due: null });
}

const absolute = (url: string | null, base: string): string | null =>
  url !== null && URL.canParse(url, base) ? new URL(url, base).href : url;

/** The item with the text of its page, where that is longer. A page that cannot be read leaves the item as the feed has it. */
async function withPage(
  { texts, web }: WatchServices,
  source: string,
  item: Draft,
  { readsPages }: WatchOptions,
  on: WatchEvents,
): Promise<Draft> {
  const { url } = item;
  const text = item.text ?? '';
  if (!readsPages || url === null || text.length >= WHOLE_TEXT) return item;
  try {
    const answer = await web.ask(url, LIMITS.htmlBytes);
    if (answer.bytes === null) throw new LaydownError('bad-input', `the site answers ${answer.status}`);
    for await (const one of takeIn(texts, only(fileOf(url, answer.bytes)))) {
      if (isFault(one)) throw new LaydownError('bad-input', one.message);
      const page = one.report;
      if ((page.text?.length ?? 0) <= text.length) return item;
      return {
        ...page,
        title: page.title ?? item.title,
        published: page.published ?? item.published,
        publisher: page.publisher ?? item.publisher,
        url: page.url ?? url,
      };
    }
  } catch (error) {
    if (!(error instanceof LaydownError)) throw error;
    on.note?.(source, `its page is not read (${error.message}): taken as the feed has it`);
  }
  return item;
}

const fileOf = (source: string, bytes: Uint8Array): FoundFile => ({
  source,
  size: bytes.length,
  bytes: async () => bytes,
  async *lines() {
    yield new LaydownError('bad-input', 'a list of reports (.jsonl) is not read from the web: download it first');
  },
});

async function* only<T>(one: T): AsyncGenerator<T> {
  yield one;
}
