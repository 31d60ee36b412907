// From a sentence to what the rules read: tokens annotated, chunked, joined, and its predicates built.
import type { Gazetteer } from '../../gazetteer/gazetteer.ts';
import { findDates } from '../../text/dates.ts';
import type { Sentence, TextDocument } from '../../text/document.ts';
import { findNumbers } from '../../text/numbers.ts';
import { annotate } from './annotate.ts';
import { chunk } from './chunk.ts';
import { joinItems } from './join.ts';
import type { SentenceView } from './predicate.ts';
import { predicatesOf } from './predicates.ts';

/** A run of more tokens than this is no sentence (a table, a list without stops): it is not read. */
export const MOST_TOKENS = 1200;

export function viewOf(
  document: TextDocument,
  sentence: Sentence,
  index: number,
  gazetteer: Pick<Gazetteer, 'find'>,
  nearby?: () => ReadonlySet<string>,
): SentenceView {
  const { tokens } = sentence;
  const annotated = annotate(
    sentence,
    findNumbers(tokens),
    findDates(tokens, document.published),
    gazetteer.find(tokens, { day: document.published, ...(nearby ? { nearby } : {}) }),
  );
  const items = joinItems(annotated, chunk(annotated));
  return { index, sentence, tokens, items, predicates: predicatesOf(items), document, published: document.published };
}
