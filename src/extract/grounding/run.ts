// A stretch of a report with its tokens, numbers, names and words, each worked out when first asked for.
import type { Mention } from '../../gazetteer/entry.ts';
import type { Span } from '../../model/claim.ts';
import type { Token } from '../../text/document.ts';
import { findNumbers } from '../../text/numbers.ts';
import { tokenize } from '../../text/tokenize.ts';
import { type Value, valuesOf } from './numbers.ts';
import { wordsOf } from './words.ts';

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
  /** Its words, folded (see `wordsStand`). */
  readonly words: string;
}

/** The runs of one report, each made once: several claims rest on the same words. */
export function createRuns(text: string, names: Names): (span: Span) => Run {
  const made = new Map<number, Run>();
  return (span) => {
    const key = span[0] * (text.length + 1) + span[1];
    const known = made.get(key);
    if (known !== undefined) return known;
    const run = new LazyRun(text, span, names);
    if (made.size >= MOST_RUNS) made.clear();
    made.set(key, run);
    return run;
  };
}

/** Claims come in the order of the text: what is far behind is not asked for again. */
const MOST_RUNS = 64;

class LazyRun implements Run {
  readonly text: string;
  readonly #report: string;
  readonly #span: Span;
  readonly #names: Names;
  #tokens: readonly Token[] | null = null;
  #mentions: readonly Mention[] | null = null;
  #values: readonly Value[] | null = null;
  #words: string | null = null;

  constructor(report: string, span: Span, names: Names) {
    this.text = report.slice(span[0], span[1]);
    this.#report = report;
    this.#span = span;
    this.#names = names;
  }

  get tokens(): readonly Token[] {
    this.#tokens ??= tokenize(this.#report, this.#span[0], this.#span[1]);
    return this.#tokens;
  }

  get mentions(): readonly Mention[] {
    this.#mentions ??= this.#names.find(this.tokens);
    return this.#mentions;
  }

  get values(): readonly Value[] {
    this.#values ??= valuesOf(findNumbers(this.tokens));
    return this.#values;
  }

  get words(): string {
    this.#words ??= wordsOf(this.text);
    return this.#words;
  }
}
