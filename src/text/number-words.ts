// The words that numbers are made of, and how a run of them makes a value: "one hundred and ninety-two", "twenty-five hundred",
// "four and a half thousand", "28.5K", "5 100".
import type { Token } from './document.ts';
import { countsSomething } from './years.ts';

type PieceKind = 'digits' | 'unit' | 'ten' | 'magnitude' | 'dozen' | 'and' | 'a' | 'half';
interface Piece {
  readonly kind: PieceKind;
  readonly value: number;
  /** The token it ends, or -1 inside a hyphenated token. */
  readonly lastOf: number;
}

/** Tokens [from, to) and what they come to. `glue` is what a hyphen hangs on the number: "strong" of "800-strong". */
export interface Cardinal {
  readonly to: number;
  readonly value: number;
  readonly approx: boolean;
  readonly glue: string | null;
  /** True for digits without words: "500", "28.5K". */
  readonly isDigits: boolean;
}

const UNITS =
  'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen';
const TENS = 'twenty thirty forty fifty sixty seventy eighty ninety';
const WORDS: ReadonlyMap<string, readonly [PieceKind, number]> = new Map<string, readonly [PieceKind, number]>([
  ...UNITS.split(' ').map((word, n): [string, [PieceKind, number]] => [word, ['unit', n]]),
  ...TENS.split(' ').map((word, n): [string, [PieceKind, number]] => [word, ['ten', (n + 2) * 10]]),
  ['fourty', ['ten', 40]],
  ['hundred', ['magnitude', 100]],
  ['thousand', ['magnitude', 1000]],
  ['million', ['magnitude', 1e6]],
  ['billion', ['magnitude', 1e9]],
  ['trillion', ['magnitude', 1e12]],
  ['dozen', ['dozen', 12]],
  ['and', ['and', 0]],
  ['a', ['a', 1]],
  ['an', ['a', 1]],
  ['another', ['a', 1]],
  ['half', ['half', 0.5]],
]);
const DIGITS = /^(?:\d{1,15}|\d{1,3}(?:,\d{3}){1,5})(?:\.\d{1,9})?(k|m)?$/;
const MOST_TOKENS = 14;
/** A quadrillion: nothing that reports count comes near it, and above nine of them whole numbers are no longer told apart. */
const LARGEST = 1e15;
const NO_GLUE =
  /^(?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|eleventh|twelfth|[a-z]+teenth|[a-z]+tieth|hundredth|thousandth|thirds|quarters|to-.*|or-.*)$/;

/** Words that can open a number, "a" and "half" too. */
export const NUMBER_OPENERS: ReadonlySet<string> = new Set([...WORDS.keys()].filter((word) => word !== 'and'));

export const MAGNITUDES: ReadonlyMap<string, number> = new Map([
  ['dozen', 12],
  ['hundred', 100],
  ['thousand', 1000],
  ['million', 1e6],
  ['billion', 1e9],
]);

/** "10,000" -> 10000, "28.5k" -> 28500; null for what is no plain number ("14.05.2020"). */
export function digitsValue(lower: string): number | null {
  if (!opensWithDigit(lower)) return null;
  const match = DIGITS.exec(lower);
  if (!match) return null;
  const suffix = match[1];
  const bare = Number((suffix ? lower.slice(0, -1) : lower).replaceAll(',', ''));
  return suffix === 'k' ? Math.round(bare * 1e6) / 1e3 : suffix === 'm' ? Math.round(bare * 1e9) / 1e3 : bare;
}

const opensWithDigit = (word: string): boolean => {
  const code = word.charCodeAt(0);
  return code >= 0x30 && code <= 0x39;
};

/** True where the word, or its part before the first hyphen, can open a number. */
export function canOpenNumber(token: Token): boolean {
  if (token.kind === 'punctuation') return false;
  if (opensWithDigit(token.lower)) return true;
  if (NUMBER_OPENERS.has(token.lower)) return true;
  const hyphen = token.lower.indexOf('-');
  return hyphen > 0 && NUMBER_OPENERS.has(token.lower.slice(0, hyphen));
}

