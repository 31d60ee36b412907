// One cell on one day, from its own evidence alone: the count it stands on, the movements since, what is under way and what is expected.
import { type Bounds, isEmpty, meet, minus, plus, sameBounds } from '../model/bounds.ts';
import { addDays, type Day, daysBetween } from '../model/day.ts';
import type { Party } from '../model/party.ts';
import { type Base, readBase } from './base.ts';
import type { Cell } from './cell.ts';
import { countsAmong, type Effect, effectOnPlace, type Route } from './effects.ts';
import { entry } from './entry.ts';
import type { Evidence } from './evidence.ts';
import { type Done, type MovementState, type Plan, remaining, stateOf } from './movement-state.ts';
import { lastBearing, type Movement } from './movements.ts';
import type { Ahead, Observation } from './observations.ts';
import { episodeRoute, moversOf, planRoute } from './routes.ts';
import { type Sightings, UNSEEN } from './sightings.ts';
import { addUp, type Overdraw, type Step, shift } from './sums.ts';
import type { Telling } from './tellings.ts';

export interface Carried {
  readonly cell: Cell;
  readonly bounds: Bounds;
  readonly base: Base | null;
  readonly steps: readonly Step[];
  /** Null where nothing that is known is to change it. */
  readonly expected: Bounds | null;
  readonly pending: readonly Step[];
  readonly ahead: Ahead | null;
  readonly overdraw: Overdraw | null;
  readonly states: readonly MovementState[];
}

type Timing = 'before' | 'after' | 'either';

/** A count that a movement left behind or brought about. */
const RESULT =
  /\b(?:leav(?:es|ing)|left behind|remain(?:s|ing|ed)?|still|down to|(?:brings?|bringing|brought) (?:the|its|their|that)|to a total of|are now|now ha(?:s|ve))\b/i;

/** Days within which a report that counts and dates a departure may count those before or those after it. */
const SAME_NEWS_DAYS = 14;

export class Carrier {
  readonly #evidence: Evidence;
  readonly #states = new Map<Movement, Map<Day, MovementState>>();
  readonly #soleMission = new Map<Party, Map<string, string | null>>();
  readonly #bearing = new Map<Movement, Day>();
  readonly #carried = new Map<Party, Map<string, Carried>>();

  constructor(evidence: Evidence) {
    this.#evidence = evidence;
  }

