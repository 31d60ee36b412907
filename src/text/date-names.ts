// Time phrases that name the calendar: "5 May 2020", "May 5-7", "Monday night", "summer 2019", "Christmas".
import { addDays, type Day, dayOf, weekdayOf } from '../model/day.ts';
import { monthStretch, oneDay, type Stretch, seasonStretch, weekStretch, yearOf } from './calendar.ts';
import { type DatePoint, relative, stated, yearless } from './date-points.ts';
import { DAY_PARTS, FEASTS, SEASONS, WEEKDAYS } from './date-words.ts';
import type { Token } from './document.ts';
import { monthAt } from './months.ts';
import { countsSomething, hasYearForm } from './years.ts';

type Tokens = readonly Token[];
const DAY_FORM = /^([12]?\d|3[01]|0[1-9])(?:st|nd|rd|th)?$/;
export const isDash = (token: Token | undefined): boolean =>
  token !== undefined && /^[-\u2013\u2014/]$/.test(token.lower);
/** True where no gap lies between the two. */
export const touches = (a: Token | undefined, b: Token | undefined): boolean =>
  a !== undefined && b !== undefined && a.end === b.start;

/** The date 1..31 that a token states, "5" or "27th"; null for others. */
export function dateNumber(token: Token | undefined): number | null {
  const match = token && DAY_FORM.exec(token.lower);
  const date = match ? Number(match[1]) : 0;
  return date >= 1 ? date : null;
}

/** The year that token `i` is when it follows a month or a date, a comma or "of" before it allowed; the token after it. */
export function trailingYear(tokens: Tokens, i: number): { readonly year: number; readonly to: number } | null {
  const skip = tokens[i]?.text === ',' || tokens[i]?.lower === 'of' || tokens[i]?.lower === 'in' ? 1 : 0;
  const token = tokens[i + skip];
  if (!hasYearForm(token) || token === undefined) return null;
  // "in May 2000 soldiers", "on 5 May, 1500 troops"
  if (countsSomething(tokens, i + skip + 1)) return null;
  return { year: Number(token.lower), to: i + skip + 1 };
}

/** "December next year", "March of last year": the year by the report's, and the token after it. */
function trailingRelativeYear(
  tokens: Tokens,
  i: number,
  published: Day | null,
): { readonly year: number; readonly to: number } | null {
  const at = tokens[i]?.lower === 'of' || tokens[i]?.text === ',' ? i + 1 : i;
  if (tokens[at + 1]?.lower !== 'year' || published === null) return null;
  const offset = WEEK_OFFSETS.get(tokens[at]!.lower);
  return offset === undefined ? null : { year: yearOf(published) + offset, to: at + 2 };
}

const datesOf = (year: number, month: number, from: number, to: number): Stretch | null => {
  const start = dayOf(year, month, from);
  const end = dayOf(year, month, to);
  return start !== null && end !== null && start <= end ? { start, end } : null;
};

function datedPoint(
  tokens: Tokens,
  to: number,
  month: number,
  from: number,
  until: number,
  published: Day | null,
): DatePoint | null {
  const tail = trailingYear(tokens, to);
  if (tail) {
    const stretch = datesOf(tail.year, month, from, until);
    return stretch && stated(tail.to, stretch, 'day');
  }
  const told = trailingRelativeYear(tokens, to, published);
  const day = told && datesOf(told.year, month, from, until);
  if (told && day) return relative(told.to, day, 'day');
  return (
    datesOf(2000, month, from, until) && yearless(to, (year) => datesOf(year, month, from, until), 'day', published)
  );
}

/** "5 May", "15th of May 2020", "5-7 May", "5 and 6 May". */
export function readDayMonth(tokens: Tokens, i: number, published: Day | null): DatePoint | null {
  const from = dateNumber(tokens[i]);
  if (from === null) return null;
  let at = i + 1;
  let until = from;
  const joiner = tokens[at]?.lower ?? '';
  const second = dateNumber(tokens[at + 1]);
  const monthAfter = tokens[at + 2]?.lower === 'of' ? at + 3 : at + 2;
  if (
    second !== null &&
    second > from &&
    /^(?:-|\u2013|to|and|or)$/.test(joiner) &&
    monthAt(tokens, monthAfter) !== null
  ) {
    if (joiner === 'and' && second > from + 1 && tokens[i - 1]?.lower !== 'between') return null;
    until = second;
    at += 2;
  }
  if (tokens[at]?.lower === 'of' || tokens[at]?.lower === '-') at++;
  const month = monthAt(tokens, at);
  return month === null ? null : datedPoint(tokens, at + 1, month, from, until, published);
}

/** "May 5, 2020", "December 27th", "May 5-7", "April, 2002", "May". */
export function readMonth(tokens: Tokens, i: number, published: Day | null): DatePoint | null {
  const month = monthAt(tokens, i);
  if (month === null) return null;
  const at = tokens[i + 1]?.lower === 'the' && /\d(?:st|nd|rd|th)$/.test(tokens[i + 2]?.lower ?? '') ? i + 2 : i + 1;
  const from = dateNumber(tokens[at]);
  if (from !== null && !isCountAfterMonth(tokens, at)) {
    const isRange = isDash(tokens[at + 1]) || tokens[at + 1]?.lower === 'to' || tokens[at + 1]?.lower === 'and';
    const second = isRange ? dateNumber(tokens[at + 2]) : null;
    if (
      second !== null &&
      second > from &&
      !isCountAfterMonth(tokens, at + 2) &&
      (tokens[at + 1]!.lower !== 'and' || second === from + 1 || tokens[i - 1]?.lower === 'between')
    ) {
      return datedPoint(tokens, at + 3, month, from, second, published);
    }
    return datedPoint(tokens, at + 1, month, from, from, published);
  }
  const tail = trailingYear(tokens, i + 1);
  if (tail) return stated(tail.to, monthStretch(tail.year, month), 'month');
  const told = trailingRelativeYear(tokens, i + 1, published);
  if (told) return relative(told.to, monthStretch(told.year, month), 'month');
  return yearless(i + 1, (year) => monthStretch(year, month), 'month', published);
}

