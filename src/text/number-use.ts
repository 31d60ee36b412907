// What a number is of, by its neighbours: a count, or a year, a sum of money, a distance, an age, a clock time, a name's number.
import {
  CAPITAL_LABEL_NOUNS,
  CLOCK_WORDS,
  CURRENCY_SIGNS,
  LABEL_NOUNS,
  MEASURE_ADJECTIVES,
  MEASURE_WORDS,
  MONEY_WORDS,
  NUMBERED_FORMATIONS,
  TIME_WORDS,
} from './counted-words.ts';
import type { NumberUse, Token } from './document.ts';
import { canOpenHedge } from './hedges.ts';
import { monthAt } from './months.ts';
import { countsSomething, isYear } from './years.ts';

const PERSONS: ReadonlySet<string> = new Set(
  'strong member man men person people troop soldier officer woman marine peacekeeper trainer head personnel trooper policeman fighter sailor airman personne persons staff'.split(
    ' ',
  ),
);
const TIMES = /^(?:year|month|week|day|hour|minute|second|decade|century|night)(?:s|-|$)/;
const MEASURES =
  /^(?:mile|km|kilometer|kilometre|meter|metre|foot|feet|inch|ton|tonne|pound|acre|degree|mm|caliber|calibre|kiloton|megawatt|nautical|percent|per|fold|point|times|millimeter|millimetre|yard|litre|liter|barrel|knot)(?:s|-|$)/;

/** What a hyphen hangs on a number: "strong" and "member" count persons, "year" and "mile" measure. */
export function useOfGlue(glue: string): { readonly glued: 'persons' | 'other'; readonly use: NumberUse } {
  if (PERSONS.has(glue) || PERSONS.has(glue.split('-')[0]!)) return { glued: 'persons', use: 'count' };
  if (TIMES.test(glue)) return { glued: 'other', use: 'time' };
  if (MEASURES.test(glue)) return { glued: 'other', use: 'measure' };
  if (/^(?:dollar|euro)/.test(glue)) return { glued: 'other', use: 'money' };
  return { glued: 'other', use: 'count' };
}

/** The use of a free number with its own tokens at [from, to), worth `value`; `isDigits` where it is written in digits. */
export function useOfNumber(
  tokens: readonly Token[],
  from: number,
  to: number,
  value: number,
  isDigits: boolean,
): NumberUse {
  const before = tokens[from - 1];
  const after = tokens[to];
  if (before && (CURRENCY_SIGNS.has(before.text) || (MONEY_WORDS.has(before.lower) && before.text !== before.lower)))
    return 'money';
  const shared = useOfSharedHyphen(tokens, to);
  if (shared !== null) return shared;
  if (isDigits && isClock(tokens, from, to, value)) return 'clock';
  const measured = useByNoun(tokens, to);
  if (measured !== null) return measured;
  if (isDigits) {
    if (to === from + 1 && isYear(tokens, from)) return 'year';
    if (isDatePart(tokens, from, to, value)) return 'date';
    if (isChained(tokens, from, to)) return 'label';
    if (namesFormation(tokens, from, to) && value < 1000) return 'label';
    if (isYearTail(tokens, from)) return 'year';
  }
  // "numbers 180 soldiers", "in all they number 4,500" count them.
  const counts =
    (before?.lower === 'numbers' && after?.kind === 'word' && after.text === after.lower) ||
    (before?.lower === 'number' && from > 1 && (tokens[from]!.text.includes(',') || endsSubject(tokens[from - 2]!)));
  if (before && !counts && isLabel(tokens, from - 1) && (isDigits || value < 100)) return 'label';
  if (after?.lower === 'of' && monthAt(tokens, to + 1) !== null && value <= 31 && isDigits) return 'date';
  return Number.isInteger(value) ? 'count' : 'measure';
}

/** "personnel in Egypt number 452", "they now number 60"; but "flight number 452", "the number 60". */
const endsSubject = ({ lower, text }: Token): boolean =>
  /^(?:now|currently|together|they|who|which|personnel|already)$/.test(lower) ||
  /^\p{Lu}\p{Ll}+$/u.test(text) ||
  /(?:troops|soldiers|forces|men|peacekeepers|police)$/.test(lower);

/** "3- to 5-year terms", "a two- or three-week stay": the hyphen waits for the second number's word. */
function useOfSharedHyphen(tokens: readonly Token[], i: number): NumberUse | null {
  if (tokens[i]?.text !== '-' || !/^(?:to|or|and)$/.test(tokens[i + 1]?.lower ?? '')) return null;
  const second = tokens[i + 2]?.lower ?? '';
  const hyphen = second.indexOf('-');
  return hyphen > 0 ? useOfGlue(second.slice(hyphen + 1)).use : null;
}

