// The state over an entry: "Italy: 130 moved from Herat to Kabul", "Mali: Egypt to repatriate 900 peacekeepers".
import type { ActorItem } from '../syntax/item.ts';
import type { SentenceView } from '../syntax/predicate.ts';

/** The state that opens a sentence with a colon behind it; null where none does. */
export function labelOf(view: SentenceView): ActorItem | null {
  const [first] = view.items;
  return first?.kind === 'actor' && first.what === 'state' && view.tokens[first.to]?.text === ':' ? first : null;
}
