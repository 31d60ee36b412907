// What stands around a word that may be a verb: phrases it would stand inside of, subjects further back, clauses that open.
import type { Token } from '../../text/document.ts';
import { forceNoun } from '../lexicon/forces.ts';
import { verbReadings } from '../lexicon/verbs.ts';
import type { Tag } from './tags.ts';

/** "logistics" is one thing: no verb of its own follows it. */
export const PLURAL =
  /(?:(?<!ic|s|ou)s|medics|mechanics|people|men|women|police|personnel|staff|troops|infantry|children)$/;

/** A capitalised word right behind a small one: whom it is done to. */
export const isDoneTo = (tokens: readonly Token[], i: number): boolean =>
  /^(?:guard|escort|protect|support|help|train)$/.test(tokens[i]!.lower) &&
  /^\p{Lu}\p{Ll}/u.test(tokens[i + 1]?.text ?? '');

/** "where 580 instructors": a clause of place that has no verb yet. */
export function opensWhere(tokens: readonly Token[], tags: readonly Tag[], p: number): boolean {
  for (let i = p; i >= 0 && i > p - 6; i--) {
    if (tokens[i]!.lower === 'where') return true;
    if (!['noun', 'name', 'number', 'determiner', 'adverb'].includes(tags[i]!)) return false;
  }
  return false;
}

/** "A presence of soldiers remains": a plural inside an "of" phrase leaves the verb to the noun before it. */
export function isInsideOf(tokens: readonly Token[], tags: readonly Tag[], p: number): boolean {
  for (let i = p; i >= 1 && i > p - 6; i--) {
    if (tags[i] === 'preposition')
      return tokens[i]!.lower === 'of' && (tags[i - 1] === 'noun' || tags[i - 1] === 'name');
    if (!['noun', 'name', 'number', 'determiner', 'adverb'].includes(tags[i]!)) return false;
  }
  return false;
}

/** "soldiers from Togo enter", "officials in Addis Ababa say": a name behind a plural and its preposition leaves the verb to the plural. */
export function isBehindPlural(tokens: readonly Token[], tags: readonly Tag[], p: number, says: boolean): boolean {
  let i = p;
  // "soldiers of the UN stabilisation mission leave".
  while (i > p - 6 && (tags[i] === 'name' || tags[i] === 'determiner' || tags[i] === 'noun')) i--;
  // "troops loyal to Khalifa Haftar seize"
  if (i < p && i > 1 && tags[i] === 'to' && tokens[i - 1]!.lower === 'loyal')
    return forceNoun(tokens[i - 2]!.lower)?.plural === true || PLURAL.test(tokens[i - 2]!.lower);
  // "troops backed by Turkey recapture"
  if (
    i < p &&
    i > 1 &&
    tokens[i]!.lower === 'by' &&
    /^(?:backed|supported|led|aided|joined)$/.test(tokens[i - 1]!.lower)
  )
    return (
      forceNoun(tokens[i - 2]!.lower)?.plural === true || /^(?:rebels|insurgents|militants)$/.test(tokens[i - 2]!.lower)
    );
  return (
    i < p &&
    i > 0 &&
    tags[i] === 'preposition' &&
    /^(?:from|of|in|at)$/.test(tokens[i]!.lower) &&
    tags[i - 1] === 'noun' &&
    (forceNoun(tokens[i - 1]!.lower)?.plural === true || (says && PLURAL.test(tokens[i - 1]!.lower)))
  );
}

/** "a 400-man Bangladeshi formed police unit": a participle between a demonym and its noun, the phrase already open. */
export const isInsidePhrase = (tokens: readonly Token[], tags: readonly Tag[], i: number, p: number): boolean =>
  tags[p] === 'name' &&
  tags[i + 1] === 'noun' &&
  (tags[p - 1] === 'number' || tags[p - 1] === 'determiner') &&
  /(?:an|ish|ese|ch|i|ic|ean)$/.test(tokens[p]!.lower);

/** True where the noun at `i` is followed by a verb at once: "and troops left" opens a clause of its own. */
export function opensClause(tokens: readonly Token[], tags: readonly Tag[], i: number): boolean {
  const next = tags[i + 1];
  return (
    next === 'be' ||
    next === 'have' ||
    next === 'modal' ||
    (next === 'noun' && verbReadings(tokens[i + 1]!.lower)?.some((r) => r.form === 'past') === true)
  );
}
