import { describe, expect, test } from 'vitest';
import { readTableTexts } from '../adapters/gazetteer-files.ts';
import { partySchema } from '../model/party.ts';
import { REGIONS } from '../model/place.ts';
import { curate } from './curated.ts';
import { keyOf } from './name-parts.ts';
import { readTable, readTables, TABLE_NAMES, TABLES, type TableName } from './tables.ts';

const tables = readTables(readTableTexts(TABLE_NAMES));
const states = new Set(tables.countries.map((row) => row.code));
const codes = new Set<string>([...states, ...REGIONS]);

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

describe('the tables', () => {
  test.each(Object.entries(IDENTITY))('%s has no row twice', (name, columns) => {
    const rows = tables[name as TableName] as readonly Record<string, unknown>[];
    const ids = rows.map((row) => columns!.map((column) => String(row[column])).join(' / '));
    expect(ids.filter((id, i) => ids.indexOf(id) !== i)).toEqual([]);
  });

  test.each([
    ['countries', 248],
    ['regions', 60],
    ['bases', 300],
    ['missions', 150],
    ['units', 300],
    ['forces', 200],
    ['offices', 300],
    ['areas', 1000],
    ['people', 500],
  ] as const)('%s holds at least %i rows', (name, least) => {
    expect(tables[name].length).toBeGreaterThanOrEqual(least);
  });

  test('names no list entry twice in a cell, none with stray spaces', () => {
    const bad: string[] = [];
    for (const name of TABLE_NAMES) {
      for (const row of tables[name] as readonly Record<string, string | readonly string[]>[]) {
        for (const cell of Object.values(row)) {
          if (typeof cell === 'string') continue;
          if (new Set(cell).size !== cell.length || cell.some((x) => x !== x.trim()))
            bad.push(`${name}: ${cell.join('|')}`);
        }
      }
    }
    expect(bad).toEqual([]);
  });

  test('every region of the model is there, every member is a state', () => {
    expect(REGIONS.filter((code) => !tables.regions.some((row) => row.code === code))).toEqual([]);
    const members = tables.regions.flatMap((row) => row.members.split(' ').filter((m) => m !== '' && m !== '*'));
    expect(members.filter((code) => !states.has(code))).toEqual([]);
  });

  test('every party is a state of the table or a party of the model', () => {
    const parties = [
      ...tables.organisations.map((row) => row.code),
      ...tables.forces.map((row) => row.party),
      ...tables.units.map((row) => row.party),
      ...tables.offices.map((row) => row.party),
      ...tables.people.map((row) => row.party),
      ...tables.peoples.map((row) => row.party),
      ...tables.missions.map((row) => row.flag),
      ...tables.bases.map((row) => row.owner),
    ].filter((party) => party !== '');
    const known = (party: string): boolean =>
      /^[A-Z]{2}$/.test(party)
        ? states.has(party) || party === 'UN' || party === 'EU'
        : partySchema.safeParse(party).success;
    expect(parties.filter((party) => !known(party))).toEqual([]);
  });

  test('every site and mission lies in a state or region of the model', () => {
    const sites = [...tables.areas, ...tables.bases].map((row) => row.country);
    expect(sites.filter((code) => !states.has(code))).toEqual([]);
    const places = tables.missions.flatMap((row) => row.places.map((p) => /^(?:R:)?[^:]+/.exec(p)![0]));
    expect(places.filter((code) => !codes.has(code))).toEqual([]);
    const homes = tables.units.flatMap((row) => (row.base === '' ? [] : [row.base.split(':')[0]!]));
    expect(homes.filter((code) => !states.has(code))).toEqual([]);
  });

  test('a mission starts before it ends', () => {
    const missions = curate(tables).entries.flatMap((entry) => (entry.kind === 'mission' ? [entry.mission] : []));
    expect(missions.filter((m) => m.start !== null && m.end !== null && m.start > m.end).map((m) => m.name)).toEqual(
      [],
    );
    expect(missions.filter((m) => m.start === null).map((m) => m.name)).toEqual([]);
  });

  test('what a site lies in is itself known in the same state', () => {
    const known = new Set(
      [...tables.areas, ...tables.bases].flatMap((row) =>
        [row.name, ...row.aliases].map((n) => `${row.country} ${keyOf(n)}`),
      ),
    );
    for (const row of tables.countries) {
      for (const city of row.capital) for (const n of city.split('=')) known.add(`${row.code} ${keyOf(n)}`);
    }
    const loose = [...tables.areas, ...tables.bases].flatMap((row) =>
      row.within
        .filter((outer) => !known.has(`${row.country} ${keyOf(outer)}`))
        .map((outer) => `${row.country} ${outer}`),
    );
    expect([...new Set(loose)].sort()).toEqual([]);
  });

  test('roles, priors and members hold what they should', () => {
    const roles = new Set(['parliament', 'council', 'government', 'ministry', 'military', 'agency', 'media']);
    const used = [...tables.roles, ...tables.offices, ...tables.people].map((row) => row.role);
    expect(used.filter((role) => !roles.has(role))).toEqual([]);
    expect(tables.priors.filter((row) => !(Number(row.prior) >= 0 && Number(row.prior) <= 1))).toEqual([]);
    expect(tables.members.filter((row) => !states.has(row.country))).toEqual([]);
  });
});

describe('reading a table', () => {
  test('takes lists apart and leaves notes out', () => {
    const text = 'party\tname\taliases\tunit\n# a note\nFR\tForeign Legion\tLegion|The Legion\t\n';
    expect(readTable('forces', text)).toEqual([
      { party: 'FR', name: 'Foreign Legion', aliases: ['Legion', 'The Legion'], unit: '' },
    ]);
  });

  test.each([
    ['forces', 'party\tname\n', 'the head line is "party name"'],
    ['forces', 'party\tname\taliases\tunit\nFR\tLegion\n', 'line 2: 2 columns where 4 are due'],
  ] as const)('refuses a broken %s table with its place', (name, text, message) => {
    expect(() => readTable(name, text)).toThrow(message);
    expect(TABLES[name].length).toBe(4);
  });
});
