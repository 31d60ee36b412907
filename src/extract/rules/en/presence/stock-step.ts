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
