// What is told of a force that somebody keeps: its crew, its ceiling, to whom of several each number belongs.
import { MOTION } from '../../../lexicon/motion.ts';
import type { ForceItem, NounLike, PlaceItem, PronounItem } from '../../../syntax/item.ts';
import type { Predicate, SentenceView } from '../../../syntax/predicate.ts';
import { forcesIn, mannedBy } from '../roles.ts';

/** "maintain the troop ceiling of 16,215 soldiers, 660 observers": so many may be there. */
export const keepsCeiling = (p: Predicate, view: SentenceView): boolean => {
  const next = view.items.find((x) => x.from >= p.item.to);
  return next?.kind === 'noun' && /^(?:ceiling|cap|limit|quota)$/.test(next.head);
};

/** "authorised the mission to maintain 900 observers": so many it may have. */
export const AUTHORISES = /^(?:authori[sz]e|permit|allow|entitle)$/;

/** A contingent, and not an army as a whole. */
export const isBody = (force: ForceItem): boolean =>
  force.sort === 'unit' && force.quantity === null && force.called == null && force.head !== 'unit';

export const membersIn = (p: Predicate): ForceItem | undefined =>
  forcesIn(p.object).find(
    (f) =>
      (f.head === 'member' || (f.sort === 'strong' && f.place === null && !f.additional)) &&
      f.quantity?.of === 'personnel' &&
      f.owner === null,
  );

/** "India has nearly 200 troops": no army is so small. */
const isFew = ({ quantity }: ForceItem): boolean => (quantity?.max ?? quantity?.min ?? 9999) < 1500;

/** Kept, not had: a count of an army's men is none of those abroad. */
export const isKeptSomewhere = (p: Predicate, force: ForceItem): boolean =>
  (/^(?:keep|maintain|retain|station|base)$/.test(p.lemma) ||
    (p.lemma === 'have' &&
      p.subject.every(
        (n) => n.kind === 'actor' && (n.party === 'COALITION' || (n.what === 'state' && isFew(force))),
      ))) &&
  force.quantity?.of === 'personnel' &&
  force.sort === 'strong' &&
  !force.additional &&
  p.item.kind === 'verb' &&
  p.item.form === 'finite' &&
  p.subject.every((n) => n.kind === 'actor' && (n.what === 'state' || n.party === 'COALITION')) &&
  p.others.every((o) => o.kind !== 'force');

/** "Moldova has 12 soldiers in Iraq. Singapore has 33": as many of the same in the same place. */
export const isNextInRow = (p: Predicate, force: ForceItem): boolean =>
  /^(?:have|keep|maintain|retain|field)$/.test(p.lemma) &&
  force.sort === 'bare' &&
  force.quantity !== null &&
  force.quantity.min !== null &&
  (force.quantity.max ?? 2) > 1 &&
  !force.additional &&
  force.owner === null &&
  force.whole === null &&
  p.object.length === 1 &&
  p.places.every((x) => x.prep === 'of' && x.to <= p.item.from) &&
  p.item.kind === 'verb' &&
  p.item.form === 'finite' &&
  p.item.aspect === 'simple' &&
  /^(?:present|past)$/.test(p.item.tense ?? '') &&
  p.subject.length > 0 &&
  p.subject.every((n) => n.kind === 'actor' && n.what === 'state' && n.party !== null) &&
  // "Britain, in charge of the south-east, has 900".
  p.others.every((o) => (o.kind === 'force' && o.prep === 'from') || o.to <= p.item.from);

/** "The mission had 900. It now has 400 soldiers": of what was told of so. */
export const isOfThatForce = (p: Predicate, force: ForceItem): boolean =>
  p.lemma === 'have' &&
  p.item.kind === 'verb' &&
  p.item.form === 'finite' &&
  p.item.aspect === 'simple' &&
  /^(?:present|past)$/.test(p.item.tense ?? '') &&
  p.subject.length === 1 &&
  p.subject.every((n) => n.kind === 'pronoun' && /^(?:it|they)$/.test(n.word)) &&
  force.quantity?.of === 'personnel' &&
  force.quantity.min !== null &&
  (force.sort === 'bare' || force.sort === 'strong') &&
  force.owner === null &&
  force.whole === null &&
  !force.additional &&
  p.object.length === 1 &&
  p.places.length === 0 &&
  p.others.every((o) => o.kind === 'noun' || (o.kind === 'force' && o.prep === 'from'));

/** "Others have smaller contingents": than those told of before, where those are. */
export const isCompared = (force: ForceItem): boolean =>
  force.sort === 'unit' && force.adjectives.some((word) => /^(?:smaller|larger|bigger|similar)$/.test(word));

