// One report: its text as it was, the claims read from it with their places in the text, what was judged, and who else printed it.
import { verdictsInForce } from '../ledger/fold.ts';
import type { KnownClaim } from '../ledger/known-claim.ts';
import type { Spans } from '../model/claim.ts';
import type { Day } from '../model/day.ts';
import { LaydownError } from '../model/errors.ts';
import type { JudgementFact } from '../model/event.ts';
import type { Report } from '../model/report.ts';
import { knowledgeOf } from '../reconcile/knowledge.ts';
import { viewClaims } from '../views/claims-view.ts';
import { type Asking, knownOn } from './known-on.ts';
import { daysOf } from './names-and-days.ts';

export interface ReportQuestion {
  readonly id: string;
  readonly known?: Day;
}

export interface ShownClaim extends KnownClaim {
  /** Offsets into the report's text (UTF-16); null where there is no text. */
  readonly spans: Spans | null;
}

export interface ReportAnswer {
  readonly known: Day;
  readonly report: Report;
  /** In the order of the text. */
  readonly claims: readonly ShownClaim[];
  /** In force on the known day, rejections of claims too. */
  readonly judgements: readonly JudgementFact[];
  /** Other reports that repeat claims of this one, or that it repeats. */
  readonly repeated_in: readonly string[];
}

/** Throws LaydownError `not-found` where there is no such report by the known day, `usage` for a day that is none. */
export async function showReport(services: Asking, question: ReportQuestion): Promise<ReportAnswer> {
  const { known } = daysOf(question.known === undefined ? {} : { known: question.known }, services.clock);
  const report = await services.store.report(question.id);
  const facts = report === null ? null : await services.store.facts({ reports: [report.id], known });
  if (report === null || facts === null || facts.reports.length === 0)
    throw new LaydownError('not-found', `no report "${question.id}" is known: "reports" lists them with their ids`);
  const knowledge = knowledgeOf(await knownOn(services, known), services.atlas);
  const spans = new Map(facts.claims.map((claim) => [claim.id, claim.spans]));
  const claims = viewClaims(knowledge, services.atlas, { report: report.id })
    .map((claim): ShownClaim => ({ ...claim, spans: spans.get(claim.id) ?? null }))
    .sort((a, b) => (a.spans?.evidence[0] ?? 0) - (b.spans?.evidence[0] ?? 0));
  const origins = new Set(claims.map((claim) => claim.origin));
  const others = new Set<string>();
  for (const other of knowledge.claims())
    if (other.report.id !== report.id && origins.has(other.origin)) others.add(other.report.id);
  const judgements = [...verdictsInForce(facts.judgements, known).values()];
  return { known, report, claims, judgements, repeated_in: [...others].sort() };
}
