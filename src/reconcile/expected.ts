// The bounds once all that is planned is done, tightened by the same containment; a variable that nothing is to change keeps its bounds.
import type { Constraint, Problem, Variable } from './constraints.ts';
import { type Ends, type Outer, Propagation } from './propagate.ts';
import type { Settled } from './settle.ts';

/** True where a plan that is known changes any of them. */
export const isAnythingExpected = (variables: readonly Variable[]): boolean =>
  variables.some((v) => v.carried.expected !== null);

export function expectedIn(problem: Problem, settled: Settled, outer?: Outer): Propagation {
  const ends = (v: Variable): Ends => {
    const { expected } = v.carried;
    if (expected !== null) return { low: expected.min, high: expected.max };
    return { low: settled.bounds.low(v), high: settled.bounds.high(v) };
  };
  const beside = outer === undefined ? {} : { outer };
  const slackOf = (c: Constraint): number => c.expectedSlack;
  const holds = (c: Constraint): boolean => settled.holds(c) && !c.complete;
  const low = new Propagation(problem, { ...beside, ends, slackOf, holds });
  const overfull = new Set(
    problem.constraints.filter((c) => {
      const { high } = ends(c.whole);
      return high !== null && c.parts.reduce((sum, p) => sum + low.low(p), 0) - c.expectedSlack > high;
    }),
  );
  return new Propagation(problem, { ...beside, ends, slackOf, holds: (c) => holds(c) && !overfull.has(c) });
}
