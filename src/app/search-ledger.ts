// Finds claims by words, force, place and number, as known on a day.
import type { KnownClaim } from '../ledger/known-claim.ts';
import type { ClaimKind } from '../model/claim.ts';
import type { Day } from '../model/day.ts';
import { LaydownError } from '../model/errors.ts';
import { searchClaims } from '../views/search-view.ts';
import { type Asking, knownOn, whereAndWho } from './known-on.ts';
import { daysOf } from './names-and-days.ts';

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
  const { q, kind = null, min, max } = question;
  const { known } = daysOf(question.known === undefined ? {} : { known: question.known }, services.clock);
  if (min !== undefined && max !== undefined && min > max)
    throw new LaydownError('usage', `min ${min} is more than max ${max}`);
  const between = min === undefined && max === undefined ? null : { min: min ?? 0, max: max ?? null };
  const filter = { ...whereAndWho(services, question), kind, words: q ?? null, between };
  return { known, claims: searchClaims(await knownOn(services, known), services.atlas, filter) };
}
