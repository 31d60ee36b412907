// The claims themselves, filtered, in the order in which they became known.
import type { KnownClaim } from '../ledger/known-claim.ts';
import type { Atlas } from '../model/atlas.ts';
import { type Claim, type ClaimKind, placesOf } from '../model/claim.ts';
import type { Party } from '../model/party.ts';
import type { Place } from '../model/place.ts';
import { claimsOf, type Known } from '../reconcile/knowledge.ts';
import { namesOf } from '../reconcile/names.ts';

/** Joined by "and"; left out: all. */
export interface ClaimsFilter {
  readonly kind?: ClaimKind | null;
  readonly party?: Party | null;
  /** Claims about this place or one in it, at either end of a movement. */
  readonly place?: Place | null;
  readonly report?: string | null;
}

export function viewClaims(known: Known, atlas: Atlas, filter: ClaimsFilter = {}): KnownClaim[] {
  const names = namesOf(atlas);
  const wanted = filter.place ? names.where([filter.place]) : null;
  return [...claimsOf(known, filter.kind ?? undefined)].filter(({ claim, report }) => {
    if (filter.kind != null && claim.kind !== filter.kind) return false;
    if (filter.report != null && report.id !== filter.report) return false;
    if (filter.party != null && (partyOf(claim) === null || names.party(partyOf(claim)!) !== filter.party))
      return false;
    if (wanted === null) return true;
    return placesNamed(claim).some((place) => {
      const where = names.where([place]);
      return where !== null && names.liesIn(where, wanted);
    });
  });
}

const partyOf = (claim: Claim): Party | null => (claim.kind === 'decision' ? null : claim.party);

function placesNamed(claim: Claim): readonly Place[] {
  switch (claim.kind) {
    case 'decision':
      return [];
    case 'movement':
      return [...claim.from, ...claim.to];
    case 'presence':
    case 'status':
    case 'incident':
      return placesOf(claim.place);
  }
}
