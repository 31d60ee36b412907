// Phrases of time without their preposition: picks the reader for a token, and reads "early", "the end of", "the night of" around a phrase.
import type { Day } from '../model/day.ts';
import type { Period } from '../model/period.ts';
import { type Part, weekStretch } from './calendar.ts';
import { BOUND_OPENERS } from './date-bounds.ts';
import { readDayMonth, readFeast, readMonth, readSeason, readWeekday, weekendPoint } from './date-names.ts';
import { type DatePoint, narrowed, relative } from './date-points.ts';
import {
  readAgo,
  readDeictic,
  readEarlierLater,
  readFromNow,
  readOffset,
  readWindow,
  theUnit,
} from './date-relative.ts';
import { DAY_PARTS, FEASTS, LENGTHS, ORDINALS, PARTS, SEASONS, WEEKDAYS } from './date-words.ts';
import { readCentury, readFiscalYear, readOrdinalPart, readYear } from './date-years.ts';
import type { Token } from './document.ts';
import { MONTHS } from './months.ts';
import { canOpenNumber, NUMBER_OPENERS } from './number-words.ts';

type Tokens = readonly Token[];
type Reader = (tokens: Tokens, i: number, published: Day | null) => DatePoint | null;

/** Prepositions and the like that can stand before a phrase of time. */
const PREFIXES: ReadonlySet<string> = new Set([
  ...'on in at during around over throughout within from between for as to'.split(' '),
  ...BOUND_OPENERS,
]);
const GLUED = /^(mid|early|late|end|post|pre)-(.+)$/;

const yearEnd: Reader = (_tokens, i, published) => {
  const year = published?.slice(0, 4);
  const period = year === undefined ? null : { start: `${year}-01-01`, end: `${year}-12-31` };
  return narrowed(relative(i + 1, period, 'year'), 'end');
};

/** Which readers to try at a word, in this order: one that takes more words stands before one that takes fewer. */
const READERS: ReadonlyMap<string, readonly Reader[]> = readerTable([
  [['earlier', 'later'], readEarlierLater],
  [['today', 'tonight', 'yesterday', 'tomorrow', 'overnight', 'day'], readDeictic],
  [['a', 'an', 'several', 'few', 'couple'], readAgo],
  [['a', 'an'], readFromNow],
  [['past', 'last', 'recent', 'next', 'coming', 'following', 'upcoming', 'preceding', 'previous'], readWindow],
  [[...LENGTHS.keys()].filter((word) => word.endsWith('s')), readWindow],
  [['last', 'past', 'this', 'current', 'next', 'coming', 'previous', 'following'], readOffset],
  [WEEKDAYS.keys(), readWeekday],
  [[...ORDINALS.keys(), 'latter', 'last', 'final', 'q1', 'q2', 'q3', 'q4', 'h1', 'h2'], readOrdinalPart],
  [MONTHS.keys(), readMonth],
  [SEASONS.keys(), readSeason],
  [['fiscal', 'fy'], readFiscalYear],
  [[...FEASTS.keys()].map((name) => name.split(' ')[0]!), readFeast],
  [['year-end'], yearEnd],
]);
const DIGIT_READERS: readonly Reader[] = [readAgo, readFromNow, readOrdinalPart, readCentury, readDayMonth, readYear];
const NUMBER_READERS: readonly Reader[] = [readAgo, readFromNow];
const FISCAL_READERS: readonly Reader[] = [readFiscalYear];
/** Words that open a part of a phrase: "early", "the end of", "the night of". */
const PART_OPENERS: ReadonlySet<string> = new Set(['the', 'hours', 'week', ...PARTS.keys(), ...DAY_PARTS]);

function readerTable(rows: readonly (readonly [Iterable<string>, Reader])[]): ReadonlyMap<string, readonly Reader[]> {
  const table = new Map<string, Reader[]>();
  for (const [words, reader] of rows) {
    for (const word of words) {
      const readers = table.get(word);
      if (readers === undefined) table.set(word, [reader]);
      else if (!readers.includes(reader)) readers.push(reader);
    }
  }
  return table;
}

const LETTER_F = 0x66;

