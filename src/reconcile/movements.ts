// Tellings over many reports -> movements, each one thing that happens (or is called off) once, with its history.
// The same party, a compatible route, unit, mission and number, near in time: one movement told again, or further on in its phases.
import { type Bounds, isEmpty, meet } from '../model/bounds.ts';
import type { Day } from '../model/day.ts';
import { addDays, daysBetween } from '../model/day.ts';
import { type Episode, episodeBounds } from './episodes.ts';
import { type Names, sameWords, type Where } from './names.ts';
import type { Telling } from './tellings.ts';

export interface Movement {
  readonly key: string;
  readonly party: string;
  readonly of: Telling['of'];
  readonly rotation: boolean;
  /** Announced or begun, in the order published. `part` marks a unit named inside the total. */
  readonly plans: { readonly telling: Telling; readonly part: boolean }[];
  readonly proposals: Telling[];
  readonly cancellations: Telling[];
  readonly episodes: Episode[];
  /** Every telling of it. */
  readonly tellings: Telling[];
}

/** A plan without a day lapses so long after it was last spoken of; one with a day may be late by a season. */
export const UNDATED_PLAN_DAYS = 365;
const LATE_DAYS = 120;
/** Two tellings of one number this far apart are two movements: the same number months apart. */
const RETOLD_DAYS = 31;
/** A second number for a plan within this span is a revision of it. */
const REVISION_DAYS = 183;

const PHASE_ORDER = { proposed: 0, planned: 1, underway: 2, completed: 3, cancelled: 4 } as const;

