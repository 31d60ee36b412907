// `laydown claims`: the claims of the ledger, each with its quotation.
import { listClaims } from '../../app/list-claims.ts';
import type { ClaimsQuestion } from '../../app/questions.ts';
import { toldClaims } from '../../app/told-answers.ts';
import { knownClaimLines } from '../claim-lines.ts';
import { withLedger } from '../ledger.ts';
import { counted } from '../numbers.ts';
import type { Call } from '../verb-kit.ts';

export const claims = (call: Call, options: ClaimsQuestion): Promise<void> =>
  withLedger(call, async (services) => {
    const { terminal } = call;
    const answer = await listClaims(services, options);
    if (call.global.json) {
      terminal.json(toldClaims(answer));
      return;
    }
    for (const claim of answer.claims) for (const line of knownClaimLines(claim, terminal, '')) terminal.say(line);
    terminal.say(terminal.paint.dim(counted(answer.claims.length, 'claim')));
  });
