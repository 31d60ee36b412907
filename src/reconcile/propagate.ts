// Interval propagation over "parts sum to at most their whole": lower ends flow up, upper ends flow down, each in one pass and exact.
import type { Constraint, Problem, Variable } from './constraints.ts';

/** The ends a variable starts from: [low, high], high null where no upper bound is known. */
export interface Ends {
  readonly low: number;
  readonly high: number | null;
}

/** What made an end: the variable's own evidence, or a constraint. */
export type Origin = 'own' | Constraint;

export interface Propagated {
  low(v: Variable): number;
  high(v: Variable): number | null;
  lowFrom(v: Variable): Origin;
  highFrom(v: Variable): Origin;
  /** The variables whose own evidence makes the low end, through any number of constraints. */
  leaves(v: Variable): readonly Variable[];
}

/** A whole that is said to hold fewer than its parts, or more than all of them. */
export interface Violation {
  readonly constraint: Constraint;
  readonly sum: number;
  /** All parts are listed, and come to less than the whole is said to hold. */
  readonly short: boolean;
}

/** Bounds of every variable under the constraints that `holds` admits; sound and as tight as these constraints allow. */
export function propagate(
  problem: Problem,
  ends: (v: Variable) => Ends,
  slackOf: (c: Constraint) => number,
  holds: (c: Constraint) => boolean,
): Propagated {
  const above = new Map<Variable, Constraint[]>();
  const below = new Map<Variable, Constraint[]>();
  for (const c of problem.constraints) {
    if (!holds(c)) continue;
    push(below, c.whole, c);
    for (const part of c.parts) push(above, part, c);
  }
  const lows = new Map<Variable, { value: number; from: Origin }>();
  const highs = new Map<Variable, { value: number | null; from: Origin }>();

  const low = (v: Variable): { value: number; from: Origin } => {
    const seen = lows.get(v);
    if (seen) return seen;
    let value = ends(v).low;
    let from: Origin = 'own';
    lows.set(v, { value, from });
    for (const c of below.get(v) ?? []) {
      const sum = sumOfLows(c);
      if (sum > value) [value, from] = [sum, c];
    }
    const found = { value, from };
    lows.set(v, found);
    return found;
  };
  const sumOfLows = (c: Constraint): number => {
    const slack = slackOf(c);
    if (slack === Infinity) return 0;
    let sum = -slack;
    for (const part of c.parts) sum += low(part).value;
    return sum;
  };
  const high = (v: Variable): { value: number | null; from: Origin } => {
    const seen = highs.get(v);
    if (seen) return seen;
    let value = ends(v).high;
    let from: Origin = 'own';
    highs.set(v, { value, from });
    for (const c of above.get(v) ?? []) {
      const whole = high(c.whole).value;
      if (whole === null) continue;
      const left = whole - (sumOfLows(c) - low(v).value);
      if (Number.isFinite(left) && (value === null || left < value)) [value, from] = [left, c];
    }
    // All parts are listed: the whole is no more than they are. By their own evidence, so that no end leans on itself.
    for (const c of below.get(v) ?? []) {
      const sum = c.complete ? sumOfHighs(c, ends) : null;
      if (sum !== null && (value === null || sum < value)) [value, from] = [sum, c];
    }
    const found = { value, from };
    highs.set(v, found);
    return found;
  };
  const leaves = (v: Variable): readonly Variable[] => {
    const { from } = low(v);
    return from === 'own' ? [v] : from.parts.flatMap(leaves);
  };
  return {
    low: (v) => low(v).value,
    high: (v) => high(v).value,
    lowFrom: (v) => low(v).from,
    highFrom: (v) => high(v).from,
    leaves,
  };
}

function sumOfHighs(c: Constraint, ends: (v: Variable) => Ends): number | null {
  let sum = 0;
  for (const part of c.parts) {
    const { high } = ends(part);
    if (high === null) return null;
    sum += high;
  }
  return sum;
}

/** The first constraint, finest wholes first, whose parts come to more than its whole is said to hold; null where all can hold together. */
export function firstViolation(
  problem: Problem,
  bounds: Propagated,
  ends: (v: Variable) => Ends,
  slackOf: (c: Constraint) => number,
  holds: (c: Constraint) => boolean,
): Violation | null {
  let first: Violation | null = null;
  for (const c of problem.constraints) {
    const { low, high } = ends(c.whole);
    if (!holds(c)) continue;
    const most = c.complete ? sumOfHighs(c, ends) : null;
    if (most !== null && most < low) return { constraint: c, sum: most, short: true };
    if (high === null || slackOf(c) === Infinity) continue;
    const sum = c.parts.reduce((s, part) => s + bounds.low(part), -slackOf(c));
    if (sum <= high) continue;
    if (first === null || sum < first.sum || (sum === first.sum && c.parts.length < first.constraint.parts.length))
      first = { constraint: c, sum, short: false };
  }
  return first;
}

function push<K, V>(map: Map<K, V[]>, key: K, value: V): void {
  const list = map.get(key);
  if (list) list.push(value);
  else map.set(key, [value]);
}
