// What extraction did and why, step by step, for people who ask where a claim came from and why another is not there.
import type { ClaimKind, ExtractedClaim, Span } from '../model/claim.ts';
import type { SentenceView } from './syntax/predicate.ts';

export interface TraceStep {
  /**
   * claimed: the rule's finding became claims; unsettled: a needed field could not be told; refused: the grounding check said no;
   * repeated: another claim of the report says the same with more detail.
   */
  readonly step: 'claimed' | 'unsettled' | 'refused' | 'repeated';
  readonly rule: string;
  readonly kind: ClaimKind;
  /** The words of the report that it read, and where they stand: [start, end), UTF-16. */
  readonly words: string;
  readonly at: Span;
  readonly why: string;
  /** With `refused`: the field that failed. */
  readonly field?: string;
  /** claimed: what was made, in the order made; refused, repeated: the claim that went; unsettled: none. */
  readonly claims: readonly ExtractedClaim[];
}

/** A sentence as it was met: read by the rules, or passed over and why. */
export interface SentenceStep {
  readonly at: Span;
  /** screened: no word in it is about forces; listing: read as rows; too-long: a run without stops. */
  readonly skipped: 'screened' | 'listing' | 'too-long' | null;
  /** Null where it was skipped. */
  readonly view: SentenceView | null;
}
