// One act of saying inside a sentence, and the small readings that all its patterns share.
import type { Token } from '../../text/document.ts';
import type { Saying } from './lexicon.ts';
import { isCapital, type Phrase, phraseAfter } from './noun-phrase.ts';

export interface Frame {
  /** The phrase of the speaker; null for "the subject of the sentence" ("France rejects the plan, saying ..."). */
  readonly speaker: Phrase | null;
  readonly saying: Saying;
  /** The saying words, with their own date and addressee: tokens [from, to); a date in here is when it was said. */
  readonly words: Phrase;
  /** What is said: tokens [from, to) of the same sentence. */
  readonly scope: Phrase;
  /** before: ", X said" after it; within: ", X said, " in the middle; after: "X said that ...". */
  readonly side: 'before' | 'within' | 'after';
  /** "did not say", "would not confirm": nothing is asserted. */
  readonly negated: boolean;
  /** The frame names a letter, statement, ...: its author is this speaker. */
  readonly artefact: boolean;
}

export const lower = (tokens: readonly Token[], i: number): string => tokens[i]?.lower ?? '';

export const isQuote = (word: string): boolean => word === '"' || word === "''";

/** A semicolon bounds what a trailing or leading source covers. */
export function clauseAround(tokens: readonly Token[], from: number, to: number, leading: boolean): Phrase {
  let start = 0;
  let end = tokens.length;
  for (let i = from - 1; i >= 0; i--)
    if (lower(tokens, i) === ';') {
      start = i + 1;
      break;
    }
  for (let i = to; i < tokens.length; i++)
    if (lower(tokens, i) === ';' && !leading) {
      end = i;
      break;
    }
  return { from: start, to: end };
}

/** ", Gen. Ann Lee," right after an office: the name. */
export function apposedName(tokens: readonly Token[], comma: number): Phrase | null {
  if (lower(tokens, comma) !== ',') return null;
  const phrase = phraseAfter(tokens, comma + 1);
  const end = lower(tokens, phrase.to);
  const closes = end === ',' || end === '.' || end === '' || end === ';';
  const name =
    phrase.to - phrase.from >= 2 &&
    phrase.to - phrase.from <= 6 &&
    isCapital(tokens[phrase.from]) &&
    isCapital(tokens[phrase.to - 1]);
  const listed = tokens.slice(phrase.from, phrase.to).some((t) => t.lower === 'and' || t.kind === 'number');
  return closes && name && !listed ? phrase : null;
}

const OWN_VOICE_AGAIN = /^(?:while|whereas|although|though|but|following|bringing|citing|amid|saying)$/;

/** Where what is said ends: the sentence's end, or a new clause of the report's own. */
export function endOfSaid(tokens: readonly Token[], from: number): number {
  let quoted = false;
  for (let i = from; i < tokens.length; i++) {
    const word = lower(tokens, i);
    if (isQuote(word)) quoted = !quoted;
    if (quoted) continue;
    if (word === ';') return i;
    if (word === ',' && i - from > 3 && OWN_VOICE_AGAIN.test(lower(tokens, i + 1))) return i;
  }
  return tokens.length;
}
