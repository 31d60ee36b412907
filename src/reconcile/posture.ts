// The reconciled picture of a day: a pure function of the known claims, the atlas and the day. Decided when read, never stored as truth.
import { type Bounds, sameBounds, UNKNOWN } from '../model/bounds.ts';
import { type Day, daysBetween } from '../model/day.ts';
import type { Party } from '../model/party.ts';
import type { Place } from '../model/place.ts';
import type { Quantity } from '../model/quantity.ts';
import type { Carrier } from './carry.ts';
import { type Conflict, conflictsIn, mergeConflicts } from './conflicts.ts';
import { type Constraint, cellsBearing, type Problem, problemOf, type Variable } from './constraints.ts';
import type { Evidence } from './evidence.ts';
import type { Where } from './names.ts';
import { type Propagated, propagate } from './propagate.ts';
import { type Settled, settle } from './settle.ts';
import { type RowWhy, whyOf } from './why.ts';
import { type Wording, wordingOf } from './wording.ts';

export interface PostureQuestion {
  /** The valid day: what held then, as far as the claims tell. */
  readonly at: Day;
  /** A party code; all parties where left out. */
  readonly party?: Party | null;
  /** Rows of this place and of those in it; all places where left out. A region asked for has rows of its own. */
  readonly place?: Place | null;
}

/** `zero` is reported as none; `counted` has a number; `present` is there, its number not told or withheld; `unknown` is named, with nothing known. No row: not reported. */
export type Answer = 'zero' | 'counted' | 'present' | 'unknown';

export interface PostureRow {
  readonly party: Party;
  /** `name` null: the whole country or region. */
  readonly place: Place;
  readonly mission: string | null;
  readonly unit: string | null;
  readonly of: Quantity['of'];
  readonly min: number;
  /** Null: no upper bound known. */
  readonly max: number | null;
  /** When all that is planned or under way is done; null: no change expected. */
  readonly expected: Bounds | null;
  /** The day of the count it stands on (of the oldest where it is a sum of counts); null where nobody counted. */
  readonly observed: Day | null;
  readonly age_days: number | null;
  /** Every claim behind the bounds and the expectation, sorted. */
  readonly claims: readonly string[];
  /** One line; the tree is `tree`. */
  readonly why: string;
  /** Ids of the conflicts that touch it. */
  readonly conflicts: readonly string[];
  readonly answer: Answer;
  readonly tree: Omit<RowWhy, 'line'>;
}

export interface Reconciled {
  readonly rows: readonly PostureRow[];
  readonly conflicts: readonly Conflict[];
}

/** Rows and conflicts of one party as of `at`, of all places where `asked` is null; sorted by place, mission and unit. */
export function reconcileParty(
  party: Party,
  asked: Where | null,
  evidence: Evidence,
  carrier: Carrier,
  at: Day,
): Reconciled {
  const cells = cellsBearing(party, asked, evidence, at);
  if (asked !== null && !cells.all.some((cell) => evidence.names.liesIn(cell.where, asked))) return NOTHING;
  const words = wordingOf(evidence.names, evidence.labels);
  const problem = problemOf(cells, evidence, carrier, at);
  const settled = settle(problem, words);
  const found = mergeConflicts([
    ...problem.variables.flatMap((v) => conflictsIn(v.carried, words)),
    ...settled.conflicts,
  ]);
  const expected = expectedBounds(problem, settled);
  const shown = rowVariables(party, problem, settled.bounds, expected);
  const within = shown.filter((v) => asked === null || evidence.names.liesIn(v.cell.where, asked));
  return {
    rows: within.map((v) => rowOf(v, settled.bounds, expected, found, words, at)),
    conflicts: found.filter((c) => c.party === party && (asked === null || touches(c, problem, asked, evidence))),
  };
}

const NOTHING: Reconciled = { rows: [], conflicts: [] };

const touches = (conflict: Conflict, problem: Problem, asked: Where, evidence: Evidence): boolean =>
  problem.variables.some((v) => conflict.cells.includes(v.cell.key) && evidence.names.liesIn(v.cell.where, asked));

