// Claims by their ids, as known on a day.
import type { KnownClaim } from '../ledger/known-claim.ts';
import type { Day } from '../model/day.ts';
import { LaydownError } from '../model/errors.ts';
import { knowledgeOf } from '../reconcile/knowledge.ts';
import { type Asking, knownOn } from './known-on.ts';
import { daysOf } from './names-and-days.ts';

/** In the order asked, each once; ids that are not known then, or rejected, are left out. */
export async function findClaims(services: Asking, known: Day, ids: Iterable<string>): Promise<KnownClaim[]> {
  const wanted = [...new Set(ids)];
  if (wanted.length === 0) return [];
  const knowledge = knowledgeOf(await knownOn(services, known), services.atlas);
  return wanted.flatMap((id) => knowledge.claim(id) ?? []);
}

/** Throws LaydownError `not-found` where it is not known on that day (today where none is named). */
export async function showClaim(services: Asking, id: string, knownDay?: Day): Promise<KnownClaim> {
  const { known } = daysOf(knownDay === undefined ? {} : { known: knownDay }, services.clock);
  const [claim] = await findClaims(services, known, [id]);
  if (claim === undefined)
    throw new LaydownError('not-found', `no claim "${id}" is known on ${known}: "claims" lists them with their ids`);
  return claim;
}
