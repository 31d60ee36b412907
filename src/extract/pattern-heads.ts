// The first characters that a pattern can match, worked out from its source: a table over them tells at nearly every word of a text that the
// pattern need not be tried there.

/** So many characters are looked at. */
const DEPTH = 4;
/** In a head: any character. */
const ANY = '\u0000';
const CLASSES = 32;
/** Of all but the last. */
const HEADS = CLASSES ** (DEPTH - 1);

/** a-z (either case) 1..26, digits 27, blank 28, hyphen 29, stop 30, all else 31. */
const CLASS_OF = new Uint8Array(128).fill(31);
for (let i = 0; i < 26; i++) CLASS_OF[0x41 + i] = CLASS_OF[0x61 + i] = i + 1;
for (let code = 0x30; code <= 0x39; code++) CLASS_OF[code] = 27;
CLASS_OF[0x20] = 28;
CLASS_OF[0x2d] = 29;
CLASS_OF[0x2e] = 30;

const classOfCode = (code: number): number => (code < 128 ? CLASS_OF[code]! : 31);

/** What is asked of every character, in one number: its class, and from the sixth bit on whether it is of a word (as `\w` has it), a capital, a blank. */
const WORD = 5;
const CAPITAL = 6;
const GAP = 7;
const OTHER = 31;
const TRAITS = new Uint8Array(128);
for (let code = 0; code < 128; code++) {
  const char = String.fromCharCode(code);
  const bits =
    (Number(/\w/.test(char)) << WORD) | (Number(/[A-Z]/.test(char)) << CAPITAL) | (Number(char === ' ') << GAP);
  TRAITS[code] = CLASS_OF[code]! | bits;
}
const traitsAt = (text: string, i: number): number => {
  const code = i >= 0 && i < text.length ? text.charCodeAt(i) : 0;
  return code < 128 ? TRAITS[code]! : OTHER;
};

/** Where a match that starts at a capital at `i`, behind a blank, ends; -1 where none does. */
export type AtCapital = (text: string, i: number) => number;

/**
 * Finds matches at the starts of words: the first at or after `from` as [start, end), or null. A pattern is tried nowhere else
 * ("\b(?:troop|soldier)"): one that can match inside a word loses those matches. `atCapital` is asked at each capital behind a blank.
 */
export function wordStartFinder(
  patterns: readonly RegExp[],
  atCapital: AtCapital | null = null,
): (text: string, from: number) => readonly [number, number] | null {
  const { fourth, table, tries } = triesOf(patterns);
  const endAt = (text: string, start: number): number => {
    let head = 0;
    for (let i = start; i < start + DEPTH - 1; i++) head = (head << 5) | (traitsAt(text, i) & 31);
    for (const pattern of tries[table[head]!]!()) {
      pattern.lastIndex = start;
      if (pattern.test(text)) return pattern.lastIndex;
    }
    return atCapital !== null && isBehindBlank(text, start) ? atCapital(text, start) : -1;
  };
  return (text, from) => {
    for (let start = from - 1; ; ) {
      start = nextStart(text, start + 1, fourth, atCapital === null ? 0 : 1);
      if (start < 0) return null;
      const end = endAt(text, start);
      if (end >= 0) return [start, end];
    }
  };
}

/** Asks of a word alone whether a match of the pattern may start in it: false only where none can, whatever follows the word. */
export function startsIn(pattern: RegExp): (word: string) => boolean {
  const heads = [...headsOf(pattern.source)];
  const atEdge = pattern.source.startsWith('\\b') && !withoutGroups(pattern.source).includes('|');
  return (word) => {
    for (let at = 0; at < word.length; at++)
      if ((!atEdge || isEdge(word, at)) && heads.some((head) => agrees(head, word, at))) return true;
    return false;
  };
}

const isEdge = (word: string, at: number): boolean =>
  at === 0 || (((traitsAt(word, at) ^ traitsAt(word, at - 1)) >> WORD) & 1) === 1;