  /** The cell as of `at`, known as of the evidence. */
  carry(cell: Cell, at: Day): Carried {
    const carried = entry(this.#carried, cell.party, () => new Map<string, Carried>());
    return entry(carried, `${cell.key} ${at}`, () => this.#carry(cell, at));
  }

  /** The evidence of these parties has changed, and with it that of the missions they serve in. */
  forget(parties: ReadonlySet<Party>): void {
    for (const party of parties) {
      this.#carried.delete(party);
      this.#soleMission.delete(party);
      for (const mission of this.#evidence.missionsOf(party)) {
        const flag = this.#evidence.flagOf(mission);
        if (flag !== null) this.#carried.delete(flag);
      }
    }
    for (const movement of this.#states.keys()) if (parties.has(movement.party)) this.#states.delete(movement);
  }

  /** More counts of these cells: they bear on what is at their places. */
  forgetPlaces(party: Party, cells: Iterable<Cell>): void {
    const places = new Set([...cells].map((cell) => cell.where.key));
    const carried = this.#carried.get(party);
    for (const [key, { cell }] of carried ?? []) if (places.has(cell.where.key)) carried!.delete(key);
    for (const place of places) this.#soleMission.get(party)?.delete(place);
  }

  #carry(cell: Cell, at: Day): Carried {
    const found = this.#evidence.cells.get(cell.key);
    const sightings = found?.sightings ?? UNSEEN;
    const counts = sightings.inForce(at, true);
    // Uncounted observations of the very day of the counts say that at least one is there.
    const base = counts.length > 0 ? readBase([...counts, ...sightings.uncountedBeside(counts, at)], at) : null;
    const run = this.#run(cell, base, at);
    const restored = this.#present(run, sightings, at);
    const total = restored ?? run;
    const ahead = nextAhead(sightings.aheads, total.base, at);
    return { ...total, ...this.#expect(total, ahead), ahead };
  }

  /** The movements that bear on a cell: of its party, and where it is the whole of a mission those of every contingent in it. */
  #movements(cell: Cell): readonly Movement[] {
    const own = this.#evidence.movementsAt(cell.party, cell.where);
    if (cell.mission === null || this.#evidence.flagOf(cell.mission) !== cell.party) return own;
    const all = [...own];
    for (const party of [...(this.#evidence.partiesIn.get(cell.mission) ?? [])].sort()) {
      if (party === cell.party) continue;
      for (const m of this.#evidence.movementsAt(party, cell.where))
        if (m.tellings.some((t) => t.mission === cell.mission)) all.push(m);
    }
    return all;
  }

  #lastBearing(movement: Movement): Day {
    let last = this.#bearing.get(movement);
    if (last === undefined) {
      last = addDays(lastBearing(movement), SAME_NEWS_DAYS);
      this.#bearing.set(movement, last);
    }
    return last;
  }

  stateOf(movement: Movement, at: Day): MovementState {
    const byDay = entry(this.#states, movement, () => new Map<Day, MovementState>());
    return entry(byDay, at, () => stateOf(movement, at, (telling, day) => this.#evidence.isSuspended(telling, day)));
  }

  /** What a telling does to a cell, by place, unit and mission. */
  effect(telling: Telling, route: Route, movement: Movement, cell: Cell): Effect {
    if (movement.of !== cell.of) return { sign: 0, sure: true };
    const movers = moversOf(movement, telling);
    const sole = cell.mission !== null && this.#isSoleMission(cell, telling.party);
    const borne = movers.mission === null && cell.party !== telling.party ? false : countsAmong(movers, cell, sole);
    return borne ? effectOnPlace(route, cell.where, this.#evidence.names) : { sign: 0, sure: true };
  }

  #isSoleMission(cell: Cell, party: string): boolean {
    if (cell.party !== party) return false;
    const byPlace = entry(this.#soleMission, party, () => new Map<string, string | null>());
    const sole = entry(byPlace, cell.where.key, () => {
      const here = (this.#evidence.cellsOf.get(party) ?? []).filter(
        (c) => c.sightings.length > 0 && c.cell.of === 'personnel' && c.cell.where.key === cell.where.key,
      );
      const missions = new Set(here.map((c) => c.cell.mission));
      return missions.size === 1 ? [...missions][0]! : null;
    });
    return sole === cell.mission;
  }

  #run(cell: Cell, base: Base | null, at: Day): Omit<Carried, 'expected' | 'pending' | 'ahead'> {
    const steps: Step[] = [];
    const states: MovementState[] = [];
    for (const movement of this.#movements(cell)) {
      if (base !== null && this.#lastBearing(movement) < base.anchor) continue;
      const state = this.stateOf(movement, at);
      const found = this.#stepsOf(state, cell, base, at);
      if (found.length > 0 || this.#touches(state, cell)) states.push(state);
      steps.push(...found);
    }
    steps.sort((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : b.sign - a.sign));
    const { bounds, overdraw } = addUp(base, steps);
    return { cell, bounds, base, steps, overdraw, states };
  }

  #touches(state: MovementState, cell: Cell): boolean {
    return [state.plan, ...state.parts].some(
      (plan) => plan !== null && this.effect(plan.telling, planRoute(state, plan), state.movement, cell).sign !== 0,
    );
  }

  #stepsOf(state: MovementState, cell: Cell, base: Base | null, at: Day): Step[] {
    const steps: Step[] = [];
    for (const done of state.done) {
      const telling = done.episode.tellings[0]!;
      const effect = this.effect(telling, episodeRoute(state, done), state.movement, cell);
      if (effect.sign === 0) continue;
      const timing = base === null ? 'after' : this.#timing(done, effect, cell, base);
      if (timing === 'before') continue;
      const sure = timing === 'after' && (effect.sure || this.#isPlannedFor(state, effect, cell));
      const bounds = sure ? done.bounds : { min: 0, max: done.bounds.max };
      steps.push({ kind: 'done', sign: effect.sign, bounds, day: done.end, state, tellings: done.episode.tellings });
    }
    for (const plan of begunPlans(state)) {
      const effect = this.effect(plan.telling, planRoute(state, plan), state.movement, cell);
      if (effect.sign === 0 || !isAfter(plan.begun!, base)) continue;
      const left = remaining(plan, state.doneSoFar, state.calledOff);
      if (left.max === 0) continue;
      // "Some are moving" says that one is; "400 are moving" does not say how many of them have.
      const some = !plan.counted && state.done.length === 0 && effect.sure;
      const bounds = { min: some ? 1 : 0, max: left.max };
      steps.push({ kind: 'underway', sign: effect.sign, bounds, day: at, state, tellings: plan.tellings });
    }
    return steps;
  }

  /** What was announced for the whole itself came to it, whichever place in it they came to. */
  #isPlannedFor(state: MovementState, effect: Effect, cell: Cell): boolean {
    if (state.plan === null) return false;
    const planned = this.effect(state.plan.telling, planRoute(state, state.plan), state.movement, cell);
    return planned.sure && planned.sign === effect.sign;
  }

  /** Whether those who moved are already missing from (or in) the count that the day stands on. */
  #timing(done: Done, effect: Effect, cell: Cell, base: Base): Timing {
    const byReport = new Map(base.admitted.map((o) => [o.source.report.id, o]));
    const own = done.episode.tellings.find((t) => byReport.has(t.source.report.id));
    const count = own ? byReport.get(own.source.report.id)! : null;
    if (own && count && isOneNews(own, count, base.anchor))
      return this.#timingInReport(own, count, done, effect, cell, base);
    const first = base.admitted.reduce((a, b) => (b.from < a.from ? b : a));
    const [from, to] = first.throughout ? [base.anchor, base.anchor] : [first.from, first.to];
    if (done.start > to) return 'after';
    if (done.end < from) return 'before';
    return 'either';
  }

  /** One report counts them and tells that some moved: "seven of its 14", or "60 left, leaving 90". */
  #timingInReport(own: Telling, count: Observation, done: Done, effect: Effect, cell: Cell, base: Base): Timing {
    if (this.#evidence.isStockOfAMove(count.source)) return 'after';
    if (RESULT.test(count.claim.evidence)) return 'before';
    const byPrior = this.#byPriorCount(done, effect, cell, base);
    if (byPrior !== null) return byPrior;
    if (done.episode.tellings.some((t) => t.published < base.anchor)) return 'before';
    return own.dated && !count.dated ? 'either' : 'after';
  }

  /** An earlier count tells whether "60 left, 90 are there" counts before or after they left; null where it fits both or neither. */
  #byPriorCount(done: Done, effect: Effect, cell: Cell, base: Base): Timing | null {
    const earlier = this.#countAt(cell, addDays(base.anchor < done.start ? base.anchor : done.start, -1));
    if (earlier === null) return null;
    const after = effect.sign < 0 ? minus(earlier, done.bounds) : plus(earlier, done.bounds);
    const asBefore = !isEmpty(meet(after, base.bounds));
    const asAfter = !isEmpty(meet(earlier, base.bounds));
    return asBefore === asAfter ? null : asBefore ? 'before' : 'after';
  }

  #countAt(cell: Cell, at: Day): Bounds | null {
    const counts = this.#evidence.cells.get(cell.key)?.sightings.inForce(at, true) ?? [];
    return counts.length === 0 ? null : this.#run(cell, readBase(counts, at), at).bounds;
  }

  /** "Still has troops there" after none were left: some are there again. Beside a count it adds at most that one is there. */
  #present(
    run: Omit<Carried, 'expected' | 'pending' | 'ahead'>,
    sightings: Sightings,
    at: Day,
  ): Omit<Carried, 'expected' | 'pending' | 'ahead'> | null {
    const uncounted = sightings.inForce(at, false);
    if (uncounted.length === 0) return null;
    const sighting = readBase(uncounted, at);
    if (run.base === null) return this.#run(run.cell, sighting, at);
    if (sighting.anchor <= run.base.anchor) return null;
    const then = this.#run(run.cell, run.base, sighting.anchor);
    if (then.bounds.max === 0) return this.#run(run.cell, sighting, at);
    if (run.bounds.min > 0 || run.steps.some((s) => s.sign < 0 && s.day > sighting.anchor)) return null;
    return { ...run, bounds: { min: 1, max: run.bounds.max } };
  }

  #expect(
    run: Omit<Carried, 'expected' | 'pending' | 'ahead'>,
    ahead: Ahead | null,
  ): Pick<Carried, 'expected' | 'pending'> {
    const { cell, base } = run;
    const pending: Step[] = [];
    const nets: { sign: -1 | 1; bounds: Bounds }[] = [];
    for (const state of run.states) {
      const after = run.steps.filter((s) => s.state === state && s.kind === 'done');
      const open = this.#openPlans(state, cell);
      if (open.length === 0) {
        for (const s of run.steps) if (s.state === state) nets.push(s);
        continue;
      }
      for (const { plan, effect } of open) {
        const spent = this.#reflected(plan, effect, state, cell, base);
        const inStep = after.filter((s) => s.sign === effect.sign);
        const counted = inStep.reduce<Bounds>((b, s) => plus(b, s.bounds), { min: 0, max: 0 });
        const before = doneElsewhere(state, inStep);
        const whole = remaining(plan, plus(before, spent), state.calledOff);
        // Those who came already are part of the plan: together never less than they are.
        const total = {
          min: Math.max(whole.min, counted.min),
          max: whole.max === null || counted.max === null ? null : Math.max(whole.max, counted.max),
        };
        const bounds = effect.sure ? total : { min: counted.min, max: total.max };
        nets.push({ sign: effect.sign as -1 | 1, bounds });
        for (const s of after) if (s.sign !== effect.sign) nets.push(s);
        const left = remaining(plan, plus(state.doneSoFar, spent), state.calledOff);
        if (left.max !== 0)
          pending.push({
            kind: 'planned',
            sign: effect.sign as -1 | 1,
            bounds: effect.sure ? left : { min: 0, max: left.max },
            day: plan.announced,
            state,
            tellings: plan.tellings,
          });
      }
    }
    const start: Bounds = base?.bounds ?? { min: 0, max: null };
    let expected: Bounds | null = pending.length > 0 ? shift(start, nets) : null;
    if (ahead !== null) {
      const newest = pending.reduce<Day>(
        (d, s) => (s.tellings.at(-1)!.published > d ? s.tellings.at(-1)!.published : d),
        '',
      );
      const both = expected === null ? ahead.bounds : meet(expected, ahead.bounds);
      expected = !isEmpty(both) ? both : ahead.published >= newest ? ahead.bounds : expected;
    }
    return { expected, pending };
  }

  /** The plans of a movement that still stand and would change the cell: the whole, or the parts where the whole does not bear on it. */
  #openPlans(state: MovementState, cell: Cell): { plan: Plan; effect: Effect }[] {
    const open: { plan: Plan; effect: Effect }[] = [];
    for (const plan of [state.plan, ...state.parts]) {
      if (plan === null || plan.closed !== null || (plan.part && open.length > 0 && !open[0]!.plan.part)) continue;
      const effect = this.effect(plan.telling, planRoute(state, plan), state.movement, cell);
      if (effect.sign !== 0) open.push({ plan, effect });
    }
    return open;
  }

  /** How much of a plan a newer count shows already, beyond the movements that are known: a plan reflected in a newer count is spent. */
  #reflected(plan: Plan, effect: Effect, state: MovementState, cell: Cell, base: Base | null): Bounds {
    const none = { min: 0, max: 0 };
    if (base === null || plan.announced >= base.anchor || effect.sign === 0) return none;
    const told = new Set(plan.tellings.map((t) => t.source.report.id));
    if (base.admitted.some((o) => told.has(o.source.report.id)) && plan.tellings.length === 1) return none;
    const earlier = this.#evidence.cells.get(cell.key)?.sightings.inForce(plan.announced, true) ?? [];
    if (earlier.length === 0) {
      const arrived = effect.sign > 0 && plan.counted && base.bounds.min >= plan.bounds.min;
      return arrived ? { min: plan.bounds.min, max: plan.bounds.max ?? plan.bounds.min } : none;
    }
    const forward = this.#run(cell, readBase(earlier, plan.announced), base.anchor);
    const before = withoutUnderway(forward, state);
    const change =
      effect.sign < 0
        ? { min: before.min - (base.bounds.max ?? Infinity), max: (before.max ?? Infinity) - base.bounds.min }
        : { min: base.bounds.min - (before.max ?? Infinity), max: (base.bounds.max ?? Infinity) - before.min };
    if (change.min <= 0) return none;
    return { min: change.min, max: Number.isFinite(change.max) ? change.max : null };
  }
}

const begunPlans = (state: MovementState): Plan[] => {
  const whole = state.plan?.begun ? [state.plan] : [];
  return whole.length > 0 ? whole : state.parts.filter((p) => p.begun !== null);
};

/** Begun after the count, or told beside it: what a later count holds it does not widen. */
const isAfter = (begun: Telling, base: Base | null): boolean =>
  base === null ||
  begun.start > base.anchor ||
  base.admitted.some((o) => o.source.report.id === begun.source.report.id) ||
  (begun.start === base.anchor && begun.source.report.published === base.anchor);

// ------------------------------------------------------------------------------------------------ arithmetic

/** Done, but not among these steps: counted already, or in another place; in doubt, none to all of it. */
function doneElsewhere(state: MovementState, steps: readonly Step[]): Bounds {
  return state.done.reduce<Bounds>(
    (sum, done) => {
      const step = steps.find((s) => s.tellings === done.episode.tellings);
      if (step === undefined) return plus(sum, done.bounds);
      return sameBounds(step.bounds, done.bounds) ? sum : plus(sum, { min: 0, max: done.bounds.max });
    },
    { min: 0, max: 0 },
  );
}

const withoutUnderway = (run: { base: Base | null; steps: readonly Step[] }, state: MovementState): Bounds =>
  addUp(
    run.base,
    run.steps.filter((s) => s.kind !== 'underway' || s.state.movement.key !== state.movement.key),
  ).bounds;

/** The next expectation whose day has neither passed nor been reached by a count. */
function nextAhead(aheads: readonly Ahead[], base: Base | null, at: Day): Ahead | null {
  let next: Ahead | null = null;
  for (const a of aheads) {
    if (a.published > at || (a.to ?? a.from) < at || (base !== null && base.anchor >= a.from)) continue;
    if (next === null || a.published > next.published || (a.published === next.published && a.from < next.from))
      next = a;
  }
  return next;
}

/** Told in one breath: no day sets the count apart from the movement, or only the movement has one, just before. */
function isOneNews(own: Telling, count: Observation, anchor: Day): boolean {
  const days = daysBetween(own.end, anchor);
  if (count.dated) return own.start <= anchor && own.end >= count.from;
  return own.dated ? days >= 0 && days <= SAME_NEWS_DAYS : days === 0;
}
