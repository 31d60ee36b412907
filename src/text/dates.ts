// Tokens of a sentence -> its time expressions as intervals of days. A phrase is read only where a word that can open one stands.
import { addDays, type Day, daysBetween } from '../model/day.ts';
import type { Period } from '../model/period.ts';
import { oneDay } from './calendar.ts';
import { afterEnd, aheadOf, beforeStart, endOf, readBoundingWords, skipFillers, startOf } from './date-bounds.ts';
import { canOpenDate, gluedPart, readPoint, splitGlued } from './date-phrases.ts';
import { type DatePoint, earliestFrom, latestBy } from './date-points.ts';
import { readLength, windowOf } from './date-relative.ts';
import type { DateMention, Token } from './document.ts';
import { canOpenHedge, readHedges } from './hedges.ts';
import { wordsOf } from './words-of.ts';

type Tokens = readonly Token[];
type Kind = DateMention['kind'];

/**
 * The time expressions of a sentence, left to right, not overlapping, prepositions included ("since 2018", "by the end of May").
 * Relative words ("Monday", "last month", a date without a year) need `published`; without it their readings are null.
 */
export function findDates(tokens: Tokens, published: Day | null): DateMention[] {
  const found: DateMention[] = [];
  // Far from either end of the calendar that a day can state, so that counting on or back never leaves it.
  const day = published !== null && published > '1000' && published < '9000' ? published : null;
  for (let i = 0; i < tokens.length; ) {
    const mention = canOpenDate(tokens[i]!) ? readMention(tokens, i, day) : null;
    if (mention === null) {
      i++;
      continue;
    }
    found.push(mention);
    i = Math.max(mention.to, i + 1);
  }
  return found;
}

const mention = (
  from: number,
  point: DatePoint,
  kind: Kind,
  period: Period | null,
  ahead: Period | null,
): DateMention => ({
  from,
  to: point.to,
  period,
  ahead,
  kind,
  inferred: point.inferred,
});

function readMention(tokens: Tokens, i: number, published: Day | null): DateMention | null {
  return readPrefixed(tokens, i, published) ?? readBare(tokens, i, i, published);
}

/** A phrase without a preposition of its own, from `at`; the mention starts at `from`. "X to Y" and "X\u2013Y" are one span. */
function readBare(tokens: Tokens, from: number, at: number, published: Day | null): DateMention | null {
  const point = readPoint(tokens, at, published);
  if (point === null) return null;
  const joiner = tokens[point.to];
  if (joiner !== undefined && /^(?:-|\u2013|\u2014|to|through|thru|until|till)$/.test(joiner.lower)) {
    const span = readSpanEnd(tokens, from, point, point.to + 1, published);
    if (span) return span;
  }
  const isOpen = !point.inferred && point.past?.end === null;
  return mention(from, point, isOpen ? 'since' : 'point', point.past, point.ahead);
}

/** The second end of a span whose first is `first`. */
function readSpanEnd(
  tokens: Tokens,
  from: number,
  first: DatePoint,
  at: number,
  published: Day | null,
): DateMention | null {
  if (/^(?:present|now|today)$/.test(tokens[at]?.lower ?? '')) {
    const period = first.past && { start: first.past.start, end: null };
    return { from, to: at + 1, period, ahead: period, kind: 'since', inferred: first.inferred };
  }
  const second = readPoint(tokens, tokens[at]?.lower === 'about' ? at + 1 : at, published);
  if (second === null) return null;
  const past = joinReadings(first, second, 'past');
  const ahead = joinReadings(first, second, 'ahead');
  const isUnresolved = first.past === null && second.past === null;
  if (past === null && ahead === null && !isUnresolved) return null;
  return {
    from,
    to: second.to,
    period: past,
    ahead: ahead ?? past,
    kind: 'span',
    inferred: first.inferred || second.inferred,
  };
}

