// Whose a force is by where it is from: "40 from New Zealand".
import { isState } from '../../model/party.ts';
import type { ForceItem, Owner } from './item.ts';
import type { SentenceView } from './predicate.ts';

/** "40 from New Zealand": whose those are who are told by where they are from; null where they are told otherwise. */
export function ownerFrom(force: ForceItem, { items }: SentenceView): Extract<Owner, { kind: 'named' }> | null {
  const next = items[items.indexOf(force) + 1];
  const place = force.place ?? (next?.kind === 'place' ? next : null);
  const [state, more] = place?.places ?? [];
  if (place?.prep !== 'from' || more !== undefined || state?.country == null || !isState(state.country)) return null;
  return { kind: 'named', parties: [state.country], at: { from: place.from, to: place.to } };
}