/** The bounds once all that is planned is done, tightened by the same containment; a variable that nothing is to change keeps its bounds. */
function expectedBounds(problem: Problem, settled: Settled): Propagated | null {
  const changing = (v: Variable): Bounds | null => v.carried.expected;
  if (!problem.variables.some((v) => changing(v) !== null)) return null;
  const ends = (v: Variable): { low: number; high: number | null } => {
    const own = changing(v);
    if (own !== null) return { low: own.min, high: own.max };
    return { low: settled.bounds.low(v), high: settled.bounds.high(v) };
  };
  const slackOf = (c: Constraint): number => c.expectedSlack;
  const low = propagate(problem, { ends, slackOf, holds: (c) => settled.holds(c) && !c.complete });
  const overfull = new Set(
    problem.constraints.filter((c) => {
      const { high } = ends(c.whole);
      return high !== null && c.parts.reduce((sum, p) => sum + low.low(p), 0) - c.expectedSlack > high;
    }),
  );
  return propagate(problem, { ends, slackOf, holds: (c) => settled.holds(c) && !overfull.has(c) && !c.complete });
}

// ------------------------------------------------------------------------------------------------ which rows

/**
 * A row for every cell that claims name, and for the wholes they are in: a country known only through its bases, a force through its units.
 * A whole that is known through one mission alone has the row of that mission and none beside it that would say less.
 */
function rowVariables(party: Party, problem: Problem, bounds: Propagated, expected: Propagated | null): Variable[] {
  const own = problem.variables.filter((v) => v.cell.party === party);
  const tells = (v: Variable): boolean => {
    if (v.carried.base !== null || bounds.low(v) > 0) return true;
    if (expected !== null && v.carried.expected !== null && (expected.low(v) > 0 || v.carried.expected.max !== null))
      return true;
    // Of a unit that left nothing is known but that the force bounds it; of a place that some left it is worth a row.
    return v.cell.unit === null && bounds.high(v) !== null;
  };
  const told = own.filter(tells);
  return told.filter((v) => {
    if (problem.direct.has(v.cell.key)) return true;
    const { where, mission, unit, of } = v.cell;
    if (mission !== null || unit !== null) return true;
    const missions = told.filter(
      (o) => o.cell.where.key === where.key && o.cell.of === of && o.cell.mission !== null && o.cell.unit === null,
    );
    if (missions.length !== 1) return true;
    return told.some(
      (o) =>
        o !== v &&
        o.cell.mission === null &&
        o.cell.of === of &&
        problem.direct.has(o.cell.key) &&
        problem.isWithin(o, v),
    );
  });
}

function rowOf(
  v: Variable,
  bounds: Propagated,
  coming: Propagated | null,
  conflicts: readonly Conflict[],
  words: Wording,
  at: Day,
): PostureRow {
  const { cell, carried } = v;
  const value: Bounds = { min: bounds.low(v), max: bounds.high(v) };
  const next = coming !== null && carried.expected !== null ? { min: coming.low(v), max: coming.high(v) } : null;
  const sound = next !== null && next.max !== null && next.max < next.min ? carried.expected : next;
  const expected = sound !== null && sameBounds(sound, value) ? null : sound;
  const { line, ...tree } = whyOf(v, bounds, expected, words);
  const observed = observedOn(v, bounds);
  return {
    party: cell.party,
    place: words.place(cell.where),
    mission: words.mission(cell.mission),
    unit: words.unit(cell.unit),
    of: cell.of,
    ...value,
    expected,
    observed,
    age_days: observed === null ? null : daysBetween(observed, at),
    claims: claimsBehind(v, tree),
    why: line,
    conflicts: conflicts.filter((c) => c.cells.includes(cell.key)).map((c) => c.id),
    answer: answerOf(value, v),
    tree,
  };
}

function claimsBehind(v: Variable, tree: Omit<RowWhy, 'line'>): string[] {
  const { base, pending, steps } = v.carried;
  const ids = new Set([...tree.min.claims, ...tree.max.claims, ...(tree.expected?.claims ?? [])]);
  for (const o of base?.admitted ?? []) ids.add(o.id);
  for (const step of [...steps, ...pending]) for (const t of step.tellings) ids.add(t.id);
  return [...ids].sort();
}

function observedOn(v: Variable, bounds: Propagated): Day | null {
  if (v.carried.base !== null) return v.carried.base.anchor;
  const days = bounds
    .leaves(v)
    .flatMap((leaf) => [leaf.carried.base?.anchor ?? leaf.carried.steps.at(-1)?.day])
    .filter((d): d is Day => d !== undefined);
  return days.sort()[0] ?? null;
}

function answerOf(value: Bounds, v: Variable): Answer {
  if (value.max === 0) return 'zero';
  if (sameBounds(value, UNKNOWN)) return 'unknown';
  const uncounted = v.carried.base?.admitted.every((o) => !o.counted) ?? false;
  return uncounted && value.min <= 1 && value.max === null ? 'present' : 'counted';
}
