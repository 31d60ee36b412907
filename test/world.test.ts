// The starter ledger: every row of data/world.tsv is a claim, about the place that the table says, and answers a question.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { askPosture } from '../src/app/ask-posture.ts';
import { importTable } from '../src/app/import-table.ts';
import { readTableMap } from '../src/formats/table-map.ts';
import { placesOf } from '../src/model/claim.ts';
import { fixedClock } from '../src/ports/clock.ts';
import { atlas } from '../src/wire-gazetteer.ts';
import { scratchLedger } from './scratch-ledger.ts';

const data = join(import.meta.dirname, '../data');
const table = readFileSync(join(data, 'world.tsv'), 'utf8').trimEnd().split('\n');
const map = readTableMap(readFileSync(join(data, 'maps/world.yaml'), 'utf8'), 'world');
const store = await scratchLedger();
const services = { store, clock: fixedClock('2026-06-01T00:00:00.000Z'), atlas: atlas() };

async function* lines(): AsyncGenerator<string> {
  yield* table;
}

const summary = await importTable(services, { source: 'world.tsv', map, lines: lines() });

test('every row of the world is taken', () => {
  expect(summary.faults).toEqual([]);
  expect(summary).toMatchObject({ rows: table.length - 1, claims: table.length - 1 });
  expect(summary.claims).toBeGreaterThan(1500);
});

test('every claim is about the place that its row names, known on the day it was published', async () => {
  const facts = await store.facts();
  const published = new Map(facts.reports.map((r) => [r.id, r.published]));
  const [party, place, knownOn] = ['party', 'place', 'known_on'].map((name) => table[0]!.split('\t').indexOf(name));
  for (const { claim, report } of facts.claims) {
    if (claim.kind !== 'presence') throw new Error('a table makes presences');
    const cells = table[Number(/^line (\d+):/.exec(claim.evidence)![1]) - 1]!.split('\t');
    const countries = new Set(placesOf(claim.place).map((p) => p.country));
    expect(`${claim.party} ${[...countries].join('+')} ${published.get(report)}`).toBe(
      `${cells[party!]} ${cells[place!]} ${cells[knownOn!]}`,
    );
  }
});

test('the world answers who is in Lebanon', async () => {
  const { rows } = await askPosture(services, { place: 'Lebanon', at: '2023-06-01', known: '2026-02-01' });
  expect(rows.length).toBeGreaterThan(15);
  expect(rows.find((r) => r.party === 'IT' && r.mission === 'UNIFIL')).toMatchObject({ min: 1300, max: 1300 });
});
