// Is a bare number a year? "in 2018", "(2025)", "the 2010 Lisbon summit" are; "2,000", "1500 troops", "about 2000", "No. 1998" are not.
import { COUNTED_NOUNS, LABEL_NOUNS, SKIPPED_ADJECTIVES } from './counted-words.ts';
import type { Token } from './document.ts';

const PLAIN_YEAR = /^(?:1[6-9]|20)\d\d$/;
const SURE_BEFORE: ReadonlySet<string> = new Set(
  'in since during until till throughout mid early late circa fiscal year january february march april may june july august september october november december jan feb mar apr jun jul aug sep sept oct nov dec spring summer autumn fall winter'.split(
    ' ',
  ),
);
const NO_YEAR_BEFORE: ReadonlySet<string> = new Set(
  'about approximately roughly around some nearly almost over than least most estimated est approx only just fewer number numbers numbering numbered totalling totaling total another additional nos flight route resolution under'.split(
    ' ',
  ),
);
/** "extended to 2025", "through to 2030". */
const ENDS_AT: ReadonlySet<string> = new Set(
  'extended extend extends extending extension prolonged through mandate'.split(' '),
);
const MOST_AHEAD = 4;

/** True where the token has the form of a year from 1600 to 2099, whatever stands around it. */
export const hasYearForm = (token: Token | undefined): boolean =>
  token !== undefined && token.kind === 'number' && token.text.length === 4 && PLAIN_YEAR.test(token.text);

/** True where token `i` is a year by what stands around it. */
export function isYear(tokens: readonly Token[], i: number): boolean {
  if (!hasYearForm(tokens[i])) return false;
  const before = tokens[i - 1];
  const after = tokens[i + 1];
  if (before && (before.text === '$' || before.text === '#' || before.text === '\u00a3' || before.text === '\u20ac'))
    return false;
  if (after && (after.text === '%' || after.lower === 'percent' || after.lower === 'hours')) return false;
  const isSure = before !== undefined && SURE_BEFORE.has(before.lower) && before.kind === 'word';
  if (isSure) return after === undefined || !COUNTED_NOUNS.has(after.lower) || before.lower === 'since';
  if (before?.lower === 'least' && /^(?:until|since|through|till)$/.test(tokens[i - 3]?.lower ?? '')) return true;
  if (before && (NO_YEAR_BEFORE.has(before.lower) || LABEL_NOUNS.has(before.lower))) return false;
  if (before?.lower === 'to') return hasYearForm(tokens[i - 2]) || ENDS_AT.has(tokens[i - 2]?.lower ?? '');
  // "cut by 2000 to 5,000"
  if (before?.lower === 'by' && after?.lower === 'to' && tokens[i + 2]?.kind === 'number') return false;
  return !countsSomething(tokens, i + 1);
}

/** True where the words from `i` on, adjectives skipped, reach a counted noun: "(2000) more U.S. troops", "of them", "strong". */
export function countsSomething(tokens: readonly Token[], i: number): boolean {
  for (let k = i; k < tokens.length && k < i + MOST_AHEAD; k++) {
    const { lower, kind } = tokens[k]!;
    if (kind !== 'word') return false;
    if (COUNTED_NOUNS.has(lower) || lower === 'strong') return true;
    if (k === i && lower === 'of')
      return ['the', 'them', 'its', 'their', 'those', 'these', 'our', 'whom', 'which'].includes(
        tokens[k + 1]?.lower ?? '',
      );
    if (!SKIPPED_ADJECTIVES.has(lower) && !isDemonym(lower) && !(k === i && lower.endsWith('-led'))) return false;
  }
  return false;
}

/** By ending alone: enough to see past "Bangladeshi" and "Norwegian" to the noun. */
const isDemonym = (lower: string): boolean =>
  /(?:ian|ean|ish|ese|ani|ali|qi|shi|can|ench)$/.test(lower) && lower.length > 4;
