// Days to pixels and counts to pixels, and the ticks of the axis of days.
import { addDays, daysBetween } from '../../src/model/day.ts';

export interface DayScale {
  readonly first: string;
  readonly last: string;
  x(day: string): number;
}

export function dayScale(first: string, last: string, left: number, right: number): DayScale {
  const length = Math.max(1, daysBetween(first, last));
  return {
    first,
    last,
    x: (day) =>
      Math.round((left + (Math.min(length, Math.max(0, daysBetween(first, day))) / length) * (right - left)) * 10) / 10,
  };
}

export interface Tick {
  readonly day: string;
  readonly label: string;
}

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];
/** Months between ticks. */
const STEPS = [1, 2, 3, 6, 12, 24, 60, 120, 240];

/** Firsts of months or years, at most `most` of them; days where the whole is shorter than two months. */
export function ticksOf(first: string, last: string, most: number): Tick[] {
  const length = daysBetween(first, last);
  if (length < 60) {
    const step = Math.max(1, Math.ceil(length / most));
    return Array.from({ length: Math.floor(length / step) + 1 }, (_, at) => addDays(first, at * step)).map((day) => ({
      day,
      label: `${Number(day.slice(8))} ${MONTHS[Number(day.slice(5, 7)) - 1]}`,
    }));
  }
  const months = length / 30.44;
  const step = STEPS.find((one) => months / one <= most) ?? STEPS.at(-1)!;
  const ticks: Tick[] = [];
  let year = Number(first.slice(0, 4));
  let month = 0;
  for (; year <= Number(last.slice(0, 4)); ) {
    const day = `${String(year).padStart(4, '0')}-${String(month + 1).padStart(2, '0')}-01`;
    if (day >= first && day <= last) ticks.push({ day, label: month === 0 ? String(year) : (MONTHS[month] ?? '') });
    month += step;
    year += Math.floor(month / 12);
    month %= 12;
  }
  return ticks;
}
