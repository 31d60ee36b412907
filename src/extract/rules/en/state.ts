// Where a verb of moving tells a state, not a movement: "are deployed in Mali", "the 120 soldiers based in Gao", "remain deployed".
import type { ForceItem, PlaceItem } from '../../syntax/item.ts';
import type { Predicate } from '../../syntax/predicate.ts';
import { whereabouts } from './roles.ts';

const STATIVE: ReadonlySet<string> = new Set(
  'deploy station base position post garrison mass assign commit'.split(' '),
);

export function isState(p: Predicate): boolean {
  const { item } = p;
  if (item.kind !== 'verb' || !STATIVE.has(p.lemma) || p.factuality.mode !== 'asserted') return false;
  if (item.tense === 'future' || item.modal !== null || item.aspect === 'progressive') return false;
  if (remains(p)) return true;
  if (p.relation === 'participle')
    return item.form !== 'gerund' && !p.places.some((x) => x.prep === 'to' || x.prep === 'from');
  if (item.voice === 'passive')
    return (
      item.aspect === 'simple' &&
      (item.tense === 'present' || p.lemma === 'station' || p.lemma === 'base' || p.lemma === 'post')
    );
  return (p.lemma === 'station' || p.lemma === 'base') && item.form === 'finite' && item.tense !== 'past';
}

/** "remain deployed", "stay posted". */
export const remains = (p: Predicate): boolean => p.governor?.lemma === 'remain' || p.governor?.lemma === 'stay';

/** Places of a participle upon a force: "the 30 soldiers stationed in Gao". */
export const placesOfParticiple = (force: ForceItem, predicates: readonly Predicate[]): PlaceItem[] =>
  predicates
    .filter((q) => q.relation === 'participle' && q.object.includes(force) && isState(q))
    .flatMap((q) => whereabouts(q, null));
