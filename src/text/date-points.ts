// The shape of a time phrase without its preposition, and the ways to make one: said in full, without its year, or relative to the report's day.
import type { Day } from '../model/day.ts';
import type { Period } from '../model/period.ts';
import { type Part, partOf, type Stretch, type Unit, yearOf } from './calendar.ts';

/** A time phrase that ends before token `to`, in both readings; `inYear` where the year was left open. */
export interface DatePoint {
  readonly to: number;
  readonly past: Period | null;
  readonly ahead: Period | null;
  readonly inYear: ((year: number) => Stretch | null) | null;
  readonly unit: Unit;
  readonly inferred: boolean;
}

/** Years to look through for a day such as 29 February. */
const REACH = 8;

/** Said in full: no day of publication needed. */
export const stated = (to: number, stretch: Stretch, unit: Unit): DatePoint => ({
  to,
  past: stretch,
  ahead: stretch,
  inYear: null,
  unit,
  inferred: false,
});

/** Worked out from the report's day; null readings where that is not known. */
export const relative = (to: number, past: Period | null, unit: Unit, ahead: Period | null = past): DatePoint => ({
  to,
  past,
  ahead,
  inYear: null,
  unit,
  inferred: true,
});

/** The latest stretch that has begun by `day`; null where none is found. */
export function latestBy(day: Day, inYear: (year: number) => Stretch | null): Stretch | null {
  for (let year = yearOf(day) + 1; year > yearOf(day) - REACH; year--) {
    const stretch = inYear(year);
    if (stretch && stretch.start <= day) return stretch;
  }
  return null;
}

/** The earliest stretch that is not over on `day`. */
export function earliestFrom(day: Day, inYear: (year: number) => Stretch | null): Stretch | null {
  for (let year = yearOf(day) - 1; year < yearOf(day) + REACH; year++) {
    const stretch = inYear(year);
    if (stretch && stretch.end >= day) return stretch;
  }
  return null;
}

/** A date, month, quarter or season whose year the text leaves open. */
export function yearless(
  to: number,
  inYear: (year: number) => Stretch | null,
  unit: Unit,
  published: Day | null,
): DatePoint {
  const past = published === null ? null : latestBy(published, inYear);
  const ahead = published === null ? null : earliestFrom(published, inYear);
  return { to, past, ahead, inYear, unit, inferred: true };
}

/** "early", "the end of": the part of each reading. A reading with an open end has no parts and stays. */
export function narrowed(point: DatePoint, part: Part): DatePoint {
  const { unit, inYear } = point;
  const cut = (period: Period | null): Period | null =>
    period === null || period.start === null || period.end === null
      ? period
      : partOf({ start: period.start, end: period.end }, unit, part);
  const cutYear = (year: number): Stretch | null => {
    const stretch = inYear?.(year) ?? null;
    return stretch && partOf(stretch, unit, part);
  };
  return {
    ...point,
    past: cut(point.past),
    ahead: cut(point.ahead),
    inYear: inYear && cutYear,
    unit: unit === 'day' ? 'day' : 'part',
  };
}
