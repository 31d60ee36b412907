// Records a reviewer's verdict on a claim.

import type { Claim } from '../model/claim.ts';
import type { Day } from '../model/day.ts';
import type { LedgerClaim } from '../model/event.ts';
import type { Judgement } from '../model/judgement.ts';
import type { Services } from './services.ts';

export interface JudgeRequest {
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
export type JudgeClaim = (services: Pick<Services, 'store' | 'clock'>, request: JudgeRequest) => Promise<Judged>;
