// From a sentence to what the rules read: tokens annotated, chunked, joined, and its predicates built.
import type { Gazetteer } from '../../gazetteer/gazetteer.ts';
import { findDates } from '../../text/dates.ts';
import type { Block, Sentence, TextDocument } from '../../text/document.ts';
import { findNumbers } from '../../text/numbers.ts';
import { annotate } from './annotate.ts';
import { chunk } from './chunk.ts';
import { joinItems } from './join.ts';
import type { SentenceView } from './predicate.ts';
import { predicatesOf } from './predicates.ts';

/** A run of more tokens than this is no sentence (a table, a list without stops): it is not read. */
export const MOST_TOKENS = 1200;

/** One sentence alone. */
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

/** Several sentences of a text by their indices, as `viewOf` has each: one stage over all of them, then the next. */
export function viewsOf(
  document: TextDocument,
  indices: readonly number[],
  gazetteer: Pick<Gazetteer, 'find'>,
  around: (block: Block) => () => ReadonlySet<string>,
): readonly SentenceView[] {
  const day = document.published;
  const sentences = indices.map((index) => document.sentences[index]!);
  const numbers = sentences.map(({ tokens }) => findNumbers(tokens));
  const dates = sentences.map(({ tokens }) => findDates(tokens, day));
  const names = sentences.map(({ tokens, block }) => gazetteer.find(tokens, { day, nearby: around(block) }));
  const annotated = sentences.map((sentence, i) => annotate(sentence, numbers[i]!, dates[i]!, names[i]!));
  const chunks = annotated.map(chunk);
  const items = annotated.map((one, i) => joinItems(one, chunks[i]!));
  return sentences.map((sentence, i) => ({
    index: indices[i]!,
    sentence,
    tokens: sentence.tokens,
    items: items[i]!,
    predicates: predicatesOf(items[i]!),
    document,
    published: day,
  }));
}
