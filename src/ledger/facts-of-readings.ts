// What was read just now, as a ledger in memory: nothing stored, nothing judged. For those who have reports and no ledger.
import { claimSchema, type ExtractedClaim } from '../model/claim.ts';
import type { Day } from '../model/day.ts';
import type { LedgerClaim, LedgerFacts } from '../model/event.ts';
import type { Report } from '../model/report.ts';
import { checkedClaimId } from './ids.ts';
import { reportAdded } from './report-added.ts';

export interface ReportRead {
  readonly report: Report;
  readonly claims: readonly ExtractedClaim[];
}

/** A claim as a ledger holds it; `reader` is the maker where neither a rule nor a model is named. */
export function ledgerClaim(report: string, found: ExtractedClaim, reader: string): LedgerClaim {
  const claim = claimSchema.parse(found);
  return {
    id: checkedClaimId(report, claim),
    report,
    claim,
    spans: found.spans,
    maker: found.rule ?? found.model ?? reader,
    confidence: found.confidence,
    grounded: true,
  };
}

/**
 * `viewPosture(knownClaims(factsOfReadings(read, today), day), gazetteer.atlas, day)` is the posture of a day as these reports tell it.
 * A report of no known day of publication counts as known from `recorded` on. Of two reports with one id the first counts.
 */
export function factsOfReadings(read: readonly ReportRead[], recorded: Day): LedgerFacts {
  const all = [...new Map([...read].reverse().map((one) => [one.report.id, one])).values()].reverse();
  const readings = all.map(({ report, claims }, i) => {
    const stored = new Map(claims.map((found) => ledgerClaim(report.id, found, 'laydown')).map((one) => [one.id, one]));
    return { report, stored: [...stored.values()], transaction: i + 1 };
  });
  return {
    reports: readings.map(({ report, transaction }) => {
      const { id, published, publisher, url, title } = report;
      const { agency, signature } = reportAdded(report);
      return { id, published, publisher, url, title, recorded, transaction, agency, signature };
    }),
    readings: readings.map(({ report, stored, transaction }) => ({
      report: report.id,
      extractor: 'laydown',
      version: '0',
      claims: stored.map(({ id }) => id),
      transaction,
    })),
    claims: readings.flatMap(({ stored }) => stored),
    judgements: [],
    entities: [],
    redactions: [],
  };
}
