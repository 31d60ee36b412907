// Report text -> blocks and sentences. Tokens are made when a sentence is first asked for them, so that a screen over sentence text
// costs no tokenising.
import type { Day } from '../model/day.ts';
import { findBlocks } from './blocks.ts';
import type { Block, Sentence, TextDocument, Token } from './document.ts';
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
  for (const { block, bodyStart } of placed) {
    if (block.kind === 'boilerplate') continue;
    if (block.kind === 'title' || block.kind === 'heading') {
      sentences.push(sentenceOf(text, bodyStart, block.end, block));
      continue;
    }
    for (const [start, end] of splitSentences(text, bodyStart, block.end)) {
      sentences.push(sentenceOf(text, start, end, block));
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

function sentenceOf(text: string, start: number, end: number, block: Block): Sentence {
  let tokens: readonly Token[] | null = null;
  return {
    start,
    end,
    block,
    get tokens() {
      tokens ??= tokenize(text, start, end);
      return tokens;
    },
  };
}