/** "Britain, Argentina and Slovakia maintain contingents with 412, 403 and 275 respectively": to each its own; [] where nothing says which. */
export function crewsOf(p: Predicate, owners: readonly NounLike[], view: SentenceView): readonly ForceItem[] | null {
  const first =
    mannedBy(p) ?? forcesIn(p.others).find((f) => f.prep === 'with' && f.sort === 'bare' && f.whole === null);
  if (first?.quantity?.of !== 'personnel' || owners.length < 2) return null;
  if (!forcesIn(p.object).some((force) => force.sort === 'unit' && force.quantity === null)) return null;
  const rest = view.items.filter(
    (x): x is ForceItem =>
      x.kind === 'force' &&
      x.from >= first.to &&
      x.quantity?.of === 'personnel' &&
      (x.sort === 'bare' || (x.owner === null && x.whole === null && x.prep === null)),
  );
  return rest.length === owners.length - 1 ? [first, ...rest] : [];
}

/** "Chile and Argentina have 500 and 700": one each, in their order. */
export function eachIts(p: Predicate, owners: readonly NounLike[]): (readonly [NounLike, ForceItem])[] | null {
  const forces = forcesIn(p.object);
  if (owners.length < 2 || forces.length !== owners.length || p.object.length !== forces.length) return null;
  if (p.places.length > 0 || !owners.every((n) => n.kind === 'actor' && n.what === 'state')) return null;
  const isCount = (f: ForceItem): boolean =>
    f.quantity?.of === 'personnel' && f.owner === null && f.whole === null && !f.additional && f.place === null;
  if (!forces.every(isCount) || forces.slice(0, -1).some((f) => f.sort !== 'bare')) return null;
  return owners.map((owner, i) => [owner, forces[i]!] as const);
}

/** "keeps a garrison in Gyumri with 3,000 men": the number is the garrison's. */
export const withCrew =
  (p: Predicate) =>
  (force: ForceItem): ForceItem => {
    const crew = force.sort === 'unit' && force.quantity === null ? mannedBy(p) : null;
    return crew === null ? force : { ...counted(force, crew), head: crew.head, sort: crew.sort };
  };

/** A force with the number told of it elsewhere. */
export const counted = (force: ForceItem, number: ForceItem): ForceItem => ({
  ...force,
  quantity: number.quantity,
  count: number.count,
  to: Math.max(force.to, number.to),
});

/** "in Gabon 350 and in Senegal 400": places of the clause with a number of their own behind them. */
export const placesWithCounts = (p: Predicate, { items }: SentenceView): (readonly [PlaceItem, ForceItem])[] =>
  p.places.flatMap((place) => {
    const next = place.from > p.item.to ? items[items.indexOf(place) + 1] : undefined;
    return place.prep === 'in' &&
      next?.kind === 'force' &&
      !next.anaphor &&
      next.whole === null &&
      !next.additional &&
      next.from === place.to &&
      next.prep === null &&
      next.place === null &&
      next.owner === null &&
      next.quantity?.of === 'personnel'
      ? [[place, next] as const]
      : [];
  });

/** "this stands at 200", "which now stands at 200". */
export const isThatForce = (n: NounLike): n is PronounItem =>
  n.kind === 'pronoun' && /^(?:it|this|that|which)$/.test(n.word);

/** "is now 592", "stands at 820": a number alone that tells the strength of the subject. */
export function countIn(p: Predicate): ForceItem | null {
  const numbers = forcesIn([...p.object, ...p.others.filter((o) => o.prep === 'at')]);
  const isMen = (n: ForceItem): boolean =>
    /^(?:men|soldier|troops|personnel|peacekeeper)$/.test(n.head ?? '') && n.owner === null && n.place === null;
  return (
    numbers.find((n) => (n.sort === 'bare' || isMen(n)) && n.quantity !== null && n.whole === null && !n.additional) ??
    null
  );
}

/** "numbers 350". */
export function plainCount(p: Predicate, stock: ForceItem): ForceItem | null {
  const found = p.object.find((n) => n.kind === 'number');
  if (found?.kind !== 'number' || found.number.kind === 'share') return null;
  const { min, max, approx } = found.number;
  return { ...stock, quantity: { min, max, approx, of: 'personnel' }, count: found, to: found.to };
}

/** "will be sent soon and kept there for a year": told of their going. */
export const isPlannedMove = (p: Predicate | null): boolean =>
  p?.item.kind === 'verb' && MOTION.has(p.lemma) && (p.item.tense === 'future' || p.factuality.mode === 'planned');

/** "The contingent is a part of an approach to the crisis in Tonga", "will be back in Oslo by May": what it is or does, and not where it is. */
export function saysElse(p: Predicate, view: SentenceView): boolean {
  if (p.item.kind === 'verb' && p.item.tense === 'future' && view.tokens[p.item.to]?.lower === 'back') return true;
  const last = p.others.at(-1);
  return (
    p.object.some((o) => o.kind === 'noun') &&
    last?.kind === 'noun' &&
    p.places.length > 0 &&
    p.places.every((x) => x.start >= last.to)
  );
}
