// Claims as CSV for people: one line a claim, nested values as in the one-line notation.
import { printPeriod, printPlace, printQuantity } from '../model/notation.ts';
import type { Period } from '../model/period.ts';
import type { Place } from '../model/place.ts';
import type { Quantity } from '../model/quantity.ts';
import type { ClaimRecord } from './claim-record.ts';
import { type CsvField, csvLine } from './csv-line.ts';

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
] as const;

export const claimsCsvHead = (): string => csvLine(COLUMNS);

/** A line of the fields of a claim, its report's beside them under `report`, `published` and so on; a field that is not there is empty. */
export const claimLine = (fields: Readonly<Record<string, unknown>>): string =>
  csvLine(COLUMNS.map((column) => claimCell(column, fields[column])));

export function claimCsv(record: ClaimRecord): string {
  const { id, claim, report, verdict, grounded, maker } = record;
  const { id: report_, ...about } = report;
  return claimLine({ ...about, ...claim, id, report: report_, verdict, grounded, maker });
}

/** A field of a claim or its report as one cell. */
function claimCell(column: string, value: unknown): CsvField {
  if (value === null || value === undefined) return null;
  if (column === 'quantity') return printQuantity(value as Quantity);
  if (column === 'time') return printPeriod(value as Period);
  if (column === 'place' || column === 'from' || column === 'to')
    return [value as Place | Place[]]
      .flat()
      .map((place) => printPlace(place))
      .join('+');
  return typeof value === 'object' ? JSON.stringify(value) : (value as CsvField);
}
