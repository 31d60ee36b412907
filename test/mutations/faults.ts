// What a reading of any text must hold to, however odd the text: its spans lie in the text and its quotations are the text's own words.
import { claimSchema, type ExtractedClaim } from '../../src/model/claim.ts';

/** The promises that the claims of a text break, each in one line. */
export function faultsOf(text: string, claims: readonly ExtractedClaim[]): string[] {
  const faults: string[] = [];
  for (const claim of claims) {
    const parsed = claimSchema.safeParse(claim);
    if (!parsed.success)
      faults.push(`${claim.rule}: ${parsed.error.issues[0]?.path.join('.')} ${parsed.error.issues[0]?.message}`);
    for (const [field, span] of Object.entries(claim.spans)) {
      if (span === undefined) continue;
      const [start, end] = span;
      const isInside =
        Number.isInteger(start) && Number.isInteger(end) && start >= 0 && start <= end && end <= text.length;
      if (!isInside)
        faults.push(`${claim.rule}: the span of ${field}, ${start} to ${end}, is none of a text of ${text.length}`);
    }
    if (text.slice(...claim.spans.evidence) !== claim.evidence)
      faults.push(`${claim.rule}: the quotation is not the text's own`);
  }
  return faults;
}
