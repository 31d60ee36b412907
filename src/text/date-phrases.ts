// Phrases of time without their preposition: picks the reader for a token, and reads "early", "the end of", "the night of" around a phrase.
import type { Day } from '../model/day.ts';
import type { Part } from './calendar.ts';
import {
  readCentury,
  readDayMonth,
  readFeast,
  readFiscalYear,
  readMonth,
  readOrdinalPart,
  readSeason,
  readWeekday,
  readYear,
  weekendPoint,
} from './date-names.ts';
import { type DatePoint, narrowed, relative } from './date-points.ts';
import { readAgo, readDeictic, readEarlierLater, readOffset, readWindow, theUnit } from './date-relative.ts';
import { DAY_PARTS, FEASTS, LENGTHS, ORDINALS, PARTS, SEASONS, WEEKDAYS } from './date-words.ts';
import type { Token } from './document.ts';
import { MONTHS } from './months.ts';
import { canOpenNumber, NUMBER_OPENERS } from './number-words.ts';

type Tokens = readonly Token[];
type Reader = (tokens: Tokens, i: number, published: Day | null) => DatePoint | null;

/** Words that can open a phrase of time or the preposition before one. */
const OPENERS: ReadonlySet<string> = new Set([
  ...'the this last next past coming recent earlier later today tonight yesterday tomorrow overnight day latter final fiscal fy weekend current year-end'.split(
    ' ',
  ),
  ...'on in at during around over throughout within since from starting beginning effective after beyond post by until till through before prior'.split(
    ' ',
  ),
  ...'between for as no not to up ahead a an another several few couple q1 q2 q3 q4 h1 h2 half spring-summer upcoming pre new several weeks days months years'.split(
    ' ',
  ),
  ...WEEKDAYS.keys(),
  ...MONTHS.keys(),
  ...SEASONS.keys(),
  ...PARTS.keys(),
  ...ORDINALS.keys(),
  ...[...FEASTS.keys()].map((name) => name.split(' ')[0]!),
]);
export const GLUED = /^(mid|early|late|end|post|pre|onset)-(.+)$/;

/** False where no phrase of time can start at the token, preposition or not: a cheap first look. */
export function canOpenDate(token: Token): boolean {
  if (token.kind === 'punctuation') return false;
  if (OPENERS.has(token.lower)) return true;
  const code = token.lower.charCodeAt(0);
  if (code >= 0x30 && code <= 0x39) return true;
  if (token.lower.length < 4) return NUMBER_OPENERS.has(token.lower);
  return canOpenNumber(token) || GLUED.test(token.lower) || lostGap(token) !== null || /^fy\d/.test(token.lower);
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
  const match = /^(?:On|In|By|Since|Until|From|Of)(?=[JFMASOND][a-z]{2})/.exec(token.text);
  return match && MONTHS.has(token.text.slice(match[0].length).toLowerCase()) ? match[0].length : null;
}

/** In this order: a reader that takes more words of the same beginning stands before one that takes fewer. */
const READERS: readonly Reader[] = [
  readEarlierLater,
  readDeictic,
  readAgo,
  readWindow,
  readOffset,
  readWeekday,
  readOrdinalPart,
  readCentury,
  readDayMonth,
  readMonth,
  readSeason,
  readFiscalYear,
  readYear,
  readFeast,
];

/** Phrases in phrases: "the end of early next year"; deeper ones are no language. */
const MOST_NESTED = 4;

/** The longest phrase of time without a preposition at token `i`. */
export function readPoint(tokens: Tokens, i: number, published: Day | null, depth = 0): DatePoint | null {
  const token = tokens[i];
  if (depth > MOST_NESTED || token === undefined || token.kind === 'punctuation' || !canOpenDate(token)) return null;
  const part = readPart(tokens, i, published, depth);
  if (part) return part;
  if (token.lower === 'the') return readAfterThe(tokens, i, published, depth);
  const lost = lostGap(token);
  if (lost !== null) {
    const point = readMonth(splitGlued(tokens, i, lost), 1, published);
    return point && { ...point, to: i + point.to - 1 };
  }
  for (const reader of READERS) {
    const point = reader(tokens, i, published);
    if (point) return point;
  }
  if (token.lower === 'year-end') return withPart(theYear(i + 1, published), 'end');
  return null;
}

const theYear = (to: number, published: Day | null): DatePoint =>
  relative(
    to,
    published === null ? null : { start: `${published.slice(0, 4)}-01-01`, end: `${published.slice(0, 4)}-12-31` },
    'year',
  );

const withPart = (point: DatePoint | null, part: Part): DatePoint | null => point && narrowed(point, part);

/** "early 2019", "mid-January", "late on Monday", "the end of next month", "early in the year", "end of 2014". */
function readPart(tokens: Tokens, i: number, published: Day | null, depth: number): DatePoint | null {
  const glued = GLUED.exec(tokens[i]!.lower);
  if (glued) {
    const part = PARTS.get(glued[1]!);
    if (part === undefined) return null;
    const point = withPart(readPoint(splitGlued(tokens, i, glued[1]!.length + 1), 1, published, depth + 1), part);
    return point && { ...point, to: i + point.to - 1 };
  }
  const the = tokens[i]!.lower === 'the' ? 1 : 0;
  let at = i + the;
  if (
    /^(?:very|first|latter)$/.test(tokens[at]?.lower ?? '') &&
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

/** "night of November 21", "morning of Monday", "week of 5 May". */
function readNightOf(tokens: Tokens, i: number, published: Day | null, depth: number): DatePoint | null {
  if (tokens[i + 1]?.lower !== 'of') return null;
  const day = readPoint(tokens, i + 2, published, depth + 1);
  return day?.unit === 'day' && tokens[i]!.lower !== 'week' ? day : null;
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
