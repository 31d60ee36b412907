// The UN's two tables against each other: what each state gives to a mission in a month must sum to what the mission had. Where it does not, that is
// a conflict, and nowhere else.
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { askConflicts } from '../src/app/ask-conflicts.ts';
import { importTable } from '../src/app/import-table.ts';
import { warmLedger } from '../src/app/warm-ledger.ts';
import { csvReader, isCsvFault } from '../src/formats/csv.ts';
import { readTableMap } from '../src/formats/table-map.ts';
import { fixedClock } from '../src/ports/clock.ts';
import { atlas } from '../src/wire-gazetteer.ts';
import { scratchLedger } from './scratch-ledger.ts';

const folder = join(import.meta.dirname, '../../shared/data/un');
const isThere = existsSync(folder);
const ALL = process.env['LAYDOWN_ALL'] === '1';
/** The months of some of the conflicts and of none; all 52 take half a minute. */
const SOME = ['2010-02-28', '2010-05-31', '2011-06-30', '2011-08-31', '2012-06-30', '2012-07-31', '2013-12-31'];

const cells = (line: string): readonly string[] => {
  const record = csvReader().line(line);
  if (record === null || isCsvFault(record)) throw new Error(`no record: ${line}`);
  return record.fields;
};

describe.skipIf(!isThere && !ALL)(isThere ? 'UN tables' : `UN tables (skipped: none at ${folder})`, () => {
  const read = (name: string) => readFileSync(join(folder, name), 'utf8').trimEnd().split(/\r?\n/);
  test('detail against mission totals: every real conflict, and no other', async () => {
    const detail = read('country_mission_month_by_sex_2009_2014.csv');
    const totals = read('data_mission_1990-11_2017-03.csv');
    const at = (header: string, name: string): number => cells(header).indexOf(name);
    const [date, mission, number] = ['Date', 'Mission', 'Total Total'].map((name) => at(detail[0]!, name)) as [
      number,
      number,
      number,
    ];
    const months = ALL ? [...new Set(detail.slice(1).map((line) => cells(line)[date]!))].sort() : SOME;

    const sums = new Map<string, number>();
    for (const line of detail.slice(1).map(cells)) {
      const key = `${line[date]} ${line[mission]}`;
      sums.set(key, (sums.get(key) ?? 0) + Number(line[number]));
    }
    const [day, name, total] = ['Date', 'Mission', 'Total'].map((column) => at(totals[0]!, column)) as [
      number,
      number,
      number,
    ];
    const pairs = totals
      .slice(1)
      .map(cells)
      .filter((line) => months.includes(line[day]!) && sums.has(`${line[day]} ${line[name]}`));
    const apart = pairs.filter((line) => sums.get(`${line[day]} ${line[name]}`) !== Number(line[total]));
    if (ALL) expect([pairs.length, apart.length]).toEqual([927, 19]);

    const store = await scratchLedger();
    const services = { store, clock: fixedClock('2026-06-01T00:00:00.000Z'), atlas: atlas() };
    for (const [lines, map] of [
      [detail, 'un-contributors'],
      [totals, 'un-missions'],
    ] as const) {
      async function* wanted(): AsyncGenerator<string> {
        yield lines[0]!;
        yield* lines.filter((line) => months.some((month) => line.includes(month)));
      }
      const text = readFileSync(join(import.meta.dirname, `../data/maps/${map}.yaml`), 'utf8');
      await importTable(services, { source: `${map}.csv`, map: readTableMap(text, map), lines: wanted() });
    }
    const warm = warmLedger(services);
    const found: string[] = [];
    for (const month of months) {
      const { conflicts } = await askConflicts({ ...services, warm }, { party: 'UN', at: month, known: '2026-06-01' });
      for (const conflict of conflicts) found.push(`${month} ${conflict.mission}`);
      const unifil = conflicts.find((c) => month === '2012-06-30' && c.mission === 'UNIFIL');
      if (month === '2012-06-30') expect(unifil?.why).toMatch(/all 38 contingents come to 10,560 .* not to the 11,571/);
    }
    expect(found.sort()).toEqual(apart.map((line) => `${line[day]} ${line[name]}`).sort());
    expect(found).toContain('2012-06-30 UNIFIL');
  });
});
