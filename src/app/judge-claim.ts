// Records a reviewer's verdict on a claim.
import { type Claim, claimSchema } from '../model/claim.ts';
import type { Day } from '../model/day.ts';
import { LaydownError } from '../model/errors.ts';
import type { LedgerClaim } from '../model/event.ts';
import { type Judgement, judgementSchema } from '../model/judgement.ts';
import { dayIn } from './names-and-days.ts';
import type { Services } from './services.ts';
import { problemIn, wellFormed } from './sound-text.ts';

export interface JudgeRequest {
  /** The claim's id, or the beginning of it that no other claim has (4 letters at least). */
  readonly claim: string;
  readonly verdict: Judgement['verdict'];
  /** The day from which it counts; today where absent. */
  readonly on?: Day;
  readonly by?: string;
  readonly note?: string;
  /** With `correct`: fields of the claim to change, laid over the original; the evidence stays. */
  readonly correction?: Partial<Claim>;
}

export interface Judged {
  readonly judgement: Judgement;
  readonly claim: LedgerClaim;
  /** False where the ledger already held this very judgement. */
  readonly isNew: boolean;
}

/** Throws LaydownError: `not-found` where no such claim; `usage` where the correction makes no claim, or `correct` has none. */
export async function judgeClaim(services: Pick<Services, 'store' | 'clock'>, request: JudgeRequest): Promise<Judged> {
  const { store, clock } = services;
  const on = request.on === undefined ? clock.today() : dayIn(request.on, 'on');
  const claim = await claimNamed(services, request.claim);
  const judgement = judgementSchema.parse({
    claim: claim.id,
    verdict: request.verdict,
    on,
    by: request.by === undefined ? null : wellFormed(request.by),
    note: request.note === undefined ? null : wellFormed(request.note),
    correction: correctionOf(claim.claim, request),
  });
  const { transaction } = await store.append([{ kind: 'claim-judged', judgement }], clock.now());
  return { judgement, claim, isNew: transaction !== null };
}

const FEWEST_LETTERS = 4;

/** By its id, or by the beginning of it. Throws `not-found`, `usage` where several begin so. */
async function claimNamed({ store }: Pick<Services, 'store'>, name: string): Promise<LedgerClaim> {
  const exact = await store.claim(name);
  if (exact !== null) return exact;
  const ids = name.length < FEWEST_LETTERS ? [] : await store.claimIds(name, 4);
  if (ids.length > 1) throw new LaydownError('usage', `several claims begin with "${name}": ${ids.join(', ')}`);
  const claim = ids[0] === undefined ? null : await store.claim(ids[0]);
  if (claim === null)
    throw new LaydownError('not-found', `no claim "${name}": "laydown claims" lists them with their ids`);
  return claim;
}

function correctionOf(original: Claim, { verdict, correction }: JudgeRequest): Claim | null {
  if (verdict !== 'correct') {
    if (correction !== undefined)
      throw new LaydownError('usage', `a correction goes with the verdict "correct", not "${verdict}"`);
    return null;
  }
  if (correction === undefined)
    throw new LaydownError('usage', 'the verdict "correct" needs the fields as they should read');
  const parsed = claimSchema.safeParse({ ...original, ...correction, evidence: original.evidence });
  if (!parsed.success) throw new LaydownError('usage', `the correction makes no claim: ${problemIn(parsed.error)}`);
  return parsed.data;
}
