// Why a number is what it is: the rows of a party at a place with the claims that they stand on.
import { byDayKnown } from '../ledger/fold.ts';
import type { KnownClaim } from '../ledger/known-claim.ts';
import { knowledgeOf } from '../reconcile/knowledge.ts';
import { viewPosture } from '../views/posture-view.ts';
import type { PostureAnswer } from './ask-posture.ts';
import { type Asking, knownOn, whereAndWho } from './known-on.ts';
import { daysOf } from './names-and-days.ts';
import type { WhyQuestion } from './questions.ts';

export interface WhyAnswer extends PostureAnswer {
  /** Every claim that a row or one of its conflicts names, by the day known. */
  readonly claims: readonly KnownClaim[];
}

/** Throws LaydownError `not-found` for a name that is not known, `usage` for a day that is none. */
export async function askWhy(services: Asking, question: WhyQuestion): Promise<WhyAnswer> {
  const { at, known } = daysOf(question, services.clock);
  const filter = { ...whereAndWho(services, question), mission: question.mission ?? null };
  const claims = knowledgeOf(await knownOn(services, known, question.judged), services.atlas);
  const view = viewPosture(claims, services.atlas, at, filter);
  const named = [...new Set([...view.rows, ...view.conflicts].flatMap((one) => one.claims))].map((id) =>
    claims.claim(id),
  );
  const rows = [...view.rows].sort((a, b) => Number(a.place.name !== null) - Number(b.place.name !== null)); // the whole country before its sites
  return { ...view, rows, known, claims: named.filter((claim) => claim !== null).sort(byDayKnown) };
}
