// The state over an entry: "Italy: 130 moved from Herat to Kabul", "Mali: Egypt to repatriate 900 peacekeepers".
import type { Party } from '../../model/party.ts';
import type { ActorItem } from '../syntax/item.ts';
import type { SentenceView } from '../syntax/predicate.ts';
import type { Context } from './context.ts';
import { spanOf } from './discourse.ts';
import type { Told } from './place.ts';

/** The state that opens a sentence with a colon behind it; null where none does. */
export function labelOf(view: SentenceView): ActorItem | null {
  const [first] = view.items;
  return first?.kind === 'actor' && first.what === 'state' && view.tokens[first.to]?.text === ':' ? first : null;
}

/** "Mali: Egypt to repatriate 900 peacekeepers": the country over an entry says where. */
export function placeOver(c: Context, party: Party): Told | null {
  const label = labelOf(c.view);
  if (label === null || label.place === null || label.party === party) return null;
  const { place } = label;
  const name = place.name ?? (place.country === null ? null : c.atlas.displayName(place.country));
  return { places: [{ ...place, name }], span: spanOf(c.view, label) };
}
