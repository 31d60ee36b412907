// What extraction did and why, step by step, for people who ask where a claim came from.

export interface TraceStep {
  /** claimed: the rule's finding became claims; unsettled: a needed field could not be told; refused: the grounding check said no. */
  readonly step: 'claimed' | 'unsettled' | 'refused';
  readonly rule: string;
  /** The words of the report that it read. */
  readonly words: string;
  readonly why: string;
}
