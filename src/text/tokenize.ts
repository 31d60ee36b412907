// Text -> tokens in one pass over its code units. Tokens never overlap, and what lies between them is white space: joined with the
// gaps they give the text back.
import { BEFORE_DIGIT, MAYBE_LAST, TITLES } from './abbreviations.ts';
import { APOSTROPHE, classOf, DIGIT, HYPHEN, LETTER, SILENT, SPACE } from './characters.ts';
import type { Token } from './document.ts';
import { formOf } from './word-forms.ts';

const DOT = 0x2e;
const COMMA = 0x2c;
const QUOTES_FOLDED: ReadonlyMap<string, string> = new Map([
  ['\u201c', '"'],
  ['\u201d', '"'],
  ['\u201e', '"'],
  ['\u00ab', '"'],
  ['\u00bb', '"'],
  ['\u2018', "'"],
  ['\u2019', "'"],
  ['\u02bc', "'"],
  ['\u2010', '-'],
  ['\u2011', '-'],
  ['\u2212', '-'],
]);
/** What a clitic says in full; "'s" and "'d" stay, for they say several things. */
const CLITICS: ReadonlyMap<string, string> = new Map([
  ["'s", "'s"],
  ["'d", "'d"],
  ["'ll", 'will'],
  ["'ve", 'have'],
  ["'re", 'are'],
  ["'m", 'am'],
]);
const NEGATED_STEMS: ReadonlyMap<string, string> = new Map([
  ['wo', 'will'],
  ['ca', 'can'],
  ['sha', 'shall'],
  ['ai', 'is'],
]);

const MONTH_NAME =
  /^(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec|January|February|March|April|May|June|July|August|September|October|November|December)$/;

const isAlnum = (kind: number): boolean => kind === LETTER || kind === DIGIT;

/**
 * The tokens of [start, end) of `text`, the whole text by default. "800-strong", "U.S.", "U.S.-led", "F-16s" and "N'Djamena" are one
 * token; a possessive "'s", "n't" and other clitics are their own, with the full word as `lower` ("n't" -> "not"), and "cannot" is two; "Gen." keeps its
 * stop in `text` and drops it in `lower`; digits with separators ("10,000", "28.5K") are one number; "500-600" and "900\u20131,000" are
 * three tokens; "$" and "%" stand alone; "5 100" is two tokens, joined by `findNumbers`.
 */
export function tokenize(text: string, start = 0, end = text.length): Token[] {
  const tokens: Token[] = [];
  let i = start;
  while (i < end) {
    const kind = classOf(text.charCodeAt(i));
    if (kind === SPACE) i++;
    else if (kind === LETTER) i = takeWord(text, i, end, tokens);
    else if (kind === DIGIT) i = takeNumber(text, i, end, tokens);
    else i = takePunctuation(text, i, end, tokens);
  }
  return tokens;
}

function put(tokens: Token[], kind: Token['kind'], text: string, start: number, end: number, lower?: string): number {
  const form = formOf(text, start, end);
  tokens.push({ kind, text: form.text, lower: lower ?? form.lower, start, end });
  return end;
}

const folded = (text: string, start: number, end: number): string => formOf(text, start, end).lower;

/** The end of a run of letters, digits and inner hyphens and apostrophes that starts at `i`. */
function endOfWord(text: string, i: number, end: number): number {
  while (i < end) {
    const code = text.charCodeAt(i);
    if ((code >= 0x61 && code <= 0x7a) || (code >= 0x41 && code <= 0x5a)) {
      i++;
      continue;
    }
    const kind = classOf(code);
    if (isAlnum(kind) || kind === SILENT) i++;
    else if ((kind === HYPHEN || kind === APOSTROPHE) && i + 1 < end && isAlnum(classOf(text.charCodeAt(i + 1)))) i++;
    else break;
  }
  return i;
}

