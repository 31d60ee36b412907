// When an assertion held or happened: days, both ends inclusive; an end that the text leaves open is null.
import { z } from 'zod';
import type { Day } from './day.ts';
import { daySchema } from './day-schema.ts';

export const periodSchema = z
  .object({ start: daySchema.nullable(), end: daySchema.nullable() })
  .refine((p) => p.start === null || p.end === null || p.start <= p.end, { message: 'period ends before it starts' });

/** `{start: "2020-01-01", end: null}` is "since 1 January 2020". Both ends null never stands: a claim without a time has `time: null`. */
export type Period = z.infer<typeof periodSchema>;

export const onDay = (day: Day): Period => ({ start: day, end: day });

/** True where the two share a day; open ends reach for ever. */
export const periodsMeet = (a: Period, b: Period): boolean =>
  (a.start === null || b.end === null || a.start <= b.end) && (b.start === null || a.end === null || b.start <= a.end);

/** True where `day` lies in the period, ends included. */
export const holdsOn = (period: Period, day: Day): boolean =>
  (period.start === null || period.start <= day) && (period.end === null || day <= period.end);

/** The days in both, or null where there are none. */
export function meetOf(a: Period, b: Period): Period | null {
  if (!periodsMeet(a, b)) return null;
  const start = a.start === null ? b.start : b.start === null ? a.start : a.start > b.start ? a.start : b.start;
  const end = a.end === null ? b.end : b.end === null ? a.end : a.end < b.end ? a.end : b.end;
  return { start, end };
}
