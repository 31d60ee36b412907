// Where sentences end inside one block. Looks only at what stands around each stop, so cost is linear and abbreviations, initials,
// decimals and quotations that close after the stop are told apart by their neighbours. Semicolon lists stay one sentence.
import { BEFORE_DIGIT, MAYBE_LAST, TITLES } from './abbreviations.ts';
import { classOf, DIGIT, isLower, isUpper, LETTER, SILENT, SPACE } from './characters.ts';

const CLOSERS = new Set('"\'\u201d\u2019\u00bb)]*_');
const OPENERS = new Set('"\'\u201c\u2018\u00ab([*_\u2014\u2013-');
/** Words that open a sentence and do not go on a name: after "U.S." or "Inc." they show that the stop was final. */
const STARTERS: ReadonlySet<string> = new Set(
  (
    'the a an it its he his she her they their we our i you this that these those there here in on at by for from to of with and but or so as if ' +
    'when while after before since although though because however meanwhile some many most several all both no not nor yet then now about ' +
    'more one two three also according last what who how why where which once under over during despite earlier later thus still even only'
  ).split(' '),
);
const AFTER_CLOCK =
  /^(?:mon|tues|wednes|thurs|fri|satur|sun)day$|^(?:gmt|utc|est|edt|cet|eastern|local|moscow|baghdad|kabul)$/;

/**
 * The sentences of [start, end) as spans without white space at their ends. A stop ends one unless it belongs to an abbreviation, an
 * initial, a number or the middle of a quotation that goes on. A source in brackets after the stop ("(Reuters)") stays with its sentence.
 */
export function splitSentences(text: string, start: number, end: number): readonly (readonly [number, number])[] {
  const spans: [number, number][] = [];
  let from = skipSpace(text, start, end);
  for (let i = from; i < end; ) {
    if (!isStop(text.charCodeAt(i))) {
      i++;
      continue;
    }
    const at = boundaryAfter(text, from, i, end);
    if (at < 0) {
      i = Math.max(i + 1, -at);
      continue;
    }
    if (at > from) spans.push([from, at]);
    from = skipSpace(text, at, end);
    i = from;
  }
  let last = end;
  while (last > from && classOf(text.charCodeAt(last - 1)) === SPACE) last--;
  if (last > from) spans.push([from, last]);
  return spans;
}

function skipSpace(text: string, i: number, end: number): number {
  let at = i;
  while (at < end && classOf(text.charCodeAt(at)) === SPACE) at++;
  return at;
}

/** The end of the sentence whose stop stands at `stop`; where the stop ends none, minus the offset to go on from. */
function boundaryAfter(text: string, from: number, stop: number, end: number): number {
  let at = stop + 1;
  while (at < end && isStop(text.charCodeAt(at))) at++;
  const runEnd = at;
  while (at < end && CLOSERS.has(text[at]!)) at++;
  if (at < end && text[at] === '[') at = skipNotes(text, at, end);
  if (at >= end) return end;
  const hasGap = classOf(text.charCodeAt(at)) === SPACE;
  if (!hasGap) return isMissingGap(text, stop, runEnd, at, end) ? at : -runEnd;
  let next = skipSpace(text, at, end);
  if (next >= end) return end;
  const source = endOfSource(text, next, end);
  if (source > next) {
    const after = skipSpace(text, source, end);
    if (after >= end || !isLower(text[after]!)) return source;
  }
  const isQuoted = at > runEnd;
  while (next < end && (OPENERS.has(text[next]!) || classOf(text.charCodeAt(next)) === SPACE)) next++;
  if (next >= end) return at;
  const nextChar = text[next]!;
  const nextKind = classOf(nextChar.charCodeAt(0));
  if (nextKind === LETTER && isLower(nextChar)) return -at;
  const isPlainStop = text[stop] === '.' && runEnd === stop + 1;
  if (isPlainStop && !isQuoted && !isFinalStop(text, from, stop, next, end)) return -at;
  return nextKind === LETTER || nextKind === DIGIT || text[stop] !== '\u2026' ? at : -at;
}

const isStop = (code: number): boolean =>
  code < 0x40 ? code === 0x2e || code === 0x3f || code === 0x21 : code === 0x2026;

