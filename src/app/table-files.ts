// A table and its map as files, for importTable.
import { LIMITS } from '../formats/limits.ts';
import { readTableMap, type TableMap } from '../formats/table-map.ts';
import type { FoundFile } from '../ports/intake.ts';
import type { IncomingTable } from './import-table.ts';

/** Throws LaydownError `usage` where the file is no map, `bad-input` where it cannot be read. */
export const tableMapIn = async (file: FoundFile, name: string): Promise<TableMap> =>
  readTableMap(new TextDecoder().decode(await file.bytes(LIMITS.textBytes)), name);

export const tableIn = (file: FoundFile, map: TableMap): IncomingTable => ({
  source: file.source,
  map,
  lines: file.lines(LIMITS.importLineBytes),
});
