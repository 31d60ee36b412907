// A day of the proleptic Gregorian calendar as text, "YYYY-MM-DD": no clock, no time zone. Text order is day order.
import { z } from 'zod';

export type Day = string;

const DAY = /^(\d{4})-(\d{2})-(\d{2})$/;
const MS = 86_400_000;

/** True for a real calendar day: "2024-02-29" yes, "2023-02-29" no. */
export function isDay(text: string): boolean {
  const m = DAY.exec(text);
  if (!m) return false;
  const day = new Date(Date.UTC(Number(m[1]), Number(m[2]) - 1, Number(m[3])));
  return day.toISOString().slice(0, 10) === text;
}

export const daySchema = z.string().refine(isDay, { message: 'not a day (YYYY-MM-DD)' });

const toNumber = (day: Day): number => Date.parse(`${day}T00:00:00Z`) / MS;
const fromNumber = (n: number): Day => new Date(n * MS).toISOString().slice(0, 10);

/** "2020-02-28" and 2 -> "2020-03-01"; negative counts go back. */
export const addDays = (day: Day, count: number): Day => fromNumber(toNumber(day) + count);

/** Days from `from` to `to`: 0 on the same day, negative when `to` is earlier. */
export const daysBetween = (from: Day, to: Day): number => toNumber(to) - toNumber(from);

/** 0 Sunday .. 6 Saturday. */
export const weekdayOf = (day: Day): number => new Date(`${day}T00:00:00Z`).getUTCDay();

/** Builds a day from its parts (month 1..12); null where there is no such day. */
export function dayOf(year: number, month: number, date: number): Day | null {
  const text = `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(date).padStart(2, '0')}`;
  return isDay(text) ? text : null;
}

/** The last day of a month (month 1..12): 2020, 2 -> "2020-02-29". */
export const lastDayOf = (year: number, month: number): Day =>
  new Date(Date.UTC(year, month, 0)).toISOString().slice(0, 10);
