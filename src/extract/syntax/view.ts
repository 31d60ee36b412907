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
import { isSurnameIn } from './surnames.ts';

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
    gazetteer.find(tokens, {
      day: document.published,
      isSurname: (word) => isSurnameIn(document, word),
      ...(nearby ? { nearby } : {}),
    }),
  );
  const items = joinItems(annotated, chunk(annotated));
  return { index, sentence, tokens, items, predicates: predicatesOf(items), document, published: document.published };
}

/** One of a text's sentences, by its index. */
export interface SentenceInText {
  readonly document: TextDocument;
  readonly index: number;
  /** Which states a block is about. */
  readonly around: (block: Block) => () => ReadonlySet<string>;
}

/** Several sentences of one text or more, as `viewOf` has each: one stage over all of them, then the next. */
export function viewsOf(
  wanted: readonly SentenceInText[],
  gazetteer: Pick<Gazetteer, 'find'>,
): readonly SentenceView[] {
  const sentences = wanted.map(({ document, index }) => document.sentences[index]!);
  const numbers = sentences.map(({ tokens }) => findNumbers(tokens));
  const dates = sentences.map(({ tokens }, i) => findDates(tokens, wanted[i]!.document.published));
  const names = sentences.map(({ tokens, block }, i) => {
    const { document, around } = wanted[i]!;
    return gazetteer.find(tokens, {
      day: document.published,
      nearby: around(block),
      isSurname: (word) => isSurnameIn(document, word),
    });
  });
  const annotated = sentences.map((sentence, i) => annotate(sentence, numbers[i]!, dates[i]!, names[i]!));
  const chunks = annotated.map(chunk);
  const items = annotated.map((one, i) => joinItems(one, chunks[i]!));
  const predicates = items.map(predicatesOf);
  return sentences.map((sentence, i) => ({
    index: wanted[i]!.index,
    sentence,
    tokens: sentence.tokens,
    items: items[i]!,
    predicates: predicates[i]!,
    document: wanted[i]!.document,
    published: wanted[i]!.document.published,
  }));
}
