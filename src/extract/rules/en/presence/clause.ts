// The presence that a clause tells, and what keeps a clause from telling one.
import type { PresenceFinding } from '../../../finding.ts';
import type { ForceItem, NounLike, PlaceItem } from '../../../syntax/item.ts';
import type { Predicate, SentenceView } from '../../../syntax/predicate.ts';
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

/** "is at Belet Huen": a town that no table knows is where the story is. */
export const unknownPlaces = (p: Predicate, { tokens }: SentenceView): PlaceItem[] =>
  p.others.flatMap((o): PlaceItem[] => {
    if (o.from < p.item.to || !/^(?:in|at|near|around|outside)$/.test(o.prep ?? '')) return [];
    const isName =
      (o.kind === 'actor' && o.what === 'person' && o.party === null) || (o.kind === 'noun' && o.owner === null);
    const words = tokens.slice(o.from, o.to);
    if (!isName || words.length > 3 || !words.every((t) => /^(?:\p{Lu}\p{Ll}|al-|el-|de$|la$)/u.test(t.text)))
      return [];
    const name = words.map((t) => t.text).join(' ');
    return [{ kind: 'place', from: o.from, to: o.to, start: o.start, prep: o.prep, places: [], ref: 'site', name }];
  });

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
