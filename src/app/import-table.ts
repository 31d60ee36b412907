// Takes a table with its map: a claim for each cell that says a number. Rows that became known on one day are stored together as reports of
// at most so many rows, their text the rows themselves. The same table again is known already, so a broken import is taken up by repeating it.
import { type CsvFault, type CsvRecord, csvReader, isCsvFault } from '../formats/csv.ts';
import { columnsOf, type TableMap } from '../formats/table-map.ts';
import { IMPORT } from '../ledger/fold.ts';
import { checkedClaimId, importVersion, reportId } from '../ledger/ids.ts';
import { COMPLETE } from '../ledger/known-claim.ts';
import { reportAdded } from '../ledger/report-added.ts';
import type { Spans } from '../model/claim.ts';
import type { Day } from '../model/day.ts';
import { type Fault, LaydownError } from '../model/errors.ts';
import type { LedgerClaim, LedgerEvent } from '../model/event.ts';
import type { Report } from '../model/report.ts';
import { oneAhead } from './one-ahead.ts';
import type { Services } from './services.ts';
import { wellFormed } from './sound-text.ts';
import { type RowClaims, type RowReader, rowReader } from './table-rows.ts';

export interface TableSummary {
  /** Rows of data, without the header and what the map skips. */
  readonly rows: number;
  readonly skipped: number;
  /** Reports (blocks of rows) and claims new to the ledger; claims that it held. */
  readonly reports: number;
  readonly claims: number;
  readonly known: number;
  /** Cells that the table leaves blank; cells whose figure it withholds. */
  readonly absent: number;
  readonly withheld: number;
  /** Each row or cell that was left out: `source` is "TABLE.csv:12 Troops". */
  readonly faults: readonly Fault[];
}

export interface TableEvents {
  readonly fault?: (fault: Fault) => void;
  /** Lines taken so far and their characters, after each commit and now and then between. */
  readonly progress?: (lines: number, characters: number) => void;
}

export interface IncomingTable {
  /** File name, for messages. */
  readonly source: string;
  readonly map: TableMap;
  /** Without line ends, in order; an error stands in the place of a line that cannot be read. */
  readonly lines: AsyncIterable<string | LaydownError>;
}

/** Rows of one report; claims of one commit; rows held back at most while their reports fill. */
const BLOCK_ROWS = 100;
const BATCH_CLAIMS = 8000;
const WAITING_ROWS = 50_000;

/** Throws LaydownError: `usage` where the table lacks a column that the map names, `store-...` where the ledger cannot be written. */
export async function importTable(
  services: Pick<Services, 'store' | 'clock' | 'atlas'>,
  { source, map, lines }: IncomingTable,
  on: TableEvents = {},
): Promise<TableSummary> {
  const counts = { rows: 0, skipped: 0, reports: 0, claims: 0, known: 0, absent: 0, withheld: 0 };
  const faults: Fault[] = [];
  const fault = (place: string, message: string): void => {
    const one: Fault = { source: `${source}:${place}`, code: 'bad-input', message };
    faults.push(one);
    on.fault?.(one);
  };
  const separator = map.separator ?? (/\.(?:tsv|tab)$/i.test(source) ? '\t' : ',');
  const blocks = blockBuilder();
  let batch: LedgerEvent[] = [];
  let waiting = 0;
  const ahead = oneAhead();
  const commit = async (): Promise<void> => {
    if (batch.length === 0) return;
    const [events, made] = [batch, waiting];
    batch = [];
    waiting = 0;
    await ahead.start(async () => {
      const { reports, claims, clashes } = await services.store.append(events, services.clock.now());
      counts.reports += reports.length;
      counts.claims += claims.length;
      counts.known += made - claims.length;
      for (const { kind, id } of clashes) fault('', `the ledger holds another ${kind} with the id "${id}"`);
    });
  };
  const take = async (done: readonly Block[]): Promise<void> => {
    for (const block of done) {
      const { events, claims } = eventsOf(map, block);
      batch.push(...events);
      waiting += claims;
      if (waiting >= BATCH_CLAIMS) await commit();
    }
  };

  let reader: RowReader | null = null;
  let records = 0;
  for await (const record of recordsOf(lines, separator, on.progress)) {
    if (isCsvFault(record)) {
      fault(String(record.line), record.problem);
      continue;
    }
    if (++records < map.header) continue;
    if (reader === null) {
      reader = readerFor(map, record.fields, services.atlas);
      continue;
    }
    const row = reader(record.line, record.fields.map(wellFormed));
    if (row.skipped) {
      counts.skipped++;
      continue;
    }
    counts.rows++;
    counts.absent += row.absent;
    counts.withheld += row.withheld.length;
    for (const { column, message } of row.faults)
      fault(`${record.line}${column === null ? '' : ` ${column}`}`, message);
    for (const part of row.parts) await take(blocks.add(part, notesOf(record, row.withheld)));
    await ahead.breathe();
  }
  if (reader === null)
    throw new LaydownError('bad-input', 'holds no table: there is no line with the names of its columns');
  await take(blocks.end());
  await commit();
  await ahead.end();
  return { ...counts, faults };
}