/** Skips note marks such as "[1][2]" after a stop. */
function skipNotes(text: string, i: number, end: number): number {
  let at = i;
  while (at < end && text[at] === '[') {
    let close = at + 1;
    while (close < end && close < at + 5 && classOf(text.charCodeAt(close)) === DIGIT) close++;
    if (close === at + 1 || text[close] !== ']') return at;
    at = close + 1;
  }
  return at;
}

/** "troops.The coalition": a stop between a lower-case word and a capitalised one, with the space lost. */
function isMissingGap(text: string, stop: number, runEnd: number, at: number, end: number): boolean {
  if (runEnd !== stop + 1 || at + 1 >= end || stop < 3) return false;
  const isWordBefore = [1, 2].every((k) => isLower(text[stop - k]!)) || at > runEnd;
  if (!isWordBefore || !isUpper(text[at]!)) return false;
  const second = text[at + 1]!;
  return isLower(second) || (classOf(second.charCodeAt(0)) === SPACE && (text[at] === 'A' || text[at] === 'I'));
}

/** The end of a run of short brackets such as "(Reuters) (BBC News)" that starts at `i`, else `i`. A bracket that holds a sentence is none. */
function endOfSource(text: string, i: number, end: number): number {
  let at = i;
  while (at < end && text[at] === '(') {
    let close = at + 1;
    while (close < end && close < at + 60 && text[close] !== ')' && text[close] !== '(') close++;
    if (text[close] !== ')' || isStop(text.charCodeAt(close - 1))) return lastSolid(text, i, at);
    at = skipSpace(text, close + 1, end);
  }
  return lastSolid(text, i, at);
}

function lastSolid(text: string, from: number, i: number): number {
  let at = i;
  while (at > from && classOf(text.charCodeAt(at - 1)) === SPACE) at--;
  return at;
}

/** True where a single full stop, followed by white space and something that is no lower-case letter, ends the sentence. */
function isFinalStop(text: string, from: number, stop: number, next: number, end: number): boolean {
  let wordStart = stop;
  while (wordStart > from && wordStart > stop - 14 && isWordUnit(text.charCodeAt(wordStart - 1))) wordStart--;
  const word = text.slice(wordStart, stop);
  const following = wordAt(text, next, end);
  if (word === '') return true;
  const before = wordStart > from ? text[wordStart - 1] : ' ';
  if (word.length === 1 && before === '.') return isFinalAcronym(text, wordStart, stop, following);
  const lower = word.toLowerCase();
  if (word.length === 1 && isUpper(word) && word !== 'I') return STARTERS.has(following) && wordStart > from;
  if (BEFORE_DIGIT.has(lower) && classOf(text.charCodeAt(next)) === DIGIT) return false;
  if (TITLES.has(lower) && isUpper(word[0]!)) return false;
  if (lower === 'vs' || lower === 'cf' || lower === 'viz') return false;
  if (MAYBE_LAST.has(lower) && (isUpper(word[0]!) || lower === 'etc' || lower === 'est' || lower === 'approx')) {
    if (classOf(text.charCodeAt(next)) === DIGIT) return false;
    return STARTERS.has(following) || lower === 'etc';
  }
  // A list number: "1. Troops".
  return !(wordStart === from && stop - wordStart <= 3 && classOf(word.charCodeAt(0)) === DIGIT);
}

function isFinalAcronym(text: string, lastLetter: number, stop: number, following: string): boolean {
  const letters = text.slice(Math.max(0, lastLetter - 2), stop).toLowerCase();
  if (letters === 'a.m' || letters === 'p.m') return following !== '' && !AFTER_CLOCK.test(following);
  if (letters === 'e.g' || letters === 'i.e') return false;
  return STARTERS.has(following);
}

const isWordUnit = (code: number): boolean => {
  const kind = classOf(code);
  return kind === LETTER || kind === DIGIT || kind === SILENT;
};

function wordAt(text: string, i: number, end: number): string {
  let at = i;
  while (at < end && at < i + 16 && isWordUnit(text.charCodeAt(at))) at++;
  return text.slice(i, at).toLowerCase();
}
