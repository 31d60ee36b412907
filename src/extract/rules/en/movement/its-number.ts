// The number of a force that moves, where a clause of its own tells it: "the contingent that left numbered 88".
import { MOTION } from '../../../lexicon/motion.ts';
import type { ForceItem, NounLike } from '../../../syntax/item.ts';
import type { Predicate, SentenceView } from '../../../syntax/predicate.ts';
import { counted } from '../presence/kept.ts';
import { forcesIn } from '../roles.ts';
import { isState } from '../state.ts';

/** "brings the number of troops to 700": a level, not the troops; "an unspecified number of troops" are the troops. */
export const isLevel = (force: ForceItem, view: SentenceView): boolean =>
  !/^an?$/.test(view.tokens[force.from]!.lower) &&
  view.tokens.slice(force.from, force.from + 3).some((t) => /^(?:number|total|strength|level|size)$/.test(t.lower));

/** A number that stands for the subject's strength: "88", "88 soldiers", "39 members". */
const isStrength = (f: NounLike): f is ForceItem =>
  f.kind === 'force' &&
  f.quantity?.of === 'personnel' &&
  f.owner === null &&
  f.whole === null &&
  !f.additional &&
  (f.sort === 'bare' || f.sort === 'strong' || f.head === 'member');

/** "The number of soldiers deploying to Mali is 90", "the contingent that left numbered 88 soldiers": the number that the clause gives them. */
export function withItsNumber(p: Predicate, force: ForceItem, view: SentenceView): ForceItem {
  if (force.quantity !== null || p.item.kind !== 'verb') return force;
  const level = p.item.form !== 'finite' && isLevel(force, view);
  const told = view.predicates
    .filter((q) => q.subject.includes(force) && q.factuality.mode !== 'cancelled')
    .flatMap((q) =>
      q.lemma === 'be' && level
        ? forcesIn(q.object).filter((f) => f.sort === 'bare' && f.quantity !== null && !f.additional)
        : strengthTold(p, q, force),
    )[0];
  return told === undefined ? force : { ...force, quantity: told.quantity, count: told.count };
}

/** What `q` says of a contingent that the relative clause `p` moves. */
const strengthTold = (p: Predicate, q: Predicate, force: ForceItem): ForceItem[] =>
  ((p.relation === 'relative' && /^(?:number|have|consist|comprise|total|count)$/.test(q.lemma)) ||
    (q.relation === 'relative' && /^(?:number|consist|comprise|total|count)$/.test(q.lemma))) &&
  force.sort === 'unit'
    ? [...q.object, ...q.others.filter((o) => o.prep === 'of')].filter(isStrength).map((f) => counted(force, f))
    : [];

/** True where `q` tells how many moved, and so not how many are there. */
export const isStrengthOfMoved = (q: Predicate, force: ForceItem, view: SentenceView): boolean =>
  view.predicates.some(
    (p) =>
      MOTION.has(p.lemma) &&
      !isState(p) &&
      [...p.subject, ...p.object].includes(force) &&
      strengthTold(p, q, force).length > 0,
  );