/** The readers that may find a phrase at the token; none at nearly every token. */
function readersAt(token: Token): readonly Reader[] | undefined {
  const { lower } = token;
  const readers = READERS.get(lower);
  if (readers !== undefined) return readers;
  const code = lower.charCodeAt(0);
  if (code >= 0x30 && code <= 0x39) return DIGIT_READERS;
  if (code === LETTER_F && /^fy\d/.test(lower)) return FISCAL_READERS;
  return canOpenNumber(token) ? NUMBER_READERS : undefined;
}

/** "mid-2019", "post-2014", "end-March": what stands before the hyphen and how long it is with it; null for other words. */
export function gluedPart(token: Token): { readonly word: string; readonly length: number } | null {
  if (!token.lower.includes('-')) return null;
  const word = GLUED.exec(token.lower)?.[1];
  return word === undefined ? null : { word, length: word.length + 1 };
}

const POINT_OPENERS: ReadonlySet<string> = new Set([...PART_OPENERS, ...READERS.keys(), ...NUMBER_OPENERS]);
const OPENERS: ReadonlySet<string> = new Set([...PREFIXES, ...POINT_OPENERS]);

/** False where no phrase of time can start at the token, preposition or not: a cheap first look, one look-up at nearly every token. */
export const canOpenDate = (token: Token): boolean =>
  token.kind !== 'punctuation' && (OPENERS.has(token.lower) || isOddOpener(token));

const canOpenPoint = (token: Token): boolean =>
  token.kind !== 'punctuation' && (POINT_OPENERS.has(token.lower) || isOddOpener(token));

/** Openers by their form: digits, "mid-2019", "six-month", "FY2020", "OnSeptember". */
function isOddOpener(token: Token): boolean {
  const { lower, text } = token;
  const code = lower.charCodeAt(0);
  if (code >= 0x30 && code <= 0x39) return true;
  if (lower.includes('-')) return gluedPart(token) !== null || canOpenNumber(token);
  return text !== lower && (lostGap(token) !== null || (code === LETTER_F && /^fy\d/.test(lower)));
}

/** The tokens from `i` on with the first one cut in two at `length`: "mid-January" -> "mid", "January". The rest starts at index 1. */
export function splitGlued(tokens: Tokens, i: number, length: number): Tokens {
  const token = tokens[i]!;
  const text = token.text.slice(length);
  const kind = /^\d+$/.test(text) ? 'number' : 'word';
  const start = token.start + length;
  const head: Token = { kind: 'word', text: 'mid', lower: 'mid', start: token.start, end: start };
  return [head, { kind, text, lower: text.toLowerCase(), start, end: token.end }, ...tokens.slice(i + 1, i + 8)];
}

/** "OnSeptember": the length of a preposition whose space was lost, else null. */
function lostGap(token: Token): number | null {
  const { text } = token;
  const isJoined =
    text.length > 5 && text.length < 16 && (isCapital(text, 2) || isCapital(text, 4) || isCapital(text, 5));
  const match = isJoined && /^(?:On|In|By|Since|Until|From|Of)(?=[JFMASOND][a-z]{2})/.exec(text);
  return match && MONTHS.has(text.slice(match[0].length).toLowerCase()) ? match[0].length : null;
}

const isCapital = (text: string, i: number): boolean => text.charCodeAt(i) >= 0x41 && text.charCodeAt(i) <= 0x5a;

/** Phrases in phrases: "the end of early next year"; deeper ones are no language. */
const MOST_NESTED = 4;

/** The longest phrase of time without a preposition at token `i`. */
export function readPoint(tokens: Tokens, i: number, published: Day | null, depth = 0): DatePoint | null {
  const token = tokens[i];
  if (depth > MOST_NESTED || token === undefined || !canOpenPoint(token)) return null;
  const glued = gluedPart(token);
  if (glued || PART_OPENERS.has(token.lower)) {
    const part = readPart(tokens, i, published, depth, glued);
    if (part) return part;
    if (token.lower === 'the') return readAfterThe(tokens, i, published, depth);
  }
  for (const reader of readersAt(token) ?? []) {
    const point = reader(tokens, i, published);
    if (point) return point;
  }
  const lost = lostGap(token);
  const point = lost === null ? null : readMonth(splitGlued(tokens, i, lost), 1, published);
  return point && { ...point, to: i + point.to - 1 };
}

