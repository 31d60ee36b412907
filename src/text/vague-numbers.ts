// Vague words and the bounds that they stand for (the ruling is the contract's): "several hundred" is 200 to 999.
import type { Token } from './document.ts';

export interface Vague {
  readonly to: number;
  readonly min: number;
  readonly max: number;
  readonly approx: boolean;
}
type Span = readonly [min: number, max: number, approx?: boolean];

const SEVERAL: Readonly<Record<number, Span>> = { 1: [3, 9], 12: [24, 99], 100: [200, 999], 1000: [3000, 9999] };
const FEW: Readonly<Record<number, Span>> = { 1: [3, 9], 12: [24, 60], 100: [200, 500], 1000: [2000, 5000] };
const PLURALS: ReadonlyMap<string, Span> = new Map([
  ['dozens', [24, 99]],
  ['hundreds', [200, 999]],
  ['thousands', [2000, 9999]],
  ['millions', [2_000_000, 9_999_999]],
]);
const SCALES: ReadonlyMap<string, number> = new Map([
  ['dozen', 12],
  ['hundred', 100],
  ['thousand', 1000],
  ['million', 1e6],
  ['dozens', 12],
  ['thousands', 1000],
]);
const PLURAL_SCALES: ReadonlyMap<string, number> = new Map([
  ['thousands', 1000],
  ['millions', 1e6],
]);

/** Words that can open a vague number. */
export const VAGUE_OPENERS: ReadonlySet<string> = new Set([
  'several',
  'few',
  'a',
  'another',
  'scores',
  'tens',
  ...PLURALS.keys(),
]);

/** The vague number that starts at token `i`, or null: "several", "a few hundred", "tens of thousands", "a handful". */
export function readVague(tokens: readonly Token[], i: number): Vague | null {
  const word = tokens[i]?.lower ?? '';
  const next = tokens[i + 1]?.lower ?? '';
  if (word === 'a' || word === 'another') return readAfterArticle(tokens, i + 1);
  if (word === 'several') return scaled(tokens, i + 1, SEVERAL) ?? { to: i + 1, min: 3, max: 9, approx: false };
  if (word === 'few') return scaled(tokens, i + 1, FEW);
  if (word === 'scores')
    return next === 'of' || next === 'more' ? { to: i + 1, min: 40, max: 99, approx: false } : null;
  if (next === 'of' && (word === 'tens' || word === 'hundreds' || word === 'dozens')) {
    const scale = PLURAL_SCALES.get(tokens[i + 2]?.lower ?? '');
    const step = word === 'hundreds' ? 100 : 10;
    if (scale !== undefined) return { to: i + 3, min: 2 * step * scale, max: 10 * step * scale - 1, approx: false };
  }
  const plural = PLURALS.get(word);
  return plural ? { to: i + 1, min: plural[0], max: plural[1], approx: false } : null;
}

function readAfterArticle(tokens: readonly Token[], i: number): Vague | null {
  const word = tokens[i]?.lower ?? '';
  if (word === 'few' || word === 'handful') {
    const at = tokens[i + 1]?.lower === 'of' ? i + 2 : i + 1;
    return scaled(tokens, at, FEW) ?? { to: i + 1, min: 3, max: 9, approx: false };
  }
  if (word === 'couple' || word === 'pair' || word === 'trio') {
    const n = word === 'trio' ? 3 : 2;
    const at = tokens[i + 1]?.lower === 'of' ? i + 2 : i + 1;
    const scale = SCALES.get(tokens[at]?.lower ?? '');
    if (scale !== undefined) return { to: at + 1, min: n * scale, max: n * scale, approx: true };
    return { to: i + 1, min: n, max: n, approx: false };
  }
  if (word === 'score' && tokens[i + 1]?.lower === 'of') return { to: i + 1, min: 20, max: 20, approx: true };
  return null;
}

/** "hundred", "thousand", "hundred thousand", "tens of thousands" after "several" or "few". */
function scaled(tokens: readonly Token[], i: number, table: Readonly<Record<number, Span>>): Vague | null {
  const word = tokens[i]?.lower ?? '';
  if (word === 'tens' || (word === 'hundreds' && tokens[i + 1]?.lower === 'of')) return readVague(tokens, i);
  const scale = word === 'hundreds' ? 100 : SCALES.get(word);
  if (scale === undefined) return null;
  const second = tokens[i + 1]?.lower ?? '';
  const more = scale === 100 && (second === 'thousand' || second === 'million') ? SCALES.get(second)! : 1;
  const span = table[Math.min(scale, 1000)]!;
  const factor = (scale > 1000 ? scale / 1000 : 1) * more;
  const max = table === SEVERAL ? (span[1] + 1) * factor - 1 : span[1] * factor;
  return { to: i + (more > 1 ? 2 : 1), min: span[0] * factor, max, approx: false };
}
