// The formats that claims are imported from, told by what a file holds: each becomes lines for importClaims.
import { claimOfRow } from '../formats/claim-columns.ts';
import type { StatedClaim } from '../formats/claim-record.ts';
import { claimOfCells, isClaimsHead } from '../formats/claims-csv.ts';
import { type CsvReader, csvReader, isCsvFault } from '../formats/csv.ts';
import { LIMITS } from '../formats/limits.ts';
import { rowsOfParquet } from '../formats/parquet-in.ts';
import { type Fault, LaydownError } from '../model/errors.ts';
import type { FoundFile } from '../ports/intake.ts';
import type { IncomingLine } from './import-claims.ts';
import { readableLines } from './import-lines.ts';

type TellFault = (fault: Fault) => void;
/** A claim with the row or line of its file, counted from 1. */
interface Row extends StatedClaim {
  readonly at: number;
}

/** Claims of one report on one line at most, so that a line stays small. */
const MOST_CLAIMS = 1_000;

/**
 * The claims of a file as lines: Parquet by its name, CSV by its first line, all else as it is. What cannot be read of it is told to `fault`.
 * Throws LaydownError `bad-input` for a table whose columns are not those of claims.
 */
export async function* claimLinesIn(file: FoundFile, fault: TellFault): AsyncGenerator<IncomingLine> {
  if (/\.(?:parquet|parq)$/i.test(file.source)) {
    yield* linesOf(parquetRows(await file.bytes(LIMITS.parquetBytes)));
    return;
  }
  const lines = readableLines(file, fault);
  const first = await lines.next();
  if (first.done) return;
  const separator = separatorOf(first.value);
  if (separator !== null) {
    yield* linesOf(
      csvRows(first.value, lines, separator, (at, message) =>
        fault({ source: `${file.source}:${at}`, code: 'bad-input', message }),
      ),
    );
    return;
  }
  if (/\.(?:csv|tsv|xlsx?)$/i.test(file.source))
    throw new LaydownError('bad-input', 'is a table: say with --map MAP.yaml what its columns are (docs/tables.md)');
  yield first.value;
  yield* lines;
}

async function* parquetRows(bytes: Uint8Array): AsyncGenerator<Row> {
  let at = 0;
  for await (const row of rowsOfParquet(bytes)) yield { at: ++at, ...claimOfRow(row) };
}

/** What parts the names of a table of claims; null where the line is not the head of one. */
const separatorOf = (line: string): string | null =>
  [',', ';', '\t'].find((one) => isClaimsHead(namesIn(csvReader(one), line))) ?? null;

function namesIn(reader: CsvReader, line: string): readonly string[] {
  const record = reader.line(line);
  return record === null || isCsvFault(record) ? [] : record.fields.map((name) => name.trim());
}

async function* csvRows(
  first: string,
  lines: AsyncIterable<string>,
  separator: string,
  fault: (at: number, message: string) => void,
): AsyncGenerator<Row> {
  const reader = csvReader(separator);
  const head = namesIn(reader, first);
  for await (const line of lines) {
    const record = reader.line(line);
    if (record === null) continue;
    if (isCsvFault(record)) fault(record.line, record.problem);
    else {
      try {
        yield { at: record.line, ...claimOfCells(head, record.fields) };
      } catch (error) {
        fault(record.line, (error as Error).message);
      }
    }
  }
  const open = reader.end();
  if (open !== null) fault(open.line, open.problem);
}

/** Rows of one report that follow each other are one line. */
async function* linesOf(rows: AsyncIterable<Row>): AsyncGenerator<IncomingLine> {
  let waiting: { readonly at: number; readonly report: string; readonly claims: unknown[] } | null = null;
  const whole = ({ at, report, claims }: NonNullable<typeof waiting>): IncomingLine => ({
    at,
    text: `{"report":${report},"claims":${JSON.stringify(claims)}}`,
  });
  for await (const { at, report, claim } of rows) {
    const about = JSON.stringify(report);
    if (waiting !== null && waiting.report === about && waiting.claims.length < MOST_CLAIMS) waiting.claims.push(claim);
    else {
      if (waiting !== null) yield whole(waiting);
      waiting = { at, report: about, claims: [claim] };
    }
  }
  if (waiting !== null) yield whole(waiting);
}
