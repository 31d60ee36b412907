// Who has how many where, on a day, as known on a day.
import type { Day } from '../model/day.ts';
import { type PostureView, viewPosture } from '../views/posture-view.ts';
import { knownOn } from './known-on.ts';
import { daysOf, partyNamed, placeNamed } from './names-and-days.ts';
import type { PostureQuestion } from './questions.ts';
import type { Services } from './services.ts';

export interface PostureAnswer extends PostureView {
  readonly known: Day;
}

/** Throws LaydownError: `not-found` for a name that is none, `usage` for a day that is none. */
export async function askPosture(
  { store, clock, atlas }: Pick<Services, 'store' | 'clock' | 'atlas'>,
  question: PostureQuestion = {},
): Promise<PostureAnswer> {
  const { at, known } = daysOf(question, clock);
  const filter = {
    party: question.party === undefined ? null : partyNamed(atlas, question.party),
    place: question.place === undefined ? null : placeNamed(atlas, question.place),
    mission: question.mission ?? null,
  };
  return { ...viewPosture(await knownOn(store, known), atlas, at, filter), known };
}
