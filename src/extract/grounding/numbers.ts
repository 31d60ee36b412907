// Numbers by value. A number that a claim derives (a share, a difference, a sum) is allowed only where a word says so and both terms stand there.
import type { NumberMention } from '../../text/document.ts';

export interface Value {
  readonly min: number | null;
  readonly max: number | null;
  /** The part of one, for "half of". */
  readonly share: number | null;
}

export const valuesOf = (numbers: readonly NumberMention[]): Value[] =>
  numbers
    .filter((n) => n.use === 'count' || n.use === 'percent' || n.use === 'label' || n.share !== undefined)
    .map((n) => ({ min: n.min, max: n.max, share: n.share ?? null }));

/** True where some number has `n` as its value or as an end of its range. */
export const standsBy = (values: readonly Value[], n: number): boolean =>
  values.some((v) => v.min === n || v.max === n);

const SHARE =
  /\b(?:half|halv\w+|(?:third|fourth|quarter|fifth|sixth|seventh|eighth|ninth|tenth)s?|per ?cent|percent|share|one (?:in|out of))\b|%/i;
/** Shares that no number of the text gives: "halved", "cut by a third". */
const SHARED: readonly (readonly [RegExp, number])[] = [
  [/\bhalv\w+|\bby (?:a )?half\b/i, 1 / 2],
  [/\bby a third\b/i, 1 / 3],
  [/\bby two[- ]thirds\b/i, 2 / 3],
  [/\bby a quarter\b/i, 1 / 4],
  [/\bby a fifth\b/i, 1 / 5],
  [/\bby a tenth\b/i, 1 / 10],
];
const REST =
  /\b(?:rest|remaining|remainder|others?|all but|another|further|left|leaving|except|from|by|down|up|cut|reduc\w*|trim\w*|increas\w*|rais\w*|lower\w*)\b/i;
const SUM =
  /\b(?:total|both|together|combined|and|altogether|sum|overall|plus|more|additional|doubl\w*|trebl\w*|tripl\w*|twice)\b/i;

/**
 * Numbers that may be derived here: shares of a whole ("half of the 120": 60), differences ("from 1,300 to 950": 350; "the rest") and sums
 * ("six and five": 11). `own` are the quotation's values, `near` those of its sentence and the one before: one term at least is from near or own.
 */
export function sumsOf(cue: string, own: readonly Value[], near: readonly Value[]): ReadonlySet<number> {
  const found = new Set<number>();
  const terms = [
    ...new Set([...own, ...near].flatMap((v) => [v.min, v.max]).filter((n): n is number => n !== null)),
  ].slice(0, 24);
  if (SHARE.test(cue)) {
    const shares = own.flatMap((v) =>
      v.share !== null ? [v.share] : v.min !== null && v.min <= 100 ? [v.min / 100] : [],
    );
    for (const [word, share] of SHARED) if (word.test(cue)) shares.push(share);
    for (const share of shares) for (const n of terms) found.add(Math.round(n * share)).add(n - Math.round(n * share));
  }
  // "half of its 200, and the rest": what the share leaves over.
  if (REST.test(cue))
    for (const { share } of near) if (share !== null) for (const n of terms) found.add(n - Math.round(n * share));
  if (REST.test(cue))
    for (const a of terms)
      for (const b of terms) for (const c of [0, ...terms]) if (a - b - c > 0) found.add(a - b - c);
  if (SUM.test(cue)) {
    for (const [i, a] of terms.entries()) for (const b of terms.slice(i + 1)) found.add(a + b);
    if (/doubl|twice/i.test(cue)) for (const n of terms) found.add(2 * n);
    if (/trebl|tripl/i.test(cue)) for (const n of terms) found.add(3 * n);
  }
  return found;
}
