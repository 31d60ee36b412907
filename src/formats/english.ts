// Whether a text reads as English, by its most common small words: no tables to load, and right for any text of some length.

const SMALL_WORDS = new Set(
  'the of and to in a is that for on with as by at from was were has have had its it an be been are will would this which their not but they he said more than who'.split(
    ' ',
  ),
);
/** Other languages share some of them ("in", "a", "on", "is", "will", "was", "an", "die"): under this share it is no English prose. */
const SURE_SHARE = 0.22;
const SOME_SHARE = 0.1;

/** `no` and `unsure` are for a language detector to settle; texts of few words are `unsure` unless they are in another script. */
export function readsAsEnglish(text: string): 'yes' | 'no' | 'unsure' {
  const words =
    text
      .slice(0, 20_000)
      .toLowerCase()
      .match(/\p{L}+/gu) ?? [];
  if (words.length === 0) return 'unsure';
  let small = 0;
  let the = 0;
  let latin = 0;
  for (const word of words) {
    if (SMALL_WORDS.has(word)) small++;
    if (word === 'the' || word === 'of' || word === 'and') the++;
    if (/^[a-z\u00df-\u017f]+$/.test(word)) latin++;
  }
  if (latin < words.length / 2) return 'no';
  if (words.length < 20) return 'unsure';
  const share = small / words.length;
  if (share >= SURE_SHARE && the > 0) return 'yes';
  return share < SOME_SHARE ? 'no' : 'unsure';
}
