// `laydown claims`: the claims of the ledger, each with its quotation.
import { setFlagsFromString } from 'node:v8';
import { eachClaimListed } from '../../app/list-claims.ts';
import type { ClaimsQuestion } from '../../app/questions.ts';
import { toldClaim } from '../../app/told-answers.ts';
import { knownClaimLines } from '../claim-lines.ts';
import { withLedger } from '../ledger.ts';
import { limitIn, nextIn, type PartOptions, writeList } from '../listing.ts';
import { counted } from '../numbers.ts';
import type { Call } from '../verb-kit.ts';

/**
 * Whose word each figure was leaves much behind that is needed no more. V8 clears it away late where there is room: its memory then grows to twice
 * what is in use and more, here by so many per cent. A million claims: 1.35 GB in place of 2.25, for 59 s of processor time in place of 34;
 * 150,000: 0.39 GB in place of 0.58, for a twentieth more.
 */
const HEAP_GROWTH = '--heap-growing-percent=60';

export async function claims(call: Call, { limit, ...options }: ClaimsQuestion & PartOptions): Promise<void> {
  const most = limitIn(limit);
  if (most === null) setFlagsFromString(HEAP_GROWTH);
  await withLedger(call, async (services) => {
    const { terminal } = call;
    const { known, claims: listed } = await eachClaimListed(services, options);
    if (call.global.json)
      await writeList(call, listed, most, {
        before: `{"known":${JSON.stringify(known)},"claims":[`,
        print: ([claim], isFirst) => `${isFirst ? '' : ','}${JSON.stringify(toldClaim(claim!))}`,
        behind: ({ next }) => `]${nextIn(most, next)}}\n`,
      });
    else
      await writeList(call, listed, most, {
        print: ([claim]) => `${knownClaimLines(claim!, terminal, '').join('\n')}\n`,
        behind: ({ count, next }) =>
          `${terminal.paint.dim(counted(count, 'claim') + (next === null ? '' : `; more with --after ${next}`))}\n`,
      });
  });
}
