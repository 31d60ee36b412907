// Missions settled once a day: what the contingents of one have together is the same for every party that serves in it.
import type { Day } from '../model/day.ts';
import type { Party } from '../model/party.ts';
import type { Carrier } from './carry.ts';
import { type Conflict, conflictsIn } from './conflicts.ts';
import {
  byKey,
  type CellsBearing,
  type Constraint,
  cellsServing,
  constraintsOver,
  type Problem,
  problemOf,
  type Variable,
  within,
} from './constraints.ts';
import { entry } from './entry.ts';
import type { Evidence } from './evidence.ts';
import { expectedIn } from './expected.ts';
import { type Outer, type Propagated, Propagation } from './propagate.ts';
import { type Fixed, type Settled, settle, settleBeside } from './settle.ts';
import type { Wording } from './wording.ts';

/** A conflict under the key of the cell in which it lies; null where it lies between cells. */
export interface Found {
  readonly key: string | null;
  readonly conflict: Conflict;
}

/** What is known of a party's own cells, with those of its missions that bound them. */
export interface Picture {
  readonly problem: Problem;
  readonly settled: Settled;
  /** Also those of its missions, as far as they touch the party. */
  readonly found: readonly Found[];
  /** The bounds once all that is planned is done. */
  readonly expected: () => Propagated;
}

/** An organisation whose missions others serve in: what it has in them is what they have. */
export const leadsMissions = (party: Party, evidence: Evidence): boolean =>
  [...evidence.missionsOf(party)].some((mission) => evidence.flagOf(mission) === party);

export class Missions {
  readonly #evidence: Evidence;
  readonly #carrier: Carrier;
  readonly #at: Day;
  readonly #words: Wording;
  readonly #settled = new Map<string, Mission>();

  constructor(evidence: Evidence, carrier: Carrier, at: Day, words: Wording) {
    this.#evidence = evidence;
    this.#carrier = carrier;
    this.#at = at;
    this.#words = words;
  }

  forget(missions: Iterable<string>): void {
    for (const mission of missions) this.#settled.delete(mission);
  }

