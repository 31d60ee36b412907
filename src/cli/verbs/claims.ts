// `laydown claims`: the claims of the ledger, each with its quotation.
import { listClaims } from '../../app/list-claims.ts';
import type { ClaimsQuestion } from '../../app/questions.ts';
import { knownClaimLines } from '../claim-lines.ts';
import { withLedger } from '../ledger.ts';
import { counted } from '../numbers.ts';
import type { Call } from '../program.ts';

export const claims = (call: Call, options: ClaimsQuestion): Promise<void> =>
  withLedger(call, async (services) => {
    const { terminal } = call;
    const { known, claims: found } = await listClaims(services, options);
    if (call.global.json) {
      terminal.json({ known, claims: found.map(({ claim, ...about }) => ({ ...claim, ...about })) });
      return;
    }
    for (const claim of found) for (const line of knownClaimLines(claim, terminal, '')) terminal.say(line);
    terminal.say(terminal.paint.dim(counted(found.length, 'claim')));
  });
