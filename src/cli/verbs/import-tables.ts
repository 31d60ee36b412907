// `laydown import TABLE --map MAP`: a claim for each figure of a table.
import { importTable, type TableSummary } from '../../app/import-table.ts';
import { tableIn, tableMapIn } from '../../app/table-files.ts';
import { isFault } from '../../app/take-in.ts';
import { type Fault, LaydownError } from '../../model/errors.ts';
import type { FoundFile } from '../../ports/intake.ts';
import { warnOfFault } from '../errors.ts';
import { withLedger } from '../ledger.ts';
import { counted } from '../numbers.ts';
import { progressOn } from '../progress.ts';
import type { Call } from '../verb-kit.ts';

type TableMap = Parameters<typeof tableIn>[1];

export async function importTables(call: Call, paths: readonly string[], mapName: string): Promise<void> {
  const { wiring, terminal } = call;
  const map = await readMap(call, mapName);
  await withLedger(call, async (services) => {
    for await (const file of wiring.files.find(paths)) {
      if (isFault(file)) {
        warnOfFault(terminal, file);
        call.fail();
      } else await importOne(call, services, file, map);
    }
  });
}

/** Takes one table and says what came of it. Also for tables that come with the program. */
export async function importOne(
  call: Call,
  services: Parameters<typeof importTable>[0],
  file: FoundFile,
  map: TableMap,
): Promise<void> {
  const { wiring, terminal, global } = call;
  const total = Math.ceil((file.size ?? 0) / 1024);
  const progress = progressOn(wiring.stderr, total, () => performance.now());
  const fault = (one: Fault): void => {
    progress.clear();
    warnOfFault(terminal, one);
    call.fail();
  };
  try {
    const { faults, ...counts } = await importTable(services, tableIn(file, map), {
      fault,
      progress: (lines, characters) =>
        progress.update(Math.min(total, Math.ceil(characters / 1024)), `kB, ${lines} lines`),
    });
    progress.clear();
    if (global.json) terminal.json({ source: file.source, ...counts, failed: faults.length });
    else terminal.say(`${file.source}: ${summaryText(counts, faults.length)}`);
  } catch (error) {
    progress.clear();
    if (!(error instanceof LaydownError) || error.code.startsWith('store-')) throw error;
    fault({ source: file.source, code: error.code, message: error.message });
  }
}

const summaryText = (counts: Omit<TableSummary, 'faults'>, failed: number): string =>
  [
    `${counted(counts.claims, 'claim')} of ${counted(counts.rows, 'row')} imported in ${counted(counts.reports, 'report')}`,
    counts.known > 0 && `${counted(counts.known, 'claim')} known already`,
    counts.skipped > 0 && `${counted(counts.skipped, 'row')} left out by the map`,
    counts.absent > 0 && `${counted(counts.absent, 'cell')} not reported`,
    counts.withheld > 0 && `${counted(counts.withheld, 'cell')} withheld`,
    failed > 0 && `${counted(failed, 'cell or row', 'cells or rows')} not taken`,
  ]
    .filter(Boolean)
    .join(', ');

/** A file, or the name of a map that comes with the program. Throws LaydownError `usage`. */
export async function readMap({ wiring }: Call, name: string): Promise<TableMap> {
  const path = /^[a-z][a-z0-9-]*$/.test(name) ? wiring.dataFile(`maps/${name}.yaml`) : name;
  for await (const file of wiring.files.find([path])) {
    if (isFault(file)) throw new LaydownError('usage', `--map ${name}: ${file.message}`);
    return tableMapIn(file, name);
  }
  throw new LaydownError('usage', `--map ${name}: there is no such file`);
}
