// What changed between two days, as far as the known day tells.
import type { Day } from '../model/day.ts';
import { LaydownError } from '../model/errors.ts';
import { type Changes, viewChanges } from '../views/changes.ts';
import { knownOn } from './known-on.ts';
import { dayIn, partyNamed, placeNamed } from './names-and-days.ts';
import type { ChangesQuestion } from './questions.ts';
import type { Services } from './services.ts';

export interface ChangesAnswer extends Changes {
  readonly since: Day;
  readonly until: Day;
  readonly known: Day;
}

/** Throws LaydownError: `not-found` for a name that is none, `usage` for days that are none or the wrong way round. */
export async function askChanges(
  { store, clock, atlas }: Pick<Services, 'store' | 'clock' | 'atlas'>,
  question: ChangesQuestion,
): Promise<ChangesAnswer> {
  const known = question.known === undefined ? clock.today() : dayIn(question.known, 'known');
  const since = dayIn(question.since, 'since');
  const until = question.until === undefined ? known : dayIn(question.until, 'until');
  if (since > until) throw new LaydownError('usage', `--since ${since} is after --until ${until}: turn them round`);
  const filter = {
    party: question.party === undefined ? null : partyNamed(atlas, question.party),
    place: question.place === undefined ? null : placeNamed(atlas, question.place),
  };
  return { since, until, known, ...viewChanges(await knownOn(store, known), atlas, since, until, filter) };
}
