// The seam between the flow and attribution: who is quoted or cited for the words of a range.
import type { Span } from '../model/claim.ts';
import type { Finding } from './finding.ts';
import type { Range } from './syntax/item.ts';
import type { SentenceView } from './syntax/predicate.ts';

export interface Attribution {
  /** The plain name as it goes to `said_by`: "German Defence Ministry". */
  readonly name: string;
  readonly span: Span;
}

/** Made by `createAttributor` in `attribution/attribute.ts`, one a report. Null: the report's own voice. */
export interface Attributor {
  /** With the finding, a decision's own body is not cited for it. */
  attribute(view: SentenceView, evidence: Range, finding?: Finding): Attribution | null;
  /** True where a date or place belongs to the saying ("said in Paris on Monday") and not to what is said. Offsets into the report. */
  isSaid(span: Span): boolean;
}
