import { describe, expect, test } from 'vitest';
import { scratchLedger } from '../../test/scratch-ledger.ts';
import { readTableTexts } from '../adapters/gazetteer-files.ts';
import { readTableMap } from '../formats/table-map.ts';
import { curate, dataFromCurated, makeGazetteer, readTables, TABLE_NAMES } from '../gazetteer/index.ts';
import { printFields } from '../model/notation.ts';
import { fixedClock } from '../ports/clock.ts';
import type { Store } from '../ports/store.ts';
import { importTable } from './import-table.ts';

const { atlas } = makeGazetteer(dataFromCurated(curate(readTables(readTableTexts(TABLE_NAMES)))));
const clock = fixedClock('2023-07-01T08:00:00.000Z');

async function* lines(text: string): AsyncGenerator<string> {
  yield* text.split('\n');
}

const MAP = `
title: Contingents abroad
publisher: Office of Tables
date: {column: as of}
known: {after: 10}
skip:
  - {column: state, matches: "^total"}
  - [{column: state, is: Chad}, {column: where, is: Mali}]
party: {column: [code, state], names: {"Holland": NL, "Nobody": null}}
place: {column: where, between: /, names: {"the North": "R:EUROPE"}}
mission: {column: under}
counts:
  - {column: troops}
  - {column: police, unit: police, zero: left out}
cells:
  absent: ["", NA, "-"]
  withheld: ["x"]
  rules:
    - {value: "0", when: {column: where, matches: "see annex"}, means: withheld, note: see annex}
checks:
  - {total: troops, parts: [army, navy], within: 0.1}
`;
const HEADER = 'as of,code,state,where,under,troops,police,army,navy';

/** The claims of a table in a ledger of its own, with the summary. */
async function taken(body: string, map = MAP, into?: Store) {
  const store = into ?? (await scratchLedger());
  const table = { source: 't.csv', map: readTableMap(map, 'map.yaml'), lines: lines(`${HEADER}\n${body}`) };
  const summary = await importTable({ store, clock, atlas }, table);
  const facts = await store.facts();
  const claims = facts.claims.map((c) => c.claim).map((c) => printFields(c));
  return { store, summary, facts, claims: claims.sort() };
}

const store = await scratchLedger();
const one = await taken(
  [
    '2020-06-30,NLD,x,Mali,MINUSMA,1,0,,',
    '2020-06,,Holland,Mali,MINUSMA,-,NA,,',
    '2020-06-30,,Germany,"Mali",,"1,100",20,1000,100',
    '2020-06-30,,Germany,Niger,,x,,,',
    '2020-06-30,,France,the North,,0,0,,',
  ].join('\n'),
  MAP,
  store,
);

describe('a table with its map', () => {
  test('makes a claim of each figure, zeros too where they count', () => {
    expect(one.claims).toEqual([
      expect.stringContaining('presence DE 1100 ML'),
      expect.stringContaining('presence DE 20 unit "police" ML'),
      expect.stringContaining('presence FR 0 R:EUROPE'),
      expect.stringContaining('presence NL 1 mission "MINUSMA" ML'),
    ]);
    expect(one.summary).toMatchObject({ rows: 5, claims: 4, absent: 3, withheld: 1, faults: [] });
  });

  test('quotes the row as it is stored, and points at the cells', () => {
    const [report] = one.facts.reports;
    return store.report(report!.id).then((stored) => {
      for (const { claim, spans, grounded } of one.facts.claims) {
        expect(grounded).toBe(true);
        expect(stored!.text!.slice(...spans!.evidence)).toBe(claim.evidence);
        if (claim.kind !== 'presence') throw new Error('a table makes presences');
        const cell = stored!.text!.slice(...spans!['quantity']!);
        expect(cell).toMatch(claim.unit === null ? /^troops: / : /^police: /);
        expect(cell.replace(/\D/g, '')).toBe(String(claim.quantity!.min));
      }
      expect(stored!.text).toContain('note: line 5, troops: "x" is withheld');
    });
  });

  test('is known so many days after its figures', () => {
    expect(one.facts.reports.map((r) => [r.published, r.publisher, r.title])).toEqual([
      ['2020-07-10', 'Office of Tables', 'Contingents abroad'],
    ]);
  });

  test('taken again is known already, and leaves no trace', async () => {
    const cursor = await store.cursor();
    const again = await importTable(
      { store, clock, atlas },
      {
        source: 't.csv',
        map: readTableMap(MAP, 'map.yaml'),
        lines: lines(`${HEADER}\n2020-06-30,NLD,x,Mali,MINUSMA,1,0,,`),
      },
    );
    expect(again.faults).toEqual([]);
    const same = await taken('2021-01-31,,Germany,Niger,,5,,,', MAP, store);
    const repeated = await taken('2021-01-31,,Germany,Niger,,5,,,', MAP, store);
    expect([same.summary.claims, repeated.summary.claims, repeated.summary.known]).toEqual([1, 0, 1]);
    expect(await store.cursor()).toBe(cursor + 2);
  });

  test('names a bad cell by its line and column and does the rest', async () => {
    const { summary, claims } = await taken(
      [
        '2020-06-30,,Germany,Mali,,many,3,,',
        '2020-06-30,,Atlantis,Mali,,4,,,',
        '2020-13-30,,Germany,Mali,,5,,,',
        '2020-06-30,,Germany,Atlantis,,6,,,',
        '2020-06-30,,Germany,Mali,,-7,,,',
        '2020-06-30,,Germany,Mali,,200,,50,50',
        '2020-06-30,,"Germany"x,Mali,,8,,,',
        '2020-06-30,,Germany,Niger/Mali,,9,,,',
      ].join('\n'),
    );
    expect(summary.faults.map((f) => f.source)).toEqual([
      't.csv:2 troops', 't.csv:3 state', 't.csv:4 as of', 't.csv:5 where', 't.csv:6 troops', 't.csv:7 troops', 't.csv:8',
    ]); // biome-ignore format: a table
    expect(summary.faults[5]!.message).toContain('not the sum of its parts, 100');
    expect(claims).toEqual([
      expect.stringContaining('presence DE 3 unit "police" ML'),
      expect.stringContaining('presence DE 9 NE(Niger)+ML(Mali)'),
    ]);
  });

  test('leaves out what the map says is no data', async () => {
    const { summary, claims } = await taken(
      [
        '2020-06-30,,Total Europe,Mali,,5000,,,',
        '2020-06-30,,Chad,Mali,,5,,,',
        '2020-06-30,,Chad,Niger,,6,,,',
        '2020-06-30,,Nobody,Niger,,7,,,',
        '2020-06-30,,Germany,Mali (see annex),,0,,,',
      ].join('\n'),
    );
    expect(claims).toEqual([expect.stringContaining('presence TD 6 NE')]);
    expect(summary).toMatchObject({ skipped: 3, withheld: 1, faults: [] });
  });

  test('of which the map names a column too many is refused with the columns that it has', async () => {
    await expect(taken('', MAP.replace('column: under', 'column: mission'))).rejects.toThrow(
      /columns that the table has not: "mission"; it has "as of", "code"/,
    );
  });
});

