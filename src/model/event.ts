// What the ledger is made of: events that are only ever appended. State is a fold over them (ledger/fold.ts); nothing is updated in place.
import type { Claim, Spans } from './claim.ts';
import type { Comment, Moderation } from './comment.ts';
import type { Day } from './day.ts';
import type { EntityJudgement } from './entity-judgement.ts';
import type { Judgement } from './judgement.ts';
import type { Redaction } from './redaction.ts';
import type { Report } from './report.ts';

/** A claim as stored: the assertion itself, and how it came to be. */
export interface LedgerClaim {
  /** Hash of report and content (ledger/ids.ts), or the id that an imported claim brought along. */
  readonly id: string;
  readonly report: string;
  readonly claim: Claim;
  /** Offsets into the report's text; null where the report has no text. */
  readonly spans: Spans | null;
  /** Rule id, model name, "import", "table", or "table/complete" where the rows of a table are all that there are (ledger/known-claim.ts). */
  readonly maker: string;
  /** 0..1, as the maker gave it. */
  readonly confidence: number;
  /** False where there was no text to check the claim against. */
  readonly grounded: boolean;
}

/**
 * One reading of one report: the claims that `extractor` at `version` found in it. A reading by a newer version of the same extractor
 * supersedes the older one; readings of the extractor "import" add up.
 */
export interface Reading {
  readonly report: string;
  readonly extractor: string;
  readonly version: string;
  readonly claims: readonly LedgerClaim[];
}

/** A report with what origins are told by, worked out from its text when it is added. */
export interface NewReport {
  readonly report: Report;
  /** A news agency that the text credits ("WASHINGTON (AP)"); null where none is. */
  readonly agency: string | null;
  /** MinHash of the text (ledger/near-text.ts); null where there is no text or too little of it. */
  readonly signature: readonly number[] | null;
}

export type LedgerEvent =
  | ({ readonly kind: 'report-added' } & NewReport)
  | { readonly kind: 'claims-extracted'; readonly reading: Reading }
  | { readonly kind: 'claim-judged'; readonly judgement: Judgement }
  | { readonly kind: 'entity-judged'; readonly judgement: EntityJudgement }
  | { readonly kind: 'report-redacted'; readonly redaction: Redaction }
  | { readonly kind: 'comment-posted'; readonly comment: Comment }
  | { readonly kind: 'comment-moderated'; readonly moderation: Moderation };

/** A report without its text, with the day the ledger got it and what origins are told by. */
export interface ReportFact {
  readonly id: string;
  readonly published: Day | null;
  readonly publisher: string | null;
  readonly url: string | null;
  readonly title: string | null;
  readonly recorded: Day;
  readonly transaction: number;
  readonly agency: NewReport['agency'];
  readonly signature: NewReport['signature'];
}

/** A reading as stored: its claims by id, in reading order. */
export interface ReadingFact {
  readonly report: string;
  readonly extractor: string;
  readonly version: string;
  readonly claims: readonly string[];
  readonly transaction: number;
}

export interface JudgementFact extends Judgement {
  /** Ledger transaction, then place in it: tells the later of two judgements of one day. */
  readonly transaction: number;
  readonly ordinal: number;
}

export type EntityJudgementFact = EntityJudgement & Pick<JudgementFact, 'transaction' | 'ordinal'>;
export type RedactionFact = Redaction & Pick<JudgementFact, 'transaction' | 'ordinal'>;

export type CommentFact = Comment & Pick<JudgementFact, 'transaction' | 'ordinal'>;
export type ModerationFact = Moderation & Pick<JudgementFact, 'transaction' | 'ordinal'>;

/** Beside the facts of the fold: no number rests on a comment. */
export interface CommentFacts {
  readonly comments: readonly CommentFact[];
  readonly moderations: readonly ModerationFact[];
}

/** Everything the fold needs; order of the lists does not matter. */
export interface LedgerFacts {
  readonly reports: readonly ReportFact[];
  readonly readings: readonly ReadingFact[];
  readonly claims: readonly LedgerClaim[];
  readonly judgements: readonly JudgementFact[];
  readonly entities: readonly EntityJudgementFact[];
  readonly redactions: readonly RedactionFact[];
}
