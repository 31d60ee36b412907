// Candidates -> claims: what the text does not carry is refused, with the reason, by the check that every claim passes.
import type { Claim, ExtractedClaim } from '../../model/claim.ts';
import type { Grounder } from '../grounding.ts';

export interface Refusal {
  readonly claim: Claim;
  /** evidence, quantity, place, from, to, party, body, vote, killed, wounded or polarity. */
  readonly field: string;
  readonly reason: string;
}

export interface Kept {
  readonly claims: readonly ExtractedClaim[];
  readonly refused: readonly Refusal[];
}

/** How sure a model's claim is taken to be: below every rule, so that of two equal claims the rule's is shown. */
const CONFIDENCE = 0.5;

export function groundedOf(candidates: readonly Claim[], grounder: Grounder, text: string, model: string): Kept {
  const claims: ExtractedClaim[] = [];
  const refused: Refusal[] = [];
  for (const claim of candidates) {
    const grounding = grounder.ground(claim);
    if (!grounding.ok) {
      refused.push({ claim, field: grounding.field, reason: grounding.reason });
      continue;
    }
    const [start, end] = grounding.span;
    // The quotation as the report has it, whatever spaces and dashes the model wrote.
    claims.push({
      ...claim,
      evidence: text.slice(start, end),
      spans: { evidence: grounding.span },
      model,
      confidence: CONFIDENCE,
    });
  }
  return { claims, refused };
}
