// A ledger whose reads come from a copy (a standby): never of less than this process has written or was told of, and never without the copy.
import { isAway, LaydownError } from '../model/errors.ts';
import type { FactsFilter, Staleness, Store } from '../ports/store.ts';
import type { SqlStore } from './sql-store.ts';

/** A copy that failed is asked again after this. */
const AGAIN_MS = 30_000;
/** What the primary has just made, a copy has soon. */
const MIGRATED_MS = 10_000;

/**
 * `primary` is opened by the first write, or where the copy cannot answer: a ledger whose primary is away is read all the same. `copy` gives null
 * where the copy is of an older format. Throws LaydownError `store-...`.
 */
export async function openCopiedStore(
  primary: () => Promise<SqlStore>,
  copy: () => Promise<SqlStore | null>,
  onWarn: (message: string) => void = () => undefined,
): Promise<Store> {
  let written: Promise<SqlStore> | null = null;
  const main = async (): Promise<SqlStore> => {
    written ??= primary().then(async (store) => {
      if (await store.hasLink(last)) return store;
      await store.close();
      throw new LaydownError(
        'usage',
        `${last.where} is no copy of the ledger: it holds another transaction ${last.transaction}`,
      );
    });
    try {
      return await written;
    } catch (error) {
      written = null;
      throw error;
    }
  };
  const copied = await openedCopy(primary, copy);
  const last = await copied.copied();

  /** What this process has written itself: it reads no less. */
  let own = 0;
  /** The copy has at least this. */
  let has = 0;
  let failed = Number.NEGATIVE_INFINITY;

  const isThere = async (transaction: number): Promise<boolean> => {
    if (has < transaction) has = await copied.cursor();
    return has >= transaction;
  };
  const reading = async <T>(least: number, read: (store: Store) => Promise<T>): Promise<T> => {
    if (performance.now() - failed < AGAIN_MS) return read(await main());
    try {
      if (await isThere(least)) return await read(copied);
    } catch (error) {
      if (!isAway(error)) throw error;
      failed = performance.now();
      onWarn(`the copy of the ledger is away, so the primary is read: ${error.message}`);
    }
    return read(await main());
  };
  const read = <T>(work: (store: Store) => Promise<T>): Promise<T> => reading(own, work);

  return {
    accounts: lazily(async () => (await main()).accounts),
    bookmarks: lazily(async () => (await main()).bookmarks),
    async append(events, recorded) {
      const appended = await (await main()).append(events, recorded);
      own = Math.max(own, appended.transaction ?? 0);
      return appended;
    },
    // What was read before is what a later question builds on: a copy that has less of it must not answer.
    facts: (filter: FactsFilter = {}) =>
      reading(Math.max(own, filter.transaction ?? 0), (store) => store.facts(filter)),
    reach: (after, most) => read((store) => store.reach(after, most)),
    report: (id) => read((store) => store.report(id)),
    // Before an add: what the primary holds.
    readingsOf: async (extractor, reports) => (await main()).readingsOf(extractor, reports),
    claim: (id) => read((store) => store.claim(id)),
    claimIds: (start, limit) => read((store) => store.claimIds(start, limit)),
    reports: (filter) => read((store) => store.reports(filter)),
    judgedReports: () => read((store) => store.judgedReports()),
    passages: (words, reports) => read((store) => store.passages(words, reports)),
    comments: (filter) => read((store) => store.comments(filter)),
    transactions: () => read((store) => store.transactions()),
    cursor: () => read((store) => store.cursor()),
    words: () => read((store) => store.words()),
    rehearse: async (recorded) => (await main()).rehearse(recorded),
    health: async () => (await main()).health(),
    async staleness(): Promise<Staleness> {
      const { where, transaction, lagSeconds } = await copied.copied();
      const there = await main()
        .then((store) => store.cursor())
        .catch((error: unknown) => {
          if (isAway(error)) return null;
          throw error;
        });
      return { where, transaction, lagSeconds, behind: there === null ? null : Math.max(0, there - transaction) };
    },
    verify: async (onProgress) => (await main()).verify(onProgress),
    async close() {
      await Promise.all([copied.close(), written?.then((store) => store.close()).catch(() => undefined)]);
    },
  };
}

async function openedCopy(primary: () => Promise<SqlStore>, copy: () => Promise<SqlStore | null>): Promise<SqlStore> {
  const first = await copy();
  if (first !== null) return first;
  // Opening the primary brings it up to date; the copy follows.
  await (await primary()).close();
  for (const until = performance.now() + MIGRATED_MS; performance.now() < until; ) {
    const store = await copy();
    if (store !== null) return store;
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
  throw new LaydownError(
    'store-unreachable',
    'the copy of the ledger that --read-db names does not follow: it has not the tables that the primary has',
  );
}

/** The accounts of a store that is opened when they are asked for. */
const lazily = <T extends object>(open: () => Promise<T>): T =>
  new Proxy({} as T, {
    get:
      (_, name) =>
      async (...args: readonly unknown[]) => {
        const real = await open();
        return (Reflect.get(real, name) as (...given: readonly unknown[]) => unknown)(...args);
      },
  });