/** The end of "U.S." or "p.m." where single letters with stops start at `i`, else `i`. */
function endOfDottedLetters(text: string, i: number, end: number): number {
  let at = i;
  let letters = 0;
  while (at + 1 < end && classOf(text.charCodeAt(at)) === LETTER && text.charCodeAt(at + 1) === DOT) {
    at += 2;
    letters++;
  }
  // "U.S" and "U.N" as some houses write them: a last letter that no letter follows.
  if (letters >= 1 && at < end && classOf(text.charCodeAt(at)) === LETTER) {
    const next = at + 1 < end ? classOf(text.charCodeAt(at + 1)) : SPACE;
    if (!isAlnum(next)) return at + 1;
  }
  return letters >= 2 ? at : i;
}

function takeWord(text: string, i: number, end: number, tokens: Token[]): number {
  const dotted = text.charCodeAt(i + 1) === DOT ? endOfDottedLetters(text, i, end) : i;
  if (dotted > i) {
    const next = dotted < end ? classOf(text.charCodeAt(dotted)) : SPACE;
    const goesOn = next === HYPHEN && dotted + 1 < end && isAlnum(classOf(text.charCodeAt(dotted + 1)));
    if (goesOn) return put(tokens, 'word', text, i, endOfWord(text, dotted, end));
    put(tokens, 'word', text, i, dotted);
    return next === APOSTROPHE ? takeClitic(text, dotted, end, tokens) : dotted;
  }
  const wordEnd = endBeforeMonth(text, i, endOfWord(text, i, end));
  const clitic = startOfClitic(text, i, wordEnd);
  if (clitic < wordEnd) return putWithClitic(text, i, clitic, wordEnd, tokens);
  if (wordEnd - i === 6 && isCannot(text, i)) {
    put(tokens, 'word', text, i, i + 3);
    return put(tokens, 'word', text, i + 3, wordEnd);
  }
  if (wordEnd < end && text.charCodeAt(wordEnd) === DOT && keepsStop(text, i, wordEnd, end)) {
    return put(tokens, 'word', text, i, wordEnd + 1, folded(text, i, wordEnd));
  }
  return put(tokens, 'word', text, i, wordEnd);
}

/** "cannot" is "can" and "not". */
const isCannot = (text: string, i: number): boolean =>
  (text.charCodeAt(i) | 0x20) === 0x63 && text.slice(i, i + 6).toLowerCase() === 'cannot';

/** Where "'s", "n't" or another clitic starts in the word [i, end), else `end`. */
function startOfClitic(text: string, i: number, end: number): number {
  for (let at = Math.max(i + 1, end - 3); at < end; at++) {
    const code = text.charCodeAt(at);
    if (code !== 0x27 && (code < 0x80 || classOf(code) !== APOSTROPHE)) continue;
    const tail = `'${text.slice(at + 1, end).toLowerCase()}`;
    if (CLITICS.has(tail)) return at;
    const before = text.charCodeAt(at - 1);
    if (tail === "'t" && (before === 0x6e || before === 0x4e) && at - 1 > i) return at - 1;
  }
  return end;
}

/** "May-31" and "5-Feb" are two dates or a range, no word: the end of the first part where the other is a month, else `end`. */
function endBeforeMonth(text: string, i: number, end: number): number {
  if (end - i < 5 || end - i > 19) return end;
  for (let at = i + 1; at < end; at++) {
    const code = text.charCodeAt(at);
    if (code !== 0x2d && (code < 0x80 || classOf(code) !== HYPHEN)) continue;
    const isDateRange =
      MONTH_NAME.test(text.slice(i, at)) &&
      (MONTH_NAME.test(text.slice(at + 1, end)) || /^\d/.test(text.slice(at + 1, end)));
    return isDateRange || (/^\d+(?:st|nd|rd|th)?$/.test(text.slice(i, at)) && MONTH_NAME.test(text.slice(at + 1, end)))
      ? at
      : end;
  }
  return end;
}

function putWithClitic(text: string, i: number, clitic: number, end: number, tokens: Token[]): number {
  const tail = folded(text, clitic, end);
  const negated = tail === "n't";
  const stem = folded(text, i, clitic);
  put(tokens, 'word', text, i, clitic, negated ? (NEGATED_STEMS.get(stem) ?? stem) : stem);
  return put(tokens, 'word', text, clitic, end, negated ? 'not' : (CLITICS.get(tail) ?? tail));
}

