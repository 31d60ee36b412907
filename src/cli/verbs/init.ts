// `laydown init`: makes the ledger, empty or with the tables that come with the program.

import { isFault } from '../../app/take-in.ts';
import { LaydownError } from '../../model/errors.ts';
import { ledgerAddress, withLedger } from '../ledger.ts';
import type { Call } from '../verb-kit.ts';
import { importOne, readMap } from './import-tables.ts';

export interface InitOptions {
  readonly with?: string;
}

export async function init(call: Call, options: InitOptions): Promise<void> {
  const { wiring, terminal, global } = call;
  const address = await ledgerAddress(call);
  await withLedger(call, async (services) => {
    const { reports, claims } = await services.store.health();
    if (options.with !== undefined) {
      const map = await readMap(call, options.with);
      for await (const file of wiring.files.find([wiring.dataFile(`${options.with}.tsv`)])) {
        if (isFault(file)) throw new LaydownError('usage', `--with ${options.with}: ${file.message}`);
        await importOne(call, services, { ...file, source: `${options.with}.tsv` }, map);
      }
    }
    if (global.json) terminal.json({ ledger: address, held: { reports, claims } });
    else terminal.say(reports === 0 ? `new ledger: ${address}` : `the ledger is there: ${address}`);
  });
}
