// A claim as the ledger knows it on a day: what reconciliation and the views read.
import type { Claim } from '../model/claim.ts';
import type { Day } from '../model/day.ts';
import type { Report } from '../model/report.ts';

/** The maker of a claim from a table whose rows of a day and a mission are all of that mission: its parts sum to their whole. */
export const COMPLETE = 'table/complete';

export interface KnownClaim {
  readonly id: string;
  /** As it stands after a correction; the original is in the ledger. */
  readonly claim: Claim;
  readonly report: Pick<Report, 'id' | 'published' | 'publisher' | 'url' | 'title'>;
  /** The day the claim became known: its report's day of publication, or the day it was recorded where that is not known. */
  readonly known: Day;
  /** The verdict in force on the known day asked for; null is unjudged. Rejected claims are not among the known. */
  readonly verdict: 'accept' | 'correct' | null;
  /** Ids of the merges and splits by which a name of it reads otherwise than in the report; absent where none does. */
  readonly entities?: readonly string[];
  /** False for claims imported without a text to check against. */
  readonly grounded: boolean;
  /** The rule, model or importer that made it. */
  readonly maker: string;
  /** Groups claims that repeat one statement: agreement is counted per origin. */
  readonly origin: string;
}