  /**
   * The picture of a party that leads no mission; null where its own evidence and that of a mission cannot stand apart, so that all of it
   * has to be settled at once.
   */
  picture(party: Party, { all, direct }: CellsBearing): Picture | null {
    const evidence = this.#evidence;
    const words = this.#words;
    const missions = new Map<string, Mission>();
    for (const { mission } of all)
      if (mission !== null && !missions.has(mission) && evidence.flagOf(mission) !== null)
        missions.set(mission, this.#of(mission));
    const missionOf = (v: Variable): Mission | undefined =>
      v.cell.mission === null ? undefined : missions.get(v.cell.mission);

    const variables: Variable[] = [];
    for (const cell of byKey(all)) {
      const mission = cell.mission === null ? undefined : missions.get(cell.mission);
      const v = mission === undefined ? this.#variable(cell) : mission.variables.get(cell.key);
      if (v === undefined) return null;
      variables.push(v);
    }
    const isApart = (mission: string | null): boolean => mission !== null && missions.has(mission);
    const constraints = constraintsOver(variables, evidence, this.#carrier, isApart);
    for (const mission of missions.values()) constraints.push(...(mission.within.get(party) ?? []));
    constraints.sort((a, b) => RANK[a.kind] - RANK[b.kind]);
    const problem: Problem = { variables, constraints, direct, isWithin: within(evidence) };

    const outer = (bounds: (mission: Mission) => Propagation): Outer => ({
      boundsOf: (v) => bounds(missionOf(v)!),
      ceilings: (v) => {
        const mission = missionOf(v);
        return mission === undefined ? [] : bounds(mission).ceilings(v);
      },
    });
    const fixed: Fixed = {
      isFixed: (v) => missionOf(v) !== undefined,
      ends: (v) => missionOf(v)!.settled.ends(v),
      holds: (c) => missionOf(c.whole)?.settled.holds(c) ?? true,
      outer: outer((mission) => mission.settled.bounds),
    };
    if (hasGivenWay(problem, fixed) && isStrained(problem, fixed)) return null;
    const settled = settleBeside(problem, words, fixed);
    if (settled === null) return null;
    const own = variables.filter((v) => missionOf(v) === undefined);
    return {
      problem,
      settled,
      found: [
        ...foundBy(own, settled, words),
        ...[...missions.values()].flatMap((mission) => mission.found.get(party) ?? []),
      ],
      expected: () =>
        expectedIn(
          problem,
          settled,
          outer((mission) => mission.expected()),
        ),
    };
  }

  #variable = (cell: Variable['cell']): Variable => ({ cell, carried: this.#carrier.carry(cell, this.#at) });

  #of(mission: string): Mission {
    return entry(this.#settled, mission, () => this.#settle(mission));
  }

  #settle(name: string): Mission {
    const evidence = this.#evidence;
    const words = this.#words;
    const problem = problemOf(cellsServing(name, evidence, this.#at), evidence, this.#carrier, this.#at);
    const settled = settle(problem, words);
    const inside = new Map<Party, Constraint[]>();
    for (const c of problem.constraints)
      if (c.kind !== 'contingents') entry(inside, c.whole.cell.party, () => []).push(c);
    let expected: Propagation | null = null;
    return {
      variables: new Map(problem.variables.map((v) => [v.cell.key, v])),
      settled,
      within: inside,
      found: byParty(problem, foundBy(problem.variables, settled, words)),
      expected: () => {
        expected ??= expectedIn(problem, settled);
        return expected;
      },
    };
  }
}

interface Mission {
  readonly variables: ReadonlyMap<string, Variable>;
  readonly settled: Settled;
  /** The constraints between cells of one party. */
  readonly within: ReadonlyMap<Party, readonly Constraint[]>;
  readonly found: ReadonlyMap<Party, readonly Found[]>;
  readonly expected: () => Propagation;
}

/** As one problem would list them: places, then missions and units, then contingents. */
const RANK: Readonly<Record<Constraint['kind'], number>> = { places: 0, missions: 1, units: 1, contingents: 2 };

/** True where the low end of a cell in a mission gave way there: before it did, other evidence of the party may have been against it. */
const hasGivenWay = ({ variables, constraints }: Problem, fixed: Fixed): boolean =>
  variables.some((v) => fixed.isFixed(v) && fixed.ends(v).low < v.carried.bounds.min) ||
  constraints.some((c) => !fixed.holds(c));

/** True where the party's evidence outside of its missions is against what they held before they gave way. */
const isStrained = (problem: Problem, fixed: Fixed): boolean => {
  const terms = { slackOf: (c: Constraint) => c.slack, holds: () => true };
  const ends = ({ carried }: Variable) => ({ low: carried.bounds.min, high: carried.bounds.max });
  return new Propagation(problem, { ...terms, ends }).isViolated((c) => !fixed.isFixed(c.whole));
};

export const foundBy = (variables: readonly Variable[], { conflicts }: Settled, words: Wording): Found[] => [
  ...variables.flatMap((v) => conflictsIn(v.carried, words).map((conflict) => ({ key: v.cell.key, conflict }))),
  ...conflicts.map((conflict) => ({ key: null, conflict })),
];

/** The conflicts that touch each party, each with all that is told of it. */
function byParty({ variables }: Problem, found: readonly Found[]): Map<Party, Found[]> {
  const partyOf = new Map(variables.map((v) => [v.cell.key, v.cell.party]));
  const touched = new Map<string, Set<Party>>();
  for (const { conflict } of found) {
    const parties = entry(touched, conflict.id, () => new Set());
    parties.add(conflict.party);
    for (const key of conflict.cells) if (partyOf.has(key)) parties.add(partyOf.get(key)!);
  }
  const lists = new Map<Party, Found[]>();
  for (const one of found) for (const party of touched.get(one.conflict.id)!) entry(lists, party, () => []).push(one);
  return lists;
}
