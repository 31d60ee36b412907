// `laydown history`: how the rows of one force at one place came to be.
import { askHistory } from '../../app/ask-history.ts';
import type { HistoryQuestion } from '../../app/questions.ts';
import type { RowHistory } from '../../views/history.ts';
import { withLedger } from '../ledger.ts';
import { boundsText } from '../numbers.ts';
import { placeText } from '../posture-lines.ts';
import { wrap } from '../table.ts';
import type { Call } from '../verb-kit.ts';

type Options = Omit<HistoryQuestion, 'party' | 'place'>;

export const history = (call: Call, party: string, place: string, options: Options): Promise<void> =>
  withLedger(call, async (services) => {
    const { terminal } = call;
    const { paint } = terminal;
    const answer = await askHistory(services, { ...options, party, place });
    if (call.global.json) {
      terminal.json(answer);
      return;
    }
    const name = services.atlas.displayName;
    const what = `${name(answer.party)} in ${placeText(answer.place, name)}`;
    terminal.say(paint.bold(`${what}, day by day, as known on ${answer.known}`));
    sayRows(call, answer.valid);
    terminal.say('');
    terminal.say(paint.bold(`${what} on ${answer.at}, as it became known`));
    sayRows(call, answer.learnt);
  });

function sayRows({ terminal }: Call, rows: readonly RowHistory[]): void {
  const { paint } = terminal;
  if (rows.length === 0) terminal.say('Nothing is reported for this: that is not zero, it is not known.');
  for (const { mission, unit, of, steps } of rows) {
    const kind = [mission, unit, of === 'personnel' ? null : of].filter(Boolean).join(', ');
    if (kind !== '') terminal.say(paint.underline(kind));
    for (const { since, until, state, why, added, dropped, conflicts, judgements } of steps) {
      const count = state === null ? 'not reported' : boundsText(state);
      const coming = state?.expected ? `, expected ${boundsText(state.expected)}` : '';
      const marks = conflicts.length > 0 ? ` ${paint.red(`conflict ${conflicts.join(' ')}`)}` : '';
      terminal.say(`${since} ${until === null ? '          ' : `- ${until}`}  ${paint.green(count)}${coming}${marks}`);
      for (const line of wrap(why, (terminal.width ?? 120) - 4)) terminal.say(paint.dim(`    ${line}`));
      if (added.length > 0) terminal.say(paint.dim(`    + ${added.join(' ')}`));
      if (dropped.length > 0) terminal.say(paint.dim(`    - ${dropped.join(' ')}`));
      for (const j of judgements)
        terminal.say(
          `    ${paint.yellow(`${j.verdict} ${j.claim}`)} on ${j.on}${j.by === null ? '' : ` by ${j.by}`}${j.note === null ? '' : `: ${j.note}`}`,
        );
    }
  }
}
