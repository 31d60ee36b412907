// How a name is compared: as a list of folded parts. Hyphens and spaces, diacritics, "Fort" and "Ft.", British and American spelling are one.
import { caseNeed, caseOfWord, isGeneric } from './letter-case.ts';

const NON_ASCII = /[^\x00-\x7f]/;
const MARKS = /[\u0300-\u036f]/g;
const UNDECOMPOSED: ReadonlyMap<string, string> = new Map(
  Object.entries({
    ø: 'o',
    đ: 'd',
    ð: 'd',
    ł: 'l',
    ı: 'i',
    ß: 'ss',
    æ: 'ae',
    œ: 'oe',
    þ: 'th',
    ħ: 'h',
    ə: 'a',
    ŋ: 'n',
    ʿ: '',
    ʾ: '',
    ʻ: '',
    '\u2018': '',
    '\u2019': '',
    '\u2032': '',
    '\u02bc': '',
    '\u00ad': '',
    '\u2010': '-',
    '\u2011': '-',
    '\u2012': '-',
    '\u2013': '-',
    '\u2014': '-',
    '\u00a0': ' ',
    '\u202f': ' ',
  }),
);

/** One folded word -> the words that it is compared as. */
const SAME_AS: ReadonlyMap<string, readonly string[]> = new Map(
  Object.entries({
    airbase: ['air', 'base'],
    airstation: ['air', 'station'],
    ft: ['fort'],
    st: ['saint'],
    ste: ['sainte'],
    mt: ['mount'],
    intl: ['international'],
    defense: ['defence'],
    armored: ['armoured'],
    center: ['centre'],
    harbor: ['harbour'],
    labor: ['labour'],
    program: ['programme'],
    peacekeeping: ['peace', 'keeping'],
    multinational: ['multi', 'national'],
    battlegroup: ['battle', 'group'],
    counterterrorism: ['counter', 'terrorism'],
    antiterrorism: ['anti', 'terrorism'],
    organisation: ['organization'],
    organisations: ['organizations'],
    stabilisation: ['stabilization'],
    mobilisation: ['mobilization'],
    normalisation: ['normalization'],
    defence: ['defence'],
    bn: ['battalion'],
    bde: ['brigade'],
    brig: ['brigade'],
    div: ['division'],
    regt: ['regiment'],
    sqn: ['squadron'],
    dept: ['department'],
    first: ['1st'],
    second: ['2nd'],
    '2d': ['2nd'],
    third: ['3rd'],
    '3d': ['3rd'],
    fourth: ['4th'],
    fifth: ['5th'],
    sixth: ['6th'],
    seventh: ['7th'],
    eighth: ['8th'],
    ninth: ['9th'],
    tenth: ['10th'],
    eleventh: ['11th'],
    twelfth: ['12th'],
    thirteenth: ['13th'],
    fourteenth: ['14th'],
    fifteenth: ['15th'],
    eighteenth: ['18th'],
    twentieth: ['20th'],
  }),
);

/** "Ādaži" -> "adazi", "L’Aquila" -> "l'aquila"; letters outside Latin stay as they are. */
export function foldLetters(text: string): string {
  const lower = text.toLowerCase();
  if (!NON_ASCII.test(lower)) return lower;
  let out = '';
  for (const char of lower.normalize('NFKD').replace(MARKS, '')) out += UNDECOMPOSED.get(char) ?? char;
  return out;
}

const NONE: readonly string[] = [];
const AND: readonly string[] = ['and'];
const COMMA: readonly string[] = [','];
const cache = new Map<string, readonly string[]>();
const CACHE_SIZE = 50_000;

/**
 * The parts of one token of a text, "Al-Tanf" -> ["al", "tanf"], "U.S." -> ["us"], "'s" -> ["s"]. A dash alone has none (a name goes on
 * over it), "&" is "and", a comma is itself, null is a token that ends every name.
 */
