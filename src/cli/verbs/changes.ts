// `laydown changes`: what is different between two days.
import { askChanges, askLearnt } from '../../app/ask-changes.ts';
import type { ChangesQuestion } from '../../app/questions.ts';
import type { Day } from '../../model/day.ts';
import { LaydownError } from '../../model/errors.ts';
import type { Changes } from '../../views/changes.ts';
import { routeText } from '../claim-lines.ts';
import { type Asking, withLedger } from '../ledger.ts';
import { boundsText } from '../numbers.ts';
import { placeText } from '../posture-lines.ts';
import { wrap } from '../table.ts';
import type { Call } from '../verb-kit.ts';

interface Options extends Omit<ChangesQuestion, 'since'> {
  readonly since?: Day;
  readonly learntSince?: Day;
  readonly at?: Day;
}

export const changes = (call: Call, options: Options): Promise<void> =>
  withLedger(call, async (services) => {
    const { terminal } = call;
    const { paint } = terminal;
    const name = services.atlas.displayName;
    const { heading, answer } = await asked(services, options);
    if (call.global.json) {
      terminal.json(answer);
      return;
    }
    terminal.say(paint.bold(heading));
    const room = (terminal.width ?? 120) - 4;
    for (const row of answer.rows) {
      const state = (s: typeof row.before) =>
        s === null ? 'not reported' : `${boundsText(s)}${s.expected ? ` (expected ${boundsText(s.expected)})` : ''}`;
      const what = [name(row.party), placeText(row.place, name), row.mission, row.unit].filter(Boolean).join(', ');
      terminal.say(
        `${paint.green(row.what.padEnd(8))} ${paint.bold(what)}: ${state(row.before)} \u2192 ${state(row.after)}`,
      );
      for (const line of wrap(row.why, room)) terminal.say(paint.dim(`    ${line}`));
    }
    for (const m of answer.movements)
      terminal.say(
        `${paint.cyan('movement')} ${m.day}  ${name(m.party)}${m.unit ? ` (${m.unit})` : ''} ${routeText(m, name)}  ${paint.dim(m.claim)}`,
      );
    for (const s of answer.statuses) {
      const where = s.place === null ? '' : ` in ${placeText(s.place, name)}`;
      terminal.say(
        `${paint.yellow('status')}   ${s.since}  ${s.mission ?? (s.party === null ? 'activity' : name(s.party))}${where}: ${s.status}${s.temporary ? ', temporarily' : ''}  ${paint.dim(s.claim)}`,
      );
    }
    for (const d of answer.decisions)
      terminal.say(
        `${paint.magenta('decision')} ${d.day}  ${d.body ?? 'unnamed body'}: ${d.action}${d.final === false ? ', not final' : ''}  ${paint.dim(d.claims.join(' '))}`,
      );
    for (const c of answer.conflicts.opened) terminal.say(`${paint.red('conflict')} opened ${c.id}: ${c.why}`);
    for (const c of answer.conflicts.closed) terminal.say(`${paint.green('conflict')} closed ${c.id}: ${c.why}`);
    const { rows, movements, statuses, decisions, conflicts } = answer;
    if (
      rows.length +
        movements.length +
        statuses.length +
        decisions.length +
        conflicts.opened.length +
        conflicts.closed.length ===
      0
    ) {
      terminal.say('Nothing changed, as far as is known.');
    }
  });

/** Between two days that it held, or between two days of knowing. */
async function asked(
  services: Asking,
  options: Options,
): Promise<{ readonly heading: string; readonly answer: Changes }> {
  const { since, learntSince, until, known, judged, at, ...filter } = options;
  if ((since === undefined) === (learntSince === undefined))
    throw new LaydownError('usage', 'say either --since DATE (what happened) or --learnt-since DATE (what was learnt)');
  if (learntSince !== undefined) {
    if (until !== undefined || judged !== undefined)
      throw new LaydownError('usage', '--until and --judged go with --since, not with --learnt-since');
    const days = { ...(known === undefined ? {} : { after: known }), ...(at === undefined ? {} : { at }) };
    const answer = await askLearnt(services, { ...filter, ...days, before: learntSince });
    return { answer, heading: `Learnt after ${answer.before}, up to ${answer.after}, of ${answer.at}` };
  }
  if (at !== undefined) throw new LaydownError('usage', '--at goes with --learnt-since: say --until DATE with --since');
  const days = {
    ...(until === undefined ? {} : { until }),
    ...(known === undefined ? {} : { known }),
    ...(judged === undefined ? {} : { judged }),
  };
  const answer = await askChanges(services, { ...filter, ...days, since: since! });
  return { answer, heading: `Changes after ${answer.since}, up to ${answer.until}, as known on ${answer.known}` };
}
