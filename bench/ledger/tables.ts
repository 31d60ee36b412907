// The published tables of the ready maps, copied with their years moved back: as many claims as are wanted, each as real tables have them.
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readTableMap, type TableMap } from '../../src/formats/table-map.ts';

export interface CopiedTable {
  readonly name: string;
  readonly map: TableMap;
  /** Line by line; of 12 copies, the seventh lies 480 years back. */
  lines(copy: number): readonly string[];
}

/** More than any of the tables reaches back, so that no two copies tell of one day. */
const YEARS_APART = 80;
const MONTHS = 'January|February|March|April|May|June|July|August|September|October|November|December';

const TABLES = [
  { name: 'un-contributors', file: 'un/country_mission_month_by_sex_2009_2014.csv', year: /\b(\d{4})(?=-\d\d-\d\d\b)/ },
  { name: 'un-missions', file: 'un/data_mission_1990-11_2017-03.csv', year: /\b(\d{4})(?=-\d\d-\d\d\b)/ },
  {
    name: 'us-personnel',
    file: 'us/troopdata-rebuild-reports.csv',
    year: new RegExp(`(?<=,)(\\d{4})(?=,(?:${MONTHS}),)`),
  },
];

/** Null where the tables are not beside the checkout. */
export function copiedTables(root: string): CopiedTable[] | null {
  const data = join(root, '../shared/data');
  if (!existsSync(data)) return null;
  return TABLES.map(({ name, file, year }) => {
    const original = readFileSync(join(data, file), 'utf8').trimEnd().split(/\r?\n/);
    return {
      name,
      map: readTableMap(readFileSync(join(root, `data/maps/${name}.yaml`), 'utf8'), `${name}.yaml`),
      lines: (copy) =>
        original.map((line) =>
          line.replace(year, (found) => String(Number(found) - copy * YEARS_APART).padStart(4, '0')),
        ),
    };
  });
}
