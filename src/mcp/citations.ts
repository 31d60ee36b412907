// Every answer to an assistant carries what it rests on: the quotation, who printed it, who said it, and when it was known.
import { findClaims } from '../app/find-claims.ts';
import type { Asking } from '../app/known-on.ts';
import type { KnownClaim } from '../ledger/known-claim.ts';
import type { Day } from '../model/day.ts';

export interface Citation {
  readonly claim: string;
  readonly quotation: string;
  /** Who is quoted or cited; null: the report's own voice. */
  readonly said_by: string | null;
  readonly report: string;
  readonly title: string | null;
  readonly publisher: string | null;
  readonly published: Day | null;
  readonly url: string | null;
  /** Permanent within the ledger: readable as a resource. */
  readonly resource: string;
}

/** The most citations of one answer; the rest are counted in `left_off`. */
export const MOST_CITATIONS = 60;

export const claimAddress = (id: string): string => `laydown://claims/${encodeURIComponent(id)}`;
export const reportAddress = (id: string): string => `laydown://reports/${encodeURIComponent(id)}`;

export const citationOf = ({ id, claim, report }: KnownClaim): Citation => ({
  claim: id,
  quotation: claim.evidence,
  said_by: claim.said_by,
  report: report.id,
  title: report.title,
  publisher: report.publisher,
  published: report.published,
  url: report.url,
  resource: claimAddress(id),
});

/** Those of the claims that an answer names, as known on its day. */
export async function citationsOf(services: Asking, known: Day, ids: Iterable<string>) {
  const wanted = [...new Set(ids)];
  const cited = await findClaims(services, known, wanted.slice(0, MOST_CITATIONS));
  return { citations: cited.map(citationOf), citations_left_off: Math.max(0, wanted.length - MOST_CITATIONS) };
}
