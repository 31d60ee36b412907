// What changed between two days: rows, movements, statuses, decisions and conflicts.
import type { Day } from '../model/day.ts';
import { LaydownError } from '../model/errors.ts';
import type { Spelling } from '../reconcile/wording.ts';
import { type Changes, viewChanges, viewLearnt } from '../views/changes.ts';
import { type Asking, knownOn, spelt, whereAndWho } from './known-on.ts';
import { dayIn, daysOf } from './names-and-days.ts';
import type { ChangesQuestion, LearntQuestion } from './questions.ts';

export interface ChangesAnswer extends Changes {
  readonly since: Day;
  readonly until: Day;
  readonly known: Day;
}

/** What happened after `since`, up to and with `until`. Throws LaydownError `not-found`, `usage`. */
export async function askChanges(
  services: Asking,
  question: ChangesQuestion,
  spelling: Spelling = 'codes',
): Promise<ChangesAnswer> {
  const since = dayIn(question.since, 'since');
  const { at: until, known } = daysOf(
    {
      ...(question.until === undefined ? {} : { at: question.until }),
      ...(question.known === undefined ? {} : { known: question.known }),
    },
    services.clock,
  );
  if (since > until) throw new LaydownError('usage', `since ${since} lies after until ${until}`);
  const claims = spelt(await knownOn(services, known, question.judged), services.atlas, spelling);
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

/** As options and parameters ask: `since`, or `learntSince` with `known` as the later day of knowing. */
export interface ChangesOrLearntQuestion extends Omit<ChangesQuestion, 'since'> {
  readonly since?: Day;
  readonly learntSince?: Day;
  readonly at?: Day;
}

/** Throws LaydownError `usage` where neither or both of `since` and `learntSince` are said, or a day that goes with the other one. */
export async function askChangesOrLearnt(
  services: Asking,
  { since, learntSince, until, known, judged, at, ...filter }: ChangesOrLearntQuestion,
): Promise<ChangesAnswer | LearntAnswer> {
  if (learntSince !== undefined) {
    if (since !== undefined) throw new LaydownError('usage', EITHER);
    if (until !== undefined || judged !== undefined)
      throw new LaydownError('usage', 'until and judged go with since, not with learnt-since');
    const days = { ...(known === undefined ? {} : { after: known }), ...(at === undefined ? {} : { at }) };
    return askLearnt(services, { ...filter, ...days, before: learntSince });
  }
  if (since === undefined) throw new LaydownError('usage', EITHER);
  if (at !== undefined) throw new LaydownError('usage', 'at goes with learnt-since: say until with since');
  const days = {
    ...(until === undefined ? {} : { until }),
    ...(known === undefined ? {} : { known }),
    ...(judged === undefined ? {} : { judged }),
  };
  return askChanges(services, { ...filter, ...days, since });
}

const EITHER = 'say either since (what happened after a day) or learnt-since (what was learnt after it)';
