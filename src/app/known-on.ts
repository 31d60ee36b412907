// The claims known on a day, from the store: where every question begins.
import { knownClaims } from '../ledger/fold.ts';
import type { KnownClaim } from '../ledger/known-claim.ts';
import type { Day } from '../model/day.ts';
import type { Store } from '../ports/store.ts';

export const knownOn = async (store: Store, known: Day): Promise<readonly KnownClaim[]> =>
  knownClaims(await store.facts({ known }), known);
