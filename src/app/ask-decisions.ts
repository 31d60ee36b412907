// What bodies with a say have decided by a day, and what a decision still needs.
import type { Day } from '../model/day.ts';
import { type DecisionView, viewDecisions } from '../views/decisions.ts';
import { type Asking, knownOn } from './known-on.ts';
import { daysOf } from './names-and-days.ts';
import type { DecisionsQuestion } from './questions.ts';

export interface DecisionsAnswer {
  readonly at: Day;
  readonly known: Day;
  readonly decisions: readonly DecisionView[];
}

/** Throws LaydownError `usage` for a day that is none. */
export async function askDecisions(
  services: Pick<Asking, 'store' | 'clock' | 'warm'>,
  question: DecisionsQuestion,
): Promise<DecisionsAnswer> {
  const days = daysOf(question, services.clock);
  const claims = await knownOn(services, days.known);
  return { ...days, decisions: viewDecisions(claims, days.at, { body: question.body ?? null }) };
}