/** True where the word goes on from `at` as the head does, as far as it reaches. */
function agrees(head: string, word: string, at: number): boolean {
  for (let i = 0; i < head.length && at + i < word.length; i++) {
    const [asked, found] = [head.charCodeAt(i), word.charCodeAt(at + i)];
    const one = classOfCode(asked);
    if (head[i] !== ANY && (one !== classOfCode(found) || (one === OTHER && asked !== found))) return false;
  }
  return true;
}

/** "a|b(?:c|[d(])" -> "a|b". */
function withoutGroups(source: string): string {
  let left = source.replace(/\\.|\[[^\]]*\]/g, '');
  while (/\([^()]*\)/.test(left)) left = left.replace(/\([^()]*\)/g, '');
  return left;
}

const isBehindBlank = (text: string, i: number): boolean =>
  ((traitsAt(text, i) >> CAPITAL) & (traitsAt(text, i - 1) >> GAP) & 1) === 1;

/** The first word at or after `from` whose head is known; with `capitals` 1 also at a capital behind a blank. -1 where there is none. */
function nextStart(text: string, from: number, fourth: Uint32Array, capitals: 0 | 1): number {
  const stop = text.length + DEPTH - 1;
  let before = traitsAt(text, from - 1);
  let head = 0;
  let starts = 0;
  let asked = 0;
  // Nothing here branches on what a character is, which no processor foresees, but for the few that may be what is looked for: three back.
  for (let i = from; i < stop; i++) {
    const traits = traitsAt(text, i);
    starts = (starts << 1) | (((traits & ~before) >> WORD) & 1);
    asked = (asked << 1) | ((traits >> CAPITAL) & (before >> GAP) & capitals);
    if ((((fourth[head]! >>> (traits & 31)) & (starts >> 3) & 1) | ((asked >> 3) & 1)) === 1) return i - DEPTH + 1;
    head = ((head << 5) | (traits & 31)) & (HEADS - 1);
    before = traits;
  }
  return -1;
}

/** What is to be tried at a word by its head: of each pattern the alternatives that can match there, made when first asked for. */
interface Tries {
  /** By the classes of a head's first three characters: the bits of those that the fourth may be of. */
  readonly fourth: Uint32Array;
  /** By the same: which of `tries`. */
  readonly table: Uint16Array;
  readonly tries: readonly (() => readonly RegExp[])[];
}

function triesOf(patterns: readonly RegExp[]): Tries {
  const alternatives = patterns.flatMap((pattern) => alternativesOf(pattern.source).map((own) => ({ pattern, own })));
  const fourth = new Uint32Array(HEADS);
  /** By the first three: which alternatives, in their order. */
  const byHead = new Map<number, number[]>();
  for (const [i, { own }] of alternatives.entries())
    for (const head of headsOf(own)) mark(fourth, byHead, head, 0, 0, i);
  const table = new Uint16Array(HEADS);
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
  return { fourth, table, tries };
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

function mark(
  fourth: Uint32Array,
  byHead: Map<number, number[]>,
  head: string,
  at: number,
  key: number,
  which: number,
): void {
  const char = head[at] ?? ANY;
  const one = char === ANY ? -1 : classOfCode(char.charCodeAt(0));
  if (at === DEPTH - 1) {
    fourth[key]! |= one < 0 ? -1 : 1 << one;
    const own = byHead.get(key);
    if (own === undefined) byHead.set(key, [which]);
    else if (own.at(-1) !== which) own.push(which);
  } else if (one >= 0) mark(fourth, byHead, head, at + 1, (key << 5) | one, which);
  else for (let any = 0; any < CLASSES; any++) mark(fourth, byHead, head, at + 1, (key << 5) | any, which);
}

/** The heads of a pattern's matches, at most four characters each; a shorter one is a match that may end there. */
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
