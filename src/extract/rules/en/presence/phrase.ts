// A counted force with its place in one phrase is a presence by itself, whatever the sentence goes on to say of it.
import type { PresenceFinding } from '../../../finding.ts';
import { rule } from '../../../rule.ts';
import type { ForceItem, PlaceItem } from '../../../syntax/item.ts';
import type { Predicate } from '../../../syntax/predicate.ts';

const here = (force: ForceItem, place: PlaceItem | null): PresenceFinding => ({
  kind: 'presence',
  predicate: null,
  evidence: { from: force.from, to: Math.max(force.to, place?.to ?? 0) },
  confidence: 0.85,
  owner: [],
  force,
  places: place ? [place] : [],
});

/** "the 120 German soldiers in Iraq", "its 500 troops there"; in "thirty of the 120" the whole is a presence. */
export const phrase = rule({
  id: 'presence/phrase',
  on: 'force',
  read(force, view) {
    const { whole } = force;
    if (whole !== null) return whole.quantity === null ? [] : [here(whole, whole.place ?? force.place)];
    if (force.quantity === null || force.place === null || force.place.prep === 'from') return [];
    return isMoved(force, view.predicates) ? [] : [here(force, force.place)];
  },
  examples: {
    'The 7,000 Kenyan peacekeepers currently in Darfur are poorly equipped.': ['presence KE 7000 SD'],
    'Thirty of the 120 German soldiers in Iraq are ill.': ['presence DE 120 IQ'],
  },
  not: ['Turkey landed 70 soldiers in Kosovo.'],
});

/** The place of a force that a verb moves is where it goes: "landed 300 soldiers in Mali". */
const isMoved = (force: ForceItem, predicates: readonly Predicate[]): boolean =>
  !force.definite && predicates.some((p) => p.object.includes(force) || p.subject.includes(force));
