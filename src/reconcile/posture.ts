// The reconciled picture of a day: a pure function of the known claims, the atlas and the day. Decided when read, never stored as truth.
import { type Bounds, sameBounds, UNKNOWN } from '../model/bounds.ts';
import { type Day, daysBetween } from '../model/day.ts';
import type { Party } from '../model/party.ts';
import type { Place } from '../model/place.ts';
import type { Quantity } from '../model/quantity.ts';
import type { Carrier } from './carry.ts';
import { type Conflict, mergeConflicts } from './conflicts.ts';
import { connectedTo } from './connected.ts';
import { type CellsBearing, cellsBearing, cellsOwn, type Problem, problemOf, type Variable } from './constraints.ts';
import type { Evidence } from './evidence.ts';
import { expectedIn, isAnythingExpected } from './expected.ts';
import { type Found, foundBy, leadsMissions, type Missions, type Picture } from './missions.ts';
import type { Where } from './names.ts';
import type { Propagated } from './propagate.ts';
import { settle } from './settle.ts';
import { type RowTree, whyOf } from './why.ts';
import type { Wording } from './wording.ts';

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
  /** The larger whole whose count is its upper end: no claim bounds the row itself from above. Null where one does, or none is bounded. */
  readonly within: Whole | null;
  readonly tree: RowTree;
}

/** A place, force or mission that the row is a part of, with its bounds. */
export interface Whole extends Bounds {
  readonly party: Party;
  readonly place: Place;
  readonly mission: string | null;
}

export interface Reconciled {
  readonly rows: readonly PostureRow[];
  readonly conflicts: readonly Conflict[];
}

/** What is worked out of a day as it is asked for. */
export interface DayWork {
  readonly at: Day;
  readonly carrier: Carrier;
  readonly missions: Missions;
  readonly words: Wording;
}

/** Rows and conflicts of one party as of the day, of all places where `asked` is null; sorted by place, mission and unit. */
export function reconcileParty(party: Party, asked: Where | null, evidence: Evidence, day: DayWork): Reconciled {
  const near = (bearing: CellsBearing): CellsBearing =>
    asked === null ? bearing : connectedTo(asked, bearing, evidence);
  const together = (): Picture => wholePicture(near(cellsBearing(party, asked, evidence, day.at)), evidence, day);
  if (leadsMissions(party, evidence)) return answerFrom(together(), party, asked, evidence, day);
  const own = cellsOwn(party, asked, evidence, day.at);
  if (asked !== null && !own.all.some((cell) => evidence.names.liesIn(cell.where, asked))) return NOTHING;
  const picture = day.missions.picture(party, near(own)) ?? together();
  return answerFrom(picture, party, asked, evidence, day);
}

/** The same with all that the party leads or serves beside settled at once. */
export function reconcileWhole(party: Party, asked: Where | null, evidence: Evidence, day: DayWork): Reconciled {
  const picture = wholePicture(cellsBearing(party, asked, evidence, day.at), evidence, day);
  return answerFrom(picture, party, asked, evidence, day);
}

const NOTHING: Reconciled = { rows: [], conflicts: [] };

function wholePicture(bearing: CellsBearing, evidence: Evidence, { at, carrier, words }: DayWork): Picture {
  const problem = problemOf(bearing, evidence, carrier, at);
  const settled = settle(problem, words);
  const found = foundBy(problem.variables, settled, words);
  return { problem, settled, found, expected: () => expectedIn(problem, settled) };
}

function answerFrom(
  picture: Picture,
  party: Party,
  asked: Where | null,
  evidence: Evidence,
  { at, words }: DayWork,
): Reconciled {
  const { problem, settled } = picture;
  const found = mergeConflicts([...picture.found].sort(byCell).map(({ conflict }) => conflict));
  const own = problem.variables.filter((v) => v.cell.party === party);
  const expected = isAnythingExpected(own) ? picture.expected() : null;
  const shown = rowVariables(own, problem, settled.bounds, expected);
  const within = shown.filter((v) => asked === null || evidence.names.liesIn(v.cell.where, asked));
  const here = new Set(
    asked === null ? [] : own.filter((v) => evidence.names.liesIn(v.cell.where, asked)).map((v) => v.cell.key),
  );
  return {
    rows: within.map((v) => rowOf(v, settled.bounds, expected, found, words, at)),
    conflicts: found.filter((c) => c.party === party && (asked === null || c.cells.some((key) => here.has(key)))),
  };
}

/** What lies in a cell before what lies between cells. */
const byCell = (a: Found, b: Found): number =>
  a.key === b.key ? 0 : a.key === null ? 1 : b.key === null || a.key < b.key ? -1 : 1;

// ------------------------------------------------------------------------------------------------ which rows

/**
 * A row for every cell that claims name, and for the wholes they are in: a country known only through its bases, a force through its units.
 * A whole that is known through one mission alone has the row of that mission and none beside it that would say less.
 */
function rowVariables(
  own: readonly Variable[],
  problem: Problem,
  bounds: Propagated,
  expected: Propagated | null,
): Variable[] {
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
  const why = whyOf(v, bounds, expected, words);
  let tree: RowTree | null = null;
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
    claims: claimsBehind(v, why.claims),
    why: why.line,
    conflicts: conflicts.filter((c) => c.cells.includes(cell.key)).map((c) => c.id),
    answer: answerOf(value, v),
    within: wholeAbove(v, bounds, words),
    get tree() {
      tree ??= why.tree();
      return tree;
    },
  };
}

/** The whole that bounds it from above, through any number of wholes between. */
function wholeAbove(v: Variable, bounds: Propagated, words: Wording): Whole | null {
  let top = v;
  for (let from = bounds.highFrom(top); from !== 'own' && from.whole !== top; from = bounds.highFrom(top))
    top = from.whole;
  if (top === v) return null;
  const { party, where, mission } = top.cell;
  return {
    party,
    place: words.place(where),
    mission: words.mission(mission),
    min: bounds.low(top),
    max: bounds.high(top),
  };
}

function claimsBehind({ carried: { base, pending, steps } }: Variable, ends: ReadonlySet<string>): string[] {
  const ids = new Set(ends);
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
