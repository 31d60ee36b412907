// The forms that words are written in, each kept once: a text repeats its words, and a form met again costs no new string, no folding and no
// hashing. A fixed number of forms is held; a rarer one gives way to the next that falls on its slot, so memory stays bounded.
const APOSTROPHES = /[\u2019\u02bc]/g;
const HYPHENS = /[\u2010\u2011]/g;
const SILENTS = /\u00ad|\u200c|\u200d|\u2060|\u200e|\u200f|[\ufe00-\ufe0f]/g;

/** `text` as written, `lower` folded for look-up. Both are the engine's own copies: they compare by address and hold no report in memory. */
export interface WordForm {
  readonly text: string;
  readonly lower: string;
}

const SLOT_BITS = 17;
const SLOTS = 1 << SLOT_BITS;
const LONGEST = 32;
/** An odd number without a pattern in its bits. */
const SPREAD = 0x2c1b3c6d;
const held: (WordForm | undefined)[] = new Array(SLOTS).fill(undefined);

/** The form of [start, end) of `text`. */
export function formOf(text: string, start: number, end: number): WordForm {
  const length = end - start;
  if (length > LONGEST) return newForm(text.slice(start, end));
  let hash = length;
  for (let i = start; i < end; i++) hash = (Math.imul(hash, 31) + text.charCodeAt(i)) | 0;
  // Short words fill the low bits alone: spread over all of them, or "it" and "is" would drive each other out.
  const slot = Math.imul(hash ^ (hash >>> 15), SPREAD) >>> (32 - SLOT_BITS);
  const first = held[slot];
  if (first !== undefined && isWrittenAt(first.text, text, start, length)) return first;
  const second = held[slot ^ 1];
  if (second !== undefined && isWrittenAt(second.text, text, start, length)) return second;
  const made = newForm(text.slice(start, end));
  const form = { text: asKey(made.text), lower: asKey(made.lower) };
  // The newest in front, the one before it behind: two forms that fall together do not drive each other out.
  held[slot ^ 1] = first;
  held[slot] = form;
  return form;
}

function isWrittenAt(form: string, text: string, start: number, length: number): boolean {
  if (form.length !== length) return false;
  for (let i = 0; i < length; i++) if (form.charCodeAt(i) !== text.charCodeAt(start + i)) return false;
  return true;
}

const newForm = (text: string): WordForm => ({ text, lower: isPlain(text) ? text : fold(text) });

const keys: Record<string, number> = Object.create(null);

/** The copy of a string that the engine keeps for property names. */
function asKey(text: string): string {
  keys[text] = 0;
  const own = Object.keys(keys)[0]!;
  delete keys[text];
  return own;
}

/** True for small letters, digits and signs of ASCII alone: nothing to fold. */
function isPlain(text: string): boolean {
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code > 0x7e || (code >= 0x41 && code <= 0x5a)) return false;
  }
  return true;
}

function fold(text: string): string {
  let lower = text.toLowerCase();
  for (let i = 0; i < lower.length; i++) {
    if (lower.charCodeAt(i) > 0x7e) {
      lower = lower.replace(SILENTS, '').replace(APOSTROPHES, "'").replace(HYPHENS, '-');
      break;
    }
  }
  return lower;
}
