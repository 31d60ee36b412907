// What a word of a sentence can be.
import type { VerbReading } from '../lexicon/verbs.ts';

export type Tag =
  | 'punctuation'
  | 'number'
  | 'date'
  | 'name'
  | 'determiner'
  | 'possessive'
  | 'pronoun'
  | 'preposition'
  | 'conjunction'
  | 'modal'
  | 'have'
  | 'be'
  | 'do'
  | 'not'
  | 'to'
  | 'adverb'
  | 'relative'
  | 'that'
  | 'subordinator'
  | 'verb'
  | 'noun';

export interface Tagged {
  readonly tags: readonly Tag[];
  /** The reading of each verb; null elsewhere. */
  readonly verbs: readonly (VerbReading | null)[];
}
