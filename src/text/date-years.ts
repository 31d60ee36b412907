// Time phrases by year: "2018", "2001-2014", "the 1990s", "the third quarter of 2015", "fiscal 2020", "2020-05-14".
import { addDays, type Day, dayOf } from '../model/day.ts';
import { halfStretch, monthsStretch, oneDay, quarterStretch, type Stretch, yearOf, yearStretch } from './calendar.ts';
import { dateNumber, isDash, readMonth, touches, trailingYear } from './date-names.ts';
import { type DatePoint, relative, stated, yearless } from './date-points.ts';
import { ORDINALS } from './date-words.ts';
import type { Token } from './document.ts';
import { monthAt } from './months.ts';
import { hasYearForm, isYear } from './years.ts';

type Tokens = readonly Token[];

/** "2018", "2022 February 20", "2001-2014", "2019\u201320", "2012\u2013present", "1990s", "2020-05-14". */
export function readYear(tokens: Tokens, i: number): DatePoint | null {
  const token = tokens[i];
  if (token === undefined) return null;
  const decade = /^(1[6-9]|20)\d0s$/.exec(token.lower);
  if (decade) {
    const year = Number(token.lower.slice(0, 4));
    const isCentury = year % 100 === 0 && year < 2000;
    return stated(
      i + 1,
      { start: yearStretch(year).start, end: yearStretch(year + (isCentury ? 99 : 9)).end },
      isCentury ? 'century' : 'decade',
    );
  }
  if (!hasYearForm(token)) return readDottedDate(tokens, i);
  const year = Number(token.lower);
  const iso = readIsoTail(tokens, i, year);
  if (iso) return iso;
  const date = monthAt(tokens, i + 1) === null ? null : dateNumber(tokens[i + 2]);
  if (date !== null && tokens[i + 2]!.kind === 'number' && !hasYearForm(tokens[i + 3])) {
    const day = dayOf(year, monthAt(tokens, i + 1)!, date);
    if (day !== null) return stated(i + 3, oneDay(day), 'day');
  }
  if (!isYear(tokens, i)) return null;
  const next = tokens[i + 2];
  if (isDash(tokens[i + 1]) && next !== undefined) {
    const end = hasYearForm(next)
      ? Number(next.lower)
      : /^\d\d$/.test(next.lower) && touches(tokens[i + 1], next)
        ? Math.floor(year / 100) * 100 + Number(next.lower)
        : 0;
    if (end > year && end < year + 200)
      return { ...stated(i + 3, { start: yearStretch(year).start, end: yearStretch(end).end }, 'span') };
    if (next.lower === 'present' || next.lower === 'ongoing' || next.lower === 'now') return open(i + 3, year);
    if (isClosing(next) && touches(tokens[i + 1], next)) return open(i + 2, year);
  }
  return stated(i + 1, yearStretch(year), 'year');
}

const isClosing = (token: Token): boolean => token.text === ')' || token.text === ';';
const open = (to: number, year: number): DatePoint => {
  const period = { start: yearStretch(year).start, end: null };
  return { to, past: period, ahead: period, inYear: null, unit: 'span', inferred: false };
};

function readIsoTail(tokens: Tokens, i: number, year: number): DatePoint | null {
  const [dash, month, dash2, date] = tokens.slice(i + 1, i + 5);
  if (dash?.lower !== '-' || dash2?.lower !== '-' || !touches(dash, month) || !touches(dash2, date)) return null;
  if (!/^\d\d$/.test(month!.lower) || !/^\d\d$/.test(date!.lower)) return null;
  const day = dayOf(year, Number(month!.lower), Number(date!.lower));
  return day === null ? null : stated(i + 5, oneDay(day), 'day');
}

/** "14.05.2020", "14/05/2020": only where day and month cannot be mistaken for each other, or are the same. */
function readDottedDate(tokens: Tokens, i: number): DatePoint | null {
  const token = tokens[i]!;
  if (token.kind !== 'number') return null;
  const dotted = /^(\d\d?)\.(\d\d?)\.((?:19|20)\d\d)$/.exec(token.lower);
  const isSlashed =
    tokens[i + 1]?.text === '/' &&
    tokens[i + 3]?.text === '/' &&
    hasYearForm(tokens[i + 4]) &&
    touches(token, tokens[i + 1]);
  const parts = dotted
    ? dotted.slice(1).map(Number)
    : isSlashed
      ? [token, tokens[i + 2]!, tokens[i + 4]!].map((part) => Number(part.lower))
      : null;
  if (parts === null) return null;
  const [a, b, year] = parts as [number, number, number];
  const day = a > 12 || a === b || dotted ? dayOf(year, b, a) : b > 12 ? dayOf(year, a, b) : null;
  return day === null ? null : stated(dotted ? i + 1 : i + 5, oneDay(day), 'day');
}

