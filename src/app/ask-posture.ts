// Who has how many where, as of a day, as known on a day.
import type { Day } from '../model/day.ts';
import { type PostureView, viewPosture } from '../views/posture-view.ts';
import { type Asking, knownOn, whereAndWho } from './known-on.ts';
import { daysOf } from './names-and-days.ts';
import type { PostureQuestion } from './questions.ts';

export interface PostureAnswer extends PostureView {
  readonly known: Day;
}

/** Throws LaydownError `not-found` for a name that is not known, `usage` for a day that is none. */
export async function askPosture(services: Asking, question: PostureQuestion): Promise<PostureAnswer> {
  const { at, known } = daysOf(question, services.clock);
  const filter = { ...whereAndWho(services, question), mission: question.mission ?? null };
  return { ...viewPosture(await knownOn(services, known, question.judged), services.atlas, at, filter), known };
}
