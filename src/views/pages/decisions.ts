// Decisions with what each still needs before it holds, the open ones first.
import type { Atlas } from '../../model/atlas.ts';
import type { Day } from '../../model/day.ts';
import type { Knowledge } from '../../reconcile/knowledge.ts';
import type { DecisionView } from '../decisions.ts';
import { type ClaimView, viewClaimsOf } from './claims.ts';
import { ACTION_WORDS } from './words.ts';

export interface DecisionLine {
  readonly body: string;
  readonly action: string;
  readonly day: Day;
  /** "170 for, 0 against, of 328 members"; null where no vote is told. */
  readonly vote: {
    readonly for: number | null;
    readonly against: number | null;
    readonly abstain: number | null;
    readonly members: number | null;
  } | null;
  readonly final: boolean | null;
  readonly pending: string | null;
  readonly claims: readonly ClaimView[];
}

export interface DecisionsPage {
  readonly page: 'decisions';
  readonly at: Day;
  readonly known: Day;
  readonly open: readonly DecisionLine[];
  readonly others: readonly DecisionLine[];
}

export function viewDecisionsPage(
  decisions: readonly DecisionView[],
  knowledge: Knowledge,
  atlas: Pick<Atlas, 'displayName'>,
  days: { readonly at: Day; readonly known: Day },
): DecisionsPage {
  const lines = decisions.map(
    ({ body, action, day, vote, final, pending, claims }): DecisionLine => ({
      body: body ?? 'A body not named',
      action: ACTION_WORDS[action],
      day,
      vote,
      final,
      pending,
      claims: viewClaimsOf(claims, knowledge, atlas),
    }),
  );
  const isOpen = (line: DecisionLine): boolean => line.final === false || line.pending !== null;
  return { page: 'decisions', ...days, open: lines.filter(isOpen), others: lines.filter((line) => !isOpen(line)) };
}
