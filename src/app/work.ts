// A worker: files from the queue into the ledger, a batch at a time; a file leaves the queue only when its reports are committed.
import { LIMITS } from '../formats/limits.ts';
import { type Fault, LaydownError } from '../model/errors.ts';
import type { FoundFile, TextServices } from '../ports/intake.ts';
import { pause } from '../ports/pause.ts';
import type { Delivery, Queue } from '../ports/queue.ts';
import { addReports, type IncomingReport, type Reading } from './add-reports.ts';
import { type CutFile, takingTurns, untilTaken, waitAfter } from './slow-files.ts';
import { isFault, takeIn } from './take-in.ts';

export interface WorkOptions {
  /** Files a commit. */
  readonly batch: number;
  /** Milliseconds after which a batch that is not full is done all the same. */
  readonly patience: number;
  /** Attempts after which a file that ended its worker each time is set aside, or that the ledger's server cut each time while it took others. */
  readonly attempts: number;
}
export const WORK: WorkOptions = { batch: 64, patience: 200, attempts: 5 };

export interface WorkEvents {
  /** Files that are done, set aside, and put off since the worker began. */
  readonly progress?: (count: WorkCount) => void;
  readonly dead?: (source: string, reason: string) => void;
  /** Store or queue are away, and are asked again after so long; what is in hand stays in hand. */
  readonly away?: (error: LaydownError, ms: number) => void;
}

export interface WorkCount {
  readonly files: number;
  readonly reports: number;
  readonly claims: number;
  readonly dead: number;
  readonly later: number;
}

/** Of the batches that are begun so many are not committed: while one is written the next is read. */
const BEGUN = 2;

/** Works until `signal`, then finishes what is in hand. A store or queue that is away is waited for. */
export async function work(
  services: Working,
  signal: AbortSignal,
  on: WorkEvents = {},
  options: WorkOptions = WORK,
): Promise<WorkCount> {
  const count = { files: 0, reports: 0, claims: 0, dead: 0, later: 0 };
  // What ends a batch that nobody waits for yet ends the worker, too.
  const broken = new AbortController();
  const ending = AbortSignal.any([signal, broken.signal]);
  const begun = new Set<Promise<void>>();
  const keep = (promises: Set<Promise<void>>, work: Promise<void>): void => {
    const done: Promise<void> = work.then(() => {
      promises.delete(done);
      on.progress?.({ ...count });
    });
    done.catch(() => broken.abort());
    promises.add(done);
  };
  // What takes the ledger too long is tried by itself, and keeps nothing else waiting.
  const slow = new Set<Promise<void>>();
  const inTurn = takingTurns();
  const begin = (group: readonly Delivery[]): void =>
    keep(
      begun,
      untilDone(services, group, ending, count, on, options).then((cut) => {
        for (const one of cut)
          keep(
            slow,
            untilTaken(one, ending, {
              again: () => inTurn(() => doBatch(services, [one.file], count, on)),
              rehearse: () => services.store.rehearse(services.clock.now()),
              giveBack: () => giveBack([one.file], count),
              setAside: (reason) => setAside(one.file, reason, count, on),
              away: (error, ms) => on.away?.(error, ms),
              attempts: options.attempts,
            }),
          );
      }),
    );
  const deliveries = services.queue.deliveries(BEGUN * options.batch, ending, on.away);
  try {
    for await (const batch of batchesOf(deliveries, options)) {
      for (const group of groupsOf(batch)) {
        if (broken.signal.aborted) break;
        const isAlone = group.some((one) => one.attempt > 1);
        while (begun.size >= (isAlone ? 1 : BEGUN)) await Promise.race(begun);
        begin(group);
        if (isAlone) await Promise.all(begun);
      }
    }
  } finally {
    await Promise.allSettled(begun);
    await Promise.allSettled(slow);
  }
  await Promise.all([...begun, ...slow]);
  return count;
}

type Working = Reading & { readonly texts: TextServices; readonly queue: Queue };

/**
 * What was handed out before may have ended its worker: it is done alone, so that it takes no others with it, and from either end by turns, so that
 * one that ends every worker keeps none behind it for ever.
 */
function groupsOf(batch: readonly Delivery[]): readonly (readonly Delivery[])[] {
  const [again, first] = parted(batch, (one) => one.attempt > 1);
  const turned = again.some((one) => one.attempt % 2 === 1) ? again.toReversed() : again;
  return [first, ...turned.map((one) => [one])].filter((group) => group.length > 0);
}

/** The ledger being away is no fault of a file: it stays in hand until the ledger is there again, or the worker is told to end. Gives what took the ledger too long. */
async function untilDone(
  services: Working,
  group: readonly Delivery[],
  signal: AbortSignal,
  count: Tally,
  on: WorkEvents,
  { attempts }: WorkOptions,
): Promise<readonly CutFile[]> {
  const [only] = group;
  const suspect = only !== undefined && only.attempt > 1 ? only : null;
  for (let failures = 0; ; ) {
    if (suspect !== null && (await suspect.begins()) >= attempts) {
      await setAside(suspect, `ended its worker ${attempts} times`, count, on);
      return [];
    }
    try {
      const cut = await doBatch(services, group, count, on);
      await suspect?.ended();
      return cut;
    } catch (error) {
      if (!(error instanceof LaydownError)) throw error;
      await suspect?.ended();
      const ms = waitAfter(++failures);
      on.away?.(error, ms);
      await pause(ms, signal);
      if (!signal.aborted) continue;
      giveBack(group, count);
      return [];
    }
  }
}

