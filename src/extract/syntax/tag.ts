// A light tagger: what each word of a sentence is, from closed classes, the verb lexicon and the words beside it. Unknown words are nouns.
import { isCapitalised } from '../../text/characters.ts';
import type { Token } from '../../text/document.ts';
import { readingsBefore, type VerbReading, verbReadings } from '../lexicon/verbs.ts';
import {
  ADVERBS,
  BE,
  CAUSE_WORDS,
  CONJUNCTIONS,
  DETERMINERS,
  DO,
  HAVE,
  IF_WORDS,
  MODALS,
  POSSESSIVE_PRONOUNS,
  PREPOSITIONS,
  PRONOUNS,
  RELATIVES,
  TIME_WORDS,
} from '../lexicon/words.ts';
import { NOUNISH, verbOrNoun } from './tag-verb.ts';
import type { Tag, Tagged } from './tags.ts';

/** `covered[i]`: what numbers, dates and names already take; null where a word stands free. */
export function tagWords(
  tokens: readonly Token[],
  covered: readonly ('number' | 'date' | 'name' | null)[],
  titleCase: boolean,
): Tagged {
  const tags: Tag[] = new Array(tokens.length);
  const verbs: (VerbReading | null)[] = new Array(tokens.length).fill(null);
  for (let i = 0; i < tokens.length; i++) tags[i] = closedTag(tokens, covered, i);
  settleThat(tokens, tags);
  settleFixed(tokens, tags);
  for (let i = 0; i < tokens.length; i++) {
    if (tags[i] !== 'noun' || covered[i] !== null) continue;
    if (tokens[i]!.lower === 'warning' && tokens[i - 1]?.lower === 'early') continue;
    const token = tokens[i]!;
    const readings =
      verbReadings(token.lower) ??
      readingsBefore(token.lower, tokens[i + 1]?.lower ?? '') ??
      guessedReadings(token.lower) ??
      readingByPlace(tokens, tags, i);
    if (readings === undefined) continue;
    const capital = i > 0 && !titleCase && token.text !== token.lower && isCapitalised(token.text);
    if (capital && tags[i - 1] !== 'punctuation') continue;
    const reading = verbOrNoun(tokens, tags, verbs, readings, i);
    if (reading === null) continue;
    tags[i] = 'verb';
    verbs[i] = reading;
  }
  return { tags, verbs };
}

function closedTag(tokens: readonly Token[], covered: readonly (string | null)[], i: number): Tag {
  const token = tokens[i]!;
  const taken = covered[i];
  if (taken === 'date') return 'date';
  if (taken === 'number') return 'number';
  if (taken === 'name') return 'name';
  if (token.kind === 'punctuation') return isPluralPossessive(tokens, i) ? 'possessive' : 'punctuation';
  if (token.kind === 'number') return 'number';
  const word = token.lower;
  if (word === "'s" || word === "'") return possessiveOrBe(tokens, i);
  if (word === 'to') return 'to';
  if (word === 'that') return 'that';
  const tag = CLOSED.get(word);
  // "have since left", "has got 2,500 soldiers".
  if ((word === 'since' || word === 'got') && HAVE.has(tokens[i - 1]?.lower ?? '')) {
    const goesOn = verbReadings(tokens[i + 1]?.lower ?? '')?.some((r) => r.form === 'participle') === true;
    if (goesOn === (word === 'since')) return 'adverb';
  }
  if (tag === undefined) return isAdverb(word) ? 'adverb' : 'noun';
  // "is provided by others" supposes nothing.
  if (word === 'provided' && tokens[i + 1]?.lower !== 'that' && tokens[i - 1]?.kind === 'word') return 'noun';
  if (word === 'once' && isOnceBefore(tokens, i)) return 'adverb';
  // "with 200 Marines aboard entered the Gulf": a verb behind it, and no ship.
  if (word === 'aboard' && verbReadings(tokens[i + 1]?.lower ?? '')?.some((r) => r.form === 'past')) return 'adverb';
  if (word === 'may' && token.text === 'May') return 'noun';
  return tag;
}

