// Whose: the states named as examples of several, "other countries, such as Germany and Spain, have".
import type { ActorItem } from '../../../syntax/item.ts';
import type { Predicate, SentenceView } from '../../../syntax/predicate.ts';
import { ownersIn } from '../roles.ts';

/** "Other countries, such as Germany and Spain, have": those that are named. */
export function namedExamples(p: Predicate, { items, tokens }: SentenceView): ActorItem[] {
  if (ownersIn(p.subject).length > 0) return [];
  const from = Math.max(0, p.item.from - 16);
  const as = tokens.findIndex(
    (t, i) => i >= from && i < p.item.from && (t.lower === 'such' || t.lower === 'including'),
  );
  if (as < 1 || !/^(?:countries|nations|states|allies|members|contributors|,)$/.test(tokens[as - 1]!.lower)) return [];
  return items.filter(
    (x): x is ActorItem =>
      x.kind === 'actor' && x.what === 'state' && x.party !== null && x.from > as && x.to <= p.item.from,
  );
}
