// The curated tables (data/*.tsv) as rows. A table is tab-separated text: a head line with the columns, lists joined by "|", "#" lines are notes.
import { LaydownError } from '../model/errors.ts';

/** Each table and its columns, in order; a column ending in "*" is a list. */
export const TABLES = {
  countries: ['code', 'name', 'aliases*', 'adjectives*', 'persons*', 'capital*'],
  peoples: ['party', 'adjectives*', 'persons*'],
  people: ['party', 'role', 'name', 'aliases*'],
  regions: ['code', 'name', 'aliases*', 'members'],
  organisations: ['code', 'name', 'aliases*', 'home'],
  areas: ['country', 'name', 'aliases*', 'within*'],
  bases: ['country', 'name', 'aliases*', 'within*', 'owner'],
  missions: ['flag', 'name', 'aliases*', 'places*', 'start', 'end'],
  units: ['party', 'name', 'aliases*', 'base'],
  forces: ['party', 'name', 'aliases*', 'unit'],
  offices: ['party', 'role', 'name', 'aliases*'],
  roles: ['role', 'person', 'words*'],
  priors: ['name', 'which', 'prior', 'why'],
  'name-words': ['name', 'kind'],
  members: ['organisation', 'country', 'from', 'to'],
} as const satisfies Record<string, readonly string[]>;

export type TableName = keyof typeof TABLES;
type ColumnOf<T extends TableName> = (typeof TABLES)[T][number];
/** One line of a table: a text a column, "" where empty; list columns by `list`. */
export type Row<T extends TableName> = {
  readonly [C in ColumnOf<T> as C extends `${infer Name}*` ? Name : C]: C extends `${string}*`
    ? readonly string[]
    : string;
};
export type Tables = { readonly [T in TableName]: readonly Row<T>[] };

export const TABLE_NAMES = Object.keys(TABLES) as readonly TableName[];

/** Reads one table; a line with the wrong number of columns is refused with its number. */
export function readTable<T extends TableName>(table: T, text: string): readonly Row<T>[] {
  const columns: readonly string[] = TABLES[table];
  const lines = text.split(/\r?\n/);
  const head = lines[0]?.split('\t').join(' ');
  if (head !== columns.map((c) => c.replace('*', '')).join(' ')) {
    throw new LaydownError('bad-input', `data/${table}.tsv: the head line is "${head}", not "${columns.join(' ')}"`);
  }
  const rows: Row<T>[] = [];
  lines.forEach((line, i) => {
    if (i === 0 || line.trim() === '' || line.startsWith('#')) return;
    const cells = line.split('\t');
    if (cells.length !== columns.length) {
      const what = `${cells.length} columns where ${columns.length} are due`;
      throw new LaydownError('bad-input', `data/${table}.tsv, line ${i + 1}: ${what}`);
    }
    const pairs = columns.map((column, c) => {
      const cell = cells[c]!.trim();
      return [column.replace('*', ''), column.endsWith('*') ? cell.split('|').filter((x) => x.trim() !== '') : cell];
    });
    rows.push(Object.fromEntries(pairs) as Row<T>);
  });
  return rows;
}

/** All tables from their texts. */
export const readTables = (texts: Readonly<Record<TableName, string>>): Tables =>
  Object.fromEntries(TABLE_NAMES.map((name) => [name, readTable(name, texts[name])])) as unknown as Tables;
