// The short words in which rows, whys and conflicts speak of numbers, places, sources and days.
import type { KnownClaim } from '../ledger/known-claim.ts';
import type { Bounds } from '../model/bounds.ts';
import type { Day } from '../model/day.ts';
import type { Place } from '../model/place.ts';
import type { Labels } from './labels.ts';
import type { Names, Where } from './names.ts';

export interface Wording {
  party(code: string): string;
  country(code: string): string;
  /** The place as rows show it: `name` null is the whole country or region. */
  place(where: Where): Place;
  mission(key: string | null): string | null;
  unit(key: string | null): string | null;
}

/** How parties and states are written: "DE in IQ" where programs and analysts read, "Germany in Iraq" on pages. */
export type Spelling = 'codes' | 'names';

export const wordingOf = (names: Pick<Names, 'display'>, labels: Labels, spelling: Spelling): Wording => ({
  party: (code) => (spelling === 'names' ? names.display(code) : code),
  country: (code) => (spelling === 'names' || code.startsWith('R:') ? names.display(code) : code),
  place: (where) => {
    if (where.members) return { country: null, name: where.members.map((m) => nameOf(m, names, labels)).join(' and ') };
    return { country: where.country, name: where.name === null ? null : nameOf(where, names, labels) };
  },
  mission: (key) => (key === null ? null : (labels.of(`mission ${key}`) ?? key)),
  unit: (key) => (key === null ? null : (labels.of(`unit ${key}`) ?? key)),
});

const nameOf = (where: Where, names: Pick<Names, 'display'>, labels: Labels): string =>
  where.name === null ? names.display(where.country ?? '') : (labels.of(`place ${where.key}`) ?? where.name);

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/** "2020-01-07" -> "7 Jan 2020" */
export const dayText = (day: Day): string =>
  `${Number(day.slice(8))} ${MONTHS[Number(day.slice(5, 7)) - 1]} ${Number(day.slice(0, 4))}`;

/** 120..120 -> "120", 450..550 -> "450-550", 7.. -> "at least 7", 0..300 -> "at most 300", 0.. -> "unknown" */
export function numberText({ min, max }: Bounds): string {
  if (max === null) return min === 0 ? 'unknown' : `at least ${figure(min)}`;
  if (min === max) return figure(min);
  return min === 0 ? `at most ${figure(max)}` : `${figure(min)}-${figure(max)}`;
}

/** 52908 -> "52,908" */
export const figure = (n: number): string => String(n).replace(/\B(?=(\d{3})+$)/g, ',');

/** "German Defense Ministry, 8 Jan 2020": who says it, else the outlet, and when. */
export function sourceText(known: KnownClaim): string {
  const who = known.claim.said_by ?? known.report.publisher ?? known.report.title ?? known.report.id;
  return `${who}, ${dayText(known.report.published ?? known.known)}`;
}

/** "IQ", "Middle East", "Taji (IQ)", "Jordan and Kuwait" */
export function placeText(where: Where, words: Wording): string {
  const { country, name } = words.place(where);
  if (country === null) return name ?? 'a place unknown';
  return name === null ? words.country(country) : `${name} (${words.country(country)})`;
}
