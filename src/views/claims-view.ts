// The claims themselves, filtered, in the order in which they became known.
import type { ClaimPlace } from '../ledger/fold.ts';
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

export const viewClaims = (known: Known, atlas: Atlas, filter: ClaimsFilter = {}): KnownClaim[] => [
  ...eachClaim(known, atlas, filter),
];

/** The same one by one, from behind a place where one is given. */
export function* eachClaim(
  known: Known,
  atlas: Atlas,
  filter: ClaimsFilter,
  after: ClaimPlace | null = null,
): Generator<KnownClaim, void, undefined> {
  const names = namesOf(atlas);
  const wanted = filter.place ? names.where([filter.place]) : null;
  const isWanted = ({ claim, report }: KnownClaim): boolean => {
    if (filter.kind != null && claim.kind !== filter.kind) return false;
    if (filter.report != null && report.id !== filter.report) return false;
    if (filter.party != null && (partyOf(claim) === null || names.party(partyOf(claim)!) !== filter.party))
      return false;
    if (wanted === null) return true;
    return placesNamed(claim).some((place) => {
      const where = names.where([place]);
      return where !== null && names.liesIn(where, wanted);
    });
  };
  for (const one of claimsOf(known, filter.kind ?? undefined, after)) if (isWanted(one)) yield one;
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
