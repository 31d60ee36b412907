// What changed between two days: rows, movements, statuses, decisions and conflicts.
import type { Day } from '../model/day.ts';
import { LaydownError } from '../model/errors.ts';
import { type Changes, viewChanges, viewLearnt } from '../views/changes.ts';
import { type Asking, knownOn, whereAndWho } from './known-on.ts';
import { dayIn, daysOf } from './names-and-days.ts';
import type { ChangesQuestion, LearntQuestion } from './questions.ts';

export interface ChangesAnswer extends Changes {
  readonly since: Day;
  readonly until: Day;
  readonly known: Day;
}

/** What happened after `since`, up to and with `until`. Throws LaydownError `not-found`, `usage`. */
export async function askChanges(services: Asking, question: ChangesQuestion): Promise<ChangesAnswer> {
  const since = dayIn(question.since, 'since');
  const { at: until, known } = daysOf(
    {
      ...(question.until === undefined ? {} : { at: question.until }),
      ...(question.known === undefined ? {} : { known: question.known }),
    },
    services.clock,
  );
  if (since > until) throw new LaydownError('usage', `since ${since} lies after until ${until}`);
  const claims = await knownOn(services, known, question.judged);
  return { since, until, known, ...viewChanges(claims, services.atlas, since, until, whereAndWho(services, question)) };
}

export interface LearntAnswer extends Changes {
  readonly at: Day;
  readonly before: Day;
  readonly after: Day;
}

/** What was learnt of one day `at` between two days of knowing. Throws LaydownError `not-found`, `usage`. */
export async function askLearnt(services: Asking, question: LearntQuestion): Promise<LearntAnswer> {
  const before = dayIn(question.before, 'before');
  const after = question.after === undefined ? services.clock.today() : dayIn(question.after, 'after');
  if (before > after) throw new LaydownError('usage', `known before ${before} lies after ${after}`);
  const at = question.at === undefined ? after : dayIn(question.at, 'at');
  const [old, fresh] = [await knownOn(services, before), await knownOn(services, after)];
  return { at, before, after, ...viewLearnt(old, fresh, services.atlas, at, whereAndWho(services, question)) };
}
