// The claims known on a day, filtered.
import type { KnownClaim } from '../ledger/known-claim.ts';
import { viewClaims } from '../views/claims-view.ts';
import { knownOn } from './known-on.ts';
import { daysOf, partyNamed, placeNamed } from './names-and-days.ts';
import type { ClaimsQuestion } from './questions.ts';
import type { Services } from './services.ts';

/** In the order in which they became known. Throws LaydownError: `not-found` for a name that is none, `usage` for a day that is none. */
export async function listClaims(
  { store, clock, atlas }: Pick<Services, 'store' | 'clock' | 'atlas'>,
  question: ClaimsQuestion = {},
): Promise<readonly KnownClaim[]> {
  const { known } = daysOf({ ...(question.known === undefined ? {} : { known: question.known }) }, clock);
  return viewClaims(await knownOn(store, known), atlas, {
    kind: question.kind ?? null,
    party: question.party === undefined ? null : partyNamed(atlas, question.party),
    place: question.place === undefined ? null : placeNamed(atlas, question.place),
    report: question.report ?? null,
  });
}
