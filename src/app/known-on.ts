// The claims known on a day, from the store: where every question begins.
import { knownClaims } from '../ledger/fold.ts';
import type { KnownClaim } from '../ledger/known-claim.ts';
import type { Day } from '../model/day.ts';
import type { Party } from '../model/party.ts';
import type { Place } from '../model/place.ts';
import { partyNamed, placeNamed } from './names-and-days.ts';
import type { Services } from './services.ts';

/** What the questions need: no reader, nothing to write with. */
export type Asking = Pick<Services, 'store' | 'clock' | 'atlas'>;

export const knownOn = async (store: Services['store'], known: Day): Promise<readonly KnownClaim[]> =>
  knownClaims(await store.facts({ known }), known);

/** Names as asked -> the filter of a view; null where not asked. Throws `not-found` with near names. */
export const whereAndWho = (
  { atlas }: Pick<Services, 'atlas'>,
  { party, place }: { readonly party?: string; readonly place?: string },
): { readonly party: Party | null; readonly place: Place | null } => ({
  party: party === undefined ? null : partyNamed(atlas, party),
  place: place === undefined ? null : placeNamed(atlas, place),
});
