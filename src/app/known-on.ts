// The claims known on a day, from the store: where every question begins.
import { knownClaims } from '../ledger/fold.ts';
import type { KnownClaim } from '../ledger/known-claim.ts';
import type { Day } from '../model/day.ts';
import type { Party } from '../model/party.ts';
import type { Place } from '../model/place.ts';
import type { Knowledge, Known } from '../reconcile/knowledge.ts';
import { partyNamed, placeNamed } from './names-and-days.ts';
import type { Services } from './services.ts';

/** What the questions need: no reader, nothing to write with. */
export type Asking = Pick<Services, 'store' | 'clock' | 'atlas'> & { readonly warm?: WarmLedger };

/** A ledger held in memory (warm-ledger.ts): answers are those of the fold, without reading all of it for each. */
export interface WarmLedger {
  /** What is known on a day, up to the last transaction of the ledger. */
  on(known: Day): Promise<Knowledge>;
  /** The ledger transaction that the last answer stands on. */
  transaction(): number;
}

/** Folded from the store, or from the ledger in memory where there is one. */
export const knownOn = async ({ store, warm }: Pick<Asking, 'store' | 'warm'>, known: Day): Promise<Known> =>
  warm === undefined ? foldedOn(store, known) : warm.on(known);

export const foldedOn = async (store: Services['store'], known: Day): Promise<readonly KnownClaim[]> =>
  knownClaims(await store.facts({ known }), known);

/** Names as asked -> the filter of a view; null where not asked. Throws `not-found` with near names. */
export const whereAndWho = (
  { atlas }: Pick<Services, 'atlas'>,
  { party, place }: { readonly party?: string; readonly place?: string },
): { readonly party: Party | null; readonly place: Place | null } => ({
  party: party === undefined ? null : partyNamed(atlas, party),
  place: place === undefined ? null : placeNamed(atlas, place),
});