/** By the noun after the number, past adjectives such as "long" or "consecutive". */
function useByNoun(tokens: readonly Token[], i: number): NumberUse | null {
  for (let k = i; k < tokens.length && k < i + 3; k++) {
    const { lower, text } = tokens[k]!;
    if (text === '%' || lower === 'percent' || lower === 'percentage') return 'percent';
    if (lower === 'per') return tokens[k + 1]?.lower === 'cent' ? 'percent' : null;
    if (CURRENCY_SIGNS.has(text) && k === i && text !== '$') return 'money';
    if (MONEY_WORDS.has(lower)) return 'money';
    if (TIME_WORDS.has(lower)) return 'time';
    if (MEASURE_WORDS.has(lower) && (text === lower || lower.length > 1)) return 'measure';
    if (lower === 'pounds' || lower === 'pound') return 'money';
    if (lower === '\u00b0' || lower === '\u00ba') return 'measure';
    if (k === i && CLOCK_WORDS.has(lower)) return 'clock';
    if (!MEASURE_ADJECTIVES.has(lower)) return null;
  }
  return null;
}

/** The "20" of "2019\u201320". */
const isYearTail = (tokens: readonly Token[], i: number): boolean =>
  tokens[i]!.text.length === 2 &&
  /^[-\u2013/]$/.test(tokens[i - 1]?.lower ?? '') &&
  touches(tokens, i - 1) &&
  touches(tokens, i - 2) &&
  isYear(tokens, i - 2);

function isClock(tokens: readonly Token[], from: number, to: number, value: number): boolean {
  const isColonTo = (i: number): boolean =>
    tokens[i]?.text === ':' &&
    /^[0-5]\d$/.test(tokens[i + 1]?.lower ?? '') &&
    touches(tokens, i - 1) &&
    touches(tokens, i);
  if (value <= 24 && isColonTo(to)) return true;
  if (
    tokens[from - 1]?.text === ':' &&
    /^[0-5]\d$/.test(tokens[from]!.lower) &&
    touches(tokens, from - 1) &&
    /^\d\d?$/.test(tokens[from - 2]?.lower ?? '')
  )
    return true;
  return /^(?:[01]\d|2[0-3])[0-5]\d$/.test(tokens[from]!.lower) && tokens[to]?.lower === 'hours' && from + 1 === to;
}

/** True where token `i` and the next stand without a gap. */
const touches = (tokens: readonly Token[], i: number): boolean =>
  tokens[i] !== undefined && tokens[i + 1] !== undefined && tokens[i]!.end === tokens[i + 1]!.start;

function isDatePart(tokens: readonly Token[], from: number, to: number, value: number): boolean {
  if (value < 1 || value > 31 || !Number.isInteger(value) || tokens[from]!.text.length > 2) return false;
  if (monthAt(tokens, to) !== null) return true;
  if (monthAt(tokens, from - 1) !== null) return !countsSomething(tokens, to);
  // "5-7 May", "15 and 16 May", "May 5-7"
  const joins = (token: Token | undefined): boolean =>
    token !== undefined && /^(?:-|\u2013|and|to|or|,)$/.test(token.lower);
  const isDay = (token: Token | undefined): boolean => token !== undefined && /^(?:[12]?\d|3[01])$/.test(token.lower);
  if (joins(tokens[to]) && isDay(tokens[to + 1]) && monthAt(tokens, to + 2) !== null) return true;
  return (
    joins(tokens[from - 1]) &&
    isDay(tokens[from - 2]) &&
    monthAt(tokens, from - 3) !== null &&
    !countsSomething(tokens, to)
  );
}

/** Numbers strung with hyphens or slashes: "2020-05-14", "555-0123-88", "9/11". A single hyphen is left to ranges and votes. */
function isChained(tokens: readonly Token[], from: number, to: number): boolean {
  const chain = (i: number): boolean =>
    /^[-/]$/.test(tokens[i]?.lower ?? '') && touches(tokens, i - 1) && touches(tokens, i);
  const right = chain(to) && tokens[to + 1]?.kind === 'number';
  const left = chain(from - 1) && tokens[from - 2]?.kind === 'number';
  if (right && left) return true;
  if (right && (tokens[to]!.lower === '/' || (chain(to + 2) && tokens[to + 3]?.kind === 'number'))) return true;
  return left && (tokens[from - 1]!.lower === '/' || (chain(from - 3) && tokens[from - 4]?.kind === 'number'));
}

/** "the 205 Hero Corps", "4 Squadron": capitals up to a formation in the singular, and no hedge before the number. */
function namesFormation(tokens: readonly Token[], from: number, to: number): boolean {
  if (tokens[from - 1] !== undefined && canOpenHedge(tokens[from - 1]!)) return false;
  for (let k = to; k < to + 4; k++) {
    const token = tokens[k];
    if (token === undefined || token.kind !== 'word' || token.text === token.lower) return false;
    if (NUMBERED_FORMATIONS.has(token.lower)) return true;
  }
  return false;
}

/** True where the word at `i` makes the number after it a part of a name. */
function isLabel(tokens: readonly Token[], i: number): boolean {
  const token = tokens[i]!;
  if (token.text === '#' || token.text === '\u00a7') return true;
  if (token.kind !== 'word') return false;
  if (token.lower === 'no' || token.lower === 'nos') return token.text.endsWith('.');
  if (LABEL_NOUNS.has(token.lower)) return true;
  return token.text !== token.lower && CAPITAL_LABEL_NOUNS.has(token.lower);
}
