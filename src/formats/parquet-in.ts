// Claims from Parquet, as parquet-out.ts writes them or another program wrote them anew. Read a row group at a time.
import { type AsyncBuffer, type FileMetaData, parquetMetadataAsync, parquetReadObjects } from 'hyparquet';
import { LaydownError } from '../model/errors.ts';
import { CLAIM_COLUMNS, type ColumnType } from './claim-columns.ts';
import { inMegabytes, LIMITS } from './limits.ts';

const TYPES: ReadonlyMap<string, ColumnType> = new Map(CLAIM_COLUMNS.map(({ name, type }) => [name, type]));

/** Rows for claimOfRow, in the file's order. Throws LaydownError `bad-input` or `too-large` where the file cannot be read. */
export async function* rowsOfParquet(bytes: Uint8Array): AsyncGenerator<Record<string, unknown>> {
  const file: AsyncBuffer = {
    byteLength: bytes.length,
    slice: (start, end) => Uint8Array.prototype.slice.call(bytes, start, end).buffer,
  };
  const metadata = await readable(() => parquetMetadataAsync(file));
  const columns = claimColumnsIn(metadata);
  let rowStart = 0;
  for (const group of metadata.row_groups) {
    const unpacked = group.columns.reduce((sum, one) => sum + Number(one.meta_data?.total_uncompressed_size ?? 0), 0);
    if (unpacked > LIMITS.parquetGroupBytes)
      throw new LaydownError(
        'too-large',
        `has a row group of ${inMegabytes(unpacked)} unpacked; the limit is ${inMegabytes(LIMITS.parquetGroupBytes)}`,
      );
    const rowEnd = rowStart + Number(group.num_rows);
    const from = rowStart;
    const rows = await readable(() => parquetReadObjects({ file, metadata, columns, rowStart: from, rowEnd }));
    for (const row of rows)
      yield Object.fromEntries(Object.entries(row).map(([name, cell]) => [name, told(name, cell)]));
    rowStart = rowEnd;
  }
}

/** The names of the columns that a claim has; others are not read. */
function claimColumnsIn({ schema }: FileMetaData): string[] {
  const names = schema.slice(1).map(({ name }) => name);
  const missing = ['kind', 'evidence'].filter((name) => !names.includes(name));
  if (missing.length > 0)
    throw new LaydownError('bad-input', `holds no claims: it has no column "${missing.join('" and no column "')}"`);
  return names.filter((name) => TYPES.has(name));
}

/** A cell as a claim has it: a day as "YYYY-MM-DD", a count as a number. What does not fit stays as it is, for the claim's own check to refuse. */
function told(name: string, cell: unknown): unknown {
  if (typeof cell === 'bigint') return Number(cell);
  if (cell instanceof Date) return Number.isNaN(cell.getTime()) ? null : cell.toISOString().slice(0, 10);
  if (typeof cell === 'string' && TYPES.get(name) === 'json') {
    try {
      return JSON.parse(cell);
    } catch {
      return cell;
    }
  }
  return cell;
}

async function readable<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    const { message } = error as Error;
    const hint = /compression/.test(message) ? ': write it with the compression "snappy", or with none' : '';
    throw new LaydownError('bad-input', `is no Parquet file that can be read (${message})${hint}`, { cause: error });
  }
}
