// Dates as tables write them -> days: a whole month or year is its first and last day, unless the map says which day of it is meant.
import { addDays, type Day, isDay, lastDayOf } from '../model/day.ts';
import type { Period } from '../model/period.ts';

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

/** "2013", "2013-06", "2013-06-30" -> the days it covers; null where it is none of them. */
export function periodIn(text: string, day?: 'first' | 'last'): Period | null {
  const match = /^(\d{4})(?:-(\d{1,2})(?:-(\d{1,2}))?)?$/.exec(text.trim());
  if (!match) return null;
  const [, year, month, date] = match;
  if (date !== undefined) {
    const one = `${year}-${month!.padStart(2, '0')}-${date.padStart(2, '0')}`;
    return isDay(one) ? { start: one, end: one } : null;
  }
  if (month !== undefined && (Number(month) < 1 || Number(month) > 12)) return null;
  const first = `${year}-${(month ?? '01').padStart(2, '0')}-01`;
  const last = lastDayOf(Number(year), Number(month ?? 12));
  if (day === 'first') return { start: first, end: first };
  return { start: day === 'last' ? last : first, end: last };
}

/** "June", "Jun", "6" -> "06"; null where it is no month. */
export function monthIn(text: string): string | null {
  const word = text.trim().toLowerCase();
  const number = /^\d{1,2}$/.test(word) ? Number(word) : MONTHS.indexOf(word.slice(0, 3)) + 1;
  return number >= 1 && number <= 12 && (/^\d/.test(word) || word.length >= 3) ? String(number).padStart(2, '0') : null;
}

/** The last day that a period of the table covers: by then the figure held. */
export const lastDayIn = (period: Period): Day | null => period.end ?? period.start;

export const daysAfter = (day: Day, days: number): Day => addDays(day, days);
