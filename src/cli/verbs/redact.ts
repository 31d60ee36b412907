// `laydown redact`: a report's words are erased on demand.
import { type RedactRequest, redactReport } from '../../app/redact-report.ts';
import { withStore } from '../ledger.ts';
import { counted } from '../numbers.ts';
import type { Call } from '../verb-kit.ts';

type Options = Omit<RedactRequest, 'report'>;

export const redact = (call: Call, report: string, options: Options): Promise<void> =>
  withStore(call, async (store) => {
    const { terminal, wiring, global } = call;
    const { redaction, claims, isNew } = await redactReport({ store, clock: wiring.clock }, { ...options, report });
    if (global.json) {
      terminal.json({ redaction, claims, new: isNew });
      return;
    }
    terminal.say(
      `redacted ${report} on ${redaction.on}${isNew ? '' : ' (recorded before)'}: its text, title and address are gone`,
    );
    terminal.say(
      `  ${counted(claims, 'claim')} kept without quotation; exports and backups made before still hold the words`,
    );
  });
