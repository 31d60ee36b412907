// Whether a text reads as English, by its most common small words: no tables to load, and right for any text of some length.

const LONGEST_SMALL = 5;
const SLOT_BITS = 8;
/** A word of at most so many letters a to z as one number: five bits a letter. */
const keyWith = (key: number, unit: number): number => (key << 5) + (unit - 96);
const keyOf = (word: string): number => [...word].reduce((key, letter) => keyWith(key, letter.charCodeAt(0)), 0);
const SMALL_WORDS = tableOf(
  'the of and to in a is that for on with as by at from was were has have had its it an be been are will would this which their not but they he said more than who',
);
const COMMONEST = tableOf('the of and');
/** Other languages share some of them ("in", "a", "on", "is", "will", "was", "an", "die"): under this share it is no English prose. */
const SURE_SHARE = 0.22;
const SOME_SHARE = 0.1;
/** Whoever has so many words, and reads as English as that, is asked for no more. */
const ENOUGH_WORDS = 128;
const PLAIN_SHARE = 0.26;

/** `no` and `unsure` are for a language detector to settle; texts of few words are `unsure` unless they are in another script. */
export function readsAsEnglish(text: string): 'yes' | 'no' | 'unsure' {
  const sample = text.slice(0, 20_000);
  let words = 0;
  let small = 0;
  let the = 0;
  let latin = 0;
  for (let at = 0; at < sample.length; ) {
    let unit = smallAt(sample, at);
    if (!(isAscii(unit) || letterAt(sample, at) > 0)) {
      at++;
      continue;
    }
    let isLatin = true;
    let letters = 0;
    let key = 0;
    for (;;) {
      if (isAscii(unit)) {
        if (++letters <= LONGEST_SMALL) key = keyWith(key, unit);
        at++;
      } else {
        // A letter beyond a to z makes it a word that is none of the small ones.
        const width = letterAt(sample, at);
        if (width === 0) break;
        isLatin &&= width === 1 && isLatinLetter(unit);
        letters = LONGEST_SMALL + 1;
        at += width;
      }
      if (at >= sample.length) break;
      unit = smallAt(sample, at);
    }
    words++;
    if (isLatin) latin++;
    if (letters > LONGEST_SMALL || !holds(SMALL_WORDS, key)) continue;
    small++;
    if (holds(COMMONEST, key)) the++;
    if (words >= ENOUGH_WORDS && small >= words * PLAIN_SHARE && the > 0 && latin === words) return 'yes';
  }
  if (words === 0) return 'unsure';
  if (latin < words / 2) return 'no';
  if (words < 20) return 'unsure';
  const share = small / words;
  if (share >= SURE_SHARE && the > 0) return 'yes';
  return share < SOME_SHARE ? 'no' : 'unsure';
}

const LETTER = /\p{L}/u;

/** A to Z as a to z. */
function smallAt(text: string, at: number): number {
  const unit = text.charCodeAt(at);
  return unit >= 65 && unit <= 90 ? unit + 32 : unit;
}

const isAscii = (unit: number): boolean => unit >= 97 && unit <= 122;

/** How many units the letter beyond a to z there takes: 1 or 2; 0 where none stands there. */
function letterAt(text: string, at: number): number {
  if (text.charCodeAt(at) < 128) return 0;
  const letter = String.fromCodePoint(text.codePointAt(at)!);
  return LETTER.test(letter) ? letter.length : 0;
}

/** Of a letter, large or small. */
const isLatinLetter = (unit: number): boolean => unit >= 0xc0 && unit <= 0x17f;

/** A set of keys, open to the next slot: asked of each word of each text, it is quicker than the platform's own. No key is 0. */
function tableOf(words: string): Int32Array {
  const table = new Int32Array(2 ** SLOT_BITS);
  for (const key of words.split(' ').map(keyOf)) {
    let slot = slotOf(key);
    while (table[slot] !== 0) slot = (slot + 1) & (table.length - 1);
    table[slot] = key;
  }
  return table;
}

function holds(table: Int32Array, key: number): boolean {
  for (let slot = slotOf(key); table[slot] !== 0; slot = (slot + 1) & (table.length - 1))
    if (table[slot] === key) return true;
  return false;
}

function slotOf(key: number): number {
  return Math.imul(key, 0x9e3779b1) >>> (32 - SLOT_BITS);
}