/** A year that only one end states is the other's too; where neither does, the ends lie as near as can be. */
function joinReadings(first: DatePoint, second: DatePoint, reading: 'past' | 'ahead'): Period | null {
  let start = first[reading]?.start ?? null;
  let end = second[reading]?.end ?? null;
  if (end !== null && second[reading]!.start !== null && first.inYear) {
    start = latestBy(second[reading]!.start!, first.inYear)?.start ?? start;
  } else if (start !== null && first[reading]!.end !== null && second.inYear) {
    end = earliestFrom(first[reading]!.end!, second.inYear)?.end ?? end;
  }
  if (
    start !== null &&
    end !== null &&
    start > end &&
    first.unit === 'day' &&
    second.unit === 'day' &&
    daysBetween(end, start) < 7
  ) {
    // "from Monday to Friday": the two weekdays of one week.
    if (reading === 'past') start = addDays(start, -7);
    else end = addDays(end, 7);
  }
  return start !== null && end !== null && start <= end ? { start, end } : null;
}

/** A phrase with its preposition at token `i`. */
function readPrefixed(tokens: Tokens, i: number, published: Day | null): DateMention | null {
  switch (tokens[i]!.lower) {
    case 'from':
      return readFrom(tokens, i, i + 1, published);
    case 'to':
      return readTo(tokens, i, published);
    case 'between':
      return readBetween(tokens, i, published);
    case 'as':
      return readAs(tokens, i, published);
    case 'for':
      return readFor(tokens, i, published);
    case 'within':
      return readWithin(tokens, i, published);
    case 'on':
    case 'at':
    case 'in':
    case 'during':
    case 'around':
    case 'over':
    case 'throughout':
      return readBounded(tokens, i, published) ?? readIn(tokens, i, published);
    default:
      return readBounded(tokens, i, published) ?? readGlued(tokens, i, published);
  }
}

/** "since 2018", "by the end of May", "ahead of Monday": one end of an interval. */
function readBounded(tokens: Tokens, i: number, published: Day | null): DateMention | null {
  const words = readBoundingWords(tokens, i);
  const point = words && readPoint(tokens, words.to, published);
  if (!words || !point) return null;
  const { kind } = words;
  // "before the end of the year": its last day still counts.
  const last = words.bound === beforeStart && /^(?:end|close)$/.test(tokens[words.to + 1]?.lower ?? '');
  const bound = last ? endOf : words.bound;
  const ahead = kind === 'until' ? aheadOf(point, bound, published) : point.ahead;
  return mention(i, point, kind, point.past && bound(point.past), ahead && bound(ahead));
}

const isSmall = (word: string): boolean => word === 'on' || word === 'in' || word === 'at';

function readFrom(tokens: Tokens, i: number, at: number, published: Day | null): DateMention | null {
  const point = readPoint(tokens, isSmall(tokens[at]?.lower ?? '') ? at + 1 : at, published);
  if (point === null) return null;
  const joiner = tokens[point.to]?.lower ?? '';
  // "the wreckage from Wednesday's crash" is no beginning.
  if (joiner === "'s") return null;
  if (/^(?:to|until|till|through|thru|-|\u2013|\u2014)$/.test(joiner)) {
    const span = readSpanEnd(tokens, i, point, point.to + 1, published);
    if (span) return span;
  }
  const onward = /^(?:on|onward|onwards)$/.test(joiner) ? point.to + 1 : point.to;
  const { past, ahead } = point;
  // A span said as one phrase ("from 2003-2011") keeps its end.
  const isRange = point.unit === 'span' ? !point.inferred : point.unit === 'day' && past?.start !== past?.end;
  const isSpan = isRange && past?.end != null && onward === point.to;
  const bound = isSpan ? (period: Period) => period : startOf;
  return mention(i, { ...point, to: onward }, isSpan ? 'span' : 'since', past && bound(past), ahead && bound(ahead));
}

const TAKES_TO = wordsOf(/^(?:compared|prior|due|according|similar|back|close|postponed|delayed|deferred|moved)$/);
/** "extended to November 2006": an end, where a month, a date or a year follows; "compared to last year" is none. */
function readTo(tokens: Tokens, i: number, published: Day | null): DateMention | null {
  const before = tokens[i - 1]?.lower ?? '';
  if (TAKES_TO.has(before)) return null;
  if (tokens[i + 1]?.lower === 'the') return null;
  const point = readPoint(tokens, i + 1, published);
  if (point === null || (point.inferred && point.inYear === null)) return null;
  return mention(i, point, 'until', point.past && endOf(point.past), point.ahead && endOf(point.ahead));
}

