// A day of the proleptic Gregorian calendar as text, "YYYY-MM-DD": no clock, no time zone. Text order is day order.
export type Day = string;

const DAY = /^(\d{4})-(\d{2})-(\d{2})$/;
const MS = 86_400_000;

const LENGTHS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

const isLeap = (year: number): boolean => year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
const datesIn = (year: number, month: number): number => (month === 2 && isLeap(year) ? 29 : LENGTHS[month - 1]!);
const isDate = (year: number, month: number, date: number): boolean =>
  month >= 1 && month <= 12 && date >= 1 && date <= datesIn(year, month);
const two = (n: number): string => (n < 10 ? `0${n}` : String(n));
const print = (year: number, month: number, date: number): Day =>
  `${String(year).padStart(4, '0')}-${two(month)}-${two(date)}`;

/** True for a real calendar day: "2024-02-29" yes, "2023-02-29" no. */
export function isDay(text: string): boolean {
  const m = DAY.exec(text);
  return m !== null && isDate(Number(m[1]), Number(m[2]), Number(m[3]));
}

const toNumber = (day: Day): number => Date.parse(`${day}T00:00:00Z`) / MS;
const FIRST = toNumber('0001-01-01');
const LAST = toNumber('9999-12-31');
const fromNumber = (n: number): Day => new Date(Math.min(LAST, Math.max(FIRST, n)) * MS).toISOString().slice(0, 10);

/** "2020-02-28" and 2 -> "2020-03-01"; negative counts go back. Stops at the first and the last day with a year of four digits. */
export const addDays = (day: Day, count: number): Day => fromNumber(toNumber(day) + count);

/** Days from `from` to `to`: 0 on the same day, negative when `to` is earlier. */
export const daysBetween = (from: Day, to: Day): number => toNumber(to) - toNumber(from);

/** 0 Sunday .. 6 Saturday. */
export const weekdayOf = (day: Day): number => new Date(`${day}T00:00:00Z`).getUTCDay();

/** Builds a day from its parts (month 1..12); null where there is no such day, or the year has no four digits. */
export const dayOf = (year: number, month: number, date: number): Day | null =>
  year >= 0 && year <= 9999 && isDate(year, month, date) ? print(year, month, date) : null;

/** The last day of a month (month 1..12): 2020, 2 -> "2020-02-29". */
export const lastDayOf = (year: number, month: number): Day => print(year, month, datesIn(year, month));

/** Days after which a count is called stale: age widens no bound, but is told. */
export const STALE_DAYS = 365;
