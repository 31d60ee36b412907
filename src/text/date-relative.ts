// Time phrases counted from the report's day: "yesterday", "last week", "the past three months", "two and a half weeks ago", "later this month".
import { addDays, type Day, weekdayOf } from '../model/day.ts';
import type { Period } from '../model/period.ts';
import {
  addMonths,
  addUnits,
  monthOf,
  monthStretch,
  oneDay,
  quarterStretch,
  type Stretch,
  seasonStretch,
  type Unit,
  weekStretch,
  yearOf,
  yearStretch,
} from './calendar.ts';
import { weekendPoint } from './date-names.ts';
import { type DatePoint, earliestFrom, latestBy, relative } from './date-points.ts';
import { DAY_PARTS, LENGTHS, SEASONS, WEEKDAYS } from './date-words.ts';
import type { Token } from './document.ts';
import { MONTHS } from './months.ts';
import { readCardinal } from './number-words.ts';
import { readVague } from './vague-numbers.ts';
import { wordsOf } from './words-of.ts';

type Tokens = readonly Token[];
const OFFSETS: ReadonlyMap<string, number> = new Map([
  ['last', -1],
  ['previous', -1],
  ['past', -1],
  ['this', 0],
  ['current', 0],
  ['next', 1],
  ['coming', 1],
  ['following', 1],
]);

/** "today", "yesterday", "tomorrow", "tonight", "overnight", "the day before yesterday". */
export function readDeictic(tokens: Tokens, i: number, published: Day | null): DatePoint | null {
  const word = tokens[i]?.lower ?? '';
  const on = (to: number, offset: number): DatePoint =>
    relative(to, published === null ? null : oneDay(addDays(published, offset)), 'day');
  const part = DAY_PARTS.has(tokens[i + 1]?.lower ?? '') ? 1 : 0;
  if (word === 'today') return tokens[i - 1]?.text === 'USA' ? null : on(i + 1, 0);
  if (word === 'tonight') return on(i + 1, 0);
  if (word === 'yesterday') return on(i + 1 + part, -1);
  if (word === 'tomorrow') return on(i + 1 + part, 1);
  if (word === 'day' && tokens[i + 2]?.lower === 'yesterday' && tokens[i + 1]?.lower === 'before') return on(i + 3, -2);
  if (word === 'day' && tokens[i + 2]?.lower === 'tomorrow' && tokens[i + 1]?.lower === 'after') return on(i + 3, 2);
  if (word !== 'overnight' || /^(?:stay|stays|flight|train|curfew)$/.test(tokens[i + 1]?.lower ?? '')) return null;
  return relative(i + 1, published === null ? null : { start: addDays(published, -1), end: published }, 'day');
}

/** "last week", "this very month", "next Friday", "this past summer", "this morning", "last May": from the first word on. */
export function readOffset(tokens: Tokens, i: number, published: Day | null): DatePoint | null {
  let offset = OFFSETS.get(tokens[i]?.lower ?? '');
  if (offset === undefined) return null;
  let at = i + 1;
  const second = tokens[at]?.lower ?? '';
  if (second === 'very' || second === 'same') at++;
  else if (offset === 0 && (second === 'past' || second === 'last' || second === 'coming' || second === 'next')) {
    offset = OFFSETS.get(second)!;
    at++;
  }
  const noun = tokens[at]?.lower ?? '';
  const first = tokens[i]!.lower;
  // "past Monday" and "coming Friday" need "this" or "the"; "previous" and "following" hang on another time than the report's.
  if ((first === 'previous' || first === 'following') && noun !== '') return null;
  if (DAY_PARTS.has(noun)) {
    if (noun === 'night' && offset < 0) return dayAt(at + 1, published, -1);
    return offset === 0 && first === 'this' ? dayAt(at + 1, published, 0) : null;
  }
  const weekday = WEEKDAYS.get(noun);
  if (weekday !== undefined) return offsetWeekday(tokens, at, weekday, offset, published);
  const month = MONTHS.get(noun);
  if (month !== undefined && tokens[at]!.text !== noun) return offsetMonth(at + 1, month, offset, published);
  const season = SEASONS.get(noun);
  if (season !== undefined) return offsetSeason(at + 1, season, offset, published);
  if (noun === 'weekend') return offsetWeekend(at + 1, offset, published);
  return offsetUnit(at, noun, offset, published);
}

