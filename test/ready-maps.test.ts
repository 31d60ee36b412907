// The ready maps on the tables that they are for: every row is taken or named, and the traps of those tables are not walked into.
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { importTable } from '../src/app/import-table.ts';
import { readTableMap } from '../src/formats/table-map.ts';
import { type Presence, placesOf } from '../src/model/claim.ts';
import { fixedClock } from '../src/ports/clock.ts';
import type { Store } from '../src/ports/store.ts';
import { atlas } from '../src/wire-gazetteer.ts';
import { grounderOf } from '../src/wire-grounder.ts';
import { scratchLedger } from './scratch-ledger.ts';

const data = join(import.meta.dirname, '../../shared/data');
const isThere = existsSync(data);
const clock = fixedClock('2026-06-01T00:00:00.000Z');
const names = atlas();
const MISSIONS = 'un/data_mission_1990-11_2017-03.csv';
const CONTRIBUTORS = 'un/country_mission_month_by_sex_2009_2014.csv';
const PERSONNEL = 'us/troopdata-rebuild-reports.csv';

/** Imports the header and the lines that are wanted. */
async function take(store: Store, table: string, mapName: string, wanted: (line: string) => boolean) {
  const map = readTableMap(readFileSync(join(import.meta.dirname, `../data/maps/${mapName}.yaml`), 'utf8'), mapName);
  async function* lines(): AsyncGenerator<string> {
    const all = readFileSync(join(data, table), 'utf8').trimEnd().split(/\r?\n/);
    yield all[0]!;
    yield* all.slice(1).filter(wanted);
  }
  return importTable({ store, clock, atlas: names }, { source: table, map, lines: lines() });
}

const presences = async (store: Store): Promise<Presence[]> =>
  (await store.facts()).claims.map(({ claim }) => claim).filter((claim) => claim.kind === 'presence');
const only = (claims: readonly Presence[], field: Partial<Presence>): Presence[] =>
  claims.filter((claim) =>
    Object.entries(field).every(([name, value]) => (claim as unknown as Record<string, unknown>)[name] === value),
  );

describe.skipIf(!isThere && process.env['LAYDOWN_ALL'] !== '1')(
  isThere ? 'ready maps' : `ready maps (skipped: no tables at ${data})`,
  () => {
    test('UN missions and contributors: each state at the places of its mission, UNIFIL of June 2012 apart', async () => {
      const store = await scratchLedger();
      const month = (line: string) => line.includes('2012-06-30');
      const whole = await take(store, MISSIONS, 'un-missions', month);
      const parts = await take(store, CONTRIBUTORS, 'un-contributors', month);
      expect([whole.faults, parts.faults]).toEqual([[], []]);
      expect(parts.rows).toBeGreaterThan(500);
      const claims = only(await presences(store), { unit: null });
      const unifil = only(claims, { mission: 'UNIFIL' });
      const contributed = unifil.filter((c) => c.party !== 'UN');
      expect(contributed.reduce((n, c) => n + c.quantity!.min!, 0)).toBe(10_560);
      expect(only(unifil, { party: 'UN' }).map((c) => c.quantity!.min)).toEqual([11_571]);
      expect(new Set(unifil.flatMap((c) => placesOf(c.place).map((p) => p.country)))).toEqual(new Set(['LB']));
    });

    test('UN contributors go by their codes: "Congo" is the Republic, a name that is cut off is North Macedonia', async () => {
      const store = await scratchLedger();
      const { faults } = await take(store, CONTRIBUTORS, 'un-contributors', (line) =>
        /"(?:Congo|The former Yugoslav Republic o)"/.test(line),
      );
      expect(faults).toEqual([]);
      expect(new Set((await presences(store)).map((claim) => claim.party))).toEqual(new Set(['CG', 'MK']));
    });

    test('US personnel: 8,892 in Iraq in September 2017, and no zero where a figure is withheld', async () => {
      const store = await scratchLedger();
      const wanted = (line: string) => /,(?:Iraq|Syria|Kuwait|Kosovo|Russia),/.test(line);
      const { faults, withheld, skipped } = await take(store, PERSONNEL, 'us-personnel', wanted);
      expect(faults).toEqual([]);
      expect(skipped).toBeGreaterThanOrEqual(16);
      const claims = await presences(store);
      const inIraq = claims.filter((c) => placesOf(c.place)[0]?.country === 'IQ');
      const whole = inIraq.filter((c) => c.time?.end === '2017-09-30' && c.unit === null);
      expect(whole.map((c) => c.quantity!.min)).toEqual([8892]);
      expect(inIraq.filter((c) => c.quantity!.max === 0 && c.time!.end! >= '2018')).toEqual([]);
      expect(claims.filter((c) => /See (?:OIF|Deployment)/i.test(c.evidence))).toEqual([]);
      expect(withheld).toBeGreaterThan(10);
      expect(claims.some((c) => placesOf(c.place)[0]?.country === 'XK')).toBe(true);
    });

    test('what a table is taken to say, the check of quotations finds in its row', async () => {
      const store = await scratchLedger();
      await take(store, CONTRIBUTORS, 'un-contributors', (line) => line.includes('2013-03-31'));
      const { claims, reports } = await store.facts();
      const grounders = new Map<string, ReturnType<typeof grounderOf>>();
      for (const { id } of reports) grounders.set(id, grounderOf((await store.report(id))!));
      // The place is the mission's and does not stand in the row: it is left out of the check.
      const refused = claims.flatMap(({ claim, report, spans }) => {
        const asked = { ...(claim as Presence), place: null, spans: spans! };
        const grounding = grounders.get(report)!.ground(asked);
        return grounding.ok ? [] : [`${grounding.field}: ${grounding.reason} in ${claim.evidence}`];
      });
      if (process.env['LAYDOWN_SHOW']) console.log(`${refused.length} of ${claims.length}`, refused.slice(0, 5));
      expect(claims.length).toBeGreaterThan(500);
      // In prose a bare 1958 is a year, and a country is written with its apostrophe: such cells stand by their column and code alone.
      const known = refused.filter((why) => /^quantity: the number (?:1[6-9]|20)\d\d |the party CI /.test(why));
      expect(refused).toEqual(known);
      expect(refused.length).toBeLessThan(claims.length * 0.02);
    });
  },
);
