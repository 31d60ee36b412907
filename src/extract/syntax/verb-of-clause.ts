// A verb behind a phrase that may be its subject's, its object's or another verb's: what the words around it settle.
import { MOTION } from '../lexicon/motion.ts';
import type { ForceItem, Item, VerbItem } from './item.ts';
import { isBare, isLink } from './item-tests.ts';

const KEEPS = /^(?:have|keep|maintain|retain|station|base|deploy|send|post|dispatch)$/;

/** "the 500 troops (that) it has in Mali": the force right before the subject of a verb that lacks its object. */
export function lackedBy(items: readonly Item[], v: number, first: number): ForceItem | null {
  const verb = items[v] as VerbItem;
  if (!KEEPS.test(verb.lemma) || verb.form !== 'finite' || verb.voice === 'passive') return null;
  const subject = items[first]!;
  const that = isLink(items[first - 1], 'that');
  const force = items[that ? first - 2 : first - 1];
  if (force?.kind !== 'force' || force.head === null || (subject.kind !== 'pronoun' && subject.kind !== 'actor'))
    return null;
  if (!that && force.to !== subject.from) return null;
  const next = items[v + 1];
  return next !== undefined && isBare(next) && next.kind !== 'date' && next.kind !== 'place' ? null : force;
}

/** Nouns that hold an infinitive and are the subject behind it: "The decision to send 60 soldiers was taken". */
export const PLANS = /^(?:decision|plan|proposal|request|motion|order|bill|agreement|offer|pledge|promise|move)$/;

/** "A convoy carrying soldiers left Gao", "arrived in Gao": a past with its object, or of going, is no participle of those carried. */
export function isFiniteBy(items: readonly Item[], v: number, verb: VerbItem): boolean {
  if (verb.form !== 'finite' || verb.tense !== 'past') return false;
  const next = items[v + 1];
  const motion = MOTION.get(verb.lemma);
  if (motion?.who !== 'mover') return false;
  return motion.bare === null || (next !== undefined && isBare(next) && next.from === verb.to);
}
