// Claims that a judgement keeps out of the answers: shown beside them, so that the judgement can be seen and undone.
import type { KnownClaim } from '../../ledger/known-claim.ts';
import type { Spans } from '../../model/claim.ts';
import type { Day } from '../../model/day.ts';
import type { JudgementFact, LedgerFacts } from '../../model/event.ts';
import type { Report } from '../../model/report.ts';

export function rejectedOf(
  facts: LedgerFacts,
  verdicts: ReadonlyMap<string, JudgementFact>,
  standing: ReadonlySet<string>,
  { report, known }: { readonly report: Report; readonly known: Day },
): (KnownClaim & { readonly spans: Spans | null })[] {
  const { id, published, publisher, url, title } = report;
  return facts.claims
    .filter((one) => verdicts.get(one.id)?.verdict === 'reject' && !standing.has(one.id))
    .map((one) => ({
      id: one.id,
      claim: one.claim,
      report: { id, published, publisher, url, title },
      known: published ?? known,
      verdict: null,
      grounded: one.grounded,
      maker: one.maker,
      origin: one.id,
      spans: one.spans,
    }));
}
