// Answers as other programs read them: the same JSON from the command line and over HTTP.
import type { KnownClaim } from '../ledger/known-claim.ts';
import type { ReportFact } from '../model/event.ts';
import type { PostureRow } from '../reconcile/posture.ts';
import type { ConflictsAnswer } from './ask-conflicts.ts';
import type { PostureAnswer } from './ask-posture.ts';
import type { ClaimsAnswer } from './list-claims.ts';
import type { ReportAnswer } from './show-report.ts';

/** Without the trees of the whys, which `why` gives. */
export const toldPosture = ({ at, known, rows }: PostureAnswer) => ({
  at,
  known,
  rows: rows.map(withoutTree),
});

/** The tree is made when it is looked at: it is left out unseen. */
function withoutTree(row: PostureRow): Omit<PostureRow, 'tree'> {
  const told: Record<string, unknown> = {};
  for (const key of Object.keys(row) as (keyof PostureRow)[]) if (key !== 'tree') told[key] = row[key];
  return told as unknown as Omit<PostureRow, 'tree'>;
}

export const toldConflicts = ({ at, known, conflicts }: ConflictsAnswer) => ({
  at,
  known,
  conflicts: conflicts.map(({ cells: _cells, ...conflict }) => conflict),
});

/** A claim's own fields beside those of how it came to be. */
export const toldClaim = ({ claim, ...about }: KnownClaim) => ({ ...claim, ...about });

export const toldClaims = ({ known, claims }: ClaimsAnswer) => ({ known, claims: claims.map(toldClaim) });

export const toldReport = ({ signature: _signature, ...report }: ReportFact) => report;

/** Each claim with its places in the text, judgements without their places in the ledger. */
export const toldReportText = ({ claims, judgements, ...answer }: ReportAnswer) => ({
  ...answer,
  claims: claims.map(toldClaim),
  judgements: judgements.map(({ transaction: _transaction, ordinal: _ordinal, ...judgement }) => judgement),
});
