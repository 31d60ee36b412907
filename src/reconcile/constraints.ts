// Cells that bear on one another as variables and "parts sum to at most their whole": places in places, units in forces, contingents in missions.
import { COMPLETE } from '../ledger/known-claim.ts';
import type { Day } from '../model/day.ts';
import type { Party } from '../model/party.ts';
import type { Carried, Carrier } from './carry.ts';
import { type Cell, cellOf, unitsApart } from './cell.ts';
import { entry } from './entry.ts';
import type { Evidence } from './evidence.ts';
import { rejoined } from './jointly.ts';
import type { Where } from './names.ts';
import type { Step } from './sums.ts';

export interface Variable {
  readonly cell: Cell;
  readonly carried: Carried;
  /** The variable of the problem whose evidence it is, less a part: it has no row, and gives way with that one. */
  readonly standsFor?: Variable;
}

export interface Constraint {
  readonly whole: Variable;
  /** Disjoint parts of the whole. */
  readonly parts: readonly Variable[];
  readonly kind: 'places' | 'missions' | 'units' | 'contingents';
  /** So many left the whole of whom it is not said which part they left: the parts' carried counts may hold them still. Infinity: any number. */
  readonly slack: number;
  /** The same with those who are expected to leave. */
  readonly expectedSlack: number;
  /** The parts are all that the whole has: they sum to it. */
  readonly complete: boolean;
  /** Among the slack: those who left several of the parts together. */
  readonly left?: readonly Step[];
}

export interface Problem {
  readonly variables: readonly Variable[];
  readonly constraints: readonly Constraint[];
  /** Keys of the cells that claims name themselves; the others are wholes of these. */
  readonly direct: ReadonlySet<string>;
  /** True where the one is a part of the other by place, mission or unit. */
  isWithin(part: Variable, whole: Variable): boolean;
}

export interface CellsBearing {
  readonly all: readonly Cell[];
  /** Keys of those that claims name themselves. */
  readonly direct: ReadonlySet<string>;
}

/** The cells of a party on a day, and of the contingents it leads or serves beside. */
export function cellsBearing(party: Party, asked: Where | null, evidence: Evidence, at: Day): CellsBearing {
  const { all, direct } = cellsOwn(party, null, evidence, at);
  const cells = new Map(all.map((cell) => [cell.key, cell]));
  for (const mission of evidence.missionsOf(party)) {
    const flag = evidence.flagOf(mission);
    if (flag === null) continue;
    for (const other of evidence.partiesIn.get(mission) ?? [])
      if (other !== party)
        for (const cell of evidence.cellsNamed(other, mission, at)) {
          addServing(cells, cell);
          // A mission known only through its contingents is at least their sum.
          if (flag === party && cell.unit === null) add(cells, cellOf(party, cell.where, mission, null, cell.of));
        }
  }
  if (asked !== null)
    for (const cell of wholesAsked(party, asked, [...cells.values()], evidence)) cells.set(cell.key, cell);
  return { all: [...cells.values()], direct };
}

/** The cells of a party alone. */
export function cellsOwn(party: Party, asked: Where | null, evidence: Evidence, at: Day): CellsBearing {
  const cells = new Map<string, Cell>();
  const direct = new Set<string>();
  for (const cell of evidence.cellsNamed(party, null, at)) {
    direct.add(cell.key);
    add(cells, cell);
  }
  if (asked !== null)
    for (const cell of wholesAsked(party, asked, [...cells.values()], evidence)) cells.set(cell.key, cell);
  return { all: [...cells.values()], direct };
}

/** What all contingents have in one mission. */
export function cellsServing(mission: string, evidence: Evidence, at: Day): CellsBearing {
  const cells = new Map<string, Cell>();
  for (const party of evidence.partiesIn.get(mission) ?? [])
    for (const cell of evidence.cellsNamed(party, mission, at)) addServing(cells, cell);
  return { all: [...cells.values()], direct: new Set() };
}

/** The cells as they stand on the day, and all the constraints between them. */
export function problemOf({ all, direct }: CellsBearing, evidence: Evidence, carrier: Carrier, at: Day): Problem {
  const variables = byKey(all).map((cell): Variable => ({ cell, carried: carrier.carry(cell, at) }));
  return {
    variables,
    constraints: constraintsOver(variables, evidence, carrier, () => false),
    direct,
    isWithin: within(evidence),
  };
}

export const byKey = (cells: readonly Cell[]): Cell[] => [...cells].sort((a, b) => (a.key < b.key ? -1 : 1));