/** The movements of one party, whatever order the tellings came in. */
export function groupMovements(tellings: readonly Telling[], names: Names): Movement[] {
  const ordered = [...tellings].sort(
    (a, b) =>
      compare(a.published, b.published) ||
      compare(a.start, b.start) ||
      PHASE_ORDER[a.phase] - PHASE_ORDER[b.phase] ||
      b.bounds.min - a.bounds.min ||
      compare(a.id, b.id),
  );
  const movements: Movement[] = [];
  const routes = new RouteIndex();
  for (const telling of ordered) {
    const near = routes.near(telling).filter((movement) => isCompatible(movement, telling, names));
    const place = PLACE_IN[telling.phase](near, telling, names);
    const movement = place ?? begin(telling);
    if (place === null) movements.push(movement);
    else movement.tellings.push(telling);
    routes.add(movement, telling);
  }
  return movements;
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** Each finds the movement a telling of its phase belongs to and records it there; null where it begins a new one. */
const PLACE_IN: Record<
  Telling['phase'],
  (near: readonly Movement[], telling: Telling, names: Names) => Movement | null
> = {
  proposed: (near, telling) => {
    const movement = latest(near, (m) => isOpen(m, telling) && numbersMeet(totalOf(m), telling));
    movement?.proposals.push(telling);
    return movement;
  },
  planned: placePlan,
  underway: placePlan,
  completed: placeCompleted,
  cancelled: (near, telling) => {
    const fits = (m: Movement): boolean => !telling.counted || telling.bounds.min <= (totalOf(m)?.max ?? Infinity);
    const denied = (m: Movement): Episode | undefined =>
      m.episodes.find((e) => e.tellings.some((t) => saysSame(t, telling) && isRetold(t, telling)));
    const movement =
      latest(near, (m) => m.plans.length > 0 && isOpen(m, telling) && fits(m)) ??
      latest(near, (m) => m.plans.length === 0 && m.proposals.length > 0) ??
      latest(near, (m) => denied(m) !== undefined);
    movement?.cancellations.push(telling);
    // Nothing of it is left to call off: what was told as done is said not to have been.
    if (movement !== null && (movement.plans.length === 0 || isExhausted(movement)))
      denied(movement)?.denials.push(telling);
    return movement;
  },
};

function placePlan(near: readonly Movement[], telling: Telling): Movement | null {
  const record = (movement: Movement | null, part: boolean): Movement | null => {
    movement?.plans.push({ telling, part });
    return movement;
  };
  const retold = latest(near, (m) => {
    const total = totalOf(m);
    if (!isOpen(m, telling) || !numbersMeet(total, telling)) return false;
    return m.plans.every((p) => mayBeRetold(p.telling, telling));
  });
  if (retold) return record(retold, false);
  const within = latest(near, (m) => isOpen(m, telling) && isPartOf(m, telling));
  if (within) return record(within, true);
  const revised = latest(near, (m) => isOpen(m, telling) && isRevision(m, telling));
  return record(revised, isTranche(revised, telling));
}

function placeCompleted(near: readonly Movement[], telling: Telling, names: Names): Movement | null {
  for (const movement of [...near].reverse()) {
    const told = movement.episodes.find((e) => e.tellings.some((t) => saysSame(t, telling) && isRetold(t, telling)));
    if (told) {
      told.tellings.push(telling);
      return movement;
    }
  }
  for (const movement of [...near].reverse()) {
    const told = movement.episodes.find((e) => e.tellings.some((t) => isToldOtherwise(t, telling, names)));
    if (told) {
      told.tellings.push(telling);
      return movement;
    }
  }
  const planned = (m: Movement): boolean =>
    m.plans.length > 0 && isOpen(m, telling) && !isExhausted(m) && isAtMost(telling, totalOf(m));
  const exact = (m: Movement): boolean => planned(m) && numbersMeet(totalOf(m), telling);
  const movement = latest(near, exact) ?? latest(near, planned);
  movement?.episodes.push({ tellings: [telling], denials: [] });
  return movement;
}

function begin(telling: Telling): Movement {
  const movement: Movement = {
    key: telling.id,
    party: telling.party,
    of: telling.of,
    rotation: telling.rotation,
    plans: [],
    proposals: [],
    cancellations: [],
    episodes: [],
    tellings: [telling],
  };
  if (telling.phase === 'completed') movement.episodes.push({ tellings: [telling], denials: [] });
  else if (telling.phase === 'proposed') movement.proposals.push(telling);
  else if (telling.phase === 'cancelled') movement.cancellations.push(telling);
  else movement.plans.push({ telling, part: false });
  return movement;
}

/** The last day on which it can still bear on a count: told, dated or due, and a plan for as long as it stands. */
export function lastBearing(movement: Movement): Day {
  let last = '';
  for (const t of movement.tellings) {
    const day = t.due !== null && t.due > t.published ? t.due : t.published;
    if (day > last) last = day;
  }
  return movement.plans.length > 0 ? addDays(last, UNDATED_PLAN_DAYS) : last;
}

// ------------------------------------------------------------------------------------------------ who, where

function isCompatible(movement: Movement, telling: Telling, names: Names): boolean {
  if (movement.of !== telling.of || movement.rotation !== telling.rotation) return false;
  const units = new Set<string>();
  let routed = false;
  for (const other of movement.tellings) {
    if (other.unit !== null) units.add(other.unit);
    if (other.mission !== null && telling.mission !== null && other.mission !== telling.mission) return false;
    if (!routesFit(other, telling, names)) return false;
    routed ||= sharesAnEnd(other, telling, names);
  }
  if (!routed) return false;
  return telling.unit === null || units.size === 0 || [...units].some((unit) => sameWords(unit, telling.unit!));
}

/** Two tellings can be of one route: where both name an end, it is the same place or the one lies in the other. */
function routesFit(a: Telling, b: Telling, names: Names): boolean {
  return (
    endsFit(a.from, b.from, names) &&
    endsFit(a.to, b.to, names) &&
    !(a.fromHome && b.from.length > 0) &&
    !(b.fromHome && a.from.length > 0) &&
    !(a.toHome && b.to.length > 0) &&
    !(b.toHome && a.to.length > 0)
  );
}

const endsFit = (a: readonly Where[], b: readonly Where[], names: Names): boolean =>
  a.length === 0 || b.length === 0 || a.some((x) => b.some((y) => isNear(x, y, names)));

const sharesAnEnd = (a: Telling, b: Telling, names: Names): boolean =>
  a.from.some((x) => b.from.some((y) => isNear(x, y, names))) ||
  a.to.some((x) => b.to.some((y) => isNear(x, y, names)));

const isNear = (a: Where, b: Where, names: Names): boolean => names.liesIn(a, b) || names.liesIn(b, a);

// ------------------------------------------------------------------------------------------------ how many

/** The number of the whole plan as last told; null where no telling gives one. */
function totalOf(movement: Movement): Bounds | null {
  const counted = movement.plans.filter((p) => !p.part && p.telling.counted);
  return counted.at(-1)?.telling.bounds ?? null;
}

const numbersMeet = (total: Bounds | null, telling: Telling): boolean =>
  total === null || !telling.counted || !isEmpty(meet(total, telling.bounds));

/** Those that came can be all or part of the plan, or a few more than it said. */
const isAtMost = (telling: Telling, total: Bounds | null): boolean =>
  total === null || total.max === null || !telling.counted || telling.bounds.min <= total.max * 1.25;

export const saysSame = (a: Telling, b: Telling): boolean =>
  !a.counted || !b.counted || !isEmpty(meet(a.bounds, b.bounds));

/** All of the plan has come about: what is told after that is another movement, or the old one told late. */
function isExhausted(movement: Movement): boolean {
  const total = totalOf(movement);
  if (total === null || total.max === null) return false;
  let done = 0;
  for (const episode of movement.episodes) done += episodeBounds(episode).min;
  return done >= total.min && done > 0;
}

/** A named unit with a smaller number beside a total that names none: "a brigade of 4,000" of the 4,500. */
function isPartOf(movement: Movement, telling: Telling): boolean {
  const total = totalOf(movement);
  if (telling.unit === null || !telling.counted || total === null) return false;
  if (!movement.plans.some((p) => !p.part && p.telling.unit === null)) return false;
  return telling.bounds.min <= (total.max ?? Infinity);
}

/** "Has begun to move 100": the first of the 400 that were announced. */
const isTranche = (movement: Movement | null, telling: Telling): boolean => {
  const total = movement === null ? null : totalOfOthers(movement, telling);
  return telling.phase === 'underway' && total !== null && telling.counted && telling.bounds.min < total.min;
};

function totalOfOthers(movement: Movement, telling: Telling): Bounds | null {
  const counted = movement.plans.filter((p) => !p.part && p.telling.counted && p.telling !== telling);
  return counted.at(-1)?.telling.bounds ?? null;
}

/** The same plan with another number: of another report, soon after, by no other day, of no other unit. Two numbers in one report are two plans. */
function isRevision(movement: Movement, telling: Telling): boolean {
  const last = movement.plans.at(-1)?.telling;
  if (last === undefined || last.source.report.id === telling.source.report.id) return false;
  if ((last.unit === null) !== (telling.unit === null)) return false;
  if (last.due !== null && telling.due !== null && !windowsMeet(last, telling)) return false;
  return daysBetween(last.published, telling.published) <= REVISION_DAYS;
}

// ------------------------------------------------------------------------------------------------ when

/** Still to be heard of when the telling was published: not called off, not long past its day, not done. */
function isOpen(movement: Movement, telling: Telling): boolean {
  if (movement.cancellations.some((c) => !isPartial(c, movement) && c.published < telling.published)) return false;
  const spoken = [...movement.plans.map((p) => p.telling), ...movement.proposals];
  if (spoken.length === 0) return false;
  const finished = isExhausted(movement) ? lastEpisodeEnd(movement) : null;
  if (finished !== null && daysBetween(finished, telling.published) > RETOLD_DAYS) return false;
  return spoken.some((t) =>
    t.due !== null && t.due > t.published
      ? daysBetween(t.due, telling.start) <= LATE_DAYS
      : daysBetween(t.published, telling.start) <= UNDATED_PLAN_DAYS,
  );
}

/** "Called off the move of the other 250": less than the plan. */
export function isPartial(cancellation: Telling, movement: Movement): boolean {
  const total = totalOf(movement);
  return (
    cancellation.counted && total !== null && cancellation.bounds.max !== null && cancellation.bounds.max < total.min
  );
}

function lastEpisodeEnd(movement: Movement): Day | null {
  let last: Day | null = null;
  for (const episode of movement.episodes)
    for (const t of episode.tellings) if (last === null || t.end > last) last = t.end;
  return last;
}

const windowsMeet = (a: Telling, b: Telling): boolean =>
  (a.windowStart ?? a.published) <= b.due! && (b.windowStart ?? b.published) <= a.due!;

/** A plan told again: two of one number in one report by different days are two plans. */
const mayBeRetold = (a: Telling, b: Telling): boolean =>
  a.source.report.id !== b.source.report.id || a.due === null || b.due === null || windowsMeet(a, b);

/** Two tellings of one number are of one occasion: days apart, not months; two days that the texts both name are two occasions. */
function isRetold(a: Telling, b: Telling): boolean {
  if (a.unit !== null && b.unit !== null && !sameWords(a.unit, b.unit)) return false;
  const gap = gapOf(a, b);
  return a.dated && b.dated ? gap <= 3 : gap <= RETOLD_DAYS;
}

const gapOf = (a: Telling, b: Telling): number =>
  a.end < b.start ? daysBetween(a.end, b.start) : b.end < a.start ? daysBetween(b.end, a.start) : 0;

/** The same route and day with another number, in another report or another's mouth: one movement told twice. */
function isToldOtherwise(a: Telling, b: Telling, names: Names): boolean {
  if (saysSame(a, b)) return false;
  if ((a.unit === null) !== (b.unit === null)) return false;
  if (a.source.report.id === b.source.report.id && a.source.claim.said_by === b.source.claim.said_by) return false;
  if (!sameEnds(a.from, b.from, names) || !sameEnds(a.to, b.to, names)) return false;
  if (a.fromHome !== b.fromHome || a.toHome !== b.toHome) return false;
  const gap = gapOf(a, b);
  return a.dated && b.dated ? gap === 0 : gap <= (a.dated || b.dated ? 3 : 1);
}

const sameEnds = (a: readonly Where[], b: readonly Where[], names: Names): boolean =>
  (a.length === 0) === (b.length === 0) && endsFit(a, b, names);

function latest(movements: readonly Movement[], test: (movement: Movement) => boolean): Movement | null {
  for (let i = movements.length - 1; i >= 0; i--) if (test(movements[i]!)) return movements[i]!;
  return null;
}

/** A plan's day has passed, or nobody has spoken of it for a year. */
export function isLapsed(plan: Telling, at: Day): boolean {
  return plan.due !== null && plan.due >= plan.published
    ? plan.due < at
    : addDays(plan.published, UNDATED_PLAN_DAYS) < at;
}

// ------------------------------------------------------------------------------------------------ finding candidates

/** Movements by the countries of their ends, so that a telling meets only those it could belong to. */
class RouteIndex {
  readonly #byEnd = new Map<string, Set<Movement>>();
  readonly #order = new Map<Movement, number>();

  /** Candidates, the oldest first. */
  near(telling: Telling): Movement[] {
    const codes = codesOf(telling);
    if (codes.includes(ANYWHERE)) return [...this.#order.keys()];
    const found = new Set<Movement>();
    for (const code of [...codes, ANYWHERE]) for (const m of this.#byEnd.get(code) ?? []) found.add(m);
    return [...found].sort((a, b) => this.#order.get(a)! - this.#order.get(b)!);
  }

  add(movement: Movement, telling: Telling): void {
    if (!this.#order.has(movement)) this.#order.set(movement, this.#order.size);
    for (const code of codesOf(telling)) {
      const list = this.#byEnd.get(code) ?? new Set();
      list.add(movement);
      this.#byEnd.set(code, list);
    }
  }
}

/** Regions lie across countries: a telling that names one can belong to any. */
const ANYWHERE = '*';
const codesOf = (telling: Telling): string[] => [
  ...new Set(
    [...telling.from, ...telling.to].map((w) =>
      w.country === null || w.country.startsWith('R:') ? ANYWHERE : w.country,
    ),
  ),
];
