// The claims of the ledger as known on a day, in the order in which they became known.
import type { KnownClaim } from '../ledger/known-claim.ts';
import type { Day } from '../model/day.ts';
import { viewClaims } from '../views/claims-view.ts';
import { type Asking, knownOn, whereAndWho } from './known-on.ts';
import { daysOf } from './names-and-days.ts';
import type { ClaimsQuestion } from './questions.ts';

export interface ClaimsAnswer {
  readonly known: Day;
  readonly claims: readonly KnownClaim[];
}

/** Throws LaydownError `not-found` for a name that is not known, `usage` for a day that is none. */
export async function listClaims(services: Asking, question: ClaimsQuestion): Promise<ClaimsAnswer> {
  const { known } = daysOf(question.known === undefined ? {} : { known: question.known }, services.clock);
  const { kind = null, report = null } = question;
  const filter = { ...whereAndWho(services, question), kind, report };
  return { known, claims: viewClaims(await knownOn(services, known, question.judged), services.atlas, filter) };
}