const notesOf = ({ line }: CsvRecord, notes: readonly { column: string | null; message: string }[]): string[] =>
  notes.map(({ column, message }) => `note: line ${line}, ${column}: ${message}`);

const PROGRESS_LINES = 500;

async function* recordsOf(
  lines: IncomingTable['lines'],
  separator: string,
  progress: TableEvents['progress'],
): AsyncGenerator<CsvRecord | CsvFault> {
  const reader = csvReader(separator);
  let number = 0;
  let characters = 0;
  for await (const line of lines) {
    number++;
    const record = typeof line === 'string' ? reader.line(line) : reader.line('');
    if (typeof line !== 'string') yield { line: number, problem: line.message };
    else characters += line.length + 1;
    if (record !== null) yield record;
    if (number % PROGRESS_LINES === 0) progress?.(number, characters);
  }
  const rest = reader.end();
  if (rest !== null) yield rest;
  progress?.(number, characters);
}

function readerFor(map: TableMap, header: readonly string[], atlas: Services['atlas']): RowReader {
  const names = header.map((name) => name.replace(/^\ufeff/, '').trim());
  const columns = columnsOf(map);
  const missing = columns.filter((column) => !names.includes(column));
  if (missing.length > 0) {
    const there = names.filter((name) => name !== '').map((name) => `"${name}"`);
    const shown = there.length > 30 ? [...there.slice(0, 30), `and ${there.length - 30} more`] : there;
    throw new LaydownError(
      'usage',
      `the map names columns that the table has not: ${missing.map((m) => `"${m}"`).join(', ')}; it has ${shown.join(', ')}`,
    );
  }
  const counted = map.counts.flatMap((rule) => (rule.columns ? names.filter((name) => rule.columns!.test(name)) : []));
  if (map.counts.every((rule) => rule.columns !== undefined) && counted.length === 0)
    throw new LaydownError('usage', 'no column of the table fits the pattern of columns that the map counts');
  return rowReader(map, names, columns, atlas);
}

/** Rows of one known day and publisher on their way to one report. */
interface Block {
  readonly known: Day;
  readonly publisher: string | null;
  readonly rows: { readonly row: RowClaims; readonly notes: readonly string[] }[];
}

function blockBuilder() {
  const open = new Map<string, Block>();
  let waiting = 0;
  return {
    /** The blocks that this row made full. */
    add(row: RowClaims, notes: readonly string[]): readonly Block[] {
      const key = JSON.stringify([row.known, row.publisher]);
      const block = open.get(key) ?? { known: row.known, publisher: row.publisher, rows: [] };
      open.set(key, block);
      block.rows.push({ row, notes });
      waiting++;
      if (block.rows.length >= BLOCK_ROWS) {
        open.delete(key);
        waiting -= block.rows.length;
        return [block];
      }
      return waiting >= WAITING_ROWS ? this.end() : [];
    },
    end(): readonly Block[] {
      const all = [...open.values()];
      open.clear();
      waiting = 0;
      return all;
    },
  };
}

/** What the map says of every row stands above the rows. */
function headOf(map: TableMap): string {
  const words = Object.entries({
    party: map.party.is,
    place: map.place.is,
    mission: map.mission?.is,
    said_by: map.said_by?.is,
  });
  const constants = words.filter(([, word]) => word !== undefined).map(([field, word]) => `${field}: ${word}`);
  return constants.length === 0 ? map.title : `${map.title}\n\nof every row, ${constants.join('; ')}`;
}

function eventsOf(map: TableMap, block: Block): { readonly events: readonly LedgerEvent[]; readonly claims: number } {
  let text = `${headOf(map)}\n`;
  const starts: number[] = [];
  for (const { row } of block.rows) {
    text += '\n';
    starts.push(text.length);
    text += row.text;
  }
  const notes = block.rows.flatMap((one) => one.notes);
  if (notes.length > 0) text += `\n\n${notes.join('\n')}`;
  const draft = { text, title: map.title, published: block.known, publisher: block.publisher, url: map.url ?? null };
  const report: Report = { ...draft, id: reportId(draft) };
  const claims = new Map<string, LedgerClaim>();
  for (const [i, { row }] of block.rows.entries()) {
    for (const { claim, spans } of row.claims) {
      const id = checkedClaimId(report.id, claim);
      claims.set(id, {
        id,
        report: report.id,
        claim,
        spans: movedBy(spans, starts[i]!),
        // What is counted in part (troops, police) is no part of the list of contingents.
        maker: map.complete === 'mission' && claim.kind === 'presence' && claim.unit === null ? COMPLETE : 'table',
        confidence: 1,
        grounded: true,
      });
    }
  }
  const made = [...claims.values()];
  if (made.length === 0) return { events: [reportAdded(report)], claims: 0 };
  const version = importVersion(made.map((c) => c.id));
  const reading = { report: report.id, extractor: IMPORT, version, claims: made };
  return { events: [reportAdded(report), { kind: 'claims-extracted', reading }], claims: made.length };
}

function movedBy(spans: Spans, start: number): Spans {
  const moved: Record<string, readonly [number, number]> = {};
  for (const [field, [from, to]] of Object.entries(spans)) moved[field] = [from + start, to + start];
  return moved as Spans;
}
