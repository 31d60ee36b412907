// A headline that says in fewer words what the story then tells: "Troops fly to the Gulf" over a story of 4,500 sent to the Middle East,
// "4,000 soldiers to Gao" over one of "over 4,000".
import type { Atlas } from '../model/atlas.ts';
import { type Claim, type Decision, type ExtractedClaim, type Movement, placesOf } from '../model/claim.ts';
import type { Place } from '../model/place.ts';
import type { Quantity } from '../model/quantity.ts';
import { sameBody } from './dedupe.ts';

/** Without the headline's movements and presences that a claim of the story holds with its count, at a place within or around theirs. */
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
    if (told.kind === 'decision' && head.kind === 'decision')
      return sameBody(told.body, head.body) && (told.action === head.action || isLeave(told, head));
    if (told.kind === 'movement' && head.kind === 'movement')
      return (
        told.party === head.party && isSameWay(told, head) && (meets(told.to, head.to) || meets(told.from, head.from))
      );
    return false;
  };
  return claims.filter((claim) => {
    if (claim.kind === 'decision') return !isHeadline(claim) || !story.some((told) => tells(told, claim));
    if ((claim.kind !== 'movement' && claim.kind !== 'presence') || claim.unit !== null || !isHeadline(claim))
      return true;
    return !story.some(
      (told) =>
        tells(told, claim) &&
        (claim.quantity === null || ('quantity' in told && isRounded(claim.quantity, told.quantity))),
    );
  });
}

/** "Atlantis approves sending troops" over "lawmakers gave their approval": leave to send is told as either. */
const isLeave = (a: Decision, b: Decision): boolean =>
  [a, b].some((x) => x.action === 'authorise') &&
  [a, b].some((x) => x.action === 'deploy' || x.action === 'extend' || x.action === 'increase');

/** Neither is called off where the other is not, and both come or both go. */
const isSameWay = (a: Movement, b: Movement): boolean =>
  (a.phase === 'cancelled') === (b.phase === 'cancelled') && (a.move === 'withdraw') === (b.move === 'withdraw');

/** A headline leaves out "over" and "nearly", and rounds: its number is one end of the story's, or about it. */
function isRounded(head: Quantity, told: Quantity | null): boolean {
  if (told === null || head.of !== told.of) return false;
  const number = head.min ?? head.max;
  return [told.min, told.max].some(
    (end) => end !== null && number !== null && Math.abs(end - number) <= number * ROUNDED,
  );
}
const ROUNDED = 0.05;
