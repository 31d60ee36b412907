// `laydown changes`: what is different between two days.
import {
  askChangesOrLearnt,
  type ChangesAnswer,
  type ChangesOrLearntQuestion,
  type LearntAnswer,
} from '../../app/ask-changes.ts';
import { LaydownError } from '../../model/errors.ts';
import { routeText } from '../claim-lines.ts';
import { withLedger } from '../ledger.ts';
import { boundsText } from '../numbers.ts';
import { placeText } from '../posture-lines.ts';
import { wrap } from '../table.ts';
import type { Call } from '../verb-kit.ts';

export const changes = (call: Call, options: ChangesOrLearntQuestion): Promise<void> =>
  withLedger(call, async (services) => {
    const { terminal } = call;
    const { paint } = terminal;
    const name = services.atlas.displayName;
    if ((options.since === undefined) === (options.learntSince === undefined))
      throw new LaydownError(
        'usage',
        'say either --since DATE (what happened) or --learnt-since DATE (what was learnt)',
      );
    const answer = await askChangesOrLearnt(services, options);
    if (call.global.json) {
      terminal.json(answer);
      return;
    }
    terminal.say(paint.bold(headingOf(answer)));
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

const headingOf = (answer: ChangesAnswer | LearntAnswer): string =>
  'since' in answer
    ? `Changes after ${answer.since}, up to ${answer.until}, as known on ${answer.known}`
    : `Learnt after ${answer.before}, up to ${answer.after}, of ${answer.at}`;
