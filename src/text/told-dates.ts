// Phrases of time that hang on a day told before, not on the report's: "by then", "two days later", "the same month", "since that date".
import { addDays } from '../model/day.ts';
import type { Period } from '../model/period.ts';
import { addMonths, addUnits, monthOf, monthStretch, weekStretch, yearOf, yearStretch } from './calendar.ts';
import type { Token } from './document.ts';
import { readCardinal } from './number-words.ts';
import { wordsOf } from './words-of.ts';

type Tokens = readonly Token[];

/** Tokens [from, to) of the phrase, and the time it means once the day told before is known; null where that leaves it open. */
interface ToldDate {
  readonly from: number;
  readonly to: number;
  readonly after: (told: Period) => Period | null;
}

const UNITS: ReadonlyMap<string, 'day' | 'week' | 'month' | 'year'> = new Map([
  ['day', 'day'],
  ['days', 'day'],
  ['week', 'week'],
  ['weeks', 'week'],
  ['month', 'month'],
  ['months', 'month'],
  ['year', 'year'],
  ['years', 'year'],
]);
const POINT = /^(?:time|date|day|point|stage|deadline|week|month|year)$/;

const upTo = (told: Period): Period | null => (told.end === null ? null : { start: null, end: told.end });
const onFrom = (told: Period): Period | null => (told.start === null ? null : { start: told.start, end: null });

/** The day, week, month or year around a day, `offset` of them on. */
function whole(day: string, unit: string, offset: number): Period {
  if (unit === 'week') return weekStretch(day, offset);
  if (unit === 'year') return yearStretch(yearOf(day) + offset);
  const moved = unit === 'month' ? addMonths(monthStretch(yearOf(day), monthOf(day)).start, offset) : day;
  if (unit === 'month') return monthStretch(yearOf(moved), monthOf(moved));
  return { start: addDays(day, offset), end: addDays(day, offset) };
}

/** Days and weeks counted from a day give a day; months and years the whole one that is meant. */
function counted(told: Period, unit: string, count: number): Period | null {
  const day = count < 0 ? told.start : (told.end ?? told.start);
  if (day === null) return null;
  if (unit === 'month' || unit === 'year') return whole(day, unit, count);
  if (told.start !== told.end) return null;
  const moved = addUnits(day, count, unit);
  return { start: moved, end: moved };
}

/** The first such phrase of a sentence; null in nearly every one. */
export function findToldDate(tokens: Tokens): ToldDate | null {
  for (let i = 0; i < tokens.length; i++) {
    const { lower } = tokens[i]!;
    if (!STARTS.has(lower)) continue;
    const found = OPENERS.has(lower) ? (bounded(tokens, i) ?? same(tokens, i)) : null;
    const told = found ?? (UNITS.has(lower) ? laterOrEarlier(tokens, i) : null);
    if (told !== null) return told;
  }
  return null;
}

const OPENERS: ReadonlySet<string> = new Set([
  'by',
  'before',
  'until',
  'till',
  'since',
  'from',
  'the',
  'that',
  'on',
  'in',
]);
const STARTS: ReadonlySet<string> = new Set([...OPENERS, ...UNITS.keys()]);

const BOUND = wordsOf(/^(?:by|before|until|till|since|from)$/);
/** "by then", "before that date", "since that time", "from then on". */
function bounded(tokens: Tokens, i: number): ToldDate | null {
  const word = tokens[i]!.lower;
  if (!BOUND.has(word)) return null;
  const then = tokens[i + 1]?.lower === 'then';
  const that = /^(?:that|this)$/.test(tokens[i + 1]?.lower ?? '') && POINT.test(tokens[i + 2]?.lower ?? '');
  const after = /^(?:the|that)$/.test(tokens[i + 1]?.lower ?? '') && tokens[i + 2]?.lower === 'same';
  if (!then && (!that || after)) return null;
  const to = i + (then ? 2 : 3);
  if (word === 'from' && !/^(?:on|onwards?)$/.test(tokens[to]?.lower ?? '')) return null;
  return { from: i, to, after: word === 'since' || word === 'from' ? onFrom : upTo };
}

/** "the same day", "that month", "in the same year"; "the following week", "the next day". */
function same(tokens: Tokens, i: number): ToldDate | null {
  const at = /^(?:on|in)$/.test(tokens[i]!.lower) ? i + 1 : i;
  const first = tokens[at]?.lower ?? '';
  const second = tokens[at + 1]?.lower ?? '';
  if (first !== 'the' && first !== 'that') return null;
  const steps =
    second === 'same' ? 0 : second === 'following' ? 1 : second === 'next' ? 1 : second === 'previous' ? -1 : null;
  const unit = UNITS.get(tokens[at + (steps === null ? 1 : 2)]?.lower ?? '');
  if (unit === undefined || /^(?:days|weeks|months|years)$/.test(tokens[at + (steps === null ? 1 : 2)]!.lower))
    return null;
  if (steps === null) {
    // "the day after", "the month before"; "that day" by itself.
    const behind = tokens[at + 2]?.lower ?? '';
    const last = tokens[at + 3]?.text ?? '.';
    if (/^(?:after|before)$/.test(behind) && (last === ',' || last === '.'))
      return step(i, at + 3, unit, behind === 'after' ? 1 : -1);
    return first === 'that' ? step(i, at + 2, unit, 0) : null;
  }
  if (second === 'next' && unit !== 'day') return null;
  return step(i, at + 3, unit, steps);
}

const step = (from: number, to: number, unit: string, offset: number): ToldDate => ({
  from,
  to,
  after: (told) => (told.start === null ? null : whole(told.start, unit, offset)),
});

/** "two days later", "a week earlier", "three months before": only with its number, and not "later this week". */
function laterOrEarlier(tokens: Tokens, i: number): ToldDate | null {
  const unit = UNITS.get(tokens[i]!.lower)!;
  const word = tokens[i + 1]?.lower ?? '';
  const ahead = /^(?:later|afterwards?)$/.test(word);
  if (!ahead && word !== 'earlier') return null;
  const before = tokens[i - 1]?.lower ?? '';
  const one = before === 'a' || before === 'an' || before === 'one';
  const number = one ? 1 : (readCardinal(tokens, i - 1)?.value ?? null);
  if (number === null || number < 1 || !Number.isInteger(number)) return null;
  const count = ahead ? number : -number;
  return { from: i - 1, to: i + 2, after: (told) => counted(told, unit, count) };
}
