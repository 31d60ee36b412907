// Whether a text reads as English, by its most common small words: no tables to load, and right for any text of some length.

const LONGEST_SMALL = 5;
/** A word of at most so many letters a to z as one number: five bits a letter. */
const keyWith = (key: number, unit: number): number => key * 32 + (unit - 96);
const keyOf = (word: string): number => [...word].reduce((key, letter) => keyWith(key, letter.charCodeAt(0)), 0);
const SMALL_WORDS: ReadonlySet<number> = new Set(
  'the of and to in a is that for on with as by at from was were has have had its it an be been are will would this which their not but they he said more than who'
    .split(' ')
    .map(keyOf),
);
const COMMONEST: ReadonlySet<number> = new Set(['the', 'of', 'and'].map(keyOf));
/** Other languages share some of them ("in", "a", "on", "is", "will", "was", "an", "die"): under this share it is no English prose. */
const SURE_SHARE = 0.22;
const SOME_SHARE = 0.1;

/** `no` and `unsure` are for a language detector to settle; texts of few words are `unsure` unless they are in another script. */
export function readsAsEnglish(text: string): 'yes' | 'no' | 'unsure' {
  const sample = text.slice(0, 20_000).toLowerCase();
  let words = 0;
  let small = 0;
  let the = 0;
  let latin = 0;
  for (let at = 0; at < sample.length; ) {
    let width = letterAt(sample, at);
    if (width === 0) {
      at++;
      continue;
    }
    let isLatin = true;
    let letters = 0;
    let key = 0;
    for (; width > 0; width = letterAt(sample, at)) {
      const unit = sample.charCodeAt(at);
      // A letter beyond a to z makes it a word that is none of the small ones.
      if (unit >= 128) {
        isLatin &&= width === 1 && isLatinLetter(unit);
        letters = LONGEST_SMALL;
      }
      if (++letters <= LONGEST_SMALL) key = keyWith(key, unit);
      at += width;
    }
    words++;
    if (isLatin) latin++;
    if (letters > LONGEST_SMALL || !SMALL_WORDS.has(key)) continue;
    small++;
    if (COMMONEST.has(key)) the++;
  }
  if (words === 0) return 'unsure';
  if (latin < words / 2) return 'no';
  if (words < 20) return 'unsure';
  const share = small / words;
  if (share >= SURE_SHARE && the > 0) return 'yes';
  return share < SOME_SHARE ? 'no' : 'unsure';
}

const LETTER = /\p{L}/u;

/** How many units the letter there takes: 1 or 2; 0 where none stands there. */
function letterAt(text: string, at: number): number {
  const unit = text.charCodeAt(at);
  if (unit < 128) return unit >= 97 && unit <= 122 ? 1 : 0;
  if (at >= text.length) return 0;
  const letter = String.fromCodePoint(text.codePointAt(at)!);
  return LETTER.test(letter) ? letter.length : 0;
}

const isLatinLetter = (unit: number): boolean => unit >= 0xdf && unit <= 0x17f;
