// Words before and after a number that turn it into a bound or make it approximate.
import type { Token } from './document.ts';
import { byFirstWord, lengthOfRun, standsAt } from './word-runs.ts';

export type Hedge = 'approx' | 'floor' | 'cap';
interface Phrase {
  readonly words: readonly string[];
  readonly hedge: Hedge;
}

const BEFORE: Readonly<Record<Hedge, string>> = {
  approx: `about|roughly|some|around|nearly|almost|more or less|an estimated|estimated|est|estimates of|approximately|approx|circa|ca|c|
    just under|just over|just above|just below|just short of|just shy of|just about|close to|slightly more than|slightly over|slightly fewer than|slightly less than|slightly under|
    a little more than|a little over|a little under|a little less than|a bit more than|little more than|little under|little over|
    something like|somewhere around|somewhere near|in the region of|in the order of|on the order of|of the order of|in the neighborhood of|in the neighbourhood of|
    in the vicinity of|around about|perhaps|maybe|virtually|practically|approaching|nearing|barely|an approximate|approximated|an average of|
    on average|~|\u2248`,
  floor: `more than|over|at least|upwards of|upward of|in excess of|no fewer than|no less than|not less than|not fewer than|well over|well above|
    far more than|far over|much more than|many more than|a minimum of|a minimum|minimum of|a floor of|north of|exceeding|as few as|above|beyond|even more than|
    considerably more than|significantly more than|substantially more than|comfortably over|>|\u2265`,
  cap: `up to|at most|at the most|fewer than|less than|under|below|no more than|not more than|as many as|a maximum of|a maximum|maximum of|up to a maximum of|not exceeding|
    not to exceed|no greater than|no larger than|well under|well below|far fewer than|far less than|fewer even than|not over|at a maximum|as much as|south of|<|\u2264`,
};
const AFTER: Readonly<Record<Hedge, string>> = {
  approx: 'or so|or thereabouts|or thereabout|approximately|give or take|more or less|approx',
  floor: 'or more|or over|or above|plus|+|and counting|at least|at a minimum|at minimum|and upwards|or greater',
  cap: 'or fewer|or less|or under|or below|at most|at the most|at a maximum|maximum|at maximum|tops|max',
};

function table(source: Readonly<Record<Hedge, string>>): ReadonlyMap<string, readonly Phrase[]> {
  const byFirst = new Map<string, Phrase[]>();
  for (const hedge of ['approx', 'floor', 'cap'] as const) {
    for (const phrase of source[hedge].split('|')) {
      const words = phrase.trim().split(/\s+/);
      const list = byFirst.get(words[0]!);
      if (list) list.push({ words, hedge });
      else byFirst.set(words[0]!, [{ words, hedge }]);
    }
  }
  for (const list of byFirst.values()) list.sort((a, b) => b.words.length - a.words.length);
  return byFirst;
}

const BEFORE_TABLE = table(BEFORE);
const AFTER_TABLE = table(AFTER);
/** Between a hedge and its number: "up to another 500", "at least a further 200". */
const FILLERS = byFirstWord([
  ['a', 'total', 'of'],
  ['a', 'further'],
  ['an', 'additional'],
  ['an', 'extra'],
  ['a', 'combined'],
  ['another'],
  ['additional'],
  ['the'],
  ['its'],
]);
/** "talks about 500 troops": after these, "about" and "over" are no hedge. */
const ABOUT_WHAT: ReadonlySet<string> = new Set(
  'talk talks talked talking question questions worried asked spoke speaking speak debate discussion discussions rumours rumors doubts concern concerns concerned dispute row'.split(
    ' ',
  ),
);

/** First words of the hedges before a number. */
export const HEDGE_OPENERS: readonly string[] = [...BEFORE_TABLE.keys()];
export const canOpenHedge = (token: Token): boolean => BEFORE_TABLE.has(token.lower);

function match(tokens: readonly Token[], i: number, phrases: ReadonlyMap<string, readonly Phrase[]>): Phrase | null {
  const token = tokens[i];
  if (token === undefined) return null;
  const candidates = phrases.get(token.lower);
  if (candidates === undefined) return null;
  for (const phrase of candidates) if (standsAt(tokens, i, phrase.words)) return phrase;
  return null;
}

/** The hedges before a number from token `i` on, and where the number itself should start: "up to about" of "up to about 500". */
export function readHedges(
  tokens: readonly Token[],
  i: number,
): { readonly to: number; readonly hedges: readonly Hedge[] } {
  const hedges: Hedge[] = [];
  let at = i;
  while (hedges.length < 3) {
    const phrase = match(tokens, at, BEFORE_TABLE);
    if (!phrase) break;
    const first = phrase.words[0];
    if ((first === 'about' || first === 'over') && at > 0 && ABOUT_WHAT.has(tokens[at - 1]!.lower)) break;
    hedges.push(phrase.hedge);
    at += phrase.words.length;
    // "est." and "c." keep a stop of their own where the tokenizer left it apart.
    if (tokens[at]?.text === '.' && (first === 'c' || first === 'ca' || first === 'est')) at++;
  }
  if (hedges.length > 0) at += lengthOfRun(tokens, at, FILLERS);
  return { to: at, hedges };
}

/** The hedge right after a number ("or more", "plus", "+"), and where it ends; null for none. "500 plus 40 police" has none. */
export function readHedgeAfter(
  tokens: readonly Token[],
  i: number,
): { readonly to: number; readonly hedge: Hedge } | null {
  const phrase = match(tokens, i, AFTER_TABLE);
  if (!phrase) return null;
  const to = i + phrase.words.length;
  const first = phrase.words[0]!;
  const next = tokens[to];
  const opensNext =
    next !== undefined && (next.kind === 'number' || BEFORE_TABLE.has(next.lower) || next.lower === 'a');
  if (first !== 'or' && opensNext) return null;
  if (first === 'at' && next?.kind === 'word' && !['in', 'of', 'and', 'at'].includes(next.lower)) return null;
  return { to, hedge: phrase.hedge };
}