/** By then this worker has taken its own request back, which would get them again. */
const GIVEN_BACK_MS = 1_000;

function giveBack(files: readonly Delivery[], count: Tally): void {
  for (const one of files) one.later(GIVEN_BACK_MS);
  count.later += files.length;
}

type Tally = { -readonly [K in keyof WorkCount]: WorkCount[K] };

/** Gives what took the ledger too long: it is still in hand. */
async function doBatch(
  services: Working,
  batch: readonly Delivery[],
  count: Tally,
  on: WorkEvents,
): Promise<readonly CutFile[]> {
  const faults = new Map<number, Fault>();
  const cut = new Map<number, LaydownError>();
  const kept = new Map<number, number>();
  const summary = await addReports(services, reportsOf(services.texts, batch), {
    added: ({ source }) => kept.set(numberIn(source), (kept.get(numberIn(source)) ?? 0) + 1),
    fault: (fault) => {
      if (!faults.has(numberIn(fault.source))) faults.set(numberIn(fault.source), fault);
    },
    cut: (source, error) => cut.set(numberIn(source), error),
  });
  count.reports += summary.added;
  count.claims += summary.claims;
  await Promise.all(
    batch.map(async (one, number) => {
      if (cut.has(number)) return;
      const fault = faults.get(number);
      // Of a file of many reports the good ones are in the ledger; the bad one is set aside with its file, to look at.
      if (fault !== undefined) await setAside(one, `${itemIn(fault.source)}${fault.message}`, count, on);
      else {
        await one.done();
        if ((kept.get(number) ?? 0) > 0) count.files++;
      }
    }),
  );
  return [...cut].map(([number, error]) => ({ file: batch[number]!, error }));
}

async function setAside(one: Delivery, reason: string, count: Tally, on: WorkEvents): Promise<void> {
  await one.dead(reason);
  await one.ended();
  count.dead++;
  on.dead?.(one.source, reason);
}

/** The source of each report is led by the number of its file in the batch. */
const SEPARATOR = '\t';
const numberIn = (source: string): number => Number(source.slice(0, source.indexOf(SEPARATOR)));
/** "3\tlist.json:7" -> "item 7: ". */
const itemIn = (source: string): string => {
  const item = /:(\d+)$/.exec(source)?.[1];
  return item === undefined ? '' : `item ${item}: `;
};

async function* reportsOf(texts: TextServices, batch: readonly Delivery[]): AsyncGenerator<IncomingReport | Fault> {
  for (const [number, delivery] of batch.entries()) {
    const { published, publisher } = delivery;
    for await (const one of takeIn(texts, only(fileOf(delivery)), published === null ? {} : { published })) {
      const source = `${number}${SEPARATOR}${one.source}`;
      if (isFault(one)) yield { ...one, source };
      else if (publisher === null || one.report.publisher !== null) yield { ...one, source };
      else yield { source, report: { ...one.report, publisher } };
    }
  }
}

async function* only<T>(one: T): AsyncGenerator<T> {
  yield one;
}

function fileOf(delivery: Delivery): FoundFile {
  const bytes = (): Uint8Array => {
    try {
      return delivery.bytes;
    } catch (error) {
      throw new LaydownError('bad-input', `cannot be unpacked: ${(error as Error).message}`, { cause: error });
    }
  };
  return {
    source: delivery.source,
    size: null,
    bytes: async (limit) => {
      const all = bytes();
      if (all.length <= limit) return all;
      throw new LaydownError('too-large', `is larger than ${Math.round(limit / 1024 / 1024)} MB`);
    },
    async *lines(limit) {
      for (const line of Buffer.from(bytes()).toString('utf8').split('\n'))
        yield line.length <= Math.min(limit, LIMITS.textBytes)
          ? line
          : new LaydownError('too-large', 'a line is larger than the limit of a text');
    },
  };
}

/** Deliveries in groups: full ones, or what came within the patience. */
async function* batchesOf(
  deliveries: AsyncIterable<Delivery>,
  { batch: most, patience }: WorkOptions,
): AsyncGenerator<readonly Delivery[]> {
  const source = deliveries[Symbol.asyncIterator]();
  let next = source.next();
  for (;;) {
    const first = await next;
    if (first.done) return;
    const batch = [first.value];
    next = source.next();
    const until = performance.now() + patience;
    while (batch.length < most) {
      const more = await within(next, until - performance.now());
      if (more === null || more.done) break;
      batch.push(more.value);
      next = source.next();
    }
    yield batch;
  }
}

async function within<T>(promise: Promise<T>, ms: number): Promise<T | null> {
  if (ms <= 0) return null;
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<null>((resolve) => {
    timer = setTimeout(() => resolve(null), ms);
  });
  try {
    return await Promise.race([promise, late]);
  } finally {
    clearTimeout(timer);
  }
}

function parted<T>(items: readonly T[], test: (item: T) => boolean): readonly [readonly T[], readonly T[]] {
  return [items.filter(test), items.filter((item) => !test(item))];
}
