// A count and what came and left since, added up day by day; where more left than were there it stops at none, and says so.
import type { Bounds } from '../model/bounds.ts';
import type { Day } from '../model/day.ts';
import type { Base } from './base.ts';
import type { MovementState } from './movement-state.ts';
import type { Observation } from './observations.ts';
import type { Telling } from './tellings.ts';

/** A change since the count: `bounds` left (-1) or came (+1); `sure` false where it may be none of them. */
export interface Step {
  readonly kind: 'done' | 'underway' | 'planned';
  readonly sign: -1 | 1;
  readonly bounds: Bounds;
  readonly day: Day;
  readonly state: MovementState;
  readonly tellings: readonly Telling[];
}

export interface Overdraw {
  readonly counts: readonly Observation[];
  readonly departures: readonly Telling[];
}

/** The count with its steps day by day; where more left than were there it stops at none, and says so. */
export function addUp(base: Base | null, steps: readonly Step[]): { bounds: Bounds; overdraw: Overdraw | null } {
  let low = base?.bounds.min ?? 0;
  let high = base?.bounds.max ?? null;
  let overdraw: Overdraw | null = null;
  const departures: Step[] = [];
  for (let i = 0; i < steps.length; i++) {
    const { sign, bounds, day } = steps[i]!;
    if (sign > 0) {
      low += bounds.min;
      high = high === null || bounds.max === null ? null : high + bounds.max;
    } else {
      departures.push(steps[i]!);
      low = bounds.max === null ? 0 : low - bounds.max;
      high = high === null ? null : high - bounds.min;
    }
    if (steps[i + 1]?.day === day) continue;
    low = Math.max(0, low);
    if (high !== null && high < 0) {
      overdraw ??= overdrawnBy(base!, departures, steps.slice(0, i + 1));
      high = settledHigh(base!, departures);
      low = 0;
    }
  }
  return { bounds: { min: high === null ? low : Math.min(low, high), max: high }, overdraw };
}

/** More left than were there: none to all of the count may remain; a departure that a reviewer accepted leaves the count without ground. */
const settledHigh = (base: Base, departures: readonly Step[]): number | null =>
  departures.every((d) => d.tellings.some((t) => t.accepted)) && !base.admitted.some((o) => o.accepted)
    ? null
    : base.bounds.max;

/** The count and the fewest departures that it cannot hold. */
function overdrawnBy(base: Base, departures: readonly Step[], steps: readonly Step[]): Overdraw {
  const arrivals = steps.filter((s) => s.sign > 0).reduce((sum, s) => sum + (s.bounds.max ?? 0), 0);
  const stock = base.bounds.max! + arrivals;
  let needed = [...departures];
  for (const one of [...departures].sort((a, b) => a.bounds.min - b.bounds.min)) {
    const rest = needed.filter((d) => d !== one);
    if (rest.reduce((sum, d) => sum + d.bounds.min, 0) > stock) needed = rest;
  }
  const count = base.admitted.find((o) => o.bounds.max === base.bounds.max) ?? base.admitted[0]!;
  return { counts: [count], departures: needed.map((d) => bestTelling(d)) };
}

const bestTelling = (step: Step): Telling =>
  [...step.tellings].filter((t) => t.bounds.min >= step.bounds.min && t.phase === 'completed')[0] ?? step.tellings[0]!;

/** A count with the sum of some changes, in any order; never under none. */
export function shift(start: Bounds, nets: readonly { sign: -1 | 1; bounds: Bounds }[]): Bounds {
  let low = start.min;
  let high = start.max;
  for (const { sign, bounds } of nets) {
    if (sign > 0) {
      low += bounds.min;
      high = high === null || bounds.max === null ? null : high + bounds.max;
    } else {
      low = bounds.max === null ? -Infinity : low - bounds.max;
      high = high === null ? null : high - bounds.min;
    }
  }
  return { min: Math.max(0, low), max: high === null ? null : Math.max(0, high) };
}
