// How far a noun phrase reaches: determiners, numbers, names, adjectives and nouns up to its head, possessors included.
import type { Entry } from '../../gazetteer/entry.ts';
import { forceNoun, MILITARY_WORDS } from '../lexicon/forces.ts';
import { verbReadings } from '../lexicon/verbs.ts';
import { SITE_NOUNS } from '../lexicon/words.ts';
import type { Annotated } from './annotate.ts';

/** The end (exclusive) of the noun phrase that starts at token `i`, or `i` where none does. */
export function endOfPhrase(a: Annotated, i: number): number {
  // "the others": those of a force that are left.
  if (a.tokens[i]!.lower === 'the' && a.tokens[i + 1]?.lower === 'others') return i + 2;
  let at = i;
  let last: 'start' | 'determiner' | 'number' | 'name' | 'noun' | 'possessive' | 'adverb' = 'start';
  for (; at < a.tokens.length; at++) {
    const tag = a.tags[at]!;
    switch (tag) {
      case 'determiner': {
        const afterAll = last === 'determiner' && /^(?:all|both|half|such|many)$/.test(a.tokens[at - 1]!.lower);
        if (last !== 'start' && last !== 'possessive' && !afterAll && !QUANTIFIERS.has(a.tokens[at]!.lower))
          return trimmed(a, i, at);
        if (QUANTIFIERS.has(a.tokens[at]!.lower) && (last === 'noun' || last === 'name')) return trimmed(a, i, at);
        last = 'determiner';
        break;
      }
      case 'number':
        if (last === 'name' && (isActorName(a, at - 1) || isSpan(a, at))) return trimmed(a, i, at);
        if (last === 'noun' && a.numberAt[at]?.use === 'count' && closesPhrase(a, at - 1)) return trimmed(a, i, at);
        if (last === 'number' && a.numberAt[at] !== null && a.numberAt[at - 1] !== null) return trimmed(a, i, at);
        last = 'number';
        break;
      case 'name':
        if (last === 'noun' && a.mentionAt[at] !== null && opensName(a, at)) return trimmed(a, i, at);
        if (last !== 'start' && isAllOver(a, at)) return trimmed(a, i, at);
        last = 'name';
        break;
      case 'noun':
        if (last === 'noun' && AFTER_ITS_NOUN.has(a.tokens[at]!.lower)) return trimmed(a, i, at);
        // "2,600 soldiers north of the capital".
        if (last === 'noun' && isDirection(a, at)) return trimmed(a, i, at);
        if (last !== 'start' && isDueTo(a, at)) return trimmed(a, i, at);
        if (last === 'name' && endsPlace(a, i, at)) return trimmed(a, i, at);
        last = 'noun';
        break;
      case 'punctuation':
        // "the Building Bridges (BB) mission": a short form inside the phrase does not end it.
        // "combat-equipped, military personnel": adjectives in a row.
        if (last === 'noun' && isBetweenAdjectives(a, at)) {
          last = 'determiner';
          break;
        }
        if ((last !== 'noun' && last !== 'name') || !isShortForm(a, at)) return trimmed(a, i, at);
        at += 2;
        last = 'noun';
        break;
      case 'possessive':
        if (last === 'start') return i;
        last = 'possessive';
        break;
      case 'date':
        // "Tuesday's withdrawal", "this year's"
        if (!datePossesses(a, at) || (last !== 'start' && OPENS_DATE.test(a.tokens[at]!.lower)))
          return trimmed(a, i, at);
        while (a.tags[at + 1] === 'date') at++;
        last = 'noun';
        break;
      case 'adverb':
        if (last !== 'determiner' && last !== 'possessive' && last !== 'number' && last !== 'adverb')
          return trimmed(a, i, at);
        if (!reachesNoun(a, at)) return trimmed(a, i, at);
        last = 'adverb';
        break;
      case 'preposition':
        return last === 'noun' && isDoingWithParticle(a, at) ? at + 1 : trimmed(a, i, at);
      default:
        return trimmed(a, i, at);
    }
  }
  return trimmed(a, i, at);
}

/** "to the Black Sea three weeks earlier": a length of time is no part of the name before it. */
const isSpan = (a: Annotated, at: number): boolean =>
  a.numberAt[at] !== null &&
  /^(?:hours?|days?|weeks?|months?|years?|times?)$/.test(a.tokens[a.numberAt[at]!.to]?.lower ?? '');

/** "around the globe", "worldwide": a name with its preposition in it, behind what is there; not "worldwide deployments". */
export function isAllOver(a: Annotated, at: number): boolean {
  const mention = a.mentionAt[at];
  if (mention?.entries[0]?.kind !== 'region' || mention.entries[0].place.country !== 'R:WORLD') return false;
  return mention.to > at + 1 || (a.tags[mention.to] !== 'noun' && a.tags[mention.to] !== 'name');
}

/** "in Dili through next year's elections": the phrase of time has a preposition of its own. */
const OPENS_DATE = /^(?:through|until|till|by|since|before|after|during|in|on|from)$/;

