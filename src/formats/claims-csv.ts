// Claims as CSV for people, out and in: one line a claim, nested values as in the one-line notation.

import { LaydownError } from '../model/errors.ts';
import {
  parsePeriod,
  parsePlaces,
  parseQuantity,
  printPeriod,
  printPlace,
  printPlaces,
  printQuantity,
} from '../model/notation.ts';
import type { Period } from '../model/period.ts';
import type { Place } from '../model/place.ts';
import type { Quantity } from '../model/quantity.ts';
import type { ClaimRecord, StatedClaim } from './claim-record.ts';
import { type CsvField, csvLine, withoutApostrophe } from './csv-line.ts';

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
  if (column === 'place') return printPlaces(value as Place | Place[]);
  if (column === 'from' || column === 'to') return (value as Place[]).map((place) => printPlace(place)).join('+');
  return typeof value === 'object' ? JSON.stringify(value) : (value as CsvField);
}

/** True where a table's first line names the columns without which no line is a claim. */
export const isClaimsHead = (fields: readonly string[]): boolean =>
  fields.includes('kind') && fields.includes('evidence');

/** The claim of one line below `head`; columns of other names are passed over. Throws LaydownError `bad-input` that names the column. */
export function claimOfCells(head: readonly string[], cells: readonly string[]): StatedClaim {
  const row: Record<string, string> = {};
  for (const [i, name] of head.entries()) {
    const cell = withoutApostrophe(cells[i] ?? '');
    if (cell !== '') row[name] = cell;
  }
  const { report, published = null, publisher = null, url = null, title = null, maker, ...about } = row;
  const claim: Record<string, unknown> = {};
  for (const column of COLUMNS) {
    const cell = about[column];
    if (cell === undefined) continue;
    try {
      claim[column] = readCell(column, cell);
    } catch (error) {
      throw new LaydownError('bad-input', `${column}: ${(error as Error).message}`);
    }
  }
  return {
    report: { ...(report === undefined ? {} : { id: report }), published, publisher, url, title },
    claim: { ...claim, ...(maker === undefined || maker === 'import' ? {} : { rule: maker }) },
  };
}

function readCell(column: string, cell: string): unknown {
  switch (column) {
    case 'quantity':
      return parseQuantity(cell);
    case 'time':
      return parsePeriod(cell);
    case 'place':
      return parsePlaces(cell);
    case 'from':
    case 'to':
      return [parsePlaces(cell)].flat();
    case 'vote':
      return JSON.parse(cell);
    case 'killed':
    case 'wounded':
      return /^\d+$/.test(cell) ? Number(cell) : cell;
    case 'temporary':
    case 'final':
      // Spreadsheets write them in capitals.
      return /^(?:true|false)$/i.test(cell) ? cell.toLowerCase() === 'true' : cell;
    default:
      return cell;
  }
}
