// Finds claims by words, force, place and number, as known on a day.
import { byDayKnown } from '../ledger/fold.ts';
import type { KnownClaim } from '../ledger/known-claim.ts';
import type { ClaimKind } from '../model/claim.ts';
import type { Day } from '../model/day.ts';
import { LaydownError } from '../model/errors.ts';
import type { Known } from '../reconcile/knowledge.ts';
import { eachFound } from '../views/search-view.ts';
import { type Asking, knownOn, whereAndWho } from './known-on.ts';
import { placeOf } from './list-claims.ts';
import { daysOf } from './names-and-days.ts';
import type { Part } from './questions.ts';
import { lastOf, type Some } from './some-of.ts';

export interface SearchQuestion {
  readonly known?: Day;
  /** Words of the quotation, the title, or the names of speaker, unit, mission, body and publisher. */
  readonly q?: string;
  readonly kind?: ClaimKind;
  readonly party?: string;
  readonly place?: string;
  /** Ends of a range in which the number may lie. */
  readonly min?: number;
  readonly max?: number;
}

export interface SearchAnswer {
  readonly known: Day;
  /** The latest known first. */
  readonly claims: readonly KnownClaim[];
}

/** Throws LaydownError `not-found` for a name that is not known, `usage` for a day or range that is none. */
export async function searchLedger(services: Asking, question: SearchQuestion): Promise<SearchAnswer> {
  const { day, claims } = await eachClaimFound(services, question);
  return { known: day, claims: [...claims].reverse() };
}

/** No more claims than `limit`, and how many more were found. Throws as `searchLedger`, and `not-found` where the ledger has no claim of the id `after`. */
export async function searchSome(
  services: Asking,
  question: SearchQuestion,
  { limit, after }: Part,
): Promise<SearchAnswer & Pick<Some<KnownClaim>, 'left_off'>> {
  const { day, known, claims } = await eachClaimFound(services, question);
  const place = after === undefined ? null : await placeOf(services, known, after);
  const { shown, left_off } = await lastOf(claims, limit, (one) => place !== null && byDayKnown(one, place) >= 0);
  return { known: day, claims: shown, left_off };
}

/** In the order in which they became known, each made when it is looked at. Throws as `searchLedger`. */
export async function eachClaimFound(
  services: Asking,
  question: SearchQuestion,
): Promise<{ readonly day: Day; readonly known: Known; readonly claims: Iterable<KnownClaim> }> {
  const { q, kind = null, min, max } = question;
  const { known: day } = daysOf(question.known === undefined ? {} : { known: question.known }, services.clock);
  if (min !== undefined && max !== undefined && min > max)
    throw new LaydownError('usage', `min ${min} is more than max ${max}`);
  const between = min === undefined && max === undefined ? null : { min: min ?? 0, max: max ?? null };
  const filter = { ...whereAndWho(services, question), kind, words: q ?? null, between };
  const known = await knownOn(services, day);
  return { day, known, claims: eachFound(known, services.atlas, filter) };
}
