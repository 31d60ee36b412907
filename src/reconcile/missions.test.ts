// A mission settled once for all that serve in it gives each the answer that settling everything it serves beside gives.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { Carrier } from './carry.ts';
import { gatherEvidence } from './evidence.ts';
import { fixtureAtlas } from './fixture-atlas.ts';
import { Missions } from './missions.ts';
import { type DayWork, reconcileParty, reconcileWhole } from './posture.ts';
import { type CaseReport, knownOf } from './posture-cases.ts';
import { has, moves, report } from './scenario.ts';
import { wordingOf } from './wording.ts';

const RUNS = { numRuns: Number(process.env['RUNS'] ?? 200), seed: Number(process.env['SEED'] ?? 20200108) };
const AT = '2020-06-30';

const day = fc
  .oneof(fc.integer({ min: 0, max: 170 }), { weight: 3, arbitrary: fc.integer({ min: 100, max: 103 }) })
  .map((n) => new Date(Date.UTC(2020, 0, 1 + n)).toISOString().slice(0, 10));
const told = fc.record({
  kind: fc.constantFrom('has', 'has', 'has', 'moves'),
  party: fc.constantFrom('US', 'FR', 'DE', 'UN', 'UN', 'NATO'),
  where: fc.constantFrom('ML', 'ML', 'ML/Gao', 'XK', 'R:SAHEL'),
  to: fc.constantFrom('ML', 'NE', 'XK'),
  mission: fc.constantFrom(undefined, 'MINUSMA', 'MINUSMA', 'MINUSMA', 'KFOR', 'ISAF', 'Op Unheard'),
  unit: fc.constantFrom(undefined, undefined, undefined, '2nd Company', '5th Company'),
  number: fc.oneof(
    fc.integer({ min: 0, max: 9 }).map((n) => String(n * 50)),
    fc.integer({ min: 1, max: 9 }).map((n) => `<${n * 50}`),
    fc.integer({ min: 1, max: 9 }).map((n) => `>${n * 50}`),
  ),
  phase: fc.constantFrom('planned', 'underway', 'completed', 'completed', 'cancelled'),
  published: day,
});

const reports = fc.array(told, { minLength: 2, maxLength: 16 }).map((list): CaseReport[] =>
  list.map((c, i) => {
    const options = { ...(c.unit ? { unit: c.unit } : {}), ...(c.mission ? { mission: c.mission } : {}) };
    const claim =
      c.kind === 'has'
        ? has(`c${i}`, `${c.party} ${c.where} ${c.number}`, options)
        : moves(`c${i}`, `${c.party} ${c.where}>${c.to} ${c.number} ${c.phase}`, options);
    return report(c.published, `Outlet ${i % 3}`, claim);
  }),
);

test('every party is answered as if all that it serves beside were settled with it', () => {
  let [beside, apart] = [0, 0];
  fc.assert(
    fc.property(reports, (list) => {
      const evidence = gatherEvidence(knownOf({ reports: list, judge: [] }, AT), fixtureAtlas);
      const carrier = new Carrier(evidence);
      const words = wordingOf(evidence.names, evidence.labels, 'codes');
      const work: DayWork = { at: AT, carrier, missions: new Missions(evidence, carrier, AT, words), words };
      const places = [null, 'ML', 'XK', 'NE', 'R:SAHEL'].map((country) =>
        country === null ? null : evidence.names.where([{ country, name: null }]),
      );
      for (const party of evidence.parties) {
        for (const asked of places) {
          const whole = reconcileWhole(party, asked, evidence, work);
          const answer = reconcileParty(party, asked, evidence, work);
          expect(answer.rows).toEqual(whole.rows);
          const named = new Set(whole.rows.flatMap((row) => row.conflicts));
          const shown = (conflicts: typeof whole.conflicts) => conflicts.filter((c) => named.has(c.id));
          expect(shown(answer.conflicts)).toEqual(shown(whole.conflicts));
          if (whole.conflicts.some((c) => c.kind === 'whole')) beside++;
          else apart++;
        }
      }
    }),
    RUNS,
  );
  expect(Math.min(beside, apart)).toBeGreaterThan(20);
});
