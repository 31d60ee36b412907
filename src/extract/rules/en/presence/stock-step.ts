// The step between two levels: the difference, which way it goes, and the movement that it is.
import { wordsOf } from '../../../../text/words-of.ts';
import type { MovementFinding } from '../../../finding.ts';
import type { ForceItem, NounLike, PlaceItem } from '../../../syntax/item.ts';
import type { Predicate, SentenceView } from '../../../syntax/predicate.ts';
import { core } from '../roles.ts';

/** "from 6,000 to 2,500": 3,500 go. */
export function differenceOf(from: ForceItem, to: ForceItem): ForceItem | null {
  const [a, b] = [from.quantity, to.quantity];
  if (!a || !b || a.min === null || a.min !== a.max || b.min === null || b.min !== b.max || a.min === b.min)
    return null;
  const n = Math.abs(a.min - b.min);
  return { ...to, quantity: { ...b, min: n, max: n, approx: a.approx || b.approx } };
}

export const isRise = (from: ForceItem, to: ForceItem): boolean => (from.quantity?.min ?? 0) < (to.quantity?.min ?? 0);

export function stepOf(
  p: Predicate,
  force: ForceItem | null,
  owner: readonly NounLike[],
  places: readonly PlaceItem[],
  up: boolean,
): MovementFinding {
  return {
    kind: 'movement',
    predicate: p,
    evidence: core(p),
    confidence: 1,
    owner,
    force,
    from: up ? [] : places,
    to: up ? places : [],
    move: up ? 'deploy' : 'withdraw',
  };
}

const TOLL_WORD = wordsOf(/^(?:fatalit(?:y|ies)|deaths?|dead|killed|slain|casualties|wounded|missing|toll)$/);
/** "the number of NATO fatalities", "the total of peacekeepers killed": nobody is there any more. */
export const isOfDead = (p: Predicate, stock: NounLike, view: SentenceView): boolean =>
  view.tokens.slice(stock.from, Math.max(stock.to, p.item.to) + 8).some((t) => TOLL_WORD.has(t.lower));

/** "That makes a total of 2,000 soldiers". */
export const TOTALS = /^(?:create|make|mean)$/;
export const isTotal = (force: ForceItem, view: SentenceView): boolean =>
  view.tokens.slice(force.from, force.from + 3).some((t) => t.lower === 'total');

/** "We are going to be down to 8,000". */
export const isDownTo = (p: Predicate, view: SentenceView): boolean =>
  /^(?:down|up)$/.test(view.tokens[p.item.to]?.lower ?? '') && view.tokens[p.item.to + 1]?.lower === 'to';

/** "the number of soldiers stationed in Gao from 4,500 to 2,500": what follows a participle on the stock is the change's own. */
export function withInside(p: Predicate, view: SentenceView): Predicate {
  const inside = view.predicates.filter(
    (q) => q.relation === 'participle' && q.object.some((o) => o.kind === 'force' && p.object.includes(o)),
  );
  if (inside.length === 0) return p;
  return {
    ...p,
    others: [...p.others, ...inside.flatMap((q) => q.others)],
    places: [...p.places, ...inside.flatMap((q) => q.places)],
  };
}
