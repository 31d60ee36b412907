import { describe, expect, test } from 'vitest';
import { readTableTexts } from '../adapters/gazetteer-files.ts';
import { curate } from './curated.ts';
import { tableFaults } from './table-faults.ts';
import { readTable, readTables, TABLE_NAMES, TABLES, type Tables } from './tables.ts';

const tables = readTables(readTableTexts(TABLE_NAMES));

describe('the tables', () => {
  test('have no fault', () => {
    expect(tableFaults(tables)).toEqual([]);
  });

  test.each<[string, Partial<Tables>, string]>([
    ['a row twice', { forces: [...tables.forces, tables.forces[0]!] }, 'stands there twice'],
    [
      'a state that is none',
      { bases: [{ ...tables.bases[0]!, name: 'Camp Nowhere', country: 'QQ' }, ...tables.bases] },
      '"Camp Nowhere": QQ is no state',
    ],
    [
      'a party that is none',
      { units: [{ ...tables.units[0]!, name: '1st Nowhere', party: 'NOBODY' }, ...tables.units] },
      'NOBODY is no state and no party',
    ],
    [
      'a mission that ends before it starts',
      { missions: [{ ...tables.missions[0]!, name: 'Op X', start: '2020-05', end: '2019' }, ...tables.missions] },
      '"Op X": ends before it starts',
    ],
    [
      'a mission in a place that is none',
      { missions: [{ ...tables.missions[0]!, name: 'Op Y', places: ['R:NOWHERE'] }, ...tables.missions] },
      'R:NOWHERE is no state and no region',
    ],
    [
      'a base in nothing known',
      { bases: [{ ...tables.bases[0]!, name: 'Camp Loose', within: ['Nowhere Province'] }, ...tables.bases] },
      '"Camp Loose": lies in "Nowhere Province"',
    ],
    [
      'an alias twice',
      { bases: [{ ...tables.bases[0]!, name: 'Camp Twice', aliases: ['A', 'A'] }, ...tables.bases] },
      'names one thing twice',
    ],
    [
      'a prior that is none',
      { priors: [{ ...tables.priors[0]!, name: 'Hope', prior: '2' }] },
      '2 is not between 0 and 1',
    ],
    ['a role that is none', { roles: [{ ...tables.roles[0]!, role: 'king' }] }, 'no role'],
  ])('%s is named', (_, change, message) => {
    expect(tableFaults({ ...tables, ...change }).join('\n')).toContain(message);
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

  test('a mission starts before it ends', () => {
    const missions = curate(tables).entries.flatMap((entry) => (entry.kind === 'mission' ? [entry.mission] : []));
    expect(missions.filter((m) => m.start !== null && m.end !== null && m.start > m.end).map((m) => m.name)).toEqual(
      [],
    );
    expect(missions.filter((m) => m.start === null).map((m) => m.name)).toEqual([]);
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
