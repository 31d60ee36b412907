// `laydown why`: the steps behind the bounds of one force at one place, down to the quotations.
import { askWhy } from '../../app/ask-why.ts';
import type { WhyQuestion } from '../../app/questions.ts';
import type { Why } from '../../reconcile/why.ts';
import { knownClaimLines } from '../claim-lines.ts';
import { withLedger } from '../ledger.ts';
import { wrap } from '../table.ts';
import type { Call } from '../verb-kit.ts';

type Options = Omit<WhyQuestion, 'party' | 'place'>;

export const why = (call: Call, party: string, place: string, options: Options): Promise<void> =>
  withLedger(call, async (services) => {
    const { terminal } = call;
    const { paint } = terminal;
    const answer = await askWhy(services, { ...options, party, place });
    if (call.global.json) {
      terminal.json(answer);
      return;
    }
    const cited = new Map(answer.claims.map((claim) => [claim.id, claim]));
    const name = `${services.atlas.displayName(services.atlas.partyCode(party) ?? party)} in ${place}`;
    terminal.say(paint.bold(`${name} on ${answer.at}, as known on ${answer.known}`));
    if (answer.rows.length === 0) terminal.say('Nothing is reported for this: that is not zero, it is not known.');
    for (const row of answer.rows) {
      for (const line of wrap(row.why, (terminal.width ?? 120) - 2)) terminal.say(paint.cyan(line));
      for (const line of treeLines('at least', row.tree.min, 1)) terminal.say(line);
      for (const line of treeLines('at most', row.tree.max, 1)) terminal.say(line);
      if (row.tree.expected) for (const line of treeLines('expected', row.tree.expected, 1)) terminal.say(line);
      for (const id of row.claims) {
        const claim = cited.get(id);
        if (claim) for (const line of knownClaimLines(claim, terminal)) terminal.say(line);
      }
    }
    for (const conflict of answer.conflicts) terminal.say(`${paint.red(`conflict ${conflict.id}`)} ${conflict.why}`);
  });

function treeLines(label: string, node: Why, depth: number): string[] {
  const value = node.value === null ? 'no upper bound known' : node.value.toLocaleString('en');
  const own = `${'  '.repeat(depth)}${label} ${value}${node.text === '' || node.text === value ? '' : ` = ${node.text}`}`;
  // A single term that says the same again explains nothing more.
  const terms = node.children.length === 1 && node.children[0]!.text === node.text ? [] : node.children;
  return [own, ...terms.flatMap((child) => treeLines('of it', child, depth + 1))];
}
