// Interval propagation over "parts sum to at most their whole": lower ends flow up, upper ends flow down, each in one pass and exact.
import type { Constraint, Problem, Variable } from './constraints.ts';
import { ALONE, type Network, networkOf } from './network.ts';

/** The ends a variable starts from: [low, high], high null where no upper bound is known. */
export interface Ends {
  readonly low: number;
  readonly high: number | null;
}

/** What made an end: the variable's own evidence, or a constraint. */
export type Origin = 'own' | Constraint;

/** What bounds are worked out from; ends and constraints that hold may change between two readings, where `forget` is told. */
export interface Terms {
  ends(v: Variable): Ends;
  slackOf(c: Constraint): number;
  holds(c: Constraint): boolean;
  /** Where others, settled before, bound a variable from above. */
  readonly outer?: Outer;
}

/** What is settled of the variables beside a problem. */
export interface Outer {
  /** Of a variable that is none of the problem's own. */
  boundsOf(v: Variable): Propagated;
  ceilings(v: Variable): Iterable<Ceiling>;
}

/** What a whole leaves to one of its parts. */
export interface Ceiling {
  readonly constraint: Constraint;
  readonly left: number;
}

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
  /** Of the constraint. */
  readonly number: number;
  readonly sum: number;
  /** All parts are listed, and come to less than the whole is said to hold. */
  readonly short: boolean;
}

/** Bounds of every variable under the constraints that hold; sound and as tight as these constraints allow. */
export const propagate = (problem: Problem, terms: Terms): Propagated => new Propagation(problem, terms);

export class Propagation implements Propagated {
  readonly #network: Network;
  readonly #terms: Terms;
  readonly #ends: (Ends | undefined)[] = [];
  readonly #lows: (number | undefined)[];
  readonly #lowFrom: Origin[] = [];
  readonly #highs: (number | null | undefined)[];
  readonly #highFrom: Origin[] = [];
  /** By group: the worst of its violations, once looked for. */
  readonly #violations: (Violation | null | undefined)[] = [];

  constructor(problem: Problem, terms: Terms) {
    this.#network = networkOf(problem);
    this.#terms = terms;
    this.#lows = new Array(this.#network.variables.length).fill(undefined);
    this.#highs = new Array(this.#network.variables.length).fill(undefined);
  }

  low = (v: Variable): number => {
    const number = this.#network.numberOf(v);
    return number === undefined ? this.#beside(v).low(v) : this.#low(number);
  };
  high = (v: Variable): number | null => {
    const number = this.#network.numberOf(v);
    return number === undefined ? this.#beside(v).high(v) : this.#high(number);
  };

  lowFrom(v: Variable): Origin {
    const number = this.#network.numberOf(v);
    if (number === undefined) return this.#beside(v).lowFrom(v);
    this.#low(number);
    return this.#lowFrom[number]!;
  }

  highFrom(v: Variable): Origin {
    const number = this.#network.numberOf(v);
    if (number === undefined) return this.#beside(v).highFrom(v);
    this.#high(number);
    return this.#highFrom[number]!;
  }

  leaves(v: Variable): readonly Variable[] {
    const from = this.lowFrom(v);
    return from === 'own' ? [v] : from.parts.flatMap((part) => this.leaves(part));
  }