/** After a word that ends in a stop ("U.S.'s") or a number ("2020's"). */
function takeClitic(text: string, i: number, end: number, tokens: Token[]): number {
  const wordEnd = endOfWord(text, i, end);
  const tail = wordEnd > i ? folded(text, i, wordEnd) : '';
  return CLITICS.has(tail) ? put(tokens, 'word', text, i, wordEnd, CLITICS.get(tail)!) : i;
}

/** True where the stop after the word [i, end) is part of an abbreviation. */
function keepsStop(text: string, i: number, wordEnd: number, end: number): boolean {
  const length = wordEnd - i;
  if (length > 10) return false;
  const next = nextVisible(text, wordEnd + 1, end);
  const nextKind = next < end ? classOf(text.charCodeAt(next)) : SPACE;
  const word = text.slice(i, wordEnd);
  if (length === 1) return nextKind === LETTER && word !== 'I' && word !== word.toLowerCase();
  const lower = word.toLowerCase();
  if (BEFORE_DIGIT.has(lower))
    return nextKind === DIGIT || (TITLES.has(lower) && word !== lower && nextKind === LETTER);
  if (TITLES.has(lower))
    return next < end && (word !== lower || nextKind === DIGIT || lower === 'vs' || lower === 'cf');
  return (
    MAYBE_LAST.has(lower) &&
    (word !== lower || lower === 'est' || lower === 'approx' || lower === 'etc' || lower === 'ca')
  );
}

function nextVisible(text: string, i: number, end: number): number {
  let at = i;
  while (at < end && classOf(text.charCodeAt(at)) === SPACE) at++;
  return at;
}

function takeNumber(text: string, i: number, end: number, tokens: Token[]): number {
  let at = endOfDigits(text, i, end);
  while (at + 1 < end) {
    const sign = text.charCodeAt(at);
    if (sign !== COMMA && sign !== DOT) break;
    const to = endOfDigits(text, at + 1, end);
    if (to === at + 1 || (sign === COMMA && to - at !== 4)) break;
    at = to;
  }
  const next = at < end ? text.charCodeAt(at) : 0;
  const after = at + 1 < end ? classOf(text.charCodeAt(at + 1)) : SPACE;
  const suffixed = (next === 0x4b || next === 0x6b || next === 0x4d) && !isAlnum(after);
  if (suffixed && after !== HYPHEN) return put(tokens, 'number', text, i, at + 1);
  const kind = classOf(next);
  if (kind === LETTER || kind === SILENT) return put(tokens, 'word', text, i, endOfWord(text, at, end));
  // "800-strong" is one word; "500-600" is a range, and stays apart.
  if (kind === HYPHEN && after === LETTER) {
    const wordEnd = endOfWord(text, at, end);
    if (endBeforeMonth(text, i, wordEnd) === wordEnd) return put(tokens, 'word', text, i, wordEnd);
  }
  put(tokens, 'number', text, i, at);
  return kind === APOSTROPHE ? takeClitic(text, at, end, tokens) : at;
}

function endOfDigits(text: string, i: number, end: number): number {
  let at = i;
  while (at < end && classOf(text.charCodeAt(at)) === DIGIT) at++;
  return at;
}

function takePunctuation(text: string, i: number, end: number, tokens: Token[]): number {
  const code = text.charCodeAt(i);
  let at = i + 1;
  if (code === 0x2d || code === DOT || code === 0x2a || code === 0x5f || code === 0x3d) {
    while (at < end && text.charCodeAt(at) === code) at++;
  } else if (code >= 0xd800 && code <= 0xdbff && at < end) {
    const low = text.charCodeAt(at);
    if (low >= 0xdc00 && low <= 0xdfff) at++;
  }
  const own = text.slice(i, at);
  const lower = code < 0x80 ? own : (QUOTES_FOLDED.get(own) ?? own);
  tokens.push({ kind: 'punctuation', text: own, lower, start: i, end: at });
  return at;
}
