// The short words in which rows, whys and conflicts speak of numbers, places, sources and days.
import type { KnownClaim } from '../ledger/known-claim.ts';
import type { Bounds } from '../model/bounds.ts';
import type { Day } from '../model/day.ts';
import type { Names, Where } from './names.ts';

export interface Wording {
  party(code: string): string;
  place(code: string): string;
  mission(key: string | null): string | null;
  unit(key: string | null): string | null;
}

export const wordingOf = (
  names: Pick<Names, 'display'>,
  missions: ReadonlyMap<string, string>,
  units: ReadonlyMap<string, string>,
): Wording => ({
  party: (code) => code,
  place: (code) => (code.startsWith('R:') ? names.display(code) : code),
  mission: (key) => (key === null ? null : (missions.get(key) ?? key)),
  unit: (key) => (key === null ? null : (units.get(key) ?? key)),
});

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

/** "IQ", "Middle East", "Taji (IQ)", "JO and KW" */
export function placeText(where: Where, words: Wording): string {
  if (where.members) return where.members.map((m) => placeText(m, words)).join(' and ');
  if (where.country === null) return where.name ?? 'a place unknown';
  return where.name === null ? words.place(where.country) : `${where.name} (${words.place(where.country)})`;
}
