// Parts of a whole: "half of", "a third of", "two-thirds", "three quarters", "90 percent of", "one in ten".

import type { Token } from './document.ts';
import { digitsValue, readCardinal } from './number-words.ts';

export interface Share {
  readonly to: number;
  readonly share: number;
  /** False for a percentage of nothing named ("rose by 40 per cent"). */
  readonly ofWhole: boolean;
}

const PARTS: ReadonlyMap<string, number> = new Map([
  ['half', 2],
  ['halves', 2],
  ...'third fourth fifth sixth seventh eighth ninth tenth'.split(' ').flatMap((word, n): [string, number][] => [
    [word, n + 3],
    [`${word}s`, n + 3],
  ]),
  ['quarter', 4],
  ['quarters', 4],
]);
const SMALL: ReadonlyMap<string, number> = new Map(
  'one two three four five six seven eight nine'.split(' ').map((word, n) => [word, n + 1]),
);
const AFTER_HALF: ReadonlySet<string> = new Set('of the its their his her our those these that all as'.split(' '));
const BEFORE_HALF: ReadonlySet<string> = new Set('by in than about least nearly almost roughly around over'.split(' '));

/** "the northern half of the country", "the latter half of the year": a region or a time. */
const WHICH_HALF: ReadonlySet<string> = new Set(
  'latter first second northern southern eastern western other top bottom upper lower'.split(' '),
);

/** The share that starts at token `i`, or null. "a third battalion", "a quarter mile" and "half a million" are none. */
export function readShare(tokens: readonly Token[], i: number): Share | null {
  const word = tokens[i]?.lower ?? '';
  const next = tokens[i + 1]?.lower ?? '';
  const after = tokens[i + 2]?.lower ?? '';
  if (word === 'half') {
    if (next === 'a' || next === 'an' || next === 'past' || WHICH_HALF.has(tokens[i - 1]?.lower ?? '')) return null;
    const isShare = AFTER_HALF.has(next) || BEFORE_HALF.has(tokens[i - 1]?.lower ?? '');
    return isShare ? { to: i + 1, share: 0.5, ofWhole: next !== '' && AFTER_HALF.has(next) } : null;
  }
  if (word === 'a' || word === 'an' || word === 'one') {
    const part = PARTS.get(next);
    if (part !== undefined && after === 'of') return { to: i + 2, share: 1 / part, ofWhole: true };
    if (part !== undefined && word === 'one' && part !== 2 && next !== 'third' && next !== 'quarter') return null;
    if (part !== undefined && word === 'one' && (after === 'the' || after === 'its'))
      return { to: i + 2, share: 1 / part, ofWhole: true };
  }
  const count = SMALL.get(word);
  if (count !== undefined) {
    const part = PARTS.get(next);
    if (part !== undefined && next.endsWith('s') && count < part)
      return { to: i + 2, share: count / part, ofWhole: after === 'of' };
  }
  if ((word === 'one' || word === '1') && (next === 'in' || next === 'out')) return oneIn(tokens, i);
  const hyphen = word.indexOf('-');
  if (hyphen > 0) {
    const top = SMALL.get(word.slice(0, hyphen));
    const part = PARTS.get(word.slice(hyphen + 1));
    if (top !== undefined && part !== undefined && top < part)
      return { to: i + 1, share: top / part, ofWhole: next === 'of' };
  }
  return readPercent(tokens, i);
}

function oneIn(tokens: readonly Token[], i: number): Share | null {
  let at = i + 2;
  if (tokens[i + 1]!.lower === 'out' && tokens[at]?.lower === 'of') at++;
  if (tokens[at]?.lower === 'every') at++;
  const whole = readCardinal(tokens, at);
  if (whole === null || whole.glue !== null || whole.value < 2 || whole.value > 20) return null;
  // "one in three of the 900": of a number told; "one in two of the towns" stands in two.
  if (tokens[whole.to]?.lower === 'of' && readCardinal(tokens, whole.to + 2) === null) return null;
  return { to: whole.to, share: 1 / whole.value, ofWhole: true };
}

/** "90%", "40 per cent", "ninety percent". */
function readPercent(tokens: readonly Token[], i: number): Share | null {
  const token = tokens[i];
  if (token === undefined || token.kind === 'punctuation') return null;
  const number = readCardinal(tokens, i);
  if (number === null || number.glue !== null || number.value > 100) return null;
  const sign = tokens[number.to];
  let to = number.to;
  if (sign?.text === '%' || sign?.lower === 'percent') to += 1;
  else if (sign?.lower === 'per' && tokens[to + 1]?.lower === 'cent') to += 2;
  else return null;
  if (digitsValue(token.lower) === null && token.lower === 'a') return null;
  return { to, share: number.value / 100, ofWhole: tokens[to]?.lower === 'of' };
}
