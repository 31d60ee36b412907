// One sentence with its numbers, dates and names laid over its tokens: dates win over names, names over numbers.

import type { Mention } from '../../gazetteer/entry.ts';
import type { DateMention, NumberMention, Sentence, Token } from '../../text/document.ts';
import { DETERMINERS, PREPOSITIONS, PRONOUNS } from '../lexicon/words.ts';
import { tagWords } from './tag.ts';
import type { Tagged } from './tags.ts';

export interface Annotated extends Tagged {
  readonly tokens: readonly Token[];
  /** What starts at each token; null where nothing does. */
  readonly numberAt: readonly (NumberMention | null)[];
  readonly dateAt: readonly (DateMention | null)[];
  readonly mentionAt: readonly (Mention | null)[];
}

export function annotate(
  sentence: Sentence,
  numbers: readonly NumberMention[],
  dates: readonly DateMention[],
  mentions: readonly Mention[],
): Annotated {
  const { tokens } = sentence;
  const covered: ('number' | 'date' | 'name' | null)[] = new Array(tokens.length).fill(null);
  const dateAt: (DateMention | null)[] = new Array(tokens.length).fill(null);
  const mentionAt: (Mention | null)[] = new Array(tokens.length).fill(null);
  const numberAt: (NumberMention | null)[] = new Array(tokens.length).fill(null);
  const free = (from: number, to: number): boolean => {
    for (let i = from; i < to; i++) if (covered[i] !== null) return false;
    return true;
  };
  const cover = (by: 'number' | 'date' | 'name', from: number, to: number): void => {
    for (let i = from; i < to; i++) covered[i] = by;
  };
  for (const date of dates) {
    if (!free(date.from, date.to)) continue;
    cover('date', date.from, date.to);
    dateAt[date.from] = date;
  }
  for (const mention of mentions) {
    if (!free(mention.from, mention.to) || isFunctionWord(tokens, mention) || isSource(tokens, mention)) continue;
    cover('name', mention.from, mention.to);
    mentionAt[mention.from] = mention;
  }
  for (const number of numbers) {
    if (number.kind === 'article' || !free(number.from, number.to)) continue;
    cover('number', number.from, number.to);
    numberAt[number.from] = number;
  }
  const titleCase = sentence.block.kind === 'title' || sentence.block.kind === 'heading';
  return { tokens, numberAt, dateAt, mentionAt, ...tagWords(tokens, covered, titleCase) };
}

/** "... in the country. (AFP)", "told AFP", "AFP reported": who printed it, and no army of that name. */
const isSource = (tokens: readonly Token[], { from, to, entries }: Mention): boolean =>
  entries[0]?.kind === 'force' &&
  ((tokens[from - 1]?.lower === '(' &&
    tokens[to]?.lower === ')' &&
    (from === 1 || /^[.!?"'\u201d\u2019]$/.test(tokens[from - 2]!.text))) ||
    (tokens[from]!.text === 'AFP' &&
      (TELLS.test(tokens[from - 1]?.lower ?? '') || PRINTS.test(tokens[to]?.lower ?? ''))));
const TELLS = /^(?:told|tells|telling)$/;
const PRINTS =
  /^(?:news|reports?|reported|learn(?:ed|t)|quoted|cited|journalists?|reporters?|correspondents?|photographers?)$/;

/** "We", "Un", "Of": towns by that name are left to texts that say so at more length. */
const isFunctionWord = (tokens: readonly Token[], mention: Mention): boolean =>
  mention.to === mention.from + 1 &&
  (PRONOUNS.has(tokens[mention.from]!.lower) ||
    PREPOSITIONS.has(tokens[mention.from]!.lower) ||
    DETERMINERS.has(tokens[mention.from]!.lower)) &&
  tokens[mention.from]!.text !== tokens[mention.from]!.text.toUpperCase();