/** "third quarter of 2015", "first half of 2021", "first week of May", "Q3 2015", "H1 2021": from the ordinal on. */
export function readOrdinalPart(tokens: Tokens, i: number, published: Day | null): DatePoint | null {
  const word = tokens[i]?.lower ?? '';
  const short = /^([qh])([1-4])$/.exec(word);
  const ordinal = short
    ? Number(short[2])
    : word === 'latter'
      ? 2
      : word === 'last' || word === 'final'
        ? -1
        : ORDINALS.get(word);
  if (ordinal === undefined) return null;
  const unit = short ? (short[1] === 'q' ? 'quarter' : 'half') : (tokens[i + 1]?.lower ?? '');
  const to = short ? i + 1 : i + 2;
  if (unit === 'week' || unit === 'day') return ordinalOfMonth(tokens, to, ordinal, unit, published);
  const last = unit === 'quarter' ? 4 : unit === 'half' ? 2 : 0;
  const count = ordinal < 0 ? last : ordinal;
  if (count < 1 || count > last) return null;
  const inYear = (year: number): Stretch =>
    unit === 'quarter' ? quarterStretch(year, count) : halfStretch(year, count);
  const tail = trailingYear(tokens, to);
  const kind = unit === 'quarter' ? 'quarter' : 'half';
  if (tail) return stated(tail.to, inYear(tail.year), kind);
  const year = relativeYear(tokens, to, published);
  if (year) return relative(year.to, published === null ? null : inYear(year.year), kind);
  // "the second half" of a match, "a quarter": only with a month, a year or at least a preposition.
  if (unit === 'half' || ordinal < 0) return null;
  return /^(?:in|by|during|since|until|the)$/.test(tokens[i - 1]?.lower ?? '')
    ? yearless(to, inYear, kind, published)
    : null;
}

/** "of this year", "of next year", "of the year": the year and where the phrase ends. */
function relativeYear(
  tokens: Tokens,
  i: number,
  published: Day | null,
): { readonly year: number; readonly to: number } | null {
  const skip = tokens[i]?.lower === 'of' ? 1 : 0;
  const word = tokens[i + skip]?.lower ?? '';
  if (
    tokens[i + skip + 1]?.lower !== 'year' ||
    (word !== 'this' && word !== 'next' && word !== 'last' && word !== 'the')
  )
    return null;
  const now = published === null ? 2000 : yearOf(published);
  return { year: now + (word === 'next' ? 1 : word === 'last' ? -1 : 0), to: i + skip + 2 };
}

function ordinalOfMonth(
  tokens: Tokens,
  i: number,
  ordinal: number,
  unit: 'week' | 'day',
  published: Day | null,
): DatePoint | null {
  const skip = tokens[i]?.lower === 'of' || tokens[i]?.lower === 'in' ? 1 : 0;
  const month = skip === 1 ? readMonth(tokens, i + 1, published) : null;
  if (month === null || month.unit !== 'month') return null;
  const length = unit === 'week' ? 7 : 1;
  const cut = (stretch: Stretch): Stretch => {
    if (ordinal < 0) return { start: addDays(stretch.end, 1 - length), end: stretch.end };
    const start = addDays(stretch.start, (ordinal - 1) * length);
    return { start, end: addDays(start, length - 1) };
  };
  const cutPeriod = (period: DatePoint['past']): DatePoint['past'] =>
    period?.start && period.end ? cut({ start: period.start, end: period.end }) : period;
  const { inYear } = month;
  const cutYear = (year: number): Stretch | null => {
    const stretch = inYear?.(year) ?? null;
    return stretch && cut(stretch);
  };
  return { ...month, past: cutPeriod(month.past), ahead: cutPeriod(month.ahead), inYear: inYear && cutYear, unit };
}

/** "fiscal 2020", "fiscal year 2020", "FY2020", "financial year 2013-14": the American one, October to September. */
export function readFiscalYear(tokens: Tokens, i: number): DatePoint | null {
  const word = tokens[i]?.lower ?? '';
  const glued = /^fy((?:20|19)?\d\d)$/.exec(word);
  let at = i + 1;
  if (!glued) {
    if (word !== 'fiscal' && word !== 'fy') return null;
    if (tokens[at]?.lower === 'year') at++;
    if (!hasYearForm(tokens[at])) return null;
  }
  const digits = glued ? glued[1]! : tokens[at]!.lower;
  const year = digits.length === 2 ? 2000 + Number(digits) : Number(digits);
  const stretch = monthsStretch(year - 1, 10, 21);
  return { ...stated(glued ? i + 1 : at + 1, stretch, 'year'), inferred: true };
}

/** "19th century". */
export function readCentury(tokens: Tokens, i: number): DatePoint | null {
  const match = /^(1[6-9]|2[01])(?:th|st)$/.exec(tokens[i]?.lower ?? '');
  if (!match || tokens[i + 1]?.lower !== 'century') return null;
  const last = Number(match[1]) * 100;
  return stated(i + 2, { start: yearStretch(last - 99).start, end: yearStretch(last).end }, 'century');
}
