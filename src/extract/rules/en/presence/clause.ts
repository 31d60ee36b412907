// The presence that a clause tells, and what keeps a clause from telling one.
import type { PresenceFinding } from '../../../finding.ts';
import type { ForceItem, NounLike, PlaceItem } from '../../../syntax/item.ts';
import type { Predicate } from '../../../syntax/predicate.ts';
import { core, missionIn } from '../roles.ts';

export const isPlace = (place: PlaceItem | null): place is PlaceItem => place !== null;

/** What is denied, supposed or only may be is no presence. */
export const isClaimless = (p: Predicate): boolean =>
  p.factuality.mode !== 'asserted' && p.factuality.mode !== 'planned';

export function has(
  p: Predicate,
  force: ForceItem | null,
  owner: readonly NounLike[],
  places: readonly PlaceItem[],
  confidence = 0.9,
): PresenceFinding {
  const mission = missionIn(p.others);
  return { kind: 'presence', predicate: p, evidence: core(p), confidence, owner, force, places, mission };
}

/** A "there" that is not said. */
export const thereOf = (p: Predicate): PlaceItem => ({
  kind: 'place',
  from: p.item.from,
  to: p.item.to,
  start: p.item.from,
  prep: null,
  places: [],
  ref: 'there',
  name: null,
});