function readBetween(tokens: Tokens, i: number, published: Day | null): DateMention | null {
  const both = readPoint(tokens, i + 1, published);
  if (both === null) return null;
  // "between 7 and 9 May"
  if (both.unit === 'day' && both.past?.start !== both.past?.end)
    return mention(i, both, 'span', both.past, both.ahead);
  if (tokens[both.to]?.lower !== 'and') return null;
  return readSpanEnd(tokens, i, both, both.to + 1, published);
}

/** "as of May", "as recently as February 2025", "as early as next week", "as from Monday". */
function readAs(tokens: Tokens, i: number, published: Day | null): DateMention | null {
  const next = tokens[i + 1]?.lower ?? '';
  if (next === 'from') return readFrom(tokens, i, i + 2, published);
  const at =
    next === 'of' ? i + 2 : tokens[i + 2]?.lower === 'as' && /^(?:recently|early|late|soon)$/.test(next) ? i + 3 : -1;
  const date = at < 0 ? null : readBare(tokens, i, isSmall(tokens[at]?.lower ?? '') ? at + 1 : at, published);
  return date !== null && next === 'of' ? { ...date, asOf: true } : date;
}

/** "for six months" is a length; "for the past six months" a span; "for December" a point. */
function readFor(tokens: Tokens, i: number, published: Day | null): DateMention | null {
  const point = readPoint(tokens, i + 1, published);
  if (point !== null)
    return mention(i, point, point.unit === 'span' && point.inferred ? 'span' : 'point', point.past, point.ahead);
  const at = canOpenHedge(tokens[i + 1] ?? tokens[i]!) ? readHedges(tokens, i + 1).to : i + 1;
  const length = readLength(tokens, at);
  if (length === null || (length.count === null && length.to === at + 1)) return null;
  return { from: i, to: length.to, period: null, ahead: null, kind: 'duration', inferred: true };
}

/** "within 60 days", "within the next month", "within weeks". */
function readWithin(tokens: Tokens, i: number, published: Day | null): DateMention | null {
  const point = readPoint(tokens, i + 1, published);
  if (point) return mention(i, point, 'span', point.past, point.ahead);
  const length = readLength(tokens, i + 1);
  if (length === null || length.unit === 'hour') return length && windowMention(i, length.to, length, published);
  return windowMention(i, length.to, length, published);
}

function windowMention(
  from: number,
  to: number,
  length: { readonly count: number | null; readonly unit: string; readonly to: number },
  published: Day | null,
): DateMention {
  const point = windowOf(to, length, 1, published);
  return mention(from, point, 'span', null, point.ahead);
}

/** "in May", "on Monday", "at the end of 2014", "over the past year", "in six months", "in weeks". */
function readIn(tokens: Tokens, i: number, published: Day | null): DateMention | null {
  const bare = readBare(tokens, i, skipFillers(tokens, i + 1), published);
  if (bare) return bare;
  if (tokens[i]!.lower !== 'in') return null;
  const at = canOpenHedge(tokens[i + 1] ?? tokens[i]!) ? readHedges(tokens, i + 1).to : i + 1;
  const length = readLength(tokens, at);
  if (length === null || length.count === null || tokens[length.to]?.lower === 'of') return null;
  // "the first time in over a decade" looks back.
  if (tokens[i - 1]?.lower === 'time' || readHedges(tokens, i + 1).hedges.includes('floor')) return null;
  // "in six months" looks ahead only; what took six months has no day.
  const ahead = published === null ? null : oneDay(windowOf(length.to, length, 1, published).ahead!.end!);
  return { from: i, to: length.to, period: null, ahead, kind: 'point', inferred: true };
}

/** "mid-2019", "post-2014", "pre-2003", "end-March": the hyphenated ones. */
function readGlued(tokens: Tokens, i: number, published: Day | null): DateMention | null {
  const glued = gluedPart(tokens[i]!);
  if (glued === null || (glued.word !== 'post' && glued.word !== 'pre')) return null;
  const point = readPoint(splitGlued(tokens, i, glued.length), 1, published);
  if (point === null) return null;
  const bound = glued.word === 'post' ? afterEnd : beforeStart;
  const moved = { ...point, to: i + point.to - 1 };
  return mention(
    i,
    moved,
    glued.word === 'post' ? 'since' : 'until',
    point.past && bound(point.past),
    point.ahead && bound(point.ahead),
  );
}
