// `laydown import`: claims made elsewhere, a report with its claims on each line.
import { importClaims } from '../../app/import-claims.ts';
import { isFault } from '../../app/take-in.ts';
import { LIMITS } from '../../formats/limits.ts';
import { LaydownError } from '../../model/errors.ts';
import type { FoundFile } from '../../ports/intake.ts';
import { warnOfFault } from '../errors.ts';
import { withStore } from '../ledger.ts';
import { counted } from '../numbers.ts';
import type { Call } from '../program.ts';

export async function importFiles(call: Call, paths: readonly string[]): Promise<void> {
  const { wiring, terminal } = call;
  await withStore(call, async (store) => {
    for await (const file of wiring.files.find(paths)) {
      if (isFault(file)) {
        warnOfFault(terminal, file);
        call.fail();
        continue;
      }
      try {
        if (/\.csv$/i.test(file.source))
          throw new LaydownError(
            'bad-input',
            'is a table: only CLAIMS.jsonl can be imported, a report with its claims on each line',
          );
        const summary = await importClaims({ store, clock: wiring.clock }, readable(call, file), file.source, {
          fault: (fault) => {
            warnOfFault(terminal, fault);
            call.fail();
          },
        });
        const { faults, ...counts } = summary;
        if (call.global.json) terminal.json({ source: file.source, ...counts, failed: faults.length });
        else {
          const known = summary.known > 0 ? `, ${counted(summary.known, 'claim')} known already` : '';
          terminal.say(
            `${file.source}: ${counted(summary.reports, 'report')} and ${counted(summary.claims, 'claim')} imported${known}`,
          );
        }
      } catch (error) {
        if (!(error instanceof LaydownError) || error.code.startsWith('store-')) throw error;
        warnOfFault(terminal, { source: file.source, code: error.code, message: error.message });
        call.fail();
      }
    }
  });
}

/** A line that cannot be read is named; an empty one stands in its place, so that the others keep their numbers. */
async function* readable(call: Call, file: FoundFile): AsyncGenerator<string> {
  let number = 0;
  for await (const line of file.lines(LIMITS.importLineBytes)) {
    number++;
    if (typeof line === 'string') {
      yield line;
      continue;
    }
    warnOfFault(call.terminal, { source: `${file.source}:${number}`, code: line.code, message: line.message });
    call.fail();
    yield '';
  }
}