const dayAt = (to: number, published: Day | null, offset: number): DatePoint =>
  relative(to, published === null ? null : oneDay(addDays(published, offset)), 'day');

function offsetUnit(at: number, noun: string, offset: number, published: Day | null): DatePoint | null {
  const to = at + 1;
  const unit = noun as Unit;
  if (noun !== 'week' && noun !== 'month' && noun !== 'year' && noun !== 'quarter' && noun !== 'decade') return null;
  if (published === null) return relative(to, null, unit);
  const year = yearOf(published);
  const month = monthOf(published);
  if (noun === 'week') return relative(to, weekStretch(published, offset), unit);
  if (noun === 'year') return relative(to, yearStretch(year + offset), unit);
  if (noun === 'decade') {
    const start = Math.floor(year / 10) * 10 + offset * 10;
    return relative(to, { start: yearStretch(start).start, end: yearStretch(start + 9).end }, unit);
  }
  const moved = addMonths(monthStretch(year, month).start, noun === 'month' ? offset : offset * 3);
  if (noun === 'month') return relative(to, monthStretch(yearOf(moved), monthOf(moved)), unit);
  return relative(to, quarterStretch(yearOf(moved), Math.ceil(monthOf(moved) / 3)), unit);
}

function offsetWeekday(tokens: Tokens, at: number, weekday: number, offset: number, published: Day | null): DatePoint {
  const to = DAY_PARTS.has(tokens[at + 1]?.lower ?? '') ? at + 2 : at + 1;
  if (published === null) return relative(to, null, 'day');
  const back = (weekdayOf(published) - weekday + 7) % 7;
  if (offset < 0) return relative(to, oneDay(addDays(published, -(back || 7))), 'day');
  const on = 7 - back;
  if (offset > 0) return relative(to, oneDay(addDays(published, on)), 'day');
  return relative(to, oneDay(addDays(published, -back)), 'day', oneDay(addDays(published, on % 7)));
}

function offsetMonth(to: number, month: number, offset: number, published: Day | null): DatePoint {
  if (published === null) return relative(to, null, 'month');
  const inYear = (year: number): Stretch => monthStretch(year, month);
  const own = monthStretch(yearOf(published), monthOf(published));
  if (offset < 0) return relative(to, latestBy(addDays(own.start, -1), inYear), 'month');
  if (offset > 0) return relative(to, earliestFrom(addDays(own.end, 1), inYear), 'month');
  return relative(to, monthStretch(yearOf(published), month), 'month');
}

function offsetSeason(to: number, season: number, offset: number, published: Day | null): DatePoint {
  if (published === null) return relative(to, null, 'season');
  const inYear = (year: number): Stretch => seasonStretch(year, season);
  const begun = latestBy(published, inYear)!;
  const isRunning = begun.end >= published;
  if (offset < 0) return relative(to, isRunning ? latestBy(addDays(begun.start, -1), inYear) : begun, 'season');
  if (offset > 0) return relative(to, earliestFrom(isRunning ? addDays(begun.end, 1) : published, inYear), 'season');
  // "this summer" in a month outside it: the one of the report's year.
  const own = isRunning ? begun : seasonStretch(yearOf(published), season);
  return relative(to, own, 'season');
}

function offsetWeekend(to: number, offset: number, published: Day | null): DatePoint {
  const now = weekendPoint(to, published);
  if (published === null || offset === 0) return now;
  if (offset < 0) {
    const start = weekStretch(published, -1).start;
    return relative(to, { start: addDays(start, 5), end: addDays(start, 6) }, 'weekend');
  }
  const isOn = now.past!.start! <= published && published <= now.past!.end!;
  const start = weekStretch(published, isOn || weekdayOf(published) === 0 ? 1 : 0).start;
  return relative(to, { start: addDays(start, 5), end: addDays(start, 6) }, 'weekend');
}

