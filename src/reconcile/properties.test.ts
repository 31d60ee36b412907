// What holds for any claims: the order of arrival does not matter, agreement only tightens, judging and undoing is nothing, bounds are exact.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Carried } from './carry.ts';
import type { Constraint, Problem, Variable } from './constraints.ts';
import { fixtureAtlas } from './fixture-atlas.ts';
import { reconcile } from './knowledge.ts';
import { type CaseReport, knownOf } from './posture-cases.ts';
import { propagate } from './propagate.ts';
import { has, moves, report } from './scenario.ts';

const RUNS = { numRuns: Number(process.env['RUNS'] ?? 150), seed: Number(process.env['SEED'] ?? 20200108) };
const AT = '2020-06-30';

const day = fc
  .oneof(fc.integer({ min: 0, max: 170 }), fc.integer({ min: 100, max: 104 }))
  .map((n) => new Date(Date.UTC(2020, 0, 1 + n)).toISOString().slice(0, 10));
const where = fc.constantFrom('EE', 'LV', 'LT', 'R:BALTICS', 'EE/Tapa', 'EE/Amari');
const party = fc.constantFrom('US', 'FR');
const number = fc.oneof(
  fc.integer({ min: 0, max: 900 }).map(String),
  fc.integer({ min: 1, max: 90 }).map((n) => `~${n * 10}`),
  fc.integer({ min: 1, max: 900 }).map((n) => `<${n}`),
  fc.integer({ min: 1, max: 500 }).map((n) => `>${n}`),
  fc.constant('?'),
);
const unit = fc.constantFrom(undefined, undefined, undefined, '2nd Company', '5th Company');
const phase = fc.constantFrom('planned', 'underway', 'completed', 'completed', 'cancelled', 'proposed');

const claims = fc.array(
  fc.oneof(
    fc.record({
      kind: fc.constant('has' as const),
      party,
      where,
      number,
      unit,
      published: day,
      dated: fc.boolean(),
      time: day,
    }),
    fc.record({
      kind: fc.constant('moves' as const),
      party,
      where,
      to: where,
      number,
      unit,
      phase,
      home: fc.boolean(),
      published: day,
      dated: fc.boolean(),
      time: day,
    }),
  ),
  { minLength: 1, maxLength: 12 },
);

const reports = claims.map((list): CaseReport[] =>
  list.map((c, i) => {
    const time = c.dated && c.time <= c.published ? { time: c.time } : {};
    const options = { ...time, ...(c.unit ? { unit: c.unit } : {}) };
    const claim =
      c.kind === 'has'
        ? has(`c${i}`, `${c.party} ${c.where} ${c.number}`, options)
        : moves(
            `c${i}`,
            `${c.party} ${c.home || c.to === c.where ? c.party : c.to}>${c.where} ${c.number} ${c.phase}`,
            options,
          );
    return report(c.published, `Outlet ${i % 3}`, claim);
  }),
);

const answer = (list: readonly CaseReport[], judge: Parameters<typeof knownOf>[0]['judge'] = []) => {
  const { rows, conflicts } = reconcile(knownOf({ reports: list, judge: judge! }, AT), fixtureAtlas, { at: AT });
  return { rows, conflicts };
};