/** Adjectives that stand behind their noun: "forces capable of", "troops present". */
const AFTER_ITS_NOUN: ReadonlySet<string> = new Set(
  'capable able available responsible present closer nearer loyal dead alive bound en'.split(' '),
);

const isDirection = (a: Annotated, at: number): boolean =>
  /^(?:north|south|east|west|north-?east|north-?west|south-?east|south-?west)$/.test(a.tokens[at]!.lower) &&
  a.tokens[at + 1]?.lower === 'of' &&
  forceNoun(a.tokens[at - 1]!.lower) !== undefined;

/** "to end the war in Mali pay off": behind a preposition a state's name ends the phrase where a word that can be a verb follows. */
function endsPlace(a: Annotated, from: number, at: number): boolean {
  if (a.tags[from - 1] !== 'preposition' || !/^(?:in|into|near|inside)$/.test(a.tokens[from - 1]!.lower)) return false;
  const { text, lower } = a.tokens[at]!;
  if (text !== lower || SITE_NOUNS.has(lower) || forceNoun(lower) !== undefined) return false;
  const name = a.mentionAt.slice(from, at).findLast((m) => m !== null);
  return name?.to === at && name.entries[0]?.kind === 'country' && verbReadings(lower) !== undefined;
}

/** "Nigerian military due to enter": a plan that hangs on the phrase. */
const isDueTo = (a: Annotated, at: number): boolean =>
  a.tags[at + 1] === 'to' &&
  (a.tags[at + 2] === 'verb' || a.tags[at + 2] === 'be') &&
  /^(?:due|set|slated|bound|poised|ready)$/.test(a.tokens[at]!.lower);

/** "the draw down of forces", "a build up at the border", "the pull out": a doing-noun written as two words. */
export const isDoingWithParticle = (a: Annotated, at: number): boolean =>
  a.tags[at - 1] === 'noun' && DOING_WITH_PARTICLE.has(`${a.tokens[at - 1]!.lower} ${a.tokens[at]!.lower}`);
const DOING_WITH_PARTICLE: ReadonlySet<string> = new Set(['draw down', 'pull out', 'pull back', 'build up']);

const isBetweenAdjectives = (a: Annotated, at: number): boolean =>
  a.tokens[at]!.text === ',' &&
  /-(?:equipped|trained|ready|capable|armed|hardened)$/.test(a.tokens[at - 1]!.lower) &&
  MILITARY_WORDS.has(a.tokens[at + 1]?.lower ?? '') &&
  forceNoun(a.tokens[at + 2]?.lower ?? '') !== undefined;

/** "(ADF)" with a noun of the same phrase behind it. */
const isShortForm = (a: Annotated, at: number): boolean =>
  a.tokens[at]!.text === '(' &&
  /^\p{Lu}[\p{Lu}\d&-]{1,7}$/u.test(a.tokens[at + 1]?.text ?? '') &&
  a.tokens[at + 2]?.text === ')' &&
  a.tags[at + 3] === 'noun';

/** Before a number only a noun that can end a phrase ends it: "told lawmakers 500", but not "the remaining 35", "Air Base 201". */
const closesPhrase = (a: Annotated, at: number): boolean => {
  const { text, lower } = a.tokens[at]!;
  return text === lower && (forceNoun(lower) !== undefined || /[^s]s$/.test(lower));
};

const QUANTIFIERS: ReadonlySet<string> = new Set('more another most few several many'.split(' '));

/** A phrase never ends in an adverb. */
function trimmed(a: Annotated, from: number, to: number): number {
  let end = to;
  while (end > from && a.tags[end - 1] === 'adverb') end--;
  return end;
}

function isActorName(a: Annotated, last: number): boolean {
  for (let i = last; i >= 0 && a.tags[i] === 'name'; i--) {
    const mention = a.mentionAt[i];
    if (mention)
      return (
        mention.glued === undefined &&
        mention.entries.some((e: Entry) => e.kind === 'country' || e.kind === 'organisation' || e.kind === 'site')
      );
  }
  return false;
}

/** After a small-letter noun a name opens a phrase of its own ("told lawmakers Germany"), save as its apposition ("frigate Hessen"). */
function opensName(a: Annotated, at: number): boolean {
  const mention = a.mentionAt[at]!;
  if (!mention.entries.some((e) => e.kind === 'country' || e.kind === 'organisation')) return false;
  const before = a.tokens[at - 1]!;
  if (before.text !== before.lower) return false;
  const after = a.tags[mention.to];
  return after === 'have' || after === 'be' || after === 'modal' || after === 'verb';
}

function datePossesses(a: Annotated, at: number): boolean {
  let end = at + 1;
  while (a.tags[end] === 'date' && a.dateAt[end] === null) end++;
  return a.tags[end] === 'possessive';
}

function reachesNoun(a: Annotated, at: number): boolean {
  let end = at;
  while (a.tags[end] === 'adverb') end++;
  const tag = a.tags[end];
  return tag === 'noun' || tag === 'name' || tag === 'number';
}