  /** What the wholes of contingents leave to this one of their parts. */
  *ceilings(v: Variable): Iterable<Ceiling> {
    const part = this.#network.numberOf(v)!;
    for (const number of this.#network.above[part]!) {
      const constraint = this.#network.constraints[number]!;
      if (constraint.kind !== 'contingents' || !this.#terms.holds(constraint)) continue;
      const left = this.#left(number, part);
      if (left !== null) yield { constraint, left };
    }
  }

  /** The terms of a variable have changed: all that constraints join it with is worked out again. */
  forget(v: Variable): void {
    const number = this.#network.numberOf(v)!;
    const group = this.#network.groupOf[number]!;
    if (group !== ALONE) this.#violations[group] = undefined;
    for (const one of group === ALONE ? [number] : this.#network.groups[group]!.variables) {
      this.#ends[one] = undefined;
      this.#lows[one] = undefined;
      this.#highs[one] = undefined;
    }
  }

  /** Lists that come to less than their whole, then the constraint, finest wholes first, whose parts come to more; null where all can hold together. */
  firstViolation(): Violation | null {
    let first: Violation | null = null;
    for (const [group, { constraints }] of this.#network.groups.entries()) {
      let found = this.#violations[group];
      if (found === undefined) {
        found = this.#worst(constraints);
        this.#violations[group] = found;
      }
      if (found !== null && (first === null || compare(found, first) < 0)) first = found;
    }
    return first;
  }

  /** True where any of these constraints cannot hold. */
  isViolated(among: (c: Constraint) => boolean): boolean {
    return this.#network.constraints.some((c, number) => among(c) && this.#worst([number]) !== null);
  }

  #worst(constraints: readonly number[]): Violation | null {
    let first: Violation | null = null;
    for (const number of constraints) {
      const constraint = this.#network.constraints[number]!;
      const { low, high } = this.#endsOf(this.#network.wholes[number]!);
      if (!this.#terms.holds(constraint)) continue;
      const most = constraint.complete ? this.#sumOfHighs(number) : null;
      if (most !== null && most < low) return { constraint, number, sum: most, short: true };
      if (high === null || this.#terms.slackOf(constraint) === Infinity) continue;
      const sum = this.#sumOfLows(number);
      if (sum <= high) continue;
      const found = { constraint, number, sum, short: false };
      if (first === null || compare(found, first) < 0) first = found;
    }
    return first;
  }

  #low(v: number): number {
    const seen = this.#lows[v];
    if (seen !== undefined) return seen;
    let value = this.#endsOf(v).low;
    let from: Origin = 'own';
    this.#lows[v] = value;
    this.#lowFrom[v] = from;
    for (const number of this.#network.below[v]!) {
      const c = this.#network.constraints[number]!;
      if (!this.#terms.holds(c)) continue;
      const sum = this.#sumOfLows(number);
      if (sum > value) [value, from] = [sum, c];
    }
    this.#lows[v] = value;
    this.#lowFrom[v] = from;
    return value;
  }

  #sumOfLows(constraint: number): number {
    const slack = this.#terms.slackOf(this.#network.constraints[constraint]!);
    if (slack === Infinity) return 0;
    let sum = -slack;
    for (const part of this.#network.parts[constraint]!) sum += this.#low(part);
    return sum;
  }

  #sumOfHighs(constraint: number): number | null {
    let sum = 0;
    for (const part of this.#network.parts[constraint]!) {
      const { high } = this.#endsOf(part);
      if (high === null) return null;
      sum += high;
    }
    return sum;
  }

  #endsOf(v: number): Ends {
    let ends = this.#ends[v];
    if (ends === undefined) {
      ends = this.#terms.ends(this.#network.variables[v]!);
      this.#ends[v] = ends;
    }
    return ends;
  }

  /** What the whole leaves to the part beside what the others have at least; null where nothing bounds it. */
  #left(constraint: number, part: number): number | null {
    const whole = this.#high(this.#network.wholes[constraint]!);
    if (whole === null) return null;
    const left = whole - (this.#sumOfLows(constraint) - this.#low(part));
    return Number.isFinite(left) ? left : null;
  }

  #beside(v: Variable): Propagated {
    const { outer } = this.#terms;
    if (outer === undefined) throw new Error(`${v.cell.key} is no variable of the problem`);
    return outer.boundsOf(v);
  }

  #high(v: number): number | null {
    const seen = this.#highs[v];
    if (seen !== undefined) return seen;
    let value = this.#endsOf(v).high;
    let from: Origin = 'own';
    this.#highs[v] = value;
    this.#highFrom[v] = from;
    for (const number of this.#network.above[v]!) {
      const c = this.#network.constraints[number]!;
      if (!this.#terms.holds(c)) continue;
      const left = this.#left(number, v);
      if (left !== null && (value === null || left < value)) [value, from] = [left, c];
    }
    for (const { constraint, left } of this.#terms.outer?.ceilings(this.#network.variables[v]!) ?? [])
      if (value === null || left < value) [value, from] = [left, constraint];
    // All parts are listed: the whole is no more than they are. By their own evidence, so that no end leans on itself.
    for (const number of this.#network.below[v]!) {
      const c = this.#network.constraints[number]!;
      const sum = c.complete && this.#terms.holds(c) ? this.#sumOfHighs(number) : null;
      if (sum !== null && (value === null || sum < value)) [value, from] = [sum, c];
    }
    this.#highs[v] = value;
    this.#highFrom[v] = from;
    return value;
  }
}

const compare = (a: Violation, b: Violation): number =>
  Number(b.short) - Number(a.short) ||
  (a.short ? a.number - b.number : 0) ||
  a.sum - b.sum ||
  a.constraint.parts.length - b.constraint.parts.length ||
  a.number - b.number;
