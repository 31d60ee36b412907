// Votes, orders and requests taken by a day, as known on a day.
import type { Day } from '../model/day.ts';
import { type DecisionView, viewDecisions } from '../views/decisions.ts';
import { knownOn } from './known-on.ts';
import { daysOf } from './names-and-days.ts';
import type { DecisionsQuestion } from './questions.ts';
import type { Services } from './services.ts';

export interface DecisionsAnswer {
  readonly at: Day;
  readonly known: Day;
  readonly decisions: readonly DecisionView[];
}

/** Throws LaydownError `usage` for a day that is none. */
export async function askDecisions(
  { store, clock }: Pick<Services, 'store' | 'clock'>,
  question: DecisionsQuestion = {},
): Promise<DecisionsAnswer> {
  const { at, known } = daysOf(question, clock);
  return { at, known, decisions: viewDecisions(await knownOn(store, known), at, { body: question.body ?? null }) };
}
