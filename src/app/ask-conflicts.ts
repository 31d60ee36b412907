// What does not fit together, as of a day, as known on a day.
import type { Day } from '../model/day.ts';
import type { Conflict } from '../reconcile/conflicts.ts';
import type { Spelling } from '../reconcile/wording.ts';
import { viewConflicts } from '../views/conflicts-view.ts';
import { type Asking, knownOn, spelt, whereAndWho } from './known-on.ts';
import { daysOf } from './names-and-days.ts';
import type { ConflictsQuestion } from './questions.ts';

export interface ConflictsAnswer {
  readonly at: Day;
  readonly known: Day;
  readonly conflicts: readonly Conflict[];
}

/** Throws LaydownError `not-found` for a name that is not known, `usage` for a day that is none. */
export async function askConflicts(
  services: Asking,
  question: ConflictsQuestion,
  spelling: Spelling = 'codes',
): Promise<ConflictsAnswer> {
  const days = daysOf(question, services.clock);
  const filter = whereAndWho(services, question);
  const claims = spelt(await knownOn(services, days.known, question.judged), services.atlas, spelling);
  return { ...days, conflicts: viewConflicts(claims, services.atlas, days.at, filter) };
}
