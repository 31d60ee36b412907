// Which letters of a name must be capital: "Split" is a city, "split" a verb; "US" a state, "us" a pronoun.

/** 0 small letters or any, 1 a capital first letter, 2 capitals only. */
export type LetterCase = 0 | 1 | 2;

const SMALL = new Set(
  'of the and de del della di da do dos das du des la le les el al an ad as ash at ul upon on in sur sous y e van von der den zu am an bei na nad pod och og i s'.split(
    ' ',
  ),
);
/** Acronyms that are words when only their first letter is capital. */
const WORDS = new Set('MEND FIST HOPE CARE SEAL SEALS MARS ARMS RISE FAST GATE STAR MILF FANO LAND SAFE'.split(' '));

/** What reports write small beside a capital name or a number: "Kherson oblast", "82nd airborne division", "eastern Europe". */
const GENERIC = new Set(
  'province oblast region governorate district county valley airport airfield air base naval airbase island islands peninsula camp division brigade regiment battalion squadron airborne infantry armored armoured cavalry mechanized mechanised expeditionary parliament ministry government eastern western northern southern central southeastern northeastern'.split(
    ' ',
  ),
);
export const isGeneric = (word: string): boolean => GENERIC.has(word.toLowerCase());

const lettersOf = (word: string): string => word.replace(/[^\p{L}]/gu, '');

/** How a word of a text is written. A word without letters satisfies every need. */
export function caseOfWord(word: string): LetterCase {
  let small = false;
  let letters = false;
  let firstSmall = false;
  for (let i = 0; i < word.length; i++) {
    const code = word.charCodeAt(i);
    if (code > 0x7e) return caseOfForeignWord(word);
    const isSmall = code >= 0x61 && code <= 0x7a;
    if (!isSmall && !(code >= 0x41 && code <= 0x5a)) continue;
    if (!letters) firstSmall = isSmall && i === 0;
    letters = true;
    small ||= isSmall;
  }
  if (!letters || !small) return 2;
  return firstSmall ? 0 : 1;
}

function caseOfForeignWord(word: string): LetterCase {
  const letters = lettersOf(word);
  if (letters === '' || letters === letters.toUpperCase()) return 2;
  return letters[0] === letters[0]!.toUpperCase() ? 1 : 0;
}

/**
 * What a word of a table's name needs. Acronyms of four letters and more may be written "Nato"; shorter ones may not. Small words ask for
 * nothing but where they are the whole name ("Of", a town).
 */
export function caseNeed(word: string, alone: boolean): LetterCase {
  const letters = lettersOf(word);
  if (letters === '' || letters[0] === letters[0]!.toLowerCase() || /\d/.test(word)) return 0;
  if (letters.length > 1 && letters === letters.toUpperCase()) return letters.length <= 3 || WORDS.has(letters) ? 2 : 1;
  return !alone && letters.length > 1 && SMALL.has(letters.toLowerCase()) ? 0 : 1;
}

/** True where the cases of a text's first `count` parts satisfy the packed needs of a name (see `caseBits`). */
export function caseFits(cases: readonly number[], count: number, bits: number): boolean {
  if (bits === 0) return true;
  for (let i = 0; i < count && i < 16; i++) {
    if (cases[i]! < ((bits >>> (2 * i)) & 3)) return false;
  }
  return true;
}
