// Tokens of a sentence -> the numbers it states, hedges kept as bounds. Looks at a token only where it can open a number or a hedge.
import { CURRENCY_SIGNS, SINGULAR_PERSONS } from './counted-words.ts';
import type { NumberMention, NumberUse, Token } from './document.ts';
import { canOpenHedge, type Hedge, readHedgeAfter, readHedges } from './hedges.ts';
import { useOfGlue, useOfNumber } from './number-use.ts';
import { canOpenNumber, MAGNITUDES, readCardinal } from './number-words.ts';
import { readShare } from './shares.ts';
import { readVague, VAGUE_OPENERS } from './vague-numbers.ts';
import { isYear } from './years.ts';

/** A number without its hedges, at tokens [core[0], core[1]). */
interface Amount {
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

const ARTICLES: ReadonlySet<string> = new Set(['a', 'an', 'another']);
/** Between an article and a number that it belongs to: "a further 40", "an additional 300". */
const ARTICLE_FILLERS: ReadonlySet<string> = new Set(
  'further additional extra total mere full of fresh combined whole'.split(' '),
);

/**
 * The numbers of a sentence, left to right, not overlapping. Each says by `use` whether it counts things ("500 troops") or is a year, money,
 * a measure and so on; only `use: 'count'` can become a quantity. See claims.md, Quantities: "more than 500" -> min 500, max null;
 * "2,500 to 3,000" -> both; "several hundred" -> 200..999; "half of" -> kind share.
 */
export function findNumbers(tokens: readonly Token[]): NumberMention[] {
  const found: NumberMention[] = [];
  for (let i = 0; i < tokens.length; ) {
    const token = tokens[i]!;
    const mention =
      token.kind === 'punctuation' && !canOpenHedge(token) && !CURRENCY_SIGNS.has(token.text)
        ? null
        : readMention(tokens, i);
    if (mention === null) {
      i++;
      continue;
    }
    found.push(mention);
    i = Math.max(mention.to, i + 1);
  }
  return found;
}

function readMention(tokens: readonly Token[], i: number): NumberMention | null {
  const token = tokens[i]!;
  if (token.lower === 'all') return readAllBut(tokens, i);
  if (token.lower === 'between') return readBetween(tokens, i);
  if (canOpenHedge(token)) {
    const { to, hedges } = readHedges(tokens, i);
    if (hedges.length > 0) {
      const hedged = readHedged(tokens, i, to, hedges);
      if (hedged) return hedged;
    }
  }
  return readHedged(tokens, i, i, []) ?? readArticle(tokens, i);
}

/** The number at `at` with the hedges that stand before it from `from` on. */
function readHedged(
  tokens: readonly Token[],
  from: number,
  at: number,
  hedges: readonly Hedge[],
): NumberMention | null {
  const token = tokens[at];
  if (token === undefined) return null;
  if (!canOpenNumber(token) && !VAGUE_OPENERS.has(token.lower) && !CURRENCY_SIGNS.has(token.text)) {
    return hedges.length > 0 ? readBareMagnitude(tokens, from, at, hedges) : null;
  }
  const share = readShare(tokens, at);
  if (share) return shareMention(tokens, from, at, share, hedges);
  const amount = readAmount(tokens, at, true);
  if (amount === null) return hedges.length > 0 ? readBareMagnitude(tokens, from, at, hedges) : null;
  return mentionOf(tokens, from, amount, hedges);
}

/** "some hundred soldiers", "about a dozen": a magnitude without its own number, after a hedge. */
function readBareMagnitude(
  tokens: readonly Token[],
  from: number,
  at: number,
  hedges: readonly Hedge[],
): NumberMention | null {
  const value = tokens[at]?.lower === 'hundred' ? 100 : tokens[at]?.lower === 'thousand' ? 1000 : null;
  if (value === null) return null;
  const amount: Amount = {
    core: [at, at + 1],
    min: value,
    max: value,
    approx: true,
    isVague: false,
    isDigits: false,
    glue: null,
    isMoney: false,
    isRange: false,
  };
  return mentionOf(tokens, from, amount, hedges);
}

function readOne(tokens: readonly Token[], at: number): Amount | null {
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
function readAmount(tokens: readonly Token[], at: number, mayRange: boolean): Amount | null {
  const first = readOne(tokens, at);
  if (first === null || !mayRange || first.isVague || first.glue !== null) return first;
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

function joinRange(
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

/** "between 250 and 300". */
function readBetween(tokens: readonly Token[], i: number): NumberMention | null {
  const hedges = readHedges(tokens, i + 1);
  const first = readOne(tokens, hedges.to);
  if (first === null || tokens[first.core[1]]?.lower !== 'and') return null;
  const inner = readHedges(tokens, first.core[1] + 1);
  const second = readOne(tokens, inner.to);
  if (second === null) return null;
  const range = joinRange(tokens, i, { ...first }, second, 'and', hedges.hedges.length + inner.hedges.length > 0);
  return range ? mentionOf(tokens, i, range, []) : null;
}

/** "all but 20 of the 180": what is left out. */
function readAllBut(tokens: readonly Token[], i: number): NumberMention | null {
  if (tokens[i + 1]?.lower !== 'but' && tokens[i + 1]?.lower !== 'except') return null;
  const { to, hedges } = readHedges(tokens, i + 2);
  const mention = readHedged(tokens, i, to, hedges);
  return mention ? { ...mention, from: i, allBut: true } : null;
}

function mentionOf(tokens: readonly Token[], from: number, amount: Amount, hedges: readonly Hedge[]): NumberMention {
  const trailing = readTrailing(tokens, amount.core[1]);
  const all = trailing ? [...hedges, trailing.hedge] : hedges;
  const after = tokens[amount.core[1]]?.lower ?? '';
  const isStrong = amount.glue === null && amount.max > 1 && SINGULAR_PERSONS.has(after);
  const glue = amount.glue ?? (isStrong ? after : null);
  const isPlus = glue === 'plus' || glue === 'odd';
  const glued = glue === null || isPlus ? null : useOfGlue(glue);
  const bounds = boundsFor(amount, glue === 'plus' ? [...all, 'floor'] : glue === 'odd' ? [...all, 'approx'] : all);
  const use: NumberUse = amount.isMoney
    ? 'money'
    : (glued?.use ?? useOfNumber(tokens, amount.core[0], amount.core[1], amount.max, amount.isDigits));
  return {
    from,
    to: trailing?.isAdjacent ? trailing.to : isStrong ? amount.core[1] + 1 : amount.core[1],
    ...bounds,
    kind: amount.isVague ? 'vague' : 'cardinal',
    use,
    glued: glued?.glued ?? null,
    core: amount.core,
  };
}

function boundsFor(amount: Amount, hedges: readonly Hedge[]): Pick<NumberMention, 'min' | 'max' | 'approx'> {
  const isApprox = hedges.includes('approx');
  if (hedges.includes('floor')) return { min: amount.min, max: null, approx: isApprox };
  if (hedges.includes('cap')) return { min: null, max: amount.max, approx: isApprox };
  return { min: amount.min, max: amount.max, approx: isApprox || amount.approx };
}

/** A hedge after the number, or after the one or two words it counts: "500 or more", "500 troops or so". */
function readTrailing(
  tokens: readonly Token[],
  i: number,
): { readonly to: number; readonly hedge: Hedge; readonly isAdjacent: boolean } | null {
  const next = readHedgeAfter(tokens, i);
  if (next) return { ...next, isAdjacent: true };
  for (let k = i; k < i + 2 && tokens[k]?.kind === 'word'; k++) {
    if (tokens[k + 1]?.lower !== 'or') continue;
    const later = readHedgeAfter(tokens, k + 1);
    return later ? { ...later, isAdjacent: false } : null;
  }
  return null;
}

function shareMention(
  tokens: readonly Token[],
  from: number,
  at: number,
  share: { readonly to: number; readonly share: number; readonly ofWhole: boolean },
  hedges: readonly Hedge[],
): NumberMention {
  const isPercent =
    tokens[share.to - 1]!.lower === 'percent' ||
    tokens[share.to - 1]!.lower === 'cent' ||
    tokens[share.to - 1]!.text === '%';
  const hedge = hedges.includes('floor') ? 'floor' : hedges.includes('cap') ? 'cap' : null;
  return {
    from,
    to: share.to,
    min: null,
    max: null,
    approx: hedges.includes('approx'),
    kind: 'share',
    use: isPercent && !share.ofWhole ? 'percent' : 'count',
    share: share.share,
    ...(hedge === null ? {} : { shareBound: hedge }),
    glued: null,
    core: [at, share.to],
  };
}

/** "a", "an", "another" before what they count as one; not before a number of its own ("a further 40", "an 800-strong force"). */
function readArticle(tokens: readonly Token[], i: number): NumberMention | null {
  if (!ARTICLES.has(tokens[i]!.lower) || tokens[i + 1]?.kind === 'punctuation' || tokens[i + 1] === undefined)
    return null;
  let next = i + 1;
  while (next < i + 3 && ARTICLE_FILLERS.has(tokens[next]?.lower ?? '')) next++;
  const after = tokens[next];
  if (after === undefined || readHedged(tokens, next, next, []) !== null) return null;
  if (canOpenHedge(after)) {
    const { to, hedges } = readHedges(tokens, next);
    if (readHedged(tokens, next, to, hedges) !== null) return null;
  }
  return {
    from: i,
    to: i + 1,
    min: 1,
    max: 1,
    approx: false,
    kind: 'article',
    use: 'count',
    glued: null,
    core: [i, i + 1],
  };
}
