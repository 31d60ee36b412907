// A number without its hedges: a vague word, a cardinal, or a range of two ("2,500 to 3,000"), told from a change of level ("from 6,000 to 2,500").
import { CURRENCY_SIGNS } from './counted-words.ts';
import type { Token } from './document.ts';
import { canOpenHedge, readHedges } from './hedges.ts';
import { MAGNITUDES, readCardinal } from './number-words.ts';
import { readVague, VAGUE_OPENERS } from './vague-numbers.ts';
import { isYear } from './years.ts';

/** A number without its hedges, at tokens [core[0], core[1]). */
export interface Amount {
  readonly core: readonly [number, number];
  readonly min: number;
  readonly max: number;
  readonly approx: boolean;
  readonly isVague: boolean;
  readonly isDigits: boolean;
  readonly glue: string | null;
  readonly isMoney: boolean;
  readonly isRange: boolean;
}

/** One number, no range. */
export function readOne(tokens: readonly Token[], at: number): Amount | null {
  const sign = tokens[at];
  const isMoney = sign !== undefined && CURRENCY_SIGNS.has(sign.text);
  const start = isMoney ? at + 1 : at;
  const vague = VAGUE_OPENERS.has(tokens[start]?.lower ?? '') ? readVague(tokens, start) : null;
  if (vague) {
    return {
      core: [start, vague.to],
      min: vague.min,
      max: vague.max,
      approx: vague.approx,
      isVague: true,
      isDigits: false,
      glue: null,
      isMoney,
      isRange: false,
    };
  }
  const cardinal = readCardinal(tokens, start);
  if (cardinal === null || isNoNumber(tokens, start, cardinal.to)) return null;
  const { value, approx, glue, isDigits, to } = cardinal;
  return { core: [start, to], min: value, max: value, approx, isVague: false, isDigits, glue, isMoney, isRange: false };
}

/** "no one", "one another", "at one point", "one of the most": words, not numbers. */
function isNoNumber(tokens: readonly Token[], from: number, to: number): boolean {
  if (tokens[from]!.lower !== 'one' || to !== from + 1) return false;
  const before = tokens[from - 1]?.lower ?? '';
  const after = tokens[to]?.lower ?? '';
  if (
    before === 'no' ||
    before === 'any' ||
    before === 'every' ||
    before === 'this' ||
    before === 'that' ||
    before === 'which'
  )
    return true;
  if (
    after === 'of' &&
    tokens[to + 1]?.lower === 'the' &&
    /^(?:most|few|only|main|largest|biggest|best|worst)$/.test(tokens[to + 2]?.lower ?? '')
  )
    return true;
  return after === 'another' || (before === 'at' && (after === 'point' || after === 'time'));
}

/** One number or a range of two: "2,500 to 3,000", "500-600", "two or three", "3-4,000". */
export function readAmount(tokens: readonly Token[], at: number): Amount | null {
  const first = readTwice(tokens, readOne(tokens, at));
  if (first === null || first.isVague || first.glue !== null) return first;
  const joiner = tokens[first.core[1]];
  if (joiner === undefined || !isRangeJoiner(tokens, first.core[1])) return first;
  let secondAt = first.core[1] + 1;
  const inner = readHedges(tokens, secondAt);
  const isApprox = inner.hedges.length > 0;
  if (inner.hedges.every((hedge) => hedge === 'approx')) secondAt = inner.to;
  const second = readOne(tokens, secondAt);
  if (second === null || second.isVague || (second.isMoney && !first.isMoney)) return first;
  return joinRange(tokens, at, first, second, joiner.lower, isApprox) ?? first;
}

/** "four hundred (400)": the same number in words and in digits is one. */
function readTwice(tokens: readonly Token[], amount: Amount | null): Amount | null {
  if (amount === null || tokens[amount.core[1]]?.text !== '(') return amount;
  const again = readOne(tokens, amount.core[1] + 1);
  return again !== null &&
    again.isDigits !== amount.isDigits &&
    again.min === amount.min &&
    again.max === amount.max &&
    tokens[again.core[1]]?.text === ')'
    ? { ...amount, core: [amount.core[0], again.core[1] + 1] }
    : amount;
}

