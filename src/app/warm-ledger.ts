// A ledger held in memory for a program that runs long: read once, then only what later transactions add. Its answers are those of the fold.
import { knownClaims } from '../ledger/fold.ts';
import type { Day } from '../model/day.ts';
import type { LedgerFacts } from '../model/event.ts';
import { type Knowledge, knowledgeOf } from '../reconcile/knowledge.ts';
import type { WarmLedger } from './known-on.ts';
import type { Services } from './services.ts';

/** Days of knowing that are kept folded: the one asked for most, and the other end of "what we learnt since". */
const DAYS_KEPT = 4;

/** Nothing is read before the first question. Pass it as `warm` to the questions. */
export function warmLedger({ store, atlas }: Pick<Services, 'store' | 'atlas'>): WarmLedger {
  let facts: LedgerFacts = { reports: [], readings: [], claims: [], judgements: [] };
  let read = 0;
  const folded = new Map<Day, Knowledge>();
  let last: Promise<unknown> = Promise.resolve();

  const refresh = async (): Promise<void> => {
    const transaction = await store.cursor();
    if (transaction === read) return;
    facts = joined(facts, await store.facts({ after: read, transaction }));
    read = transaction;
    folded.clear();
  };
  const refreshed = (): Promise<void> => {
    const turn = last.catch(() => {}).then(refresh);
    last = turn;
    return turn;
  };
  return {
    transaction: () => read,
    async on(known) {
      await refreshed();
      const seen = folded.get(known);
      folded.delete(known);
      const knowledge = seen ?? knowledgeOf(knownClaims(facts, known), atlas);
      folded.set(known, knowledge);
      for (const day of [...folded.keys()].slice(0, -DAYS_KEPT)) folded.delete(day);
      return knowledge;
    },
  };
}

const joined = (a: LedgerFacts, b: LedgerFacts): LedgerFacts => ({
  reports: [...a.reports, ...b.reports],
  readings: [...a.readings, ...b.readings],
  claims: [...a.claims, ...b.claims],
  judgements: [...a.judgements, ...b.judgements],
});
