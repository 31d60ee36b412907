// `laydown export`: the ledger for other programs, in their formats.
import type { ExportOutcome } from '../../app/export-as.ts';
import { exportClaims } from '../../app/export-claims.ts';
import { exportLedgerLines } from '../../app/export-ledger.ts';
import type { When } from '../../app/questions.ts';
import type { ExportFormat } from '../../formats/export-formats.ts';
import { LaydownError } from '../../model/errors.ts';
import type { LedgerClaim } from '../../model/event.ts';
import type { Output } from '../../ports/output.ts';
import { type Asking, tellStaleness, withLedger, withStore } from '../ledger.ts';
import type { Call } from '../verb-kit.ts';

interface Options extends When {
  readonly format: ExportFormat;
  readonly out?: string;
}

export async function exportLedger(call: Call, options: Options): Promise<void> {
  const { terminal, wiring } = call;
  const { format } = options;
  if (format === 'parquet' && options.out === undefined && terminal.isTerminal)
    throw new LaydownError(
      'usage',
      'Parquet is not for the terminal: name a file with --out FILE, or send it on with |',
    );
  const output = await wiring.openOutput(options.out ?? null);
  try {
    const outcome =
      format === 'jsonl'
        ? await exportJsonl(call, options, output)
        : await withLedger(call, (services) => exportOther(services, options, output, wiring.version));
    await output.close();
    tell(call, options, outcome);
  } catch (error) {
    await output.discard();
    throw error;
  }
}

async function exportOther(
  services: Asking,
  options: Options,
  output: Output,
  version: string,
): Promise<ExportOutcome> {
  const { format } = options;
  const { claimRecords, exportLines } = await import('../../app/export-as.ts');
  if (format === 'parquet') {
    const { writeClaimsParquet } = await import('../../formats/parquet-out.ts');
    let written = 0;
    const counted = async function* () {
      for await (const record of claimRecords(services, options.known)) {
        written++;
        yield record;
      }
    };
    await writeClaimsParquet(counted(), (chunk) => output.write(chunk), `laydown ${version}`);
    return { written, left: 0 };
  }
  const lines = exportLines(services, format as Exclude<ExportFormat, 'jsonl' | 'parquet'>, options);
  for (;;) {
    const next = await lines.next();
    if (next.done) return next.value;
    await output.write(`${next.value}\n`);
  }
}

/** On standard error, so that what is written stays whole: what the format has no place for is never lost in silence. */
function tell({ terminal }: Call, { format, out }: Options, { written, left }: ExportOutcome): void {
  if (left > 0) terminal.warn(`laydown: ${left} claims have no place in ${format} and were left out`);
  if (out !== undefined) terminal.warn(`laydown: wrote ${written} to ${out}`);
}

const exportJsonl = (call: Call, options: Options, output: Output): Promise<ExportOutcome> =>
  withStore(call, async (store) => {
    await tellStaleness(call, store);
    let written = 0;
    const line = async (value: unknown): Promise<void> => {
      await output.write(`${JSON.stringify(value)}\n`);
      written++;
    };
    if (options.known === undefined) {
      for await (const one of exportLedgerLines({ store })) await line(one);
      return { written, left: 0 };
    }
    for await (const one of exportClaims({ store, clock: call.wiring.clock }, options.known)) {
      const { report, original, reading, judgements } = one;
      const claims = original.map(exported);
      await line({ report, ...(reading && { reading }), claims, ...(judgements.length > 0 ? { judgements } : {}) });
    }
    return { written, left: 0 };
  });

/** As in the export of all. */
const exported = ({ report: _report, claim, ...about }: LedgerClaim) => ({ ...about, ...claim });
