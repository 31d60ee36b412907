// The claims of the ledger as known on a day, in the order in which they became known: one by one, so that a long list is never held whole.
import { type ClaimPlace, knownDayOf } from '../ledger/fold.ts';
import type { KnownClaim } from '../ledger/known-claim.ts';
import type { Day } from '../model/day.ts';
import { LaydownError } from '../model/errors.ts';
import { type Known, knowledgeOf } from '../reconcile/knowledge.ts';
import { eachClaim, viewClaims } from '../views/claims-view.ts';
import { type Asking, knownOn, whereAndWho } from './known-on.ts';
import { daysOf } from './names-and-days.ts';
import type { ClaimsQuestion, Part } from './questions.ts';

export interface ClaimsAnswer {
  readonly known: Day;
  readonly claims: readonly KnownClaim[];
}

/** Throws LaydownError `not-found` for a name that is not known, `usage` for a day that is none. */
export async function listClaims(services: Asking, question: ClaimsQuestion): Promise<ClaimsAnswer> {
  const { day, known, filter } = await asked(services, question);
  return { known: day, claims: viewClaims(known, services.atlas, filter) };
}

/** Each is made when it is looked at. Throws as `listClaims`, and `not-found` where the ledger has no claim of the id `after`. */
export async function eachClaimListed(
  services: Asking,
  question: ClaimsQuestion & Pick<Part, 'after'>,
): Promise<{ readonly known: Day; readonly claims: Iterable<KnownClaim> }> {
  const { day, known, filter } = await asked(services, question);
  const place = question.after === undefined ? null : await placeOf(services, known, question.after);
  return { known: day, claims: eachClaim(known, services.atlas, filter, place) };
}

/** No more claims than `limit`. Throws as `eachClaimListed`. */
export async function listSomeClaims(services: Asking, question: ClaimsQuestion & Part): Promise<ClaimsAnswer> {
  const { known, claims } = await eachClaimListed(services, question);
  const some: KnownClaim[] = [];
  for (const one of claims) if (some.push(one) >= question.limit) break;
  return { known, claims: some };
}

async function asked(services: Asking, question: ClaimsQuestion) {
  const { known: day } = daysOf(question.known === undefined ? {} : { known: question.known }, services.clock);
  const { kind = null, report = null } = question;
  const filter = { ...whereAndWho(services, question), kind, report };
  return { day, filter, known: await knownOn(services, day, question.judged) };
}

/** Where a list of claims goes on behind one; also behind one that has been rejected since. Throws LaydownError `not-found`. */
export async function placeOf({ store, atlas }: Asking, known: Known, id: string): Promise<ClaimPlace> {
  const there = knowledgeOf(known, atlas).claim(id);
  if (there !== null) return there;
  const claim = await store.claim(id);
  const facts = claim === null ? null : await store.facts({ reports: [claim.report], only: ['reports'] });
  const report = facts?.reports[0];
  if (report === undefined)
    throw new LaydownError('not-found', `the ledger has no claim "${id}" after which the list could go on`);
  return { id, known: knownDayOf(report) };
}
