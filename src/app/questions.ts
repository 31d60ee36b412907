// What can be asked, as people write it. Names are resolved by the atlas: an unknown one throws LaydownError `not-found` with near names.
import type { ClaimKind } from '../model/claim.ts';
import type { Day } from '../model/day.ts';

/** `known` defaults to today, `at` and `judged` to `known`. A date that is none throws `usage`. */
export interface When {
  readonly at?: Day;
  readonly known?: Day;
  /** With the judgements, merges and splits made up to this day; default: the known day. */
  readonly judged?: Day;
}

export interface PostureQuestion extends When {
  /** "DE", "Germany", "UK", "NATO". */
  readonly party?: string;
  /** "IQ", "Iraq", "the Sahel", "Al Asad". */
  readonly place?: string;
  readonly mission?: string;
}

export interface WhyQuestion extends When {
  readonly party: string;
  readonly place: string;
  readonly mission?: string;
}

export interface HistoryQuestion extends WhyQuestion {
  /** Steps after this day only, and the row as it was on it. */
  readonly since?: Day;
}

export interface ConflictsQuestion extends When {
  readonly party?: string;
  readonly place?: string;
}

export interface ChangesQuestion {
  readonly since: Day;
  /** Defaults to `known`. */
  readonly until?: Day;
  readonly known?: Day;
  readonly judged?: Day;
  readonly party?: string;
  readonly place?: string;
}

export interface DecisionsQuestion extends When {
  readonly body?: string;
}

export interface ClaimsQuestion {
  readonly known?: Day;
  readonly judged?: Day;
  readonly kind?: ClaimKind;
  readonly party?: string;
  readonly place?: string;
  readonly report?: string;
}

/** A part of a list. */
export interface Part {
  readonly limit: number;
  /** What comes behind the item of this id. */
  readonly after?: string;
}

export interface ReportsQuestion {
  readonly known?: Day;
  readonly publisher?: string;
  /** Words of title or text, as web searches take them: `"a phrase"`, `or`, `-not`. */
  readonly search?: string;
  /** With a claim of this force, at this place, of a number that may lie in the range. */
  readonly party?: string;
  readonly place?: string;
  readonly min?: number;
  readonly max?: number;
}

/** What was learnt between two days of knowing, about the day `at` (default: `after`). */
export interface LearntQuestion {
  readonly before: Day;
  /** Defaults to today. */
  readonly after?: Day;
  readonly at?: Day;
  readonly party?: string;
  readonly place?: string;
}
