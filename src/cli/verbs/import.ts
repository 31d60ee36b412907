// `laydown import`: claims made elsewhere, in one of the formats that hold claims whole.
import { importClaims } from '../../app/import-claims.ts';
import { claimLinesIn } from '../../app/import-formats.ts';
import { isFault } from '../../app/take-in.ts';
import { type Fault, LaydownError } from '../../model/errors.ts';
import { warnOfFault } from '../errors.ts';
import { withStore } from '../ledger.ts';
import { counted } from '../numbers.ts';
import type { Call } from '../verb-kit.ts';

interface Options {
  readonly map?: string;
}

export async function importFiles(call: Call, paths: readonly string[], options: Options): Promise<void> {
  if (options.map !== undefined) {
    const { importTables } = await import('./import-tables.ts');
    return importTables(call, paths, options.map);
  }
  const { wiring, terminal, global } = call;
  const grounder = wiring.grounder();
  grounder.catch(() => undefined);
  const fault = (one: Fault): void => {
    warnOfFault(terminal, one);
    call.fail();
  };
  await withStore(call, async (store) => {
    const services = { store, clock: wiring.clock, grounderOf: await grounder };
    for await (const file of wiring.files.find(paths)) {
      if (isFault(file)) {
        fault(file);
        continue;
      }
      try {
        const { faults, ...counts } = await importClaims(services, claimLinesIn(file, fault), file.source, { fault });
        if (global.json) terminal.json({ source: file.source, ...counts, failed: faults.length });
        else {
          const known = counts.known > 0 ? `, ${counted(counts.known, 'claim')} known already` : '';
          const judged = counts.judgements > 0 ? ` and ${counted(counts.judgements, 'judgement')}` : '';
          const news = `${counted(counts.reports, 'report')} and ${counted(counts.claims, 'claim')}${judged} imported`;
          terminal.say(`${file.source}: ${news}${known}`);
        }
      } catch (error) {
        if (!(error instanceof LaydownError) || error.code.startsWith('store-')) throw error;
        fault({ source: file.source, code: error.code, message: error.message });
      }
    }
  });
}
