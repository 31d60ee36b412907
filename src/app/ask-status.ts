// Missions, operations and activities as of a day: started, suspended, resumed, ended.
import type { Day } from '../model/day.ts';
import { type StatusView, viewStatus } from '../views/status.ts';
import { type Asking, knownOn, whereAndWho } from './known-on.ts';
import { daysOf } from './names-and-days.ts';
import type { PostureQuestion } from './questions.ts';

export interface StatusAnswer {
  readonly at: Day;
  readonly known: Day;
  readonly statuses: readonly StatusView[];
}

/** Throws LaydownError `not-found` for a name that is not known, `usage` for a day that is none. */
export async function askStatus(services: Asking, question: PostureQuestion): Promise<StatusAnswer> {
  const days = daysOf(question, services.clock);
  const filter = { ...whereAndWho(services, question), mission: question.mission ?? null };
  const claims = await knownOn(services, days.known);
  return { ...days, statuses: viewStatus(claims, services.atlas, days.at, filter) };
}
