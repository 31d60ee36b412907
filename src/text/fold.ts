// A text folded for comparison, with the way back: white space, dashes, quotation marks, soft hyphens and accents written in many ways
// read the same, and every folded character knows where it stands in the text as stored. The stored text is never rewritten.

export interface FoldedText {
  readonly text: string;
  readonly folded: string;
  /** `starts[i]`: where the character behind folded character i starts in `text`. */
  readonly starts: Uint32Array;
  /** `ends[i]`: where it ends, exclusive. */
  readonly ends: Uint32Array;
}

const SPACE = /\s|[\u2060\u3164]/u;
/** Soft hyphen, zero-width space and joiners, byte order mark, direction marks: they carry no letter. */
const UNSEEN = /[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff]/;
const DASH = /[\u2010-\u2015\u2212\ufe58\ufe63\uff0d]/;
const SINGLE = /[\u2018-\u201b\u2032\u0060\u00b4\u02bc\u2039\u203a\uff07]/;
const DOUBLE = /[\u201c-\u201f\u2033\u00ab\u00bb\u301d-\u301f\uff02]/;
const MARK = /\p{M}/gu;

function foldedCharacter(character: string): string {
  if (DASH.test(character)) return '-';
  if (SINGLE.test(character)) return "'";
  if (DOUBLE.test(character)) return '"';
  if (character === '\u2026') return '...';
  return character.normalize('NFKD').replace(MARK, '');
}

/**
 * "About 5,200\u00a0troops — now" -> folded "About 5,200 troops-now": runs of white space are one space, spaces around a dash and a doubled
 * dash count as one dash. Letter case is kept.
 */
export function foldText(text: string): FoldedText {
  const length = text.length;
  const starts = new Uint32Array(length * 2 + 8);
  const ends = new Uint32Array(length * 2 + 8);
  const parts: string[] = [];
  let size = 0;
  const put = (character: string, start: number, end: number): void => {
    parts.push(character);
    starts[size] = start;
    ends[size] = end;
    size++;
  };
  let last = '';
  let index = 0;
  while (index < length) {
    const code = text.charCodeAt(index);
    const wide = code >= 0xd800 && code < 0xdc00 && index + 1 < length;
    const end = index + (wide ? 2 : 1);
    const character = wide ? text.slice(index, end) : text.charAt(index);
    const isSpace = code < 128 ? code === 32 || (code >= 9 && code <= 13) : SPACE.test(character);
    if (isSpace) {
      if (last !== ' ' && last !== '-') {
        put(' ', index, end);
        last = ' ';
      }
    } else if (code < 128) {
      if (code === 45) {
        if (last === ' ') {
          size--;
          parts.pop();
          last = parts.at(-1) ?? '';
        }
        if (last !== '-') put('-', index, end);
        last = '-';
      } else {
        const plain = code === 96 ? "'" : character;
        put(plain, index, end);
        last = plain;
      }
    } else if (!UNSEEN.test(character)) {
      const folded = foldedCharacter(character);
      if (folded === '-' && last === ' ') {
        size--;
        parts.pop();
        last = parts.at(-1) ?? '';
      }
      if (!(folded === '-' && last === '-')) {
        for (let unit = 0; unit < folded.length && size < starts.length; unit++) put(folded.charAt(unit), index, end);
      }
      last = folded.at(-1) ?? last;
    }
    index = end;
  }
  return { text, folded: parts.join(''), starts: starts.subarray(0, size), ends: ends.subarray(0, size) };
}

/** True where two texts differ in white space, dashes, quotation marks, accents and soft hyphens at most: "5\u00a0200" and "5 200" yes, "500" and "5,000" no. */
export const foldEquals = (a: string, b: string): boolean =>
  a === b || foldText(a).folded.trim() === foldText(b).folded.trim();
