// The movement that a verb or doing-noun of motion tells: who, from where, to where.
import type { MovementFinding } from '../../../finding.ts';
import type { Motion } from '../../../lexicon/motion.ts';
import type { ForceItem, NounLike } from '../../../syntax/item.ts';
import type { Predicate } from '../../../syntax/predicate.ts';
import { core, missionIn, routeOf } from '../roles.ts';
import { placesOfParticiple } from '../state.ts';

export function moves(
  p: Predicate,
  motion: Motion,
  force: ForceItem | null,
  owner: readonly NounLike[],
  around: readonly Predicate[] = [],
): MovementFinding {
  const { from, to } = routeOf(p, motion, force, around);
  // "1,000 soldiers based in Germany will move to Romania": from where they are based.
  if (force !== null && from.length === 0 && to.length > 0)
    from.push(...placesOfParticiple(force, around).filter((x) => x.ref === null));
  const mission = missionIn(p.others) ?? (motion.bare !== null ? missionIn(p.object) : null);
  return {
    kind: 'movement',
    predicate: p,
    evidence: core(p),
    confidence: force ? 0.9 : 0.75,
    owner,
    force,
    from,
    to,
    move: motion.move,
    mission,
  };
}

export const routed = (f: MovementFinding): boolean => f.from.length + f.to.length > 0;