/** Where the one lies in the other by place, mission and unit. */
export const within =
  ({ names }: Evidence): Problem['isWithin'] =>
  (part, whole) =>
    names.liesIn(part.cell.where, whole.cell.where) &&
    (whole.cell.mission === null || whole.cell.mission === part.cell.mission) &&
    (whole.cell.unit === null || whole.cell.unit === part.cell.unit);

/** A cell and the wholes it is in: all units, all missions, the country. */
function withWholes({ party, where, mission, unit, of }: Cell): Cell[] {
  const places =
    where.name !== null && where.country !== null && !where.country.startsWith('R:')
      ? [where, countryOf(where)]
      : [where];
  const keys: Cell[] = [];
  for (const place of places) {
    keys.push(cellOf(party, place, mission, unit, of));
    if (unit !== null) keys.push(cellOf(party, place, mission, null, of));
    if (mission !== null) keys.push(cellOf(party, place, null, null, of));
  }
  return keys;
}

function add(cells: Map<string, Cell>, cell: Cell): void {
  for (const one of withWholes(cell)) cells.set(one.key, one);
}

/** Of another party only what it has in the mission counts here. */
function addServing(cells: Map<string, Cell>, cell: Cell): void {
  for (const one of withWholes(cell)) if (one.mission === cell.mission) cells.set(one.key, one);
}

const countryOf = (where: Where): Where => ({
  key: `${where.country}/`,
  country: where.country,
  name: null,
  members: null,
});

function wholesAsked(party: Party, asked: Where, cells: readonly Cell[], evidence: Evidence): Cell[] {
  const wholes: Cell[] = [];
  for (const cell of cells) {
    if (cell.party !== party || cell.where.key === asked.key || !evidence.names.liesIn(cell.where, asked)) continue;
    wholes.push(cellOf(party, asked, null, null, cell.of), cellOf(party, asked, cell.mission, null, cell.of));
  }
  return wholes;
}

// ------------------------------------------------------------------------------------------------ constraints

/** All but those that lie inside of one mission which `isApart`: its constraints are made elsewhere. */
export function constraintsOver(
  variables: readonly Variable[],
  evidence: Evidence,
  carrier: Carrier,
  isApart: (mission: string | null) => boolean,
): Constraint[] {
  const constraints: Constraint[] = [];
  const push = (kind: Constraint['kind'], whole: Variable, parts: readonly Variable[]): void => {
    if (parts.length === 0) return;
    const left = undirected(whole.carried.steps, whole, parts, carrier);
    const leaving = undirected(whole.carried.pending, whole, parts, carrier);
    constraints.push({ whole, parts, kind, slack: left, expectedSlack: left + leaving, complete: false });
    const together = rejoined(parts);
    if (together === null) return;
    const slack = left + together.most;
    // What is expected of the parts is not told of those that stand for them.
    const isChanging = parts.some((part) => part.carried.expected !== null);
    const expectedSlack = isChanging ? Infinity : slack + leaving;
    constraints.push({
      whole,
      parts: together.parts,
      kind,
      slack,
      expectedSlack,
      complete: false,
      left: together.left,
    });
  };
  const alike = new Map<string, Variable[]>();
  const atPlace = new Map<string, Variable[]>();
  const serving = new Map<string, Variable[]>();
  for (const v of variables) {
    const { party, where, mission, unit, of } = v.cell;
    const apart = isApart(mission);
    if (!apart) entry(alike, `${party}|${mission}|${unit}|${of}`, () => []).push(v);
    entry(atPlace, `${party}|${where.key}|${of}`, () => []).push(v);
    if (!apart && mission !== null && unit === null) entry(serving, `${mission}|${of}`, () => []).push(v);
  }
  for (const group of alike.values())
    for (const [whole, parts] of placesWithin(group, evidence)) push('places', whole, parts);
  for (const group of atPlace.values()) {
    const all = group.find((v) => v.cell.mission === null && v.cell.unit === null);
    const missions = group.filter((v) => v.cell.mission !== null && v.cell.unit === null);
    if (all) for (const parts of apartMissions(missions, evidence)) push('missions', all, parts);
    for (const whole of group.filter((v) => v.cell.unit === null && !isApart(v.cell.mission))) {
      const units = group.filter((v) => v.cell.unit !== null && v.cell.mission === whole.cell.mission);
      for (const parts of apartUnits(units)) push('units', whole, parts);
    }
  }
  for (const group of serving.values()) {
    for (const whole of group.filter((v) => evidence.flagOf(v.cell.mission!) === v.cell.party)) {
      const inside = group.filter(
        (v) => v.cell.party !== whole.cell.party && evidence.names.liesIn(v.cell.where, whole.cell.where),
      );
      const parts = inside.filter(
        (v) =>
          !inside.some(
            (o) => o !== v && o.cell.party === v.cell.party && evidence.names.liesIn(v.cell.where, o.cell.where),
          ),
      );
      push('contingents', whole, parts);
      const listed = allListed(whole, parts);
      if (listed.length > 0)
        constraints.push({
          whole,
          parts: listed,
          kind: 'contingents',
          slack: 0,
          expectedSlack: Infinity,
          complete: true,
        });
    }
  }
  return constraints;
}