function isRangeJoiner(tokens: readonly Token[], i: number): boolean {
  const joiner = tokens[i]!;
  if (joiner.lower === 'to' || joiner.lower === 'or') return true;
  if (!/^[-\u2013\u2014]$/.test(joiner.lower)) return false;
  const isTight = tokens[i - 1]!.end === joiner.start && tokens[i + 1]?.start === joiner.end;
  const isLoose =
    joiner.lower !== '-' &&
    tokens[i - 1]!.end < joiner.start &&
    (tokens[i + 1]?.start ?? 0) > joiner.end &&
    tokens[i + 1]?.kind === 'number';
  return isTight || isLoose;
}

/** The range from `first` to `second`, or null where the two are no range. */
export function joinRange(
  tokens: readonly Token[],
  at: number,
  first: Amount,
  second: Amount,
  joiner: string,
  isApprox: boolean,
): Amount | null {
  const high = second.max;
  const low = scaleUp(tokens, first, second, joiner);
  if (low >= high) return null;
  if (isInChain(tokens, first.core[0] - 1) || isInChain(tokens, second.core[1])) return null;
  if (joiner === 'or' && high > low * 2 + 1) return null;
  if (first.isDigits && isYear(tokens, first.core[0]) && second.isDigits && isYear(tokens, second.core[0])) return null;
  if (joiner !== 'or' && isChange(tokens, at)) return null;
  return {
    ...second,
    core: [first.core[0], second.core[1]],
    min: low,
    max: high,
    approx: isApprox || first.approx,
    isMoney: first.isMoney || second.isMoney,
    isRange: true,
  };
}

/** True where the sign at `i` strings numbers together, as in "2020-05-14". */
const isInChain = (tokens: readonly Token[], i: number): boolean =>
  tokens[i]?.lower === '-' && tokens[i - 1]?.kind === 'number' && tokens[i + 1]?.kind === 'number';

/** "3-4,000" and "two to three thousand": the second number's scale is the first one's too. */
function scaleUp(tokens: readonly Token[], first: Amount, second: Amount, joiner: string): number {
  const isShort = first.core[1] === first.core[0] + 1 && first.min > 0 && first.min < 1000;
  const scale = isShort ? scaleOf(tokens, second, joiner !== 'to' && joiner !== 'or' && joiner !== 'and') : 1;
  return first.min <= second.max / scale ? first.min * scale : first.min;
}

/** A magnitude in words, or the zeros of "3-4,000" and, across a hyphen alone, of "2-300". */
function scaleOf(tokens: readonly Token[], amount: Amount, isHyphen: boolean): number {
  const [from, to] = amount.core;
  const word = to > from + 1 ? MAGNITUDES.get(tokens[to - 1]!.lower) : undefined;
  if (word !== undefined) return word;
  if (!amount.isDigits) return 1;
  return amount.max % 1000 === 0 ? 1000 : isHyphen && amount.max % 100 === 0 ? 100 : 1;
}

/** "from 1,300 to 950", "by 3,900 to 12,300", "voted 52 to 48": two numbers, no range. "ranging from 500 to 600" is one. */
function isChange(tokens: readonly Token[], at: number): boolean {
  for (let k = at - 1; k >= 0 && k >= at - 4; k--) {
    const { lower } = tokens[k]!;
    if (lower === 'from')
      return !/^(?:ranging|ranges|range|ranged|anywhere|vary|varying|varies|estimates)$/.test(
        tokens[k - 1]?.lower ?? '',
      );
    if (lower === 'by' || /^(?:vote|voted|votes|voting|score|won|lost|beat)$/.test(lower)) return true;
    if (tokens[k]!.kind === 'number') return false;
    if (!canOpenHedge(tokens[k]!) && !/^(?:of|a|an|its|the|than|more|just|only|roughly)$/.test(lower)) return false;
  }
  return false;
}