const LETTER_D = 0x64;
const LETTER_Y = 0x79;

const isAdverb = (word: string): boolean =>
  word.charCodeAt(word.length - 1) === LETTER_Y && word.endsWith('ly') && word.length > 4 && !NO_ADVERB.has(word);
const NO_ADVERB = new Set(
  'july italy family supply apply reply rally comply imply multiply ally assembly anomaly monopoly'.split(' '),
);

const OF_TIME_CLAUSES = ['when', 'while', 'whenever'];
/** Each word of a closed class with its tag: where a word is in several, the last one here counts. */
const CLOSED: ReadonlyMap<string, Tag> = new Map(
  (
    [
      [ADVERBS, 'adverb'],
      [PREPOSITIONS, 'preposition'],
      [PRONOUNS, 'pronoun'],
      [DETERMINERS, 'determiner'],
      [POSSESSIVE_PRONOUNS, 'determiner'],
      [CONJUNCTIONS, 'conjunction'],
      [['not', "n't", 'never'], 'not'],
      [DO, 'do'],
      [BE, 'be'],
      [HAVE, 'have'],
      [MODALS, 'modal'],
      [TIME_WORDS, 'preposition'],
      [OF_TIME_CLAUSES.filter((word) => TIME_WORDS.has(word)), 'subordinator'],
      [[...IF_WORDS, ...CAUSE_WORDS], 'subordinator'],
      [RELATIVES, 'relative'],
    ] as const
  ).flatMap(([words, tag]) => [...words].map((word): [string, Tag] => [word, tag])),
);

/** "The United States once had 170,000 troops": no clause opens between a subject and its verb. */
const isOnceBefore = (tokens: readonly Token[], i: number): boolean => {
  const next = tokens[i + 1]?.lower ?? '';
  const before = tokens[i - 1];
  return (
    before?.kind === 'word' &&
    !/^(?:and|but|or|that)$/.test(before.lower) &&
    (HAVE.has(next) || BE.has(next) || verbReadings(next)?.some((r) => r.form === 'past') === true)
  );
};

/** "F/A-18" is one name; "early warning and control" one attribute of an aircraft. */
/** Adverbs of several words, by their first: what follows is no part of their phrase. */
const SET_PHRASES: ReadonlyMap<string, readonly (readonly string[])[]> = new Map([
  [
    'at',
    [
      'present',
      'one time',
      'one point',
      'times',
      'the moment',
      'any one time',
      'any given time',
      'this point',
      'the same time',
    ].map((x) => x.split(' ')),
  ],
  ['as', [['yet']]],
  ['in', ['total', 'all', 'addition', 'the meantime'].map((x) => x.split(' '))],
  ['on', ['duty', 'active duty', 'guard duty', 'standby', 'station', 'hand'].map((x) => x.split(' '))],
  ['for', ['now', 'the moment', 'the time being'].map((x) => x.split(' '))],
]);

/** One past the adverb of several words that opens at `i`; `i` where none does. */
function endOfSetPhrase(tokens: readonly Token[], i: number): number {
  const found = SET_PHRASES.get(tokens[i]!.lower)?.find((words) =>
    words.every((w, k) => tokens[i + 1 + k]?.lower === w),
  );
  return found === undefined ? i : i + 1 + found.length;
}

function settleFixed(tokens: readonly Token[], tags: Tag[]): void {
  for (let i = 0; i < tokens.length; i++) {
    const word = tokens[i]!.lower;
    if (word === '/' && tokens[i - 1]?.text === 'F' && tokens[i + 1]?.text.startsWith('A')) tags[i] = 'noun';
    if (word === 'no' && tokens[i + 1]?.lower === 'longer' && tokens[i + 2]?.lower !== 'than') {
      tags[i] = 'not';
      tags[i + 1] = 'adverb';
    }
    // "At present 530 soldiers are in Gao".
    const to = tags[i] === 'preposition' ? endOfSetPhrase(tokens, i) : i;
    for (let k = i; k < to; k++) tags[k] = 'adverb';
    if (word === 'right' && /^(?:now|away|here|there)$/.test(tokens[i + 1]?.lower ?? '')) tags[i] = 'adverb';
    if (word !== 'early' || tokens[i + 1]?.lower !== 'warning') continue;
    const control = tokens[i + 2]?.lower === 'and' && tokens[i + 3]?.lower === 'control';
    for (let k = i; k < i + (control ? 4 : 2); k++) tags[k] = 'noun';
  }
}

