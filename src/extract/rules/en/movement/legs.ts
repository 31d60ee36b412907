// One way told by two verbs: "was pulled out of Gao and flown to Niamey" is one movement, not two.
import { MOTION } from '../../../lexicon/motion.ts';
import type { ForceItem, PlaceItem } from '../../../syntax/item.ts';
import type { Predicate } from '../../../syntax/predicate.ts';
import { routeOf } from '../roles.ts';

const ARRIVES = /^(?:arrive|land|reach|enter)$/;

const moved = (p: Predicate, force: ForceItem): boolean =>
  p.item.kind === 'verb' && MOTION.has(p.lemma) && (p.object.includes(force) || p.subject.includes(force));

/** True where `next` tells where those went whom `first` took away. */
function goesOn(first: Predicate, next: Predicate, force: ForceItem): boolean {
  const crosses = next.relation === 'gerund' && next.lemma === 'cross' && next.item.from > first.item.to;
  if ((next.relation !== 'coordinate' && !crosses) || next.governor !== first) return false;
  if (!moved(first, force) || !moved(next, force)) return false;
  if (first.factuality.mode !== next.factuality.mode || ARRIVES.test(first.lemma)) return false;
  const away = routeOf(first, MOTION.get(first.lemma)!, force);
  const on = routeOf(next, MOTION.get(next.lemma)!, force);
  return away.from.length > 0 && away.to.length === 0 && on.from.length === 0 && on.to.length > 0;
}

/** Where the verb behind "and" says that they went. */
export function nextLeg(p: Predicate, force: ForceItem | null, around: readonly Predicate[]): readonly PlaceItem[] {
  const next = force === null ? undefined : around.find((q) => goesOn(p, q, force));
  const to = next === undefined ? [] : routeOf(next, MOTION.get(next.lemma)!, force).to;
  // "crossing the border into Niger".
  const firm = to.filter((x) => x.places.length > 0);
  return firm.length > 0 ? firm : to;
}

/** True for the second of the two verbs: the first one tells it all. */
export const isNextLeg = (p: Predicate, force: ForceItem): boolean =>
  p.governor !== null && goesOn(p.governor, p, force);
