// Verbs with their particles: where one stands in a text, in which form, and the same form of another.
import { formsOf, type VerbForm } from '../../src/extract/lexicon/inflect.ts';

export interface VerbHit {
  readonly at: number;
  readonly end: number;
  readonly form: VerbForm;
  readonly isPassive: boolean;
}

const ADVERB = '(?:(?:\\w+ly|also|now|already|not|still|since|then)\\s+)?$';
const AFTER_BE = new RegExp(`\\b(?:is|are|was|were|be|been|being)\\s+${ADVERB}`, 'i');
const AFTER_HAVE = new RegExp(`\\b(?:has|have|had|having)\\s+${ADVERB}`, 'i');
const AFTER_MODAL = /\b(?:to|will|would|may|could|can|should|must|might)\s+$/;
/** What opens a noun: "the withdrawal", "a cut", "its return". */
const OPENS_NOUN = /(?:\b(?:the|a|an|its|their|his|our|of|in|no|this|that)|'s)\s+$/i;
/** Far enough back to see an auxiliary and an adverb. */
const LOOK_BACK = 30;

/** A phrase in one form: "pull out of", past -> "pulled out of"; "pack up and leave" -> "packed up and left". */
export function inflected(phrase: string, form: VerbForm): string {
  const words = phrase.split(' ');
  const isVerb = (i: number): boolean =>
    /^(?:still|currently)$/.test(words[0]!) ? i === 1 : i === 0 || words[i - 1] === 'and';
  return words.map((word, i) => (isVerb(i) ? formOf(word, form) : word)).join(' ');
}

function formOf(verb: string, form: VerbForm): string {
  for (const [word, forms] of formsOf(verb)) if (forms.includes(form)) return word;
  return verb;
}

const patterns = new Map<string, RegExp>();
function patternOf(phrase: string): RegExp {
  const known = patterns.get(phrase);
  if (known) return known;
  const [verb = '', ...rest] = phrase.split(' ');
  const pattern = new RegExp(
    `\\b(${[...formsOf(verb).keys()].join('|')})${rest.map((w) => `\\s+${w}`).join('')}\\b`,
    'g',
  );
  patterns.set(phrase, pattern);
  return pattern;
}

/** Where a verb first stands in [from, to), as a verb and not as a noun. */
export function findVerb(text: string, phrase: string, from: number, to: number): VerbHit | null {
  const pattern = patternOf(phrase);
  pattern.lastIndex = from;
  for (let match = pattern.exec(text); match && match.index < to; match = pattern.exec(text)) {
    const before = text.slice(Math.max(0, match.index - LOOK_BACK), match.index);
    if (OPENS_NOUN.test(before)) continue;
    const form = formAt(formsOf(phrase.split(' ')[0]!).get(match[1]!) ?? [], before);
    const isPassive = form === 'participle' && AFTER_BE.test(before);
    return { at: match.index, end: match.index + match[0].length, form, isPassive };
  }
  return null;
}

/** Which of the forms that a word can have it has behind these words: "cut" after "will" is a base. */
function formAt(forms: readonly VerbForm[], before: string): VerbForm {
  if (forms.includes('participle') && (AFTER_BE.test(before) || AFTER_HAVE.test(before))) return 'participle';
  if (forms.includes('past') && !AFTER_MODAL.test(before)) return 'past';
  return forms[0] ?? 'base';
}