describe('properties of the posture', () => {
  test('the order of arrival does not matter', () => {
    fc.assert(
      fc.property(
        reports.chain((list) => fc.tuple(fc.constant(list), fc.shuffledSubarray(list, { minLength: list.length }))),
        ([list, shuffled]) => {
          expect(answer(shuffled)).toEqual(answer(list));
        },
      ),
      RUNS,
    );
  });

  test('every row is sound', () => {
    fc.assert(
      fc.property(reports, (list) => {
        for (const row of answer(list).rows) {
          for (const b of row.expected ? [row, row.expected] : [row]) {
            expect(Number.isInteger(b.min) && b.min >= 0).toBe(true);
            expect(b.max === null || (Number.isInteger(b.max) && b.max >= b.min)).toBe(true);
          }
        }
      }),
      RUNS,
    );
  });

  test('the same claims told once more change no bound', () => {
    fc.assert(
      fc.property(reports, (list) => {
        const again = list.map((r) => ({
          report: { ...r.report, id: `${r.report.id} copy` },
          claims: r.claims.map((c) => ({ ...c, id: `${c['id']}x` })),
        }));
        const bounds = (rows: ReturnType<typeof answer>['rows']) =>
          rows.map(({ party, place, unit, min, max, expected }) => ({ party, place, unit, min, max, expected }));
        expect(bounds(answer([...list, ...again]).rows)).toEqual(bounds(answer(list).rows));
      }),
      RUNS,
    );
  });

  test('a claim judged and the judgement withdrawn is as it was', () => {
    fc.assert(
      fc.property(reports, fc.nat(), fc.constantFrom('accept' as const, 'reject' as const), (list, n, verdict) => {
        const claim = `c${n % list.length}`;
        const judge = [
          { claim, verdict, on: '2020-06-20' },
          { claim, verdict: 'withdraw' as const, on: '2020-06-25' },
        ];
        expect(answer(list, judge)).toEqual(answer(list));
      }),
      RUNS,
    );
  });

  test('a compatible count of the same day only tightens', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 500 }),
        fc.integer({ min: 0, max: 200 }),
        fc.integer({ min: 0, max: 100 }),
        fc.integer({ min: 0, max: 100 }),
        (low, width, cutLow, cutHigh) => {
          const high = low + width;
          const narrow = `${Math.min(high, Math.max(0, low - 50 + cutLow))}-${high + 50 - Math.min(cutHigh, 50)}`;
          const first = [report('2020-05-02', 'A', has('a', `US EE ${low}-${high}`, { time: '2020-05-01' }))];
          const both = [...first, report('2020-05-03', 'B', has('b', `US EE ${narrow}`, { time: '2020-05-01' }))];
          const [before, after] = [answer(first).rows[0]!, answer(both).rows[0]!];
          expect(after.min).toBeGreaterThanOrEqual(before.min);
          expect(after.max!).toBeLessThanOrEqual(before.max!);
          expect(answer(both).conflicts).toEqual([]);
        },
      ),
      RUNS,
    );
  });

  test('conflicts are minimal: with any one of their claims left out the others can hold together', () => {
    fc.assert(
      fc.property(reports, (list) => {
        for (const conflict of answer(list).conflicts) {
          const only = (ids: readonly string[]) =>
            list.filter((r) => r.claims.some((c) => ids.includes(String(c['id']))));
          for (const one of conflict.claims) {
            const rest = conflict.claims.filter((id) => id !== one);
            expect(answer(only(rest)).conflicts.map((c) => c.claims)).toEqual([]);
          }
        }
      }),
      RUNS,
    );
  });
});

describe('propagation', () => {
  const ends = fc.tuple(fc.integer({ min: 0, max: 4 }), fc.option(fc.integer({ min: 0, max: 5 })));
  const SIZE = 4;
  const TOP = 9;

  test('is as tight as trying every number, and never tighter', () => {
    const sums = fc.array(fc.tuple(fc.integer({ min: 1, max: SIZE - 1 }), fc.subarray([0, 1, 2], { minLength: 1 })), {
      maxLength: 3,
    });
    fc.assert(
      fc.property(fc.array(ends, { minLength: SIZE, maxLength: SIZE }), sums, (given, raw) => {
        const variables = given.map(
          (_, i): Variable => ({ cell: { key: String(i) } as Variable['cell'], carried: {} as Carried }),
        );
        const constraints = raw.flatMap(([whole, parts]): Constraint[] => {
          const lower = parts.filter((p) => p < whole);
          return lower.length === 0
            ? []
            : [
                {
                  whole: variables[whole]!,
                  parts: lower.map((p) => variables[p]!),
                  kind: 'places',
                  slack: 0,
                  expectedSlack: 0,
                  complete: false,
                },
              ];
        });
        const problem = { variables, constraints } as unknown as Problem;
        const start = (v: Variable) => {
          const [low, high] = given[variables.indexOf(v)]!;
          return { low, high: high === null ? TOP : Math.max(low, high) };
        };
        const got = propagate(problem, { ends: start, slackOf: (c) => c.slack, holds: () => true });
        const possible: number[][] = variables.map(() => []);
        const tryAll = (values: number[]): void => {
          if (values.length === SIZE) {
            const fits = constraints.every(
              (c) =>
                c.parts.reduce((s, p) => s + values[variables.indexOf(p)]!, 0) <= values[variables.indexOf(c.whole)]!,
            );
            if (fits) for (const [i, value] of values.entries()) possible[i]!.push(value);
            return;
          }
          const { low, high } = start(variables[values.length]!);
          for (let n = low; n <= high; n++) tryAll([...values, n]);
        };
        tryAll([]);
        fc.pre(possible[0]!.length > 0);
        variables.forEach((v, i) => {
          const seen = { min: Math.min(...possible[i]!), max: Math.max(...possible[i]!) };
          expect(got.low(v)).toBeLessThanOrEqual(seen.min);
          expect(got.high(v)).toBeGreaterThanOrEqual(seen.max);
          if (constraints.length <= 1) expect([got.low(v), got.high(v)]).toEqual([seen.min, seen.max]);
        });
      }),
      { numRuns: 300, seed: 7 },
    );
  });
});
