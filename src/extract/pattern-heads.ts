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

/** Where a match that starts at a capital at `i` ends; -1 where none does. */
export type AtCapital = (text: string, i: number) => number;

/**
 * Finds matches at the starts of words: the first at or after `from` as [start, end), or null. A pattern is tried nowhere else
 * ("\b(?:troop|soldier)"): one that can match inside a word loses those matches. `atCapital` is asked at each word that starts with one.
 */
export function wordStartFinder(
  patterns: readonly RegExp[],
  atCapital: AtCapital = () => -1,
): (text: string, from: number) => readonly [number, number] | null {
  const { table, tries } = triesOf(patterns);
  return (text, from) => {
    const { length } = text;
    let wasWord = from > 0 && isWordCode(text.charCodeAt(from - 1));
    for (let i = from; i < length; i++) {
      const code = text.charCodeAt(i);
      const isWord = code < 128 && IS_WORD[code] === 1;
      if (isWord && !wasWord) {
        const second = i + 1 < length ? classOfCode(text.charCodeAt(i + 1)) : 31;
        const third = i + 2 < length ? classOfCode(text.charCodeAt(i + 2)) : 31;
        const known = table[(CLASS_OF[code]! << 10) | (second << 5) | third]!;
        if (known !== 0) {
          for (const pattern of tries[known]!()) {
            pattern.lastIndex = i;
            if (pattern.test(text)) return [i, pattern.lastIndex];
          }
        }
        if (code >= 0x41 && code <= 0x5a) {
          const end = atCapital(text, i);
          if (end >= 0) return [i, end];
        }
      }
      wasWord = isWord;
    }
    return null;
  };
}

/** What is to be tried at a word by its head: of each pattern the alternatives that can match there, made when first asked for. */
interface Tries {
  /** By the classes of the head's characters; 0 where nothing is. */
  readonly table: Uint16Array;
  readonly tries: readonly (() => readonly RegExp[])[];
}

function triesOf(patterns: readonly RegExp[]): Tries {
  const alternatives = patterns.flatMap((pattern) => alternativesOf(pattern.source).map((own) => ({ pattern, own })));
  /** By head: which alternatives, in their order. */
  const byHead = new Map<number, number[]>();
  for (const [i, { own }] of alternatives.entries()) for (const head of headsOf(own)) mark(byHead, head, 0, 0, i);
  const table = new Uint16Array(CLASSES ** DEPTH);
  const tries: (() => readonly RegExp[])[] = [() => []];
  const known = new Map<string, number>();
  for (const [head, which] of byHead) {
    const key = which.join();
    let at = known.get(key);
    if (at === undefined) {
      at = tries.length;
      known.set(key, at);
      let made: readonly RegExp[] | null = null;
      tries.push(() => (made ??= together(which.map((i) => alternatives[i]!))));
    }
    table[head] = at;
  }
  return { table, tries };
}

/** The alternatives of each pattern as one, to be tried at a given place. */
function together(alternatives: readonly { readonly pattern: RegExp; readonly own: string }[]): RegExp[] {
  const patterns = [...new Set(alternatives.map(({ pattern }) => pattern))];
  return patterns.map((pattern) => {
    const own = alternatives.filter((one) => one.pattern === pattern).map((one) => one.own);
    return new RegExp(`\\b(?:${own.join('|')})`, `${pattern.flags}y`);
  });
}

/** "\b(?:a|b(?:c|d))" -> "a", "b(?:c|d)"; a pattern of another form is one. */
function alternativesOf(source: string): string[] {
  const inside = /^\\b\(\?:(.*)\)$/s.exec(source)?.[1];
  if (inside === undefined) return [source];
  const found: string[] = [];
  let depth = 0;
  let start = 0;
  for (let i = 0; i < inside.length; i++) {
    const char = inside[i];
    if (char === '\\') i++;
    else if (char === '[') i = inside.indexOf(']', i);
    else if (char === '(') depth++;
    else if (char === ')') depth--;
    else if (char === '|' && depth === 0) {
      found.push(inside.slice(start, i));
      start = i + 1;
    }
    // "\b(?:a)b(?:c)": the first bracket closes early.
    if (depth < 0) return [source];
  }
  return [...found, inside.slice(start)];
}

function mark(byHead: Map<number, number[]>, head: string, at: number, key: number, which: number): void {
  if (at === DEPTH) {
    const own = byHead.get(key);
    if (own === undefined) byHead.set(key, [which]);
    else if (own.at(-1) !== which) own.push(which);
    return;
  }
  const char = head[at] ?? ANY;
  if (char !== ANY) mark(byHead, head, at + 1, (key << 5) | classOfCode(char.charCodeAt(0)), which);
  else for (let one = 0; one < CLASSES; one++) mark(byHead, head, at + 1, (key << 5) | one, which);
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
