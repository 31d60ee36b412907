// A ledger held in memory for a program that runs long: read once, then only what later transactions add. Its answers are those of the fold.
import { knownDayOf } from '../ledger/fold.ts';
import { PackedLedger } from '../ledger/packed-ledger.ts';
import type { Day } from '../model/day.ts';
import type { LedgerFacts } from '../model/event.ts';
import { PackedKnowledge } from '../reconcile/packed-knowledge.ts';
import type { WarmLedger } from './known-on.ts';
import type { Services } from './services.ts';

/** Days of knowing that are kept worked out: the one asked for most, and the other end of "what we learnt since". */
const DAYS_KEPT = 4;
/** Events read at a time, about: bounds memory while a large ledger is read. */
const EVENTS = 8_000;
const LAST_DAY = '9999-12-31';

/** Nothing is read before the first question. Pass it as `warm` to the questions. */
export function warmLedger({ store, atlas }: Pick<Services, 'store' | 'atlas'>): WarmLedger {
  let ledger = new PackedLedger();
  let read = 0;
  /** Redactions up to this transaction had taken their words away before anything was read. */
  let erased = 0;
  /** From this day on, all that the ledger holds is known. */
  let allKnown: Day = '';
  const pictures = new Map<string, PackedKnowledge>();
  let last: Promise<unknown> = Promise.resolve();

  const begin = (transaction: number): void => {
    ledger = new PackedLedger();
    read = 0;
    erased = transaction;
    allKnown = '';
    pictures.clear();
  };
  const take = (facts: LedgerFacts): void => {
    const reports = ledger.take(facts);
    if (facts.entities.length > 0) pictures.clear();
    for (const picture of pictures.values()) picture.refresh(reports);
    for (const report of facts.reports) allKnown = later(allKnown, knownDayOf(report));
    for (const { on } of [...facts.judgements, ...facts.entities]) allKnown = later(allKnown, on);
  };
  const refresh = async (): Promise<void> => {
    const transaction = await store.cursor();
    if (read === 0) erased = transaction;
    let size = 1;
    while (read < transaction) {
      const upTo = Math.min(transaction, read + size);
      const facts = await store.facts({ after: read, transaction: upTo });
      if (read > 0 && facts.redactions.some((one) => one.transaction > erased)) {
        // What was read before may hold words that are erased since.
        begin(transaction);
        continue;
      }
      take(facts);
      read = upTo;
      size = Math.max(1, Math.ceil((size * EVENTS) / Math.max(EVENTS / 8, facts.claims.length + facts.reports.length)));
    }
  };
  const refreshed = (): Promise<void> => {
    const turn = last.catch(() => {}).then(refresh);
    last = turn;
    return turn;
  };
  return {
    transaction: () => read,
    async on(known, judged = known) {
      await refreshed();
      const [day, judgedDay] = known >= allKnown && judged >= allKnown ? [LAST_DAY, LAST_DAY] : [known, judged];
      const days = `${day} ${judgedDay}`;
      const picture = pictures.get(days) ?? new PackedKnowledge(ledger, day, judgedDay, atlas);
      pictures.delete(days);
      pictures.set(days, picture);
      for (const old of [...pictures.keys()].slice(0, -DAYS_KEPT)) pictures.delete(old);
      return picture;
    },
  };
}

const later = (a: Day, b: Day): Day => (a > b ? a : b);