const withPart = (point: DatePoint | null, part: Part): DatePoint | null => point && narrowed(point, part);

const FIRST_OR_LATTER: ReadonlySet<string> = new Set(['very', 'first', 'latter']);

/** "early 2019", "mid-January", "late on Monday", "the end of next month", "early in the year", "end of 2014". */
function readPart(
  tokens: Tokens,
  i: number,
  published: Day | null,
  depth: number,
  glued: ReturnType<typeof gluedPart>,
): DatePoint | null {
  if (glued) {
    const part = PARTS.get(glued.word);
    if (part === undefined) return null;
    const point = withPart(readPoint(splitGlued(tokens, i, glued.length), 1, published, depth + 1), part);
    return point && { ...point, to: i + point.to - 1 };
  }
  const the = tokens[i]!.lower === 'the' ? 1 : 0;
  let at = i + the;
  if (
    FIRST_OR_LATTER.has(tokens[at]?.lower ?? '') &&
    /^(?:end|start|beginning|part|hours)$/.test(tokens[at + 1]?.lower ?? '')
  )
    at++;
  const word = tokens[at]?.lower ?? '';
  const after = tokens[at + 1]?.lower ?? '';
  if ((word === 'early' || word === 'late' || word === 'mid') && /^(?:part|hours|days|months|weeks)$/.test(after))
    return readEarlyPartOf(tokens, at, published, depth);
  const part = PARTS.get(word);
  if (part === undefined)
    return DAY_PARTS.has(word) || word === 'hours' || word === 'week'
      ? readNightOf(tokens, at, published, depth)
      : null;
  if (word === 'early' || word === 'late' || word === 'mid') {
    const start = after === 'on' || after === 'in' || after === 'of' ? at + 2 : after === '-' ? at + 2 : at + 1;
    return withPart(readWhole(tokens, start, published, depth), part);
  }
  return after === 'of' ? withPart(readWhole(tokens, at + 2, published, depth), part) : null;
}

/** What "the end of" can be the end of: any phrase, and "the year" itself. */
const readWhole = (tokens: Tokens, i: number, published: Day | null, depth: number): DatePoint | null =>
  readPoint(tokens, i, published, depth + 1) ?? (tokens[i] ? theUnit(tokens, i, published) : null);

function readEarlyPartOf(tokens: Tokens, i: number, published: Day | null, depth: number): DatePoint | null {
  if (tokens[i + 2]?.lower !== 'of') return null;
  const whole = readWhole(tokens, i + 3, published, depth);
  return whole && withPart(whole, PARTS.get(tokens[i]!.lower)!);
}

/** "night of November 21", "morning of Monday": the day; "week of 5 May": its Monday to Sunday. */
function readNightOf(tokens: Tokens, i: number, published: Day | null, depth: number): DatePoint | null {
  if (tokens[i + 1]?.lower !== 'of') return null;
  const day = readPoint(tokens, i + 2, published, depth + 1);
  if (day?.unit !== 'day') return null;
  if (tokens[i]!.lower !== 'week') return day;
  const week = (period: Period | null): Period | null => (period?.start ? weekStretch(period.start) : period);
  return { ...day, past: week(day.past), ahead: week(day.ahead), inYear: null, unit: 'week' };
}

/** "the past year", "the coming days", "the weekend", "the summer", "the 15th of May", "the 1990s". */
function readAfterThe(tokens: Tokens, i: number, published: Day | null, depth: number): DatePoint | null {
  const next = tokens[i + 1];
  if (next === undefined) return null;
  if (next.lower === 'weekend') return weekendPoint(i + 2, published);
  const window = readWindow(tokens, i + 1, published);
  if (window) return window;
  if (LENGTHS.has(next.lower) && next.lower !== 'day') return null;
  const point = readPoint(tokens, i + 1, published, depth + 1);
  // "the year 2000" is read as its year.
  return point ?? null;
}