export function partsOfToken(lower: string): readonly string[] | null {
  const known = cache.get(lower);
  if (known !== undefined) return known;
  const first = lower.charCodeAt(0);
  // Punctuation is asked for often and is no key of the cache.
  if (first < 0x30 || (first > 0x39 && first < 0x61)) {
    if (lower === ',') return COMMA;
    if (lower === '&') return AND;
    if (lower === '-' || lower === '--') return NONE;
    if (first !== 0x27 && first !== 0x40) return null;
  } else if (first >= 0x2010 && first <= 0x2015) return NONE;
  const parts = split(lower);
  if (cache.size >= CACHE_SIZE) cache.clear();
  cache.set(lower, parts);
  return parts;
}

function split(lower: string): readonly string[] {
  const parts: string[] = [];
  for (const piece of foldLetters(lower).split(/[-\s/]+/)) parts.push(...partsOfPiece(piece));
  return parts;
}

function partsOfPiece(folded: string): readonly string[] {
  const word = folded.replace(/[.'`]+/g, '');
  return word === '' ? NONE : (SAME_AS.get(word) ?? [word]);
}

/** The tokens of a name as a table has it: "People's Army" -> People 's Army; "Washington, D.C." -> Washington , D.C. */
const wordsOfName = (name: string): string[] =>
  name
    .replace(/[\u2018\u2019\u02bc]/g, "'")
    .replace(/[\u2012-\u2015]/g, '-')
    .replace(/'s(?![\p{L}\p{N}])/gu, " 's")
    .replace(/,/g, ' , ')
    .replace(/[()]/g, ' ')
    .split(/[\s\u00a0]+/)
    .filter((word) => word !== '');

/** The words of a name that are compared: without a leading "the". */
function comparedWords(name: string): string[] {
  const words = wordsOfName(name);
  return words.length > 1 && words[0]!.toLowerCase() === 'the' ? words.slice(1) : words;
}

/** The parts of a name as a table has it, without a leading "the": "People's Army" -> ["people", "s", "army"]. */
export const partsOfName = (name: string): readonly string[] =>
  comparedWords(name).flatMap((word) => partsOfToken(word.toLowerCase()) ?? []);

/** A name as a look-up key: its parts joined by a space. */
export const keyOf = (name: string): string => partsOfName(name).join(' ');

/**
 * For each part of a token its letters' case: 0 small, 1 capital first, 2 capitals or digits only; `need` reads a table's name, where small
 * words and digits ask for nothing. "Al-Tanf" -> [1, 1]; a part that spelling made ("air" + "base" of "Airbase") asks for nothing.
 */
function casesOf(word: string, caseOf: (piece: string) => number, rest: number): number[] {
  if (word === ',' || word === '&') return [rest];
  const cases: number[] = [];
  for (const piece of word.split(/[-\u2010\u2011\s/]+/)) {
    partsOfPiece(foldLetters(piece)).forEach((_, i) => {
      cases.push(i === 0 ? caseOf(piece) : rest);
    });
  }
  return cases;
}

/** The case of each part of a text's token, aligned with `partsOfToken`. */
export function casesOfToken(text: string): readonly number[] {
  const known = casesCache.get(text);
  if (known !== undefined) return known;
  if (casesCache.size >= CACHE_SIZE) casesCache.clear();
  const cases = casesOf(text, caseOfWord, 2);
  casesCache.set(text, cases);
  return cases;
}
const casesCache = new Map<string, readonly number[]>();

/** What each part of a name needs, aligned with `partsOfName`, packed two bits a part, first part lowest; at most 16 parts. */
export function caseBits(name: string): number {
  const words = comparedWords(name);
  const generic = words.length > 1 && words.some((word) => !isGeneric(word) && /^[\p{Lu}\d]/u.test(word));
  const alone = words.length === 1 && !/[-\u2010\u2011/]/.test(words[0]!);
  const needs = words.flatMap((word) =>
    casesOf(word, (piece) => (generic && isGeneric(piece) ? 0 : caseNeed(piece, alone)), 0),
  );
  return needs.slice(0, 16).reduce((bits, need, i) => bits | (need << (2 * i)), 0) >>> 0;
}
