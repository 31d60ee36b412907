// Interval propagation against a linear program (HiGHS) of the same constraints: never tighter than it, and as tight where wholes have apart parts.
import fc from 'fast-check';
import highs from 'highs';
import { describe, expect, test } from 'vitest';
import type { Carried } from './carry.ts';
import type { Constraint, Problem, Variable } from './constraints.ts';
import { type Ends, Propagation } from './propagate.ts';

// Its types are those of its CommonJS build: the module itself is the loader.
const solver = await (highs as unknown as typeof highs.default)();
/** Stands for no bound: far beyond any sum of those drawn. */
const FAR = 1_000_000;

interface Drawn {
  readonly problem: Problem;
  readonly ends: (v: Variable) => Ends;
}

const variable = (i: number): Variable => ({ cell: { key: `x${i}` } as Variable['cell'], carried: {} as Carried });
const name = (v: Variable): string => v.cell.key;

/** The least or most that a variable can be while all hold; null where they cannot hold together, Infinity without a bound. */
function extreme(direction: 'Minimize' | 'Maximize', v: Variable, { problem, ends }: Drawn): number | null {
  const sum = (parts: readonly Variable[]) => parts.map(name).join(' + ');
  const rows = problem.constraints.flatMap((c, i) => [
    `c${i}: ${sum(c.parts)} - ${name(c.whole)} <= ${c.slack}`,
    ...(c.complete ? [`e${i}: ${sum(c.parts)} - ${name(c.whole)} >= 0`] : []),
  ]);
  const bounds = problem.variables.map((one) => {
    const { low, high } = ends(one);
    return ` ${low} <= ${name(one)} <= ${high ?? FAR}`;
  });
  const text = [
    `${direction}\n obj: ${name(v)}`,
    `Subject To\n ${rows.length > 0 ? rows.join('\n ') : `c: ${name(v)} >= 0`}`,
    `Bounds\n${bounds.join('\n')}`,
    'End\n',
  ].join('\n');
  const { Status, ObjectiveValue } = solver.solve(text, { output_flag: false } as never);
  if (Status !== 'Optimal' && Status !== 'Infeasible') throw new Error(`${Status}\n${text}`);
  if (Status !== 'Optimal') return null;
  return ObjectiveValue > FAR / 2 ? Infinity : Math.round(ObjectiveValue);
}

/** Parts come after their wholes, so that nothing is a part of itself. `tree`: each is part of one whole at most. */
const problems = (size: number, tree: boolean): fc.Arbitrary<Drawn> =>
  fc
    .record({
      bounds: fc.array(fc.tuple(fc.nat({ max: 60 }), fc.option(fc.nat({ max: 120 }), { freq: 2 })), {
        minLength: size,
        maxLength: size,
      }),
      parents: fc.array(fc.array(fc.nat({ max: size - 1 }), { minLength: 1, maxLength: tree ? 1 : 3 }), {
        minLength: size,
        maxLength: size,
      }),
      slacks: fc.array(fc.constantFrom(0, 0, 0, 7), { minLength: size, maxLength: size }),
      complete: fc.array(fc.constantFrom(false, false, !tree), { minLength: size, maxLength: size }),
    })
    .map(({ bounds, parents, slacks, complete }): Drawn => {
      const variables = bounds.map((_, i) => variable(i));
      const constraints = variables.flatMap((whole, w): Constraint[] => {
        const parts = variables.filter((_, p) => p > w && parents[p]!.some((parent) => parent % p === w));
        const all = complete[w]!;
        const slack = all ? 0 : slacks[w]!;
        return parts.length === 0 ? [] : [{ whole, parts, kind: 'places', slack, expectedSlack: slack, complete: all }];
      });
      const ends = (v: Variable): Ends => {
        const [low, width] = bounds[variables.indexOf(v)]!;
        return { low: low > 40 ? 0 : low, high: width === null ? null : low + width };
      };
      return { problem: { variables, constraints } as unknown as Problem, ends };
    });

const slackOf = (c: Constraint): number => c.slack;
const holds = (): boolean => true;

describe('bounds by propagation beside those of a linear program', () => {
  test('are never tighter, and what it calls impossible the other cannot solve', () => {
    let solved = 0;
    fc.assert(
      fc.property(problems(7, false), (drawn) => {
        const { problem, ends } = drawn;
        const bounds = new Propagation(problem, { ends, slackOf, holds });
        const feasible = extreme('Minimize', problem.variables[0]!, drawn) !== null;
        if (bounds.firstViolation() !== null) expect(feasible).toBe(false);
        if (!feasible) return;
        solved++;
        for (const v of problem.variables) {
          expect(bounds.low(v)).toBeLessThanOrEqual(extreme('Minimize', v, drawn)!);
          expect(bounds.high(v) ?? Infinity).toBeGreaterThanOrEqual(extreme('Maximize', v, drawn)!);
        }
      }),
      { numRuns: 120, seed: 20_200_108 },
    );
    expect(solved).toBeGreaterThan(40);
  });

  test('are exactly those where each is a part of one whole', () => {
    let solved = 0;
    fc.assert(
      fc.property(problems(6, true), (drawn) => {
        const { problem, ends } = drawn;
        const bounds = new Propagation(problem, { ends, slackOf, holds });
        if (extreme('Minimize', problem.variables[0]!, drawn) === null) return;
        solved++;
        for (const v of problem.variables) {
          expect(bounds.low(v)).toBe(extreme('Minimize', v, drawn));
          expect(bounds.high(v) ?? Infinity).toBe(extreme('Maximize', v, drawn));
        }
      }),
      { numRuns: 80, seed: 7 },
    );
    expect(solved).toBeGreaterThan(25);
  });
});
