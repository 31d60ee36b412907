// The shapes that reading a text yields. Offsets are UTF-16 code units into the report's text as stored; ends are exclusive.
import type { Day } from '../model/day.ts';
import type { Period } from '../model/period.ts';

/**
 * `text` is the stored text. `lower` is folded for look-up: lower case, curly quotes straightened, soft hyphens dropped, the stop of an
 * abbreviation dropped ("Gen." -> "gen", but "U.S." -> "u.s."), clitics in full ("n't" -> "not", "'ll" -> "will"; "'s" and "'d" stay).
 */
export interface Token {
  readonly kind: 'word' | 'number' | 'punctuation';
  readonly text: string;
  readonly lower: string;
  readonly start: number;
  readonly end: number;
}

/**
 * title: the report's own headline (also where the text repeats it); dek: the summary under it; heading: a section heading inside the
 * body (a digest's topic line); paragraph; item: a list item or a table row; speaker: a transcript turn ("QUESTION: ...") and its further
 * paragraphs, `label` is the speaker as written ("MS. PSAKI"), which no sentence includes; boilerplate: comment forms, share links, copyright lines: never read for claims.
 * A paragraph's `label` is the heading set in its first line ("Jordan. At the request of ..."), which is its first sentence too.
 */
export interface Block {
  readonly kind: 'title' | 'dek' | 'heading' | 'paragraph' | 'item' | 'speaker' | 'boilerplate';
  readonly start: number;
  readonly end: number;
  readonly label?: string;
}

/** `tokens` are made when first asked for: a screen over `text.slice(start, end)` costs no tokenising. */
export interface Sentence {
  readonly start: number;
  readonly end: number;
  readonly block: Block;
  /** True for "KABUL, Afghanistan (AFP) -": where a paragraph was written, apart from what it says. */
  readonly dateline?: boolean;
  readonly tokens: readonly Token[];
}

export interface TextDocument {
  readonly text: string;
  readonly title: string | null;
  readonly published: Day | null;
  readonly blocks: readonly Block[];
  readonly sentences: readonly Sentence[];
}

/**
 * What a number is of: count (things or persons; all that a quantity can be made from); else no quantity: year, date ("5" of "5 May"),
 * money, percent (a share of nothing named), measure (length, weight, fractions), time ("three weeks", ages), clock, label ("Section 5", phone numbers).
 */
export type NumberUse = 'count' | 'year' | 'date' | 'money' | 'percent' | 'measure' | 'time' | 'clock' | 'label';

/** A number with its hedges, as token indices [from, to) of one sentence: "more than 500" -> min 500, max null. See claims.md, Quantities. */
export interface NumberMention {
  readonly from: number;
  readonly to: number;
  readonly min: number | null;
  readonly max: number | null;
  readonly approx: boolean;
  /** cardinal "500"; vague "several hundred"; share "half", "a third" (min = max = null, `share` set); article "a", "an" (one); */
  readonly kind: 'cardinal' | 'vague' | 'share' | 'article';
  readonly use: NumberUse;
  /** With `share`: the part of one, 0.5 for "half of". */
  readonly share?: number;
  /** With `share`: "more than half" floor, "up to a third" cap. */
  readonly shareBound?: 'floor' | 'cap';
  /** "all but 20 (of the 180)": the number is what is left out. */
  readonly allBut?: true;
  /** What the number is glued to: "800-strong", "16-member", "400-man" (persons); "20-year" (anything else); null where it stands free. */
  readonly glued: 'persons' | 'other' | null;
  /** The number's own tokens without the hedge words: [core[0], core[1]). */
  readonly core: readonly [number, number];
}

/**
 * A time expression resolved against the report's day. `period` is the reading with the past preferred where the words leave it open
 * ("on Friday"), `ahead` the reading with the future preferred; equal where the words settle it. Null where it cannot be resolved
 * (no published day).
 */
export interface DateMention {
  readonly from: number;
  readonly to: number;
  readonly period: Period | null;
  readonly ahead: Period | null;
  /** point "on 5 May", since "since 2018" (end open), until "by the end of May" (start open), span "between May and June", duration "for six months". */
  readonly kind: 'point' | 'since' | 'until' | 'span' | 'duration';
  /** True where the day is worked out from a relative word ("Monday", "last month"), false where the text states it. */
  readonly inferred: boolean;
  /** True of "as of 5 May": what holds on that day, and not what happened. */
  readonly asOf?: true;
}
