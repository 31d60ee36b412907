// A stretch of a report with its tokens, numbers, names and words, each worked out when first asked for.
import type { Mention } from '../../gazetteer/entry.ts';
import type { Span } from '../../model/claim.ts';
import type { Token } from '../../text/document.ts';
import { findNumbers } from '../../text/numbers.ts';
import { tokenize } from '../../text/tokenize.ts';
import { type Value, valuesOf } from './numbers.ts';
import { wordSetOf } from './words.ts';

/** The gazetteer as far as grounding needs it. */
export interface Names {
  find(tokens: readonly Token[]): readonly Mention[];
}

export interface Run {
  readonly text: string;
  readonly tokens: readonly Token[];
  readonly mentions: readonly Mention[];
  /** The numbers by value. */
  readonly values: readonly Value[];
  /** Its words and their beginnings, folded (see `wordsStand`). */
  readonly words: ReadonlySet<string>;
}

/** The runs of one report, each made once: several claims rest on the same words. */
export function createRuns(text: string, names: Names): (span: Span) => Run {
  const made = new Map<number, Run>();
  return (span) => {
    const key = span[0] * (text.length + 1) + span[1];
    const known = made.get(key);
    if (known !== undefined) return known;
    const run = runOf(text, span, names);
    if (made.size >= MOST_RUNS) made.clear();
    made.set(key, run);
    return run;
  };
}

/** Claims come in the order of the text: what is far behind is not asked for again. */
const MOST_RUNS = 64;

function runOf(text: string, [start, end]: Span, names: Names): Run {
  let tokens: readonly Token[] | null = null;
  let mentions: readonly Mention[] | null = null;
  let values: readonly Value[] | null = null;
  let words: ReadonlySet<string> | null = null;
  return {
    text: text.slice(start, end),
    get tokens() {
      tokens ??= tokenize(text, start, end);
      return tokens;
    },
    get mentions() {
      mentions ??= names.find(this.tokens);
      return mentions;
    },
    get values() {
      values ??= valuesOf(findNumbers(this.tokens));
      return values;
    },
    get words() {
      words ??= wordSetOf(this.text);
      return words;
    },
  };
}
