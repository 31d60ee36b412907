// The seam between the flow and attribution: who is quoted or cited for the words of a range.
import type { Span } from '../model/claim.ts';
import type { Range } from './syntax/item.ts';
import type { SentenceView } from './syntax/predicate.ts';

export interface Attribution {
  /** The plain name as it goes to `said_by`: "German Defence Ministry". */
  readonly name: string;
  readonly span: Span;
}

/**
 * Implemented in `attribution/attribute.ts`: one attributor a report, asked in the order of the sentences, so that it may keep who is
 * being quoted ("the letter said", a transcript's speaker). Null: the report's own voice.
 */
export interface Attributor {
  attribute(view: SentenceView, evidence: Range): Attribution | null;
}
