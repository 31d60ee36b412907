// What is wrong with the curated tables, row by row, in words for the analyst who edited them: codes that are none, rows twice, loose ends.
import { isParty } from '../model/party.ts';
import { REGIONS } from '../model/place.ts';
import { keyOf } from './name-parts.ts';
import { TABLE_NAMES, type TableName, type Tables } from './tables.ts';

/** What makes a row of a table one of a kind. */
const IDENTITY: Partial<Record<TableName, readonly string[]>> = {
  countries: ['code'],
  regions: ['name'],
  organisations: ['code'],
  areas: ['country', 'name'],
  bases: ['country', 'name'],
  missions: ['flag', 'name'],
  units: ['party', 'name'],
  forces: ['party', 'name'],
  offices: ['party', 'name'],
  people: ['name'],
  peoples: ['party', 'adjectives'],
  priors: ['name', 'which'],
  members: ['organisation', 'country', 'from'],
  'name-words': ['name'],
};
const ROLES = new Set(['parliament', 'council', 'government', 'ministry', 'military', 'agency', 'media']);

/** `data/bases.tsv: "XX / Orzysz": XX is no state of data/countries.tsv`; empty where all is well. */
export function tableFaults(tables: Tables): readonly string[] {
  const faults: string[] = [];
  const say = (table: TableName, row: string, what: string): void => {
    faults.push(`data/${table}.tsv: "${row}": ${what}`);
  };
  rowsTwice(tables, say);
  cells(tables, say);
  codes(tables, say);
  containers(tables, say);
  for (const { name, start, end } of tables.missions) {
    if (start === '') say('missions', name, 'has no first day');
    // A year or month stands for its first day as a start, for its last as an end.
    else if (end !== '' && end.slice(0, start.length) < start.slice(0, end.length))
      say('missions', name, 'ends before it starts');
  }
  for (const { name, prior } of tables.priors)
    if (!(Number(prior) >= 0 && Number(prior) <= 1)) say('priors', name, `${prior} is not between 0 and 1`);
  for (const table of ['roles', 'offices', 'people'] as const)
    for (const { role } of tables[table]) if (!ROLES.has(role)) say(table, role, `no role: ${[...ROLES].join(', ')}`);
  return faults;
}

type Say = (table: TableName, row: string, what: string) => void;

function rowsTwice(tables: Tables, say: Say): void {
  for (const [table, columns] of Object.entries(IDENTITY) as [TableName, readonly string[]][]) {
    const seen = new Set<string>();
    for (const row of tables[table] as readonly Record<string, unknown>[]) {
      const id = columns.map((column) => String(row[column])).join(' / ');
      if (seen.has(id)) say(table, id, 'stands there twice');
      seen.add(id);
    }
  }
}

function cells(tables: Tables, say: Say): void {
  for (const table of TABLE_NAMES)
    for (const row of tables[table] as readonly Record<string, string | readonly string[]>[])
      for (const cell of Object.values(row)) {
        if (typeof cell === 'string') continue;
        if (new Set(cell).size !== cell.length) say(table, cell.join('|'), 'names one thing twice in a cell');
        if (cell.some((one) => one !== one.trim())) say(table, cell.join('|'), 'has stray spaces');
      }
}

function codes(tables: Tables, say: Say): void {
  const states = new Set(tables.countries.map((row) => row.code));
  const places = new Set<string>([...states, ...REGIONS]);
  const state = (table: TableName, row: string, code: string): void => {
    if (code !== '' && !states.has(code)) say(table, row, `${code} is no state of data/countries.tsv`);
  };
  const party = (table: TableName, row: string, code: string): void => {
    const known = /^[A-Z]{2}$/.test(code) ? states.has(code) || code === 'UN' || code === 'EU' : isParty(code);
    if (code !== '' && !known) say(table, row, `${code} is no state and no party`);
  };
  for (const { name, members } of tables.regions)
    for (const code of members.split(' ')) if (code !== '*') state('regions', name, code);
  for (const code of REGIONS) if (!tables.regions.some((row) => row.code === code)) say('regions', code, 'is missing');
  for (const table of ['areas', 'bases'] as const)
    for (const row of tables[table]) {
      if (row.country === '') say(table, row.name, 'has no state');
      state(table, row.name, row.country);
    }
  for (const row of tables.bases) party('bases', row.name, row.owner);
  for (const row of tables.members) state('members', row.organisation, row.country);
  for (const row of tables.organisations) party('organisations', row.code, row.code);
  for (const table of ['forces', 'units', 'offices', 'people'] as const)
    for (const row of tables[table]) party(table, row.name, row.party);
  for (const row of tables.peoples) party('peoples', row.adjectives.join('|'), row.party);
  for (const row of tables.missions) {
    party('missions', row.name, row.flag);
    for (const place of row.places) {
      const code = /^(?:R:)?[^:]+/.exec(place)![0];
      if (!places.has(code)) say('missions', row.name, `${code} is no state and no region`);
    }
  }
  for (const row of tables.units) if (row.base !== '') state('units', row.name, row.base.split(':')[0]!);
}

/** What a site lies in must itself be known in the same state. */
function containers(tables: Tables, say: Say): void {
  const sites = [...tables.areas, ...tables.bases];
  const known = new Set(
    sites.flatMap((row) => [row.name, ...row.aliases].map((name) => `${row.country} ${keyOf(name)}`)),
  );
  for (const row of tables.countries)
    for (const city of row.capital) for (const name of city.split('=')) known.add(`${row.code} ${keyOf(name)}`);
  for (const table of ['areas', 'bases'] as const)
    for (const row of tables[table])
      for (const outer of row.within)
        if (!known.has(`${row.country} ${keyOf(outer)}`))
          say(table, row.name, `lies in "${outer}", which is in no table of ${row.country}`);
}
