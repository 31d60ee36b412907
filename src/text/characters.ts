// One class per UTF-16 code unit, worked out once per unit and kept: the scanners below ask a table, never a regex.

const OTHER = 1;
export const LETTER = 2;
export const DIGIT = 3;
export const SPACE = 4;
/** Soft hyphen, joiners, variation selectors: part of a word, invisible, dropped by the fold. */
export const SILENT = 5;
/** Hyphens that can stand inside a word. En and em dashes are not: "Iran–Iraq" is three tokens. */
export const HYPHEN = 6;
export const APOSTROPHE = 7;

const CLASSES = new Uint8Array(0x10000);
const LETTER_PATTERN = /[\p{L}\p{M}]/u;
const SPACE_PATTERN = /[\s\u200b\ufeff\u180e\x00-\x1f\x7f-\x9f]/u;
const SILENT_PATTERN = /\u00ad|\u200c|\u200d|\u2060|\u200e|\u200f|[\ufe00-\ufe0f]/u;

function classify(code: number): number {
  if (code >= 0x30 && code <= 0x39) return DIGIT;
  if (code === 0x2d || code === 0x2010 || code === 0x2011) return HYPHEN;
  if (code === 0x27 || code === 0x2019 || code === 0x02bc) return APOSTROPHE;
  const char = String.fromCharCode(code);
  if (SPACE_PATTERN.test(char)) return SPACE;
  if (SILENT_PATTERN.test(char)) return SILENT;
  return LETTER_PATTERN.test(char) ? LETTER : OTHER;
}

for (let code = 0; code < 0x80; code++) CLASSES[code] = classify(code);

/** The class of a code unit; surrogates are OTHER. */
export function classOf(code: number): number {
  return CLASSES[code]! || learn(code);
}

function learn(code: number): number {
  const found = classify(code);
  CLASSES[code] = found;
  return found;
}

/** True for a word that opens with a capital letter of any script. */
export const isCapitalised = (word: string): boolean => {
  const code = word.charCodeAt(0);
  return code < 0x80 ? code >= 0x41 && code <= 0x5a : CAPITAL.test(word);
};
const CAPITAL = /^\p{Lu}/u;

export const isUpper = (char: string): boolean => char !== char.toLowerCase();
export const isLower = (char: string): boolean => char !== char.toUpperCase();
