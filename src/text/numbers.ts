// Tokens of a sentence -> the numbers it states, hedges kept as bounds. Looks at a token only where it can open a number or a hedge.
import { CURRENCY_SIGNS, SINGULAR_PERSONS } from './counted-words.ts';
import type { NumberMention, NumberUse, Token } from './document.ts';
import { canOpenHedge, HEDGE_OPENERS, type Hedge, readHedgeAfter, readHedges } from './hedges.ts';
import { type Amount, joinRange, readAmount, readOne } from './number-amounts.ts';
import { useOfGlue, useOfNumber } from './number-use.ts';
import { canOpenNumber, MAGNITUDES, NUMBER_OPENERS } from './number-words.ts';
import { readShare } from './shares.ts';
import { VAGUE_OPENERS } from './vague-numbers.ts';

const ARTICLES: ReadonlySet<string> = new Set(['a', 'an', 'another']);
const OPENERS: ReadonlySet<string> = new Set([
  'all',
  'between',
  ...ARTICLES,
  ...HEDGE_OPENERS,
  ...NUMBER_OPENERS,
  ...VAGUE_OPENERS,
]);
const SIGNS: ReadonlySet<string> = new Set([...HEDGE_OPENERS, ...CURRENCY_SIGNS]);
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
    const mention = canOpen(token) ? readMention(tokens, i) : null;
    if (mention === null) {
      i++;
      continue;
    }
    found.push(mention);
    i = Math.max(mention.to, i + 1);
  }
  return found;
}

/** A cheap first look: false at nearly every token. */
function canOpen(token: Token): boolean {
  if (token.kind === 'punctuation') return SIGNS.has(token.lower);
  if (OPENERS.has(token.lower)) return true;
  const code = token.lower.charCodeAt(0);
  return (code >= 0x30 && code <= 0x39) || (token.lower.includes('-') && canOpenNumber(token));
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
  const amount = readAmount(tokens, at);
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
  const value = MAGNITUDES.get(tokens[at]?.lower ?? '') ?? null;
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
  const told: NumberUse = amount.isMoney
    ? 'money'
    : (glued?.use ?? useOfNumber(tokens, amount.core[0], amount.core[1], amount.max, amount.isDigits));
  // "a 2.5-strong force", "2.5 to 3": what is counted is whole.
  const isWhole = Number.isInteger(amount.min) && Number.isInteger(amount.max);
  const use = told === 'count' && !isWhole ? 'measure' : told;
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
