// `laydown export`: the ledger as lines for other programs.
import { csvLine } from '../../app/answer-tables.ts';
import { exportClaims } from '../../app/export-claims.ts';
import { exportLedgerLines } from '../../app/export-ledger.ts';
import type { Day } from '../../model/day.ts';
import type { LedgerClaim } from '../../model/event.ts';
import { printPeriod, printPlace, printQuantity } from '../../model/notation.ts';
import { withStore } from '../ledger.ts';
import type { Call } from '../program.ts';

interface Options {
  readonly format: 'jsonl' | 'csv';
  readonly known?: Day;
}

const COLUMNS = [
  'id',
  'kind',
  'party',
  'unit',
  'mission',
  'quantity',
  'place',
  'from',
  'to',
  'move',
  'phase',
  'temporary',
  'status',
  'body',
  'action',
  'vote',
  'final',
  'pending',
  'killed',
  'wounded',
  'time',
  'said_by',
  'evidence',
  'report',
  'published',
  'publisher',
  'url',
  'title',
  'verdict',
  'grounded',
  'maker',
];

export const exportLedger = (call: Call, options: Options): Promise<void> =>
  withStore(call, async (store) => {
    const { terminal, wiring } = call;
    if (options.format === 'jsonl' && options.known === undefined) {
      for await (const line of exportLedgerLines({ store })) terminal.json(line);
      return;
    }
    if (options.format === 'csv') terminal.say(csvLine(COLUMNS));
    for await (const one of exportClaims({ store, clock: wiring.clock }, options.known)) {
      const { report, claims, original, judgements } = one;
      if (options.format === 'jsonl') {
        terminal.json({ report, claims: original.map(exported), ...(judgements.length > 0 ? { judgements } : {}) });
        continue;
      }
      for (const { id, claim, verdict, grounded, maker } of claims) {
        const { id: report_, ...about } = report;
        const fields: Record<string, unknown> = { ...about, ...claim, id, report: report_, verdict, grounded, maker };
        terminal.say(csvLine(COLUMNS.map((column) => cellOf(column, fields[column]))));
      }
    }
  });

const exported = ({ id, claim, spans, maker, confidence }: LedgerClaim) => ({
  id,
  ...claim,
  ...(spans === null ? {} : { spans }),
  ...(maker === 'import' ? {} : { rule: maker }),
  confidence,
});

/** Nested values as in the one-line notation. */
function cellOf(column: string, value: unknown): string | number | boolean | null {
  if (value === null || value === undefined) return null;
  if (column === 'quantity') return printQuantity(value as never);
  if (column === 'time') return printPeriod(value as never);
  if (column === 'place' || column === 'from' || column === 'to')
    return (Array.isArray(value) ? value : [value]).map((p) => printPlace(p)).join('+');
  return typeof value === 'object' ? JSON.stringify(value) : (value as string | number | boolean);
}