/** The parts that a table lists as all there are on the day that the whole's own count is of; [] where they are not of one day, or some have moved since. */
function allListed(whole: Variable, parts: readonly Variable[]): Variable[] {
  const days = parts.map(({ carried }) =>
    carried.base?.admitted.some((o) => o.source.maker === COMPLETE) ? carried.base.anchor : null,
  );
  const day = days.reduce<Day | null>((last, d) => (d !== null && (last === null || d > last) ? d : last), null);
  if (
    day === null ||
    parts.some(({ carried: { base, steps } }) => steps.length > 0 || (base !== null && base.anchor > day))
  )
    return [];
  const { base, steps } = whole.carried;
  if (steps.length > 0 || (base !== null && base.anchor !== day)) return [];
  return parts.filter((_, i) => days[i] === day);
}

/** Departures from the whole that no part is named for. */
function undirected(steps: Carried['steps'], whole: Variable, parts: readonly Variable[], carrier: Carrier): number {
  let sum = 0;
  for (const step of steps) {
    if (step.sign > 0) continue;
    const named = parts.some((part) => touches(step.state, part, carrier));
    if (!named) sum += step.bounds.max ?? Infinity;
  }
  return whole === parts[0] ? 0 : sum;
}

const touches = (state: Carried['steps'][number]['state'], part: Variable, carrier: Carrier): boolean =>
  part.carried.states.some((s) => s.movement === state.movement) &&
  state.movement.tellings.some((t) => carrier.effect(t, t, state.movement, part.cell).sign !== 0);

/** Whole places with their disjoint parts; regions that may overlap are parts one by one. */
function placesWithin(group: readonly Variable[], evidence: Evidence): [Variable, Variable[]][] {
  const { liesIn } = evidence.names;
  const found: [Variable, Variable[]][] = [];
  const isCountry = (v: Variable): boolean => v.cell.where.name === null && !isWide(v.cell.where);
  const sites = new Map<string, Variable[]>();
  for (const v of group) if (v.cell.where.name !== null) entry(sites, `${v.cell.where.country}`, () => []).push(v);
  const countries = group.filter(isCountry);
  const wides = group.filter((v) => isWide(v.cell.where) && v.cell.where.name === null);
  const outermost = (list: readonly Variable[]): Variable[] =>
    list.filter(
      (v) => !list.some((o) => o !== v && liesIn(v.cell.where, o.cell.where) && !liesIn(o.cell.where, v.cell.where)),
    );

  for (const whole of wides) {
    const inside = countries.filter((v) => liesIn(v.cell.where, whole.cell.where));
    found.push([whole, inside]);
    for (const v of wides)
      if (v !== whole && liesIn(v.cell.where, whole.cell.where) && !liesIn(whole.cell.where, v.cell.where))
        found.push([whole, [v]]);
    // Sites of no known country lie in no number of several countries.
    if (whole.cell.where.country !== null) found.push([whole, outermost(sites.get(whole.cell.where.country) ?? [])]);
  }
  for (const whole of countries) found.push([whole, outermost(sites.get(`${whole.cell.where.country}`) ?? [])]);
  for (const list of sites.values()) {
    for (const whole of list) {
      const inside = list.filter(
        (v) => v !== whole && liesIn(v.cell.where, whole.cell.where) && !liesIn(whole.cell.where, v.cell.where),
      );
      found.push([whole, outermost(inside)]);
    }
  }
  return found;
}

/** A region, or several places under one number. */
const isWide = (where: Where): boolean => where.country === null || where.country.startsWith('R:');

/** Two missions that the gazetteer knows are two forces; an unknown name may be another name of one of them. */
function apartMissions(missions: readonly Variable[], evidence: Evidence): Variable[][] {
  const known = missions.filter((v) => evidence.knownMissions.has(v.cell.mission!));
  const unknown = missions.filter((v) => !evidence.knownMissions.has(v.cell.mission!));
  return [known, ...unknown.map((v) => [v])];
}

/** Units of one echelon under different names are apart; one of another echelon may hold them. */
function apartUnits(units: readonly Variable[]): Variable[][] {
  const sets: Variable[][] = [];
  for (const v of units) {
    const set = sets.find((s) => s.every((o) => unitsApart(o.cell.unit!, v.cell.unit!)));
    if (set) set.push(v);
    else sets.push([v]);
  }
  return sets;
}
