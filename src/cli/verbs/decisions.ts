// `laydown decisions`: who decided what, whether it is final, what it still needs.
import { askDecisions } from '../../app/ask-decisions.ts';
import type { DecisionsQuestion } from '../../app/questions.ts';
import { tellStaleness, withStore } from '../ledger.ts';
import { counted } from '../numbers.ts';
import { wrap } from '../table.ts';
import type { Call } from '../verb-kit.ts';

export const decisions = (call: Call, options: DecisionsQuestion): Promise<void> =>
  withStore(call, async (store) => {
    await tellStaleness(call, store);
    const { terminal, wiring } = call;
    const { paint } = terminal;
    const answer = await askDecisions({ store, clock: wiring.clock }, options);
    if (call.global.json) {
      terminal.json(answer);
      return;
    }
    terminal.say(paint.bold(`Decisions up to ${answer.at}, as known on ${answer.known}`));
    for (const d of answer.decisions) {
      const vote = d.vote === null ? '' : ` ${voteText(d.vote)}`;
      const final = d.final === null ? '' : d.final ? paint.green(', final') : paint.yellow(', not final');
      const pending = d.pending === null ? '' : paint.yellow(`: pending ${d.pending}`);
      terminal.say(
        `${d.day}  ${paint.bold(d.body ?? 'unnamed body')}: ${paint.magenta(d.action)}${vote}${final}${pending}`,
      );
      for (const line of wrap(`\u201c${d.evidence.replace(/\s+/g, ' ')}\u201d`, (terminal.width ?? 120) - 4))
        terminal.say(`    ${line}`);
      terminal.say(
        paint.dim(
          `    ${[d.said_by && `said by ${d.said_by}`, d.publisher, d.published, d.claims.join(' ')].filter(Boolean).join(', ')}`,
        ),
      );
    }
    terminal.say(
      answer.decisions.length === 0 ? 'None is known.' : paint.dim(counted(answer.decisions.length, 'decision')),
    );
  });

/** "170 to 0 of 328 members"; what is not stated is left out. */
function voteText(vote: NonNullable<Awaited<ReturnType<typeof askDecisions>>['decisions'][number]['vote']>): string {
  const sides = `${vote.for ?? '?'} to ${vote.against ?? '?'}`;
  return [
    sides,
    vote.abstain !== null && `${vote.abstain} abstaining`,
    vote.members !== null && `of ${vote.members} members`,
  ]
    .filter(Boolean)
    .join(', ')
    .replace(', of', ' of');
}