/** "In May 15 soldiers left": the number counts. "May 15 2,000 troops" does not run on. */
const isCountAfterMonth = (tokens: Tokens, i: number): boolean =>
  tokens[i]!.kind === 'number' &&
  (countsSomething(tokens, i + 1) || /^(?:of|percent|per|%)$/.test(tokens[i + 1]?.lower ?? ''));

const WEEK_OFFSETS: ReadonlyMap<string, number> = new Map([
  ['last', -1],
  ['this', 0],
  ['next', 1],
]);

/** "Monday", "Monday night", "Monday last week", "Tuesday, 5 May". */
export function readWeekday(tokens: Tokens, i: number, published: Day | null): DatePoint | null {
  const weekday = WEEKDAYS.get(tokens[i]?.lower ?? '');
  if (weekday === undefined || tokens[i]!.text === tokens[i]!.lower) return null;
  const skip = tokens[i + 1]?.text === ',' || tokens[i + 1]?.text === '(' ? 1 : 0;
  const dated = readDayMonth(tokens, i + 1 + skip, published) ?? datedMonth(tokens, i + 1 + skip, published);
  if (dated && dated.unit === 'day') {
    const isClosed = tokens[i + 1]?.text === '(' && tokens[dated.to]?.text === ')';
    return onWeekday(isClosed ? { ...dated, to: dated.to + 1 } : dated, weekday, published);
  }
  let to = i + 1;
  if (DAY_PARTS.has(tokens[to]?.lower ?? '')) to++;
  const week = WEEK_OFFSETS.get(tokens[to + 1]?.lower === 'week' ? tokens[to]!.lower : '');
  if (published === null) return relative(week === undefined ? to : to + 2, null, 'day');
  if (week !== undefined)
    return relative(to + 2, oneDay(addDays(weekStretch(published, week).start, (weekday + 6) % 7)), 'day');
  const back = (weekdayOf(published) - weekday + 7) % 7;
  const on = (7 - back) % 7;
  return relative(to, oneDay(addDays(published, -back)), 'day', oneDay(addDays(published, on)));
}

/** "Tuesday, Jan. 7": the weekday settles the year that the date leaves open, where one near the report fits. */
function onWeekday(point: DatePoint, weekday: number, published: Day | null): DatePoint {
  if (point.inYear === null || published === null) return point;
  for (const offset of [0, -1, 1]) {
    const stretch = point.inYear(yearOf(published) + offset);
    if (stretch && weekdayOf(stretch.start) === weekday)
      return { ...point, past: stretch, ahead: stretch, inYear: null };
  }
  return point;
}

const datedMonth = (tokens: Tokens, i: number, published: Day | null): DatePoint | null =>
  dateNumber(tokens[i + 1]) === null ? null : readMonth(tokens, i, published);

/** "summer 2019", "spring of 2020", "winter"; "fall" and "spring" the verbs need a year or an article before them. */
export function readSeason(tokens: Tokens, i: number, published: Day | null): DatePoint | null {
  const word = tokens[i]?.lower ?? '';
  const season = SEASONS.get(word);
  if (season === undefined) return null;
  const tail = trailingYear(tokens, i + 1);
  if (tail) {
    const ends =
      isDash(tokens[tail.to]) && /^\d\d(?:\d\d)?$/.test(tokens[tail.to + 1]?.lower ?? '') ? tail.to + 2 : tail.to;
    return stated(ends, seasonStretch(tail.year, season), 'season');
  }
  const before = tokens[i - 1]?.lower ?? '';
  const isMarked =
    /^(?:the|this|last|next|in|by|before|until|since|early|mid|late|of|during|each|every|coming|past|following)$/.test(
      before,
    );
  if (!isMarked) return null;
  // "the fall of Kabul", "in spring water"
  if (
    tokens[i + 1]?.lower === 'of' ||
    (word === 'fall' && /^(?:in|by)$/.test(before) && tokens[i + 1]?.kind === 'word')
  )
    return null;
  return yearless(i + 1, (year) => seasonStretch(year, season), 'season', published);
}

/** "Christmas", "New Year's Eve". */
export function readFeast(tokens: Tokens, i: number, published: Day | null): DatePoint | null {
  for (let length = 4; length >= 1; length--) {
    const words = tokens.slice(i, i + length);
    if (words.length < length) continue;
    const name = words
      .map((token) => token.lower)
      .join(' ')
      .replace(" 's", "'s");
    const feast = FEASTS.get(name);
    if (!feast || words[0]!.text === words[0]!.lower) continue;
    if (name === 'new year' && tokens[i - 1]?.lower !== 'the') continue;
    return datedPoint(tokens, i + length, feast[0], feast[1], feast[1], published);
  }
  return null;
}

/** The week's Saturday and Sunday, counted from the report's day: past is the latest begun, ahead the next not over. */
export function weekendPoint(to: number, published: Day | null): DatePoint {
  if (published === null) return relative(to, null, 'weekend');
  const weekend = (offset: number): Stretch => {
    const week = weekStretch(published, offset);
    return { start: addDays(week.start, 5), end: week.end };
  };
  const now = weekend(0);
  return now.start <= published ? relative(to, now, 'weekend') : relative(to, weekend(-1), 'weekend', now);
}