/** A length of time: "six months", "two and a half weeks", "a few days"; null count where it is vague or unsaid. */
export interface Length {
  readonly to: number;
  readonly count: number | null;
  readonly unit: string;
}

const DAYS_IN: Readonly<Record<string, number>> = {
  hour: 1 / 24,
  day: 1,
  night: 1,
  week: 7,
  month: 30,
  year: 365,
  decade: 3650,
};
/** Four centuries of days: what is longer is no time of a report. */
const LONGEST = 150_000;

const LENGTH_ADJECTIVE = wordsOf(/^(?:more|further|additional|full|short|consecutive|straight|long|calendar|or)$/);
export function readLength(tokens: Tokens, i: number): Length | null {
  const word = tokens[i]?.lower ?? '';
  const bare = LENGTHS.get(word);
  if (bare !== undefined && word.endsWith('s')) return { to: i + 1, count: null, unit: bare };
  const isArticle = word === 'a' || word === 'an' || word === 'another';
  const vague =
    readVague(tokens, i) ??
    (word === 'few' || word === 'couple' || word === 'many' ? { to: i + 1, min: 0, max: 0, approx: false } : null);
  const cardinal = vague === null ? readCardinal(tokens, i) : null;
  if (cardinal?.glue) {
    const unit = LENGTHS.get(cardinal.glue.split('-')[0]!);
    return unit === undefined ? null : { to: cardinal.to, count: cardinal.value, unit };
  }
  let at = vague?.to ?? cardinal?.to ?? (isArticle ? i + 1 : -1);
  if (at < 0) return null;
  if (tokens[at]?.lower === 'of') at++;
  if (LENGTH_ADJECTIVE.has(tokens[at]?.lower ?? '')) at += tokens[at]!.lower === 'or' ? 2 : 1;
  const unit = LENGTHS.get(tokens[at]?.lower ?? '');
  if (unit === undefined) return null;
  if (cardinal !== null && cardinal.value * DAYS_IN[unit]! > LONGEST) return null;
  const couple = vague !== null && tokens[i + 1]?.lower === 'couple' ? 2 : null;
  return { to: at + 1, count: cardinal ? cardinal.value : vague ? couple : 1, unit };
}

/** "two weeks ago", "a year ago", "several months ago"; hedges before it are left out. */
export function readAgo(tokens: Tokens, i: number, published: Day | null): DatePoint | null {
  if (!isAgoNear(tokens, i)) return null;
  const length = readLength(tokens, i);
  if (length === null || tokens[length.to]?.lower !== 'ago') return null;
  const to = length.to + 1;
  if (length.count === null && tokens[i]!.lower === length.unit.concat('s')) return null;
  if (published === null) return relative(to, null, 'day');
  if (length.count === null) return relative(to, { start: null, end: published }, 'day');
  return relative(
    to,
    { start: backFrom(published, length, Math.ceil), end: backFrom(published, length, Math.floor) },
    'day',
  );
}

/** "six months from now", "two weeks hence": from the report's day on. */
export function readFromNow(tokens: Tokens, i: number, published: Day | null): DatePoint | null {
  const length = readLength(tokens, i);
  if (length === null || length.count === null) return null;
  const words = [tokens[length.to]?.lower, tokens[length.to + 1]?.lower];
  const isFromNow = words[0] === 'from' && (words[1] === 'now' || words[1] === 'today');
  if (!isFromNow && words[0] !== 'hence') return null;
  const day = published === null ? null : addUnits(published, length.count, length.unit);
  return relative(length.to + (isFromNow ? 2 : 1), day === null ? null : oneDay(day), 'day');
}

/** True where "ago" stands within the longest length of time that could start here: cheaper than reading one at every number. */
function isAgoNear(tokens: Tokens, i: number): boolean {
  for (let k = i + 2; k <= i + 9; k++) if (tokens[k]?.lower === 'ago') return true;
  return false;
}

