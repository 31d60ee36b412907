// Parquet of claims: a row a claim, days as dates, counts as 64-bit integers, places as JSON. Written a row group at a time.
import type { SchemaElement } from 'hyparquet';
import { ByteWriter, parquetWriteRows } from 'hyparquet-writer';
import { type Cell, CLAIM_COLUMNS, type ColumnType } from './claim-columns.ts';
import type { ClaimRecord } from './claim-record.ts';

const ELEMENTS: Record<ColumnType, Pick<SchemaElement, 'type' | 'converted_type'>> = {
  text: { type: 'BYTE_ARRAY', converted_type: 'UTF8' },
  json: { type: 'BYTE_ARRAY', converted_type: 'JSON' },
  day: { type: 'INT32', converted_type: 'DATE' },
  count: { type: 'INT64' },
  flag: { type: 'BOOLEAN' },
  share: { type: 'DOUBLE' },
};

const SCHEMA: SchemaElement[] = [
  { name: 'claims', num_children: CLAIM_COLUMNS.length },
  ...CLAIM_COLUMNS.map(({ name, type }) => ({ name, ...ELEMENTS[type], repetition_type: 'OPTIONAL' as const })),
];

/** `sink` is given the file's bytes in order, each chunk once and its own. */
export async function writeClaimsParquet(
  records: AsyncIterable<ClaimRecord>,
  sink: (chunk: Uint8Array) => void | Promise<void>,
  createdBy: string,
): Promise<void> {
  const writer = new ByteWriter();
  const flush = async (): Promise<void> => {
    const chunk = writer.getBytes().slice();
    writer.index = 0;
    if (chunk.length > 0) await sink(chunk);
  };
  await parquetWriteRows({
    writer: Object.assign(writer, { flush, finish: flush }),
    rows: rowsOf(records),
    columns: CLAIM_COLUMNS.map(({ name }) => ({ name })),
    schema: SCHEMA,
    rowGroupSize: 20_000,
    createdBy,
  });
}

async function* rowsOf(records: AsyncIterable<ClaimRecord>): AsyncGenerator<Record<string, unknown>> {
  for await (const record of records)
    yield Object.fromEntries(CLAIM_COLUMNS.map(({ name, type, of }) => [name, stored(type, of(record))]));
}

function stored(type: ColumnType, cell: Cell): unknown {
  if (cell === null) return null;
  if (type === 'count') return BigInt(cell as number);
  if (type === 'day') return new Date(`${cell}T00:00:00Z`);
  return cell;
}
