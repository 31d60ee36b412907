// Months by name, and whether a word is one here: "may" the verb and "march" the walk are not.
import type { Token } from './document.ts';

const NAMES = 'january february march april may june july august september october november december'.split(' ');
const SHORT: Readonly<Record<string, number>> = {
  jan: 1,
  feb: 2,
  mar: 3,
  apr: 4,
  jun: 6,
  jul: 7,
  aug: 8,
  sep: 9,
  sept: 9,
  oct: 10,
  nov: 11,
  dec: 12,
};
export const MONTHS: ReadonlyMap<string, number> = new Map([
  ...NAMES.map((name, i): [string, number] => [name, i + 1]),
  ...Object.entries(SHORT),
]);
const AMBIGUOUS: ReadonlySet<string> = new Set([
  'may',
  'march',
  'mar',
  'jan',
  'dec',
  'sep',
  'jun',
  'jul',
  'nov',
  'august',
  'apr',
  'feb',
  'oct',
  'aug',
  'sept',
]);
const MONTH_BEFORE: ReadonlySet<string> = new Set(
  'in since by until till from between of last next this early mid late through before after during for to and or every each past coming following previous on end-of around'.split(
    ' ',
  ),
);
const isDayForm = (token: Token | undefined): boolean =>
  token !== undefined && /^(?:[12]?\d|3[01])(?:st|nd|rd|th)?$/.test(token.lower);
const isYearForm = (token: Token | undefined): boolean =>
  token !== undefined && /^(?:1[6-9]|20)\d\d$/.test(token.lower);

const isMonthName = (token: Token | undefined): boolean =>
  token !== undefined && token.text !== token.lower && MONTHS.has(token.lower);

/** The month (1..12) that token `i` names in its place, or null. Needs a capital; doubtful words need a day, a year or a preposition beside them. */
export function monthAt(tokens: readonly Token[], i: number): number | null {
  const token = tokens[i];
  const month = token && MONTHS.get(token.lower);
  if (token === undefined || month === undefined || token.text === token.lower) return null;
  if (!AMBIGUOUS.has(token.lower)) return month;
  const before = tokens[i - 1];
  const after = tokens[i + 1];
  if (isDayForm(before) || isDayForm(after) || isYearForm(after)) return month;
  if (after?.text === ',' && isYearForm(tokens[i + 2])) return month;
  if (before?.lower === 'of' && (isDayForm(tokens[i - 2]) || tokens[i - 2]?.lower === 'end')) return month;
  if (token.lower === 'august') return month;
  if (token.lower.length <= 4 && token.lower !== 'may') return null;
  if (/^(?:-|\u2013|to|and|or|through)$/.test(after?.lower ?? '') && isMonthName(tokens[i + 2])) return month;
  if (before === undefined || before.kind !== 'word' || !MONTH_BEFORE.has(before.lower)) return null;
  // "the 3rd March to Freedom" is not seen, but "in May and" is; "after March to" walks on.
  return token.lower === 'may' && after !== undefined && (after.lower === 'i' || after.lower === 'be') ? null : month;
}
