// Report text -> blocks and sentences. Tokens are made when a sentence is first asked for them, so that a screen over sentence text
// costs no tokenising.
import { openingEnd } from '../model/dateline.ts';
import type { Day } from '../model/day.ts';
import { findBlocks } from './blocks.ts';
import type { Block, Sentence, TextDocument, Token } from './document.ts';
import { withoutScareQuotes } from './scare-quotes.ts';
import { splitSentences } from './sentences.ts';
import { tokenize } from './tokenize.ts';

export interface ReadTextOptions {
  /** The headline where it is known apart from the text; a title-like first line stands in for it. */
  readonly title?: string | null;
  readonly published?: Day | null;
}

/** Reads a report's text. Linear in its length; offsets are UTF-16 code units of `text`; boilerplate has a block and no sentences. */
export function readText(text: string, options: ReadTextOptions = {}): TextDocument {
  const placed = findBlocks(text, options.title ?? null);
  const sentences: Sentence[] = [];
  const lately: Lately = { sentences: [], next: 0 };
  for (const { block, bodyStart } of placed) {
    if (block.kind === 'boilerplate') continue;
    if (block.kind === 'title' || block.kind === 'heading') {
      sentences.push(new LazySentence(text, bodyStart, block.end, block, lately));
      continue;
    }
    const opening =
      block.kind === 'paragraph' || block.kind === 'dek' ? openingEnd(text.slice(bodyStart, block.end)) : 0;
    if (opening > 0) sentences.push(new LazySentence(text, bodyStart, bodyStart + opening, block, lately, true));
    for (const [start, end] of splitSentences(text, bodyStart + opening, block.end)) {
      sentences.push(new LazySentence(text, start, end, block, lately));
    }
  }
  const headline = placed.find(({ block }) => block.kind === 'title');
  const title = options.title?.trim()
    ? options.title
    : headline
      ? text.slice(headline.bodyStart, headline.block.end)
      : null;
  return { text, title, published: options.published ?? null, blocks: placed.map(({ block }) => block), sentences };
}

/** So many sentences of a text keep their tokens: all of any story's. A book's are made anew where it is read again. */
const MOST_WITH_TOKENS = 4096;

/** The sentences of one text that were last asked for their tokens, in a ring. */
interface Lately {
  readonly sentences: LazySentence[];
  next: number;
}

/** Holds its tokens once they have been made, until many later ones have made theirs. */
class LazySentence implements Sentence {
  readonly start: number;
  readonly end: number;
  readonly block: Block;
  readonly dateline: boolean;
  readonly #text: string;
  readonly #lately: Lately;
  #tokens: readonly Token[] | null = null;

  constructor(text: string, start: number, end: number, block: Block, lately: Lately, dateline = false) {
    this.#text = text;
    this.start = start;
    this.end = end;
    this.block = block;
    this.dateline = dateline;
    this.#lately = lately;
  }

  get tokens(): readonly Token[] {
    return this.#tokens ?? this.#made();
  }

  #made(): readonly Token[] {
    const { sentences, next } = this.#lately;
    const oldest = sentences[next];
    if (oldest !== undefined) oldest.#tokens = null;
    sentences[next] = this;
    this.#lately.next = (next + 1) % MOST_WITH_TOKENS;
    this.#tokens = withoutScareQuotes(tokenize(this.#text, this.start, this.end));
    return this.#tokens;
  }
}
