// The first characters that a pattern can match, worked out from its source: a table over them tells at nearly every word of a text that the
// pattern need not be tried there.

/** So many characters are looked at. */
const DEPTH = 3;
/** In a head: any character. */
const ANY = '\u0000';
const CLASSES = 32;

/** a-z (either case) 1..26, digits 27, blank 28, hyphen 29, stop 30, all else 31. */
const CLASS_OF = new Uint8Array(128).fill(31);
for (let i = 0; i < 26; i++) CLASS_OF[0x41 + i] = CLASS_OF[0x61 + i] = i + 1;
for (let code = 0x30; code <= 0x39; code++) CLASS_OF[code] = 27;
CLASS_OF[0x20] = 28;
CLASS_OF[0x2d] = 29;
CLASS_OF[0x2e] = 30;

const classOfCode = (code: number): number => (code < 128 ? CLASS_OF[code]! : 31);

/** A word's characters as `\w` has them. */
const IS_WORD = new Uint8Array(128);
for (let code = 0; code < 128; code++) IS_WORD[code] = /\w/.test(String.fromCharCode(code)) ? 1 : 0;
const isWordCode = (code: number): boolean => code < 128 && IS_WORD[code] === 1;

/**
 * Finds matches at the starts of words: the first at or after `from` as [start, end), or null. A pattern is tried nowhere else
 * ("\b(?:troop|soldier)"): one that can match inside a word loses those matches. At most eight patterns.
 */
export function wordStartFinder(
  patterns: readonly RegExp[],
): (text: string, from: number) => readonly [number, number] | null {
  const table = new Uint8Array(CLASSES ** DEPTH);
  const sticky = patterns.map((pattern) => new RegExp(pattern.source, `${pattern.flags}y`));
  patterns.forEach((pattern, i) => {
    for (const head of headsOf(pattern.source)) mark(table, head, 0, 0, 1 << i);
  });
  return (text, from) => {
    const { length } = text;
    let wasWord = from > 0 && isWordCode(text.charCodeAt(from - 1));
    for (let i = from; i < length; i++) {
      const code = text.charCodeAt(i);
      const isWord = code < 128 && IS_WORD[code] === 1;
      if (isWord && !wasWord) {
        const second = i + 1 < length ? classOfCode(text.charCodeAt(i + 1)) : 31;
        const third = i + 2 < length ? classOfCode(text.charCodeAt(i + 2)) : 31;
        const bits = table[(CLASS_OF[code]! << 10) | (second << 5) | third]!;
        if (bits !== 0) {
          for (let k = 0; k < sticky.length; k++) {
            if ((bits & (1 << k)) === 0) continue;
            const pattern = sticky[k]!;
            pattern.lastIndex = i;
            if (pattern.test(text)) return [i, pattern.lastIndex];
          }
        }
      }
      wasWord = isWord;
    }
    return null;
  };
}

function mark(table: Uint8Array, head: string, at: number, key: number, bit: number): void {
  if (at === DEPTH) {
    table[key]! |= bit;
    return;
  }
  const char = head[at] ?? ANY;
  if (char !== ANY) mark(table, head, at + 1, (key << 5) | classOfCode(char.charCodeAt(0)), bit);
  else for (let one = 0; one < CLASSES; one++) mark(table, head, at + 1, (key << 5) | one, bit);
}

/** The heads of a pattern's matches, at most three characters each; a shorter one is a match that may end there. */
function headsOf(source: string): ReadonlySet<string> {
  let at = 0;

  function alternatives(): Set<string> {
    const heads = sequence();
    while (source[at] === '|') {
      at++;
      for (const head of sequence()) heads.add(head);
    }
    return heads;
  }

  function sequence(): Set<string> {
    let heads = new Set(['']);
    while (at < source.length && source[at] !== '|' && source[at] !== ')') heads = joined(heads, repeated(atom()));
    return heads;
  }

  function repeated(one: Set<string>): Set<string> {
    const sign = source[at];
    if (sign !== '?' && sign !== '*' && sign !== '+' && sign !== '{') return one;
    at = sign === '{' ? source.indexOf('}', at) + 1 : at + 1;
    if (source[at] === '?') at++;
    const more = sign === '?' ? one : joined(one, new Set(['', ANY.repeat(DEPTH)]));
    return sign === '+' ? more : new Set(['', ...more]);
  }

  function atom(): Set<string> {
    const char = source[at++]!;
    if (char === '(') return group();
    if (char === '[') return letters();
    if (char === '.') return new Set([ANY]);
    if (char === '^' || char === '$') return new Set(['']);
    if (char !== '\\') return new Set([char.toLowerCase()]);
    const escaped = source[at++]!;
    if (escaped === 'b' || escaped === 'B') return new Set(['']);
    if (escaped === 'd') return new Set(['0']);
    return new Set([/\w/.test(escaped) ? ANY : escaped]);
  }

  function group(): Set<string> {
    const opening = /^\?(?:<?[=!]|:)/.exec(source.slice(at, at + 3))?.[0] ?? '';
    at += opening.length;
    const heads = alternatives();
    at++;
    return opening === '' || opening === '?:' ? heads : new Set(['']);
  }

  /** "[A-Z]", "[ae]". */
  function letters(): Set<string> {
    const end = source.indexOf(']', at);
    const inside = source.slice(at, end);
    at = end + 1;
    return /[\\^]|\w-\w/.test(inside) ? new Set([ANY]) : new Set(inside.toLowerCase());
  }

  return alternatives();
}

const joined = (heads: ReadonlySet<string>, tails: ReadonlySet<string>): Set<string> => {
  const all = new Set<string>();
  for (const head of heads) {
    if (head.length >= DEPTH) all.add(head);
    else for (const tail of tails) all.add((head + tail).slice(0, DEPTH));
  }
  return all;
};
