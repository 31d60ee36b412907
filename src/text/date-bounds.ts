// Prepositions that make a time phrase one end of an interval: "since", "no later than", "ahead of", "with effect from".
import { addDays, type Day } from '../model/day.ts';
import type { Period } from '../model/period.ts';
import { yearOf } from './calendar.ts';
import type { DatePoint } from './date-points.ts';
import type { Token } from './document.ts';
import { byFirstWord, lengthOfRun, standsAt } from './word-runs.ts';

type Bound = (period: Period) => Period | null;
/** What a phrase becomes after the preposition, whose own words are tokens up to `to`. */
export interface BoundingWords {
  readonly to: number;
  readonly kind: 'since' | 'until';
  readonly bound: Bound;
}

export const startOf: Bound = (period) => (period.start === null ? null : { start: period.start, end: null });
export const endOf: Bound = (period) => (period.end === null ? null : { start: null, end: period.end });
export const afterEnd: Bound = (period) => (period.end === null ? null : { start: addDays(period.end, 1), end: null });
export const beforeStart: Bound = (period) =>
  period.start === null ? null : { start: null, end: addDays(period.start, -1) };

const ROWS: readonly (readonly [words: string, kind: 'since' | 'until', bound: Bound])[] = [
  [
    'since|ever since|starting|starting on|starting in|starting from|beginning|beginning on|beginning in|effective|effective from|with effect from|' +
      'not before|no earlier than|not earlier than|no sooner than|on or after|as from',
    'since',
    startOf,
  ],
  ['after|beyond|post', 'since', afterEnd],
  [
    'by|until|till|through|thru|up until|up till|up to|through to|no later than|not later than|by no later than|on or before',
    'until',
    endOf,
  ],
  ['before|pre|prior to|ahead of|in advance of|earlier than', 'until', beforeStart],
];
interface Preposition extends Omit<BoundingWords, 'to'> {
  readonly words: readonly string[];
}
const BY_FIRST = new Map<string, Preposition[]>();
for (const [phrases, kind, bound] of ROWS) {
  for (const phrase of phrases.split('|')) {
    const words = phrase.split(' ');
    const list = BY_FIRST.get(words[0]!) ?? [];
    list.push({ words, kind, bound });
    list.sort((a, b) => b.words.length - a.words.length);
    BY_FIRST.set(words[0]!, list);
  }
}
/** First words of the prepositions above. */
export const BOUND_OPENERS: readonly string[] = [...BY_FIRST.keys()];

/** Between a preposition and its phrase: "until at least 2026", "by sometime in May", "in or around June". */
const FILLERS = byFirstWord(
  'at least|at the latest|about|around|roughly|approximately|sometime in|sometime|some time in|or around|or about|as early as|as late as|as recently as'
    .split('|')
    .map((phrase) => phrase.split(' ')),
);

/** The preposition at token `i` that opens one end, or null. "beginning of" is none. */
export function readBoundingWords(tokens: readonly Token[], i: number): BoundingWords | null {
  const found = BY_FIRST.get(tokens[i]!.lower)?.find(({ words }) => standsAt(tokens, i, words));
  if (found === undefined || tokens[i + found.words.length]?.lower === 'of') return null;
  return { to: skipFillers(tokens, i + found.words.length), kind: found.kind, bound: found.bound };
}

/** The token after words such as "at least" and "sometime in" from `i` on; `i` where there are none. */
export const skipFillers = (tokens: readonly Token[], i: number): number => i + lengthOfRun(tokens, i, FILLERS);

/** What `by`, `until` and `before` look forward to: "before the summer" in July is the next summer. */
export function aheadOf(point: DatePoint, bound: Bound, published: Day | null): Period | null {
  const { ahead, inYear } = point;
  if (bound !== beforeStart || inYear === null || published === null) return ahead;
  const start = ahead?.start ?? null;
  return start !== null && start <= published ? (inYear(yearOf(start) + 1) ?? ahead) : ahead;
}