/** A day before: halves of a week or a day fall between two days, `round` picks one. */
function backFrom(published: Day, length: Length, round: (n: number) => number): Day {
  const count = length.count!;
  if (length.unit === 'week') return addDays(published, -round(count * 7));
  if (length.unit === 'hour') return addDays(published, -round(count / 24));
  if (length.unit === 'day') return addDays(published, -round(count));
  return addUnits(published, -count, length.unit);
}

/** "past three months", "next 60 days", "coming weeks", "recent days", "last few weeks", "days ahead": after "the" or a preposition. */
export function readWindow(tokens: Tokens, i: number, published: Day | null): DatePoint | null {
  const word = tokens[i]?.lower ?? '';
  const isBack = word === 'past' || word === 'last' || word === 'recent' || word === 'previous' || word === 'preceding';
  const isOn = word === 'next' || word === 'coming' || word === 'following' || word === 'upcoming';
  if (isBack || isOn) {
    const length = readLength(tokens, i + 1) ?? (tokens[i - 1]?.lower === 'the' ? singleLength(tokens, i + 1) : null);
    if (length === null || tokens[length.to]?.lower === 'of') return null;
    if ((word === 'previous' || word === 'preceding' || word === 'following') && length.count !== null) return null;
    return windowOf(length.to, length, isBack ? -1 : 1, published);
  }
  const after = tokens[i + 1]?.lower;
  if (after !== 'ahead' && after !== 'to') return null;
  const bare = readLength(tokens, i);
  if (bare === null || bare.count !== null) return null;
  if (tokens[bare.to]?.lower === 'ahead') return windowOf(bare.to + 1, bare, 1, published);
  if (tokens[bare.to]?.lower === 'to' && tokens[bare.to + 1]?.lower === 'come')
    return windowOf(bare.to + 2, bare, 1, published);
  return null;
}

/** "the past year", "the next month": one unit back or on; without the article it is the calendar's ("last week"). */
function singleLength(tokens: Tokens, i: number): Length | null {
  const word = tokens[i]?.lower ?? '';
  const unit = LENGTHS.get(word);
  if (tokens[i + 1]?.lower === 'of') return null;
  return unit === undefined || word.endsWith('s') ? null : { to: i + 1, count: 1, unit };
}

export function windowOf(to: number, length: Length, direction: -1 | 1, published: Day | null): DatePoint {
  if (published === null) return relative(to, null, 'span');
  const far =
    length.count === null
      ? null
      : direction < 0
        ? backFrom(published, length, Math.ceil)
        : addUnits(published, length.count, length.unit);
  const period: Period = direction < 0 ? { start: far, end: published } : { start: published, end: far };
  return relative(to, period, 'span');
}

/** "earlier this week", "later this month", "earlier today", "later in the year": up to the report's day, or from it on. */
export function readEarlierLater(tokens: Tokens, i: number, published: Day | null): DatePoint | null {
  const word = tokens[i]?.lower ?? '';
  if (word !== 'earlier' && word !== 'later') return null;
  const isIn = tokens[i + 1]?.lower === 'in';
  const at = isIn ? i + 2 : tokens[i + 1]?.lower === 'on' ? i + 2 : i + 1;
  const whole =
    readDeictic(tokens, at, published) ??
    (tokens[at]?.lower === 'this' ? readOffset(tokens, at, published) : null) ??
    theUnit(tokens, at, published);
  if (whole === null) return null;
  const { past } = whole;
  if (published === null || past === null || past.start === null || past.end === null) return whole;
  if (published < past.start || published > past.end) return whole;
  const period = word === 'earlier' ? { start: past.start, end: published } : { start: published, end: past.end };
  return relative(whole.to, period, 'span');
}

/** "the year", "the week", "the month": the report's own. Only inside "the end of the year" and the like. */
export function theUnit(tokens: Tokens, i: number, published: Day | null): DatePoint | null {
  const word = tokens[i]?.lower;
  if (word !== 'the' && word !== 'that') return null;
  const noun = tokens[i + 1]?.lower ?? '';
  const at = noun === 'current' || noun === 'calendar' ? i + 2 : i + 1;
  return offsetUnit(at, tokens[at]?.lower ?? '', 0, published);
}