/** The number that starts at token `i`, or null. "a" alone and "half" alone are none. */
export function readCardinal(tokens: readonly Token[], i: number): Cardinal | null {
  const first = tokens[i];
  if (first === undefined || !canOpenNumber(first)) return null;
  const { pieces, glue } = collect(tokens, i);
  const read = combine(pieces, glue !== null);
  if (read === null || read.value > LARGEST) return null;
  const usesAll = read.used === pieces.length;
  const last = pieces[read.used - 1]!;
  const isDigits = read.used === 1 && pieces[0]!.kind === 'digits';
  // "forty-eighth" counts nothing, "one-to-two hundred" is no one.
  if (glue !== null && NO_GLUE.test(glue.text)) return null;
  if (glue !== null && usesAll)
    return { to: glue.at + 1, value: read.value, approx: read.approx, glue: glue.text, isDigits };
  if (last.lastOf < 0) return null;
  return { to: last.lastOf + 1, value: read.value, approx: read.approx, glue: null, isDigits };
}

function collect(tokens: readonly Token[], i: number): { pieces: Piece[]; glue: { at: number; text: string } | null } {
  const pieces: Piece[] = [];
  for (let t = i; t < tokens.length && t < i + MOST_TOKENS; t++) {
    const token = tokens[t]!;
    if (token.kind === 'punctuation') break;
    const word = WORDS.get(token.lower);
    if (word) {
      pieces.push({ kind: word[0], value: word[1], lastOf: t });
      continue;
    }
    const value = isDottedThousands(tokens, t) ? Number(token.lower.replaceAll('.', '')) : digitsValue(token.lower);
    if (value !== null) {
      if (pieces.length > 0) break;
      const end = endOfSpaceGroups(tokens, t);
      const joined =
        end > t + 1
          ? Number(
              tokens
                .slice(t, end)
                .map((part) => (part.lower === ',' ? '' : part.lower))
                .join(''),
            )
          : value;
      pieces.push({ kind: 'digits', value: joined, lastOf: end - 1 });
      t = end - 1;
      continue;
    }
    if (!token.lower.includes('-')) break;
    const glue = collectParts(token.lower.split('-'), t, pieces);
    if (glue !== undefined) return { pieces, glue };
    if (pieces.length === 0 || pieces[pieces.length - 1]!.lastOf !== t) break;
  }
  return { pieces, glue: null };
}

/** "5.000 soldiers", as some houses write it: persons and things of war come in no thousandths. */
const isDottedThousands = (tokens: readonly Token[], i: number): boolean =>
  tokens[i]!.lower.includes('.') &&
  /^[1-9]\d{0,2}(?:\.\d{3})+$/.test(tokens[i]!.lower) &&
  countsSomething(tokens, i + 1);

/** Adds the number parts of a hyphenated token; what hangs on them, or undefined where the whole token is a number or none of it is. */
function collectParts(parts: readonly string[], t: number, pieces: Piece[]): { at: number; text: string } | undefined {
  for (let p = 0; p < parts.length; p++) {
    const part = parts[p]!;
    const word = WORDS.get(part);
    const value = word ? word[1] : digitsValue(part);
    const isLast = p === parts.length - 1;
    if (value === null || (value !== null && !word && (p > 0 || pieces.length > 0))) {
      return p > 0 ? { at: t, text: parts.slice(p).join('-') } : undefined;
    }
    pieces.push({ kind: word ? word[0] : 'digits', value, lastOf: isLast ? t : -1 });
  }
  return undefined;
}