describe('other shapes', () => {
  test('a column for each date', async () => {
    const into = await scratchLedger();
    const map = `
title: Wide
date: {header: true}
known: {after: 0}
party: {column: state}
place: {is: Kosovo}
mission: KFOR
counts: [{columns: "^\\\\d{4}-\\\\d{2}$"}]`;
    const table = {
      source: 'w.csv',
      map: readTableMap(map, 'wide.yaml'),
      lines: lines('state,note,2019-01,2019-02\nItaly,a,500,510\nAustria,,,400'),
    };
    const { claims } = await importTable({ store: into, clock, atlas }, table);
    const times = (await into.facts()).claims.map((c) => c.claim.time);
    expect(claims).toBe(3);
    expect([...new Set(times.map((t) => `${t?.start} ${t?.end}`))].sort()).toEqual([
      '2019-01-01 2019-01-31',
      '2019-02-01 2019-02-28',
    ]);
    expect((await into.facts()).reports.map((r) => r.published).sort()).toEqual(['2019-01-31', '2019-02-28']);
  });

  test('bounds, sums and figures that are hedged', async () => {
    const into = await scratchLedger();
    const map = `
title: Bounds
date: {start: from, end: to}
known: {column: told}
party: {column: state}
place: {column: where}
counts:
  - {low: low, high: high, approx: {column: word, is: about}}
  - {sum: [low, more], unit: all}`;
    const table = {
      source: 'b.csv',
      map: readTableMap(map, 'b.yaml'),
      lines: lines(
        'from,to,told,state,where,low,high,word,more\n2020-01-01,,2020-02,US,Iraq,100,,,\n,2020-01-31,2020,US,Syria,5,5,about,2\n2020-01-01,,2020-02,US,Kuwait,9,3,,',
      ),
    };
    const { faults } = await importTable({ store: into, clock, atlas }, table);
    expect((await into.facts()).claims.map((c) => printFields(c.claim)).sort()).toEqual([
      expect.stringContaining('presence US 100.. IQ'),
      expect.stringContaining('presence US 7 unit "all" SY'),
      expect.stringContaining('presence US ~5 SY'),
    ]);
    expect(faults.map((f) => f.source)).toEqual(['b.csv:4 low and high']);
  });

  test('a map that is none is refused with the place in it', () => {
    expect(() => readTableMap('title: x\ncounts: []', 'm.yaml')).toThrow(/m\.yaml is no map of a table at/);
    expect(() => readTableMap('a: [', 'm.yaml')).toThrow(/no YAML/);
    expect(() => readTableMap(MAP.replace('^total', '('), 'm.yaml')).toThrow(/skip\.0.*|no regular expression/);
    expect(() => readTableMap(`${MAP}\nwhatever: 1`, 'm.yaml')).toThrow(/whatever/);
  });

  test('a file without a table is told', async () => {
    const map = readTableMap(MAP, 'm.yaml');
    await expect(importTable({ store, clock, atlas }, { source: 'e.csv', map, lines: lines('') })).rejects.toThrow(
      /holds no table/,
    );
  });
});
