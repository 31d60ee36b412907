// A ledger held in memory for a program that runs long: read once, then only what later transactions add. Its answers are those of the fold.
import { knownClaims } from '../ledger/fold.ts';
import type { LedgerFacts } from '../model/event.ts';
import { type Knowledge, knowledgeOf } from '../reconcile/knowledge.ts';
import type { WarmLedger } from './known-on.ts';
import type { Services } from './services.ts';

/** Days of knowing that are kept folded: the one asked for most, and the other end of "what we learnt since". */
const DAYS_KEPT = 4;

const NOTHING: LedgerFacts = { reports: [], readings: [], claims: [], judgements: [], entities: [], redactions: [] };

/** Nothing is read before the first question. Pass it as `warm` to the questions. */
export function warmLedger({ store, atlas }: Pick<Services, 'store' | 'atlas'>): WarmLedger {
  let facts = NOTHING;
  let read = 0;
  const folded = new Map<string, Knowledge>();
  let last: Promise<unknown> = Promise.resolve();

  const refresh = async (): Promise<void> => {
    const transaction = await store.cursor();
    if (transaction === read) return;
    const added = await store.facts({ after: read, transaction });
    // What was read before may hold words that are erased since.
    facts = added.redactions.length > 0 ? await store.facts({ transaction }) : joined(facts, added);
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
    async on(known, judged = known) {
      await refreshed();
      const days = `${known} ${judged}`;
      const seen = folded.get(days);
      folded.delete(days);
      const knowledge = seen ?? knowledgeOf(knownClaims(facts, known, judged), atlas);
      folded.set(days, knowledge);
      for (const old of [...folded.keys()].slice(0, -DAYS_KEPT)) folded.delete(old);
      return knowledge;
    },
  };
}

const joined = (a: LedgerFacts, b: LedgerFacts): LedgerFacts => ({
  reports: [...a.reports, ...b.reports],
  readings: [...a.readings, ...b.readings],
  claims: [...a.claims, ...b.claims],
  judgements: [...a.judgements, ...b.judgements],
  entities: [...a.entities, ...b.entities],
  redactions: [...a.redactions, ...b.redactions],
});
