// A movement as of a day: what of it is done, what is under way, what is still to come.
import { type Bounds, isEmpty, meet, plus } from '../model/bounds.ts';
import type { Day } from '../model/day.ts';
import { type Episode, episodeDays, readEpisode } from './episodes.ts';
import { isLapsed, isPartial, type Movement, saysSame } from './movements.ts';
import type { Telling } from './tellings.ts';

/** Some of them moved, on these days; what part of its number is new beside earlier occasions is `bounds`. */
export interface Done {
  readonly episode: Episode;
  readonly bounds: Bounds;
  readonly start: Day;
  readonly end: Day;
  readonly dated: boolean;
}

/** Announced or begun, for the whole of it or for a unit named inside it. */
export interface Plan {
  readonly bounds: Bounds;
  readonly counted: boolean;
  /** The telling that gives number and route; the earliest day it was spoken of; since when it is under way, null where it has not begun. */
  readonly telling: Telling;
  readonly tellings: readonly Telling[];
  readonly announced: Day;
  readonly begun: Telling | null;
  readonly part: boolean;
  /** Why nothing more is to come of it; null where it still stands. */
  readonly closed: 'called off' | 'suspended' | 'lapsed' | null;
}

export interface MovementState {
  readonly movement: Movement;
  readonly done: readonly Done[];
  readonly plan: Plan | null;
  readonly parts: readonly Plan[];
  /** Done so far, over all occasions. */
  readonly doneSoFar: Bounds;
  /** Taken back from the plan by partial cancellations. */
  readonly calledOff: Bounds;
}

/** `suspended` tells whether the deployment to the telling's destination is suspended on a day. */
export function stateOf(movement: Movement, at: Day, suspended: (telling: Telling, at: Day) => boolean): MovementState {
  const plans = movement.plans.filter((p) => p.telling.start <= at);
  const cancellations = movement.cancellations.filter((c) => c.start <= at);
  const whole = cancellations.find((c) => !isPartial(c, movement)) ?? null;
  const calledOff = occasionsOf(cancellations.filter((c) => isPartial(c, movement))).reduce<Bounds>(
    (sum, told) => plus(sum, told[0]!.bounds),
    ZERO,
  );
  const closedBy = (tellings: readonly Telling[]): Plan['closed'] => {
    const last = tellings.at(-1)!;
    if (whole !== null && whole.published >= last.published) return 'called off';
    if (suspended(last, at)) return 'suspended';
    return tellings.every((t) => isLapsed(t, at)) || isLapsed(last, at) ? 'lapsed' : null;
  };
  const planOf = (tellings: readonly Telling[], part: boolean): Plan | null => {
    if (tellings.length === 0) return null;
    const counted = tellings.filter((t) => t.counted);
    const named = counted.at(-1) ?? tellings.at(-1)!;
    const sameDay = counted.filter((t) => t.published === named.published).map((t) => t.bounds);
    const together = sameDay.reduce<Bounds>(meet, { min: 0, max: null });
    return {
      bounds: counted.length === 0 ? SOME : isEmpty(together) ? named.bounds : together,
      counted: counted.length > 0,
      telling: named,
      tellings,
      announced: tellings[0]!.start,
      begun: tellings.find((t) => t.phase === 'underway') ?? null,
      part,
      closed: closedBy(tellings),
    };
  };
  const plan = planOf(
    plans.filter((p) => !p.part).map((p) => p.telling),
    false,
  );
  const parts = occasionsOf(plans.filter((p) => p.part).map((p) => p.telling)).map((told) => planOf(told, true)!);
  const done = doneBy(movement.episodes, plan, at);
  return { movement, done, plan, parts, doneSoFar: done.reduce<Bounds>((b, d) => plus(b, d.bounds), ZERO), calledOff };
}

/** Tellings of one number and unit are of one occasion, however often told. */
function occasionsOf(tellings: readonly Telling[]): Telling[][] {
  const occasions: Telling[][] = [];
  for (const telling of tellings) {
    const told = occasions.find((o) => o.some((t) => t.unit === telling.unit && saysSame(t, telling)));
    if (told) told.push(telling);
    else occasions.push([telling]);
  }
  return occasions;
}

const ZERO: Bounds = { min: 0, max: 0 };
const SOME: Bounds = { min: 1, max: null };

/** A later number that with the earlier ones would pass the plan already holds them: "all 4,000 have arrived" after "1,500 have". */
function doneBy(episodes: readonly Episode[], plan: Plan | null, at: Day): Done[] {
  const dated = episodes
    .map((episode) => ({ episode, ...episodeDays(episode), stated: readEpisode(episode).bounds }))
    .filter((e) => e.start <= at)
    .sort((a, b) => (a.start < b.start ? -1 : a.start > b.start ? 1 : a.end < b.end ? -1 : 1));
  const done: Done[] = [];
  let sum = ZERO;
  for (const { episode, start, end, dated: isDated, stated } of dated) {
    const total = plan?.counted ? plan.bounds : null;
    const isCounted = episode.tellings.some((t) => t.counted);
    const passes = total !== null && total.max !== null && sum.min + stated.min > total.max && sum.min > 0;
    const bounds =
      passes && (stated.max ?? Infinity) >= sum.min
        ? {
            min: Math.max(0, stated.min - (sum.max ?? stated.min)),
            max: stated.max === null ? null : stated.max - sum.min,
          }
        : !isCounted && total !== null && total.max !== null
          ? { min: Math.min(1, total.max), max: Math.max(1, total.max - sum.min) }
          : stated;
    const soFar = at < end ? { min: 0, max: bounds.max } : bounds;
    done.push({ episode, bounds: soFar, start, end, dated: isDated });
    sum = plus(sum, soFar);
  }
  return done;
}

/** What of a plan is still to come after so many are done: never under none. */
export function remaining(plan: Plan, done: Bounds, calledOff: Bounds): Bounds {
  if (!plan.counted && done.min > 0) return ZERO;
  const gone = plus(done, calledOff);
  // About 500 were to go and 500 went: that is all of them, not all but a few.
  if (plan.counted && gone.min >= plan.bounds.min * 0.75 && gone.min > 0 && !isEmpty(meet(plan.bounds, gone)))
    return ZERO;
  return {
    min: gone.max === null ? 0 : Math.max(0, plan.bounds.min - gone.max),
    max: plan.bounds.max === null ? null : Math.max(0, plan.bounds.max - gone.min),
  };
}