/** "5 100", "1 200 000": groups of three digits after a space or no-break space, "12, 000" with a comma as well; the token after the last one. */
function endOfSpaceGroups(tokens: readonly Token[], i: number): number {
  const first = tokens[i]!;
  if (first.lower.length > 3 || !/^[1-9]\d{0,2}$/.test(first.lower)) return i + 1;
  const before = tokens[i - 1];
  // "May 5 100 soldiers", "Group 20 100 men": a number that belongs to a name before it is no first group.
  if (before && before.kind === 'word' && before.text !== before.lower && before.end + 1 === first.start && i > 1)
    return i + 1;
  let to = i + 1;
  while (to < tokens.length) {
    // No count begins with a zero: what does goes on with the number before the comma.
    const comma = tokens[to]!.text === ',' && /^0\d\d$/.test(tokens[to + 1]?.lower ?? '') ? 1 : 0;
    const token = tokens[to + comma]!;
    const space = token.start - tokens[to + comma - 1]!.end;
    if (token.kind !== 'number' || !/^\d{3}$/.test(token.lower) || space !== 1) break;
    to += comma + 1;
  }
  return to;
}

function combine(pieces: readonly Piece[], hasGlue: boolean): { used: number; value: number; approx: boolean } | null {
  const first = pieces[0];
  if (first === undefined) return null;
  if (first.kind === 'half') {
    const scale = pieces[1]?.kind === 'a' ? pieces[2] : pieces[1];
    if (scale?.kind !== 'magnitude' && scale?.kind !== 'dozen') return null;
    return { used: pieces.indexOf(scale) + 1, value: scale.value / 2, approx: true };
  }
  let p = 0;
  let total = 0;
  let group: number | null = null;
  let largest = Number.POSITIVE_INFINITY;
  let isRound = false;
  if (first.kind === 'a') {
    const next = pieces[1]?.kind;
    if (next !== 'magnitude' && next !== 'dozen') return null;
    isRound = pieces[1]!.value <= 100;
    group = 1;
    p = 1;
  } else if (first.kind === 'digits') {
    group = first.value;
    p = 1;
  } else if (first.kind === 'and' || first.kind === 'magnitude' || first.kind === 'dozen') return null;
  const isFromDigits = first.kind === 'digits';
  for (; p < pieces.length; p++) {
    const { kind, value } = pieces[p]!;
    if (kind === 'dozen') {
      if (group === null || total > 0) break;
      return { used: p + 1, value: group * value, approx: true };
    }
    if (kind === 'magnitude') {
      if (group === null || value >= largest || (value === 100 && group >= 100 && !isFromDigits)) break;
      if (value === 100) group *= 100;
      else {
        total += group * value;
        group = null;
        largest = value;
        if (isFromDigits && pieces[p + 1]?.kind !== 'magnitude') {
          p++;
          break;
        }
      }
    } else if (isFromDigits) break;
    else if (kind === 'unit' || kind === 'ten') {
      const joined = join(group, value, kind);
      if (joined === null) break;
      if (group !== null && group >= 100) isRound = false;
      group = joined;
    } else if (kind === 'and') {
      const next = pieces[p + 1];
      if (next?.kind === 'a' && pieces[p + 2]?.kind === 'half' && group !== null && group < 100) {
        if (pieces[p + 3]?.kind !== 'magnitude' && !(hasGlue || p + 3 === pieces.length)) break;
        group += 0.5;
        p += 2;
      } else if (
        (next?.kind !== 'unit' && next?.kind !== 'ten') ||
        !(group === null ? total > 0 : group >= 100 && group % 100 === 0)
      )
        break;
    } else break;
  }
  const value = round(total + (group ?? 0));
  return { used: p, value, approx: isRound && p === 2 };
}

/** "hundred" + 50, "twenty" + 5; null where the two do not make one number ("two" + "three"). */
function join(group: number | null, value: number, kind: 'unit' | 'ten'): number | null {
  if (group === null) return value;
  if (group >= 100 && group % 100 === 0) return group + value;
  if (kind === 'unit' && value > 0 && value < 10 && group % 10 === 0 && group % 100 >= 20) return group + value;
  return null;
}

const round = (value: number): number => Math.round(value * 1e6) / 1e6;
