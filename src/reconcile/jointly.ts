// Those who left several places together, by one number: each place may have lost them all, the places together lost them once.
import type { Carried } from './carry.ts';
import type { Variable } from './constraints.ts';
import { addUp, type Step } from './sums.ts';

/** The parts as they would be had nobody left several of them together, and those who did. */
export interface Rejoined {
  readonly parts: readonly Variable[];
  readonly left: readonly Step[];
  /** So many at most. */
  readonly most: number;
}

/** Null where no departure touches two of these parts, or none of those that do has a number. */
export function rejoined(parts: readonly Variable[]): Rejoined | null {
  const seen = new Map<Step['tellings'], { readonly step: Step; touches: number }>();
  for (const { carried } of parts)
    for (const step of carried.steps) {
      if (step.sign > 0 || step.bounds.max === null) continue;
      const one = seen.get(step.tellings);
      if (one === undefined) seen.set(step.tellings, { step, touches: 1 });
      else one.touches++;
    }
  const left = [...seen.values()].filter(({ touches }) => touches > 1).map(({ step }) => step);
  if (left.length === 0) return null;
  const told = new Set(left.map(({ tellings }) => tellings));
  const isJoint = (step: Step): boolean => step.sign < 0 && told.has(step.tellings);
  return {
    parts: parts.map((part) => (part.carried.steps.some(isJoint) ? without(part, isJoint) : part)),
    left,
    most: left.reduce((sum, { bounds }) => sum + bounds.max!, 0),
  };
}

/** What is known to be there is known of it before the others left, too. */
function without(part: Variable, isJoint: (step: Step) => boolean): Variable {
  const { carried } = part;
  const steps = carried.steps.filter((step) => !isJoint(step));
  const { min } = addUp(carried.base, steps).bounds;
  const before: Carried = {
    ...carried,
    bounds: { min: Math.max(min, carried.bounds.min), max: null },
    steps,
    expected: null,
    pending: [],
    ahead: null,
    overdraw: null,
  };
  return { cell: part.cell, carried: before, standsFor: part };
}
