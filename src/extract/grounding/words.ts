// Do the words of a name stand in a stretch of text, whatever their case, accents and endings?

const folded = (text: string): string =>
  /[^\x00-\x7f]/.test(text)
    ? text
        .normalize('NFKD')
        .replace(/\p{M}/gu, '')
        .toLowerCase()
        .replace(/[^\p{L}\p{N}]+/gu, ' ')
        .trim()
    : text
        .toLowerCase()
        .replace(/[^a-z0-9]+/g, ' ')
        .trim();

const SMALL: ReadonlySet<string> = new Set(
  'the and for its of near air base camp province region north south east west northern southern eastern western central'.split(
    ' ',
  ),
);

/** A text's words, folded, a blank before and behind each: what `wordsStand` looks names up in. */
export const wordsOf = (text: string): string => ` ${folded(text)} `;

/** True where the word stands there, or is the first four letters of one. */
const hasWord = (here: string, word: string): boolean => here.includes(word.length === 4 ? ` ${word}` : ` ${word} `);

/** True where half of the name's own words stand in the text, by their first four letters ("Kenyan" stands in "Kenya's"). */
export function wordsStand(here: string, name: string): boolean {
  const all = folded(name)
    .split(' ')
    .filter((word) => word.length > 1);
  const own = all.filter((word) => !SMALL.has(word));
  const words = own.length > 0 ? own : all;
  if (words.length === 0) return true;
  const standing = words.filter((word) => hasWord(here, word) || (word.length > 4 && hasWord(here, word.slice(0, 4))));
  if (standing.length * 2 >= words.length) return true;
  const initials = all
    .filter((word) => !/^(?:of|the|and|for)$/.test(word))
    .map((word) => word.charAt(0))
    .join('');
  return initials.length > 1 && hasWord(here, initials);
}
