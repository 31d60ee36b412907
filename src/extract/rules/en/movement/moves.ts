// The movement that a verb or doing-noun of motion tells: who, from where, to where.
import type { MovementFinding } from '../../../finding.ts';
import type { Motion } from '../../../lexicon/motion.ts';
import type { ForceItem, NounLike, PlaceItem } from '../../../syntax/item.ts';
import type { Predicate } from '../../../syntax/predicate.ts';
import { core, missionIn, placeOf, routeOf } from '../roles.ts';
import { placesOfParticiple } from '../state.ts';
import { nextLeg } from './legs.ts';

export function moves(
  p: Predicate,
  motion: Motion,
  force: ForceItem | null,
  owner: readonly NounLike[],
  around: readonly Predicate[] = [],
): MovementFinding {
  const { from, to } = routeOf(p, motion, force, around);
  const left = ofTourLeft(p, to);
  from.push(...left);
  for (const place of left) if (to.includes(place)) to.splice(to.indexOf(place), 1);
  if (to.length === 0) to.push(...nextLeg(p, force, around));
  // "1,000 soldiers based in Germany will move to Romania": from where they are based.
  if (force !== null && from.length === 0 && to.length > 0)
    from.push(...placesOfParticiple(force, around).filter((x) => x.ref === null));
  // "were based at Gao and were relocated to Bamako".
  const stood = p.relation === 'coordinate' && STANDS.test(p.governor?.lemma ?? '') ? (p.governor?.places ?? []) : [];
  if (from.length === 0 && to.length > 0) from.push(...stood.filter((x) => /^(?:in|at|on|near)$/.test(x.prep ?? '')));
  // "to relocate 9,000 of the soldiers stationed on Okinawa": away from there.
  if (force !== null && from.length + to.length === 0 && /^(?:relocate|remove|withdraw|pull out)$/.test(p.lemma))
    from.push(...placesOfParticiple(force, around).filter((x) => x.ref === null));
  // "orders 1,200 Marines based in Okinawa to Guam": the way stands behind the participle.
  if (force !== null && from.length + to.length === 0) {
    const inside = around.filter(
      (q) => q.relation === 'participle' && q.object.includes(force) && STANDS.test(q.lemma),
    );
    const ways = inside.flatMap((q) => q.places.filter((x) => x.prep === 'to'));
    if (ways.length > 0) {
      to.push(...ways);
      from.push(...inside.flatMap((q) => q.places.filter((x) => x.prep !== null && /^(?:in|at|on)$/.test(x.prep))));
    }
  }
  // "orders the return of the 70 soldiers serving in Bissau": from where they serve.
  if (force !== null && from.length === 0 && (motion.move === 'withdraw' || (to.length === 0 && LEAVES.test(p.lemma))))
    from.push(...placesOfParticiple(force, around).filter((x) => x.ref === null), ...whereTheyServe(force, around));
  // "moved 900 soldiers from the west of the country to the Russian border": of their own, where a state moves them about.
  const own = owner.length === 1 && owner[0]!.kind === 'actor' && owner[0]!.what === 'state';
  if (own && !around.some((q) => q !== p && q.item.to < p.item.from && q.places.some((x) => x.places.length > 0)))
    for (const ends of [from, to])
      for (const [i, x] of ends.entries())
        if (x.ref === 'site' && p.places.some((y) => y.start === x.to && y.prep === 'of' && y.ref === 'country'))
          ends[i] = { ...x, ref: 'home' };
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

/** "returned home from a six-month deployment to the Gulf", "came back after a year in Kabul": where the tour was is where they leave. */
function ofTourLeft(p: Predicate, to: readonly PlaceItem[]): PlaceItem[] {
  const tour = p.others.find(
    (n) =>
      (n.prep === 'from' || n.prep === 'after' || n.prep === 'following') &&
      ((n.kind === 'nominal' && /^(?:deploy|rotate|post|mission)$/.test(n.lemma)) ||
        (n.kind === 'noun' && /^(?:tour|stint|mission|duty|posting|operation)$/.test(n.head)) ||
        // "home from six months in Tyre": so long they were there.
        (n.kind === 'noun' &&
          (n.prep !== 'from' || p.places.some((x) => x.ref === 'home')) &&
          /^(?:year|month|week|day|time|service)$/.test(n.head))),
  );
  if (tour === undefined) return [];
  const behind = (x: PlaceItem): boolean => x.from >= tour.to && x.ref === null;
  const left = to.filter(behind);
  // "landed at Dublin Airport, home from six months in Tyre".
  return left.length > 0 ? left : p.places.filter((x) => behind(x) && /^(?:in|at|on)$/.test(x.prep ?? ''));
}

const LEAVES = /^(?:return|withdraw|recall|repatriate|pull out|bring back|remove|fly out|fly home|evacuate)$/;

const whereTheyServe = (force: ForceItem, around: readonly Predicate[]): PlaceItem[] =>
  around
    .filter(
      (q) =>
        q.item.kind === 'verb' &&
        (q.item.form === 'gerund' || q.relation === 'relative') &&
        q.item.from >= force.to &&
        /^(?:serve|operate|work|train|fight|patrol|fly)$/.test(q.lemma) &&
        q.subject.includes(force),
    )
    .flatMap((q) => [
      ...q.places.filter((x) => x.prep !== null && /^(?:in|at|on)$/.test(x.prep)),
      // "who had served with UNMISS": where that is.
      ...q.others.flatMap((n) =>
        n.kind === 'mission' && n.entry !== null && /^(?:with|in|under)$/.test(n.prep ?? '') ? (placeOf(n) ?? []) : [],
      ),
    ]);

const STANDS = /^(?:base|station|post|garrison|headquarter)$/;

export const routed = (f: MovementFinding): boolean => f.from.length + f.to.length > 0;

/** Whoever goes: where the verb says no more. */
export const GO: Motion = { who: 'mover', bare: null, at: 'to', move: null };

/** A movement whose ends a rule has worked out for itself. */
export const movement = (
  p: Predicate,
  force: ForceItem | null,
  owner: readonly NounLike[],
  from: readonly PlaceItem[],
  to: readonly PlaceItem[],
  more: Partial<MovementFinding> = {},
): MovementFinding => ({
  kind: 'movement',
  predicate: p,
  evidence: core(p),
  confidence: 0.85,
  owner,
  force,
  from,
  to,
  move: null,
  ...more,
});