/** "a few minutes' drive": an apostrophe right behind a plural and before its noun. */
function isPluralPossessive(tokens: readonly Token[], i: number): boolean {
  const { text, start } = tokens[i]!;
  const before = tokens[i - 1];
  const next = tokens[i + 1];
  if ((text !== "'" && text !== '\u2019') || before === undefined || next === undefined) return false;
  if (before.end !== start || !/s$/.test(before.lower) || next.kind !== 'word' || next.start <= start + 1) return false;
  // "advisers who 'teach combat skills' to soldiers": the end of a quotation, and nobody's.
  return next.lower !== 'to' && !PREPOSITIONS.has(next.lower) && !CONJUNCTIONS.has(next.lower);
}

/** "Germany's soldiers" owns; "it's moving" and "what's left" are "is". */
function possessiveOrBe(tokens: readonly Token[], i: number): Tag {
  const before = tokens[i - 1]?.lower ?? '';
  return PRONOUNS.has(before) || RELATIVES.has(before) || before === 'there' || before === 'that' ? 'be' : 'possessive';
}

/** "that" before a noun phrase without a verb after it is a determiner ("that country"), after a noun and before a verb a relative. */
function settleThat(tokens: readonly Token[], tags: Tag[]): void {
  for (let i = 0; i < tokens.length; i++) {
    if (tags[i] !== 'that') continue;
    const before = tags[i - 1];
    let at = QUOTE.test(tokens[i + 1]?.text ?? '') ? i + 2 : i + 1;
    // "a base that currently houses 90 soldiers".
    if (tags[at] === 'adverb') at++;
    const next = tags[at];
    const nextWord = tokens[at]?.lower ?? '';
    const opensVerb =
      next === 'modal' ||
      next === 'have' ||
      next === 'be' ||
      next === 'do' ||
      (next === 'noun' && verbReadings(nextWord) !== undefined && !NOUNISH.has(nextWord) && !nextWord.endsWith('ing'));
    if ((before === 'noun' || before === 'name') && opensVerb) tags[i] = 'relative';
    else if (i === 0 && opensVerb) tags[i] = 'pronoun';
    else if ((before === 'preposition' || before === 'to' || before === undefined) && next === 'noun' && !opensVerb)
      tags[i] = 'determiner';
  }
}

const QUOTE = /^['"\u2018\u201c]$/;

/** "-ed" words outside the lexicon are read as pasts. */
function guessedReadings(word: string): readonly VerbReading[] | undefined {
  if (word.charCodeAt(word.length - 1) !== LETTER_D) return undefined;
  if (word.length > 5 && word.endsWith('ed') && !word.includes('-') && !word.endsWith('eed'))
    return [
      { lemma: word.slice(0, -2), form: 'past' },
      { lemma: word.slice(0, -2), form: 'participle' },
    ];
  return undefined;
}

/** A word outside the lexicon is a verb right after a modal, and after "to" where an object opens: "will preposition", "to overawe the town". */
function readingByPlace(tokens: readonly Token[], tags: readonly Tag[], i: number): readonly VerbReading[] | undefined {
  const word = tokens[i]!;
  if (word.text !== word.lower || word.lower.length < 4 || word.lower.endsWith('s')) return undefined;
  let before = i - 1;
  while (tags[before] === 'adverb' || tags[before] === 'not') before--;
  const opened =
    tags[before] === 'modal' ||
    (tags[before] === 'to' && (tags[i + 1] === 'determiner' || tags[i + 1] === 'pronoun') && before === i - 1);
  return opened ? [{ lemma: word.lower, form: 'base' }] : undefined;
}
