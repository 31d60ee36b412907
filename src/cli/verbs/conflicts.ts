// `laydown conflicts`: claims that cannot hold together.
import { askConflicts } from '../../app/ask-conflicts.ts';
import { findClaims } from '../../app/find-claims.ts';
import type { ConflictsQuestion } from '../../app/questions.ts';
import { toldConflicts } from '../../app/told-answers.ts';
import { knownClaimLines } from '../claim-lines.ts';
import { withLedger } from '../ledger.ts';
import { counted } from '../numbers.ts';
import { placeText } from '../posture-lines.ts';
import { wrap } from '../table.ts';
import type { Call } from '../verb-kit.ts';

export const conflicts = (call: Call, options: ConflictsQuestion): Promise<void> =>
  withLedger(call, async (services) => {
    const { terminal } = call;
    const { paint } = terminal;
    const answer = await askConflicts(services, options);
    if (call.global.json) {
      terminal.json(toldConflicts(answer));
      return;
    }
    const claims = await findClaims(
      services,
      answer.known,
      answer.conflicts.flatMap((conflict) => conflict.claims),
    );
    const cited = new Map(claims.map((claim) => [claim.id, claim]));
    terminal.say(paint.bold(`Conflicts on ${answer.at}, as known on ${answer.known}`));
    for (const conflict of answer.conflicts) {
      const where = placeText(conflict.place, services.atlas.displayName);
      terminal.say(
        `${paint.red(conflict.id)} ${paint.bold(`${services.atlas.displayName(conflict.party)}, ${where}`)}`,
      );
      for (const line of wrap(conflict.why, (terminal.width ?? 120) - 4)) terminal.say(`  ${line}`);
      for (const id of conflict.claims) {
        const claim = cited.get(id);
        if (claim) for (const line of knownClaimLines(claim, terminal)) terminal.say(line);
      }
    }
    terminal.say(
      answer.conflicts.length === 0
        ? 'None: nothing that is known contradicts itself.'
        : paint.dim(
            `${counted(answer.conflicts.length, 'conflict')}; settle one with: laydown judge CLAIM accept|reject`,
          ),
    );
  });
