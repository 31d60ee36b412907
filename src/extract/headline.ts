// A headline that says in fewer words what the story then tells: "Troops fly to the Gulf" over a story of 4,500 sent to the Middle East.
import type { Atlas } from '../model/atlas.ts';
import { type Claim, type ExtractedClaim, type Movement, placesOf } from '../model/claim.ts';
import type { Place } from '../model/place.ts';

/** Without the headline's uncounted movements and presences that a claim of the story holds, at a place within or around theirs. */
export function withoutVagueHeadlines(
  claims: readonly ExtractedClaim[],
  isHeadline: (claim: ExtractedClaim) => boolean,
  { liesIn }: Pick<Atlas, 'liesIn'>,
): ExtractedClaim[] {
  const story = claims.filter((claim) => !isHeadline(claim));
  const meets = (a: readonly Place[], b: readonly Place[]): boolean =>
    a.some((p) => b.some((q) => liesIn(p, q) || liesIn(q, p)));
  const tells = (told: Claim, head: Claim): boolean => {
    if (told.kind === 'presence' && head.kind === 'presence')
      return told.party === head.party && meets(placesOf(told.place), placesOf(head.place));
    if (told.kind === 'movement' && head.kind === 'movement')
      return (
        told.party === head.party && isSameWay(told, head) && (meets(told.to, head.to) || meets(told.from, head.from))
      );
    return false;
  };
  return claims.filter((claim) => {
    const isVague =
      (claim.kind === 'movement' || claim.kind === 'presence') && claim.quantity === null && claim.unit === null;
    return !isVague || !isHeadline(claim) || !story.some((told) => tells(told, claim));
  });
}

/** Neither is called off where the other is not, and both come or both go. */
const isSameWay = (a: Movement, b: Movement): boolean =>
  (a.phase === 'cancelled') === (b.phase === 'cancelled') && (a.move === 'withdraw') === (b.move === 'withdraw');
