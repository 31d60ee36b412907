// Stretches of the calendar and their parts: weeks run Monday to Sunday, seasons are northern, "early" is the first third.
import { addDays, type Day, dayOf, lastDayOf, weekdayOf } from '../model/day.ts';

/** Both ends inclusive. */
export interface Stretch {
  readonly start: Day;
  readonly end: Day;
}
export type Unit =
  | 'day'
  | 'weekend'
  | 'week'
  | 'month'
  | 'quarter'
  | 'half'
  | 'season'
  | 'year'
  | 'decade'
  | 'century'
  | 'span'
  | 'part';
export type Part = 'early' | 'mid' | 'late' | 'begin' | 'end' | 'first-half' | 'second-half';

export const yearOf = (day: Day): number => Number(day.slice(0, 4));
export const monthOf = (day: Day): number => Number(day.slice(5, 7));
const dateOf = (day: Day): number => Number(day.slice(8, 10));
const first = (year: number, month: number): Day => dayOf(year, month, 1)!;

export const oneDay = (day: Day): Stretch => ({ start: day, end: day });
export const monthStretch = (year: number, month: number): Stretch => ({
  start: first(year, month),
  end: lastDayOf(year, month),
});
export const yearStretch = (year: number): Stretch => monthsStretch(year, 1, 12);
/** Months [from, to] of a year; a month over 12 is the next year's. */
export function monthsStretch(year: number, from: number, to: number): Stretch {
  const late = to > 12 ? [year + 1, to - 12] : [year, to];
  return { start: first(year, from), end: lastDayOf(late[0]!, late[1]!) };
}
export const quarterStretch = (year: number, quarter: number): Stretch =>
  monthsStretch(year, quarter * 3 - 2, quarter * 3);
export const halfStretch = (year: number, half: number): Stretch => monthsStretch(year, half * 6 - 5, half * 6);
/** 0 spring .. 3 winter, by the year it starts in: winter 2019 runs into February 2020. */
export const seasonStretch = (year: number, season: number): Stretch =>
  monthsStretch(year, 3 + season * 3, 5 + season * 3);
/** Monday to Sunday of the day's week, `offset` weeks on. */
export function weekStretch(day: Day, offset = 0): Stretch {
  const start = addDays(day, -((weekdayOf(day) + 6) % 7) + offset * 7);
  return { start, end: addDays(start, 6) };
}

/** The same date `count` months on, or the month's last day: 31 January + 1 -> 28 or 29 February. */
export function addMonths(day: Day, count: number): Day {
  const months = yearOf(day) * 12 + monthOf(day) - 1 + count;
  const year = Math.min(9999, Math.max(1, Math.floor(months / 12)));
  const month = (((months % 12) + 12) % 12) + 1;
  return dayOf(year, month, dateOf(day)) ?? lastDayOf(year, month);
}

/** A day `count` units on; halves of weeks, months and years are days, rounded towards the day itself. */
export function addUnits(day: Day, count: number, unit: string): Day {
  if (unit === 'day' || unit === 'night') return addDays(day, Math.trunc(count));
  if (unit === 'hour') return addDays(day, Math.trunc(count / 24));
  if (unit === 'week') return addDays(day, Math.trunc(count * 7));
  const months = unit === 'month' ? count : unit === 'year' ? count * 12 : count * 120;
  const whole = Math.trunc(months);
  return addDays(addMonths(day, whole), Math.trunc((months - whole) * 30));
}

/** The third, the end or the half of a stretch that a word names: early 2019 is January to April, the end of 2014 December. */
export function partOf(stretch: Stretch, unit: Unit, part: Part): Stretch {
  if (unit === 'day' || unit === 'weekend') return stretch;
  if (unit === 'week') return daysOf(stretch, part, [0, 1], [2, 3], [4, 6], [0, 1], [4, 6]);
  if (unit === 'month') {
    const last = dateOf(stretch.end) - 1;
    if (part === 'first-half') return daysOf(stretch, 'early', [0, 14]);
    if (part === 'second-half') return daysOf(stretch, 'early', [15, last]);
    return daysOf(stretch, part, [0, 9], [10, 19], [20, last], [0, 9], [20, last]);
  }
  const months = (yearOf(stretch.end) - yearOf(stretch.start)) * 12 + monthOf(stretch.end) - monthOf(stretch.start) + 1;
  // A few days, or a part of a part: nothing finer is meant.
  if (months < 3 || unit === 'part') return stretch;
  const third = Math.round(months / 3);
  const edge = unit === 'decade' || unit === 'century' ? 12 : 1;
  const cut = (from: number, to: number): Stretch => ({
    start: addMonths(stretch.start, from),
    end: addDays(addMonths(stretch.start, to), -1),
  });
  switch (part) {
    case 'early':
      return cut(0, third);
    case 'mid':
      return cut(third, months - third);
    case 'late':
      return cut(months - third, months);
    case 'begin':
      return cut(0, edge);
    case 'end':
      return cut(months - edge, months);
    case 'first-half':
      return cut(0, months / 2);
    case 'second-half':
      return cut(months / 2, months);
  }
}

type Days = readonly [from: number, to: number];
function daysOf(
  stretch: Stretch,
  part: Part,
  early: Days,
  mid: Days = early,
  late: Days = early,
  begin: Days = early,
  end: Days = late,
): Stretch {
  const [from, to] =
    part === 'mid'
      ? mid
      : part === 'late' || part === 'second-half'
        ? late
        : part === 'begin'
          ? begin
          : part === 'end'
            ? end
            : early;
  return { start: addDays(stretch.start, from), end: addDays(stretch.start, to) };
}
