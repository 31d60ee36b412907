// A claim as one flat, typed row and back again: the columns of Parquet, out and in.
import type { ClaimRecord, StatedClaim } from './claim-record.ts';

/** `day` is "YYYY-MM-DD"; `json` a list of places, each `{country, name}`. Every column may be null. */
export type ColumnType = 'text' | 'count' | 'flag' | 'day' | 'json' | 'share';
export type Cell = string | number | boolean | object | null;

export interface ClaimColumn {
  readonly name: string;
  readonly type: ColumnType;
  readonly of: (record: ClaimRecord) => Cell;
}

const field = (record: ClaimRecord, name: string): unknown => (record.claim as Record<string, unknown>)[name] ?? null;
const own = (name: string, type: ColumnType): ClaimColumn => ({
  name,
  type,
  of: (record) => field(record, name) as Cell,
});
const within = (outer: string, inner: string, type: ColumnType, name = `${outer}_${inner}`): ClaimColumn => ({
  name,
  type,
  of: (record) => ((field(record, outer) as Record<string, Cell> | null)?.[inner] ?? null) as Cell,
});
/** One place or a list of them, told apart when read back. */
const places = (name: string): ClaimColumn => own(name, 'json');
const about = (name: string, type: ColumnType, of: ClaimColumn['of']): ClaimColumn => ({ name, type, of });

export const CLAIM_COLUMNS: readonly ClaimColumn[] = [
  about('id', 'text', (r) => r.id),
  own('kind', 'text'),
  own('party', 'text'),
  own('unit', 'text'),
  own('mission', 'text'),
  within('quantity', 'min', 'count'),
  within('quantity', 'max', 'count'),
  within('quantity', 'approx', 'flag'),
  within('quantity', 'of', 'text'),
  places('place'),
  places('from'),
  places('to'),
  own('move', 'text'),
  own('phase', 'text'),
  own('temporary', 'flag'),
  own('status', 'text'),
  own('body', 'text'),
  own('action', 'text'),
  within('vote', 'for', 'count'),
  within('vote', 'against', 'count'),
  within('vote', 'abstain', 'count'),
  within('vote', 'members', 'count'),
  own('final', 'flag'),
  own('pending', 'text'),
  own('killed', 'count'),
  own('wounded', 'count'),
  within('time', 'start', 'day'),
  within('time', 'end', 'day'),
  own('said_by', 'text'),
  own('evidence', 'text'),
  about('report', 'text', (r) => r.report.id),
  about('published', 'day', (r) => r.report.published),
  about('publisher', 'text', (r) => r.report.publisher),
  about('url', 'text', (r) => r.report.url),
  about('title', 'text', (r) => r.report.title),
  about('known', 'day', (r) => r.known),
  about('verdict', 'text', (r) => r.verdict),
  about('grounded', 'flag', (r) => r.grounded),
  about('maker', 'text', (r) => r.maker),
  about('confidence', 'share', (r) => r.confidence),
];

/** Null where a group of columns is all null: the field was. A vote with nothing stated comes back as none. */
const group = (row: Record<string, unknown>, name: string, parts: readonly string[]): object | null =>
  parts.every((part) => row[`${name}_${part}`] == null)
    ? null
    : Object.fromEntries(parts.map((part) => [part, row[`${name}_${part}`] ?? undefined]));

/** The claim of a row of CLAIM_COLUMNS, its days and places as the claim has them; other columns are passed over. */
export function claimOfRow(row: Readonly<Record<string, unknown>>): StatedClaim {
  const claim: Record<string, unknown> = {};
  for (const { name } of CLAIM_COLUMNS) if (row[name] != null) claim[name] = row[name];
  const { report, published = null, publisher = null, url = null, title = null, maker, ...own } = claim;
  return {
    report: {
      ...(report === undefined ? {} : { id: report }),
      published,
      publisher,
      url,
      title,
    } as StatedClaim['report'],
    claim: {
      ...own,
      quantity: group(row, 'quantity', ['min', 'max', 'approx', 'of']) && {
        min: row['quantity_min'] ?? null,
        max: row['quantity_max'] ?? null,
        approx: row['quantity_approx'] ?? false,
        of: row['quantity_of'] ?? 'personnel',
      },
      vote: group(row, 'vote', ['for', 'against', 'abstain', 'members']),
      time: group(row, 'time', ['start', 'end']) && { start: row['time_start'] ?? null, end: row['time_end'] ?? null },
      ...(maker === undefined || maker === 'import' ? {} : { rule: maker }),
    },
  };
}
