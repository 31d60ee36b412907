// Known claims sorted for reconciliation: observations by cell, movements by party, suspensions of deployments. Built once, asked for any day.
import type { KnownClaim } from '../ledger/known-claim.ts';
import type { Atlas } from '../model/atlas.ts';
import { placesOf } from '../model/claim.ts';
import type { Day } from '../model/day.ts';
import { isState, type Party } from '../model/party.ts';
import { type Cell, cellOf } from './cell.ts';
import { Labels } from './labels.ts';
import { groupMovements, type Movement } from './movements.ts';
import { type Names, namesOf, type Where } from './names.ts';
import { type Ahead, type Observation, publishedOf, readPresence } from './observations.ts';
import { readMovement, type Telling } from './tellings.ts';

export interface CellEvidence {
  readonly cell: Cell;
  readonly observations: Observation[];
  readonly aheads: Ahead[];
}

/** A status that calls the movement itself a mission: "the deployment to Niger is suspended". */
const MOVE_NAMED = /\b(?:deployment|redeployment|reinforcement|withdrawal|drawdown|pullout|move|transfer)\b/;

interface Suspension {
  readonly where: Where;
  readonly mission: string | null;
  readonly day: Day;
  readonly suspended: boolean;
}

export interface Evidence {
  readonly names: Names;
  /** With a presence or a movement. */
  readonly parties: ReadonlySet<Party>;
  readonly cells: ReadonlyMap<string, CellEvidence>;
  readonly cellsOf: ReadonlyMap<Party, readonly CellEvidence[]>;
  /** The movements of a party with an end at the place, or in it. */
  movementsAt(party: Party, where: Where): readonly Movement[];
  /** The cells that a party's claims name, in one mission where it is given: counted, expected, or at an end of a movement by `at`. */
  cellsNamed(party: Party, mission: string | null, at: Day): readonly Cell[];
  /** Mission -> the parties with a claim that names it. */
  readonly partiesIn: ReadonlyMap<string, ReadonlySet<Party>>;
  /** The missions that a party's claims name, and those it leads. */
  missionsOf(party: Party): ReadonlySet<string>;
  /** By "mission key", "unit key" and "place key". */
  readonly labels: Labels;
  readonly knownMissions: ReadonlySet<string>;
  /** The organisation whose mission it is; null for a state's own mission and where nothing tells. */
  flagOf(mission: string): Party | null;
  isSuspended(telling: Telling, at: Day): boolean;
  /** True where a movement of the same report names this count in its own words: "thirty of the 120", so that the count stands before it. */
  isStockOfAMove(count: KnownClaim): boolean;
}

/** Everything that `known` says, or all that bears on one party: its own claims and those of the missions it serves in. */
export function gatherEvidence(known: readonly KnownClaim[], atlas: Atlas, only: Party | null = null): Evidence {
  const names = namesOf(atlas);
  const cells = new Map<string, CellEvidence>();
  const cellsOf = new Map<Party, CellEvidence[]>();
  const tellings = new Map<Party, Telling[]>();
  const partiesIn = new Map<string, Set<Party>>();
  const missionsOf = new Map<Party, Set<string>>();
  const labels = new Labels();
  const knownMissions = new Set<string>();
  const suspensions = new Map<Party, Suspension[]>();
  const moveTexts = new Map<string, string[]>();

  for (const one of only === null ? known : bearingOn(known, names, only)) {
    const { claim } = one;
    if (claim.kind !== 'presence' && claim.kind !== 'movement' && claim.kind !== 'status') continue;
    if (claim.party === null) continue;
    const party = names.party(claim.party);
    const published = publishedOf(one);
    const mission = names.mission(claim.mission, published);
    if (mission && claim.mission !== null) {
      entry(partiesIn, mission.key, () => new Set()).add(party);
      entry(missionsOf, party, () => new Set()).add(mission.key);
      if (mission.known) knownMissions.add(mission.key);
      labels.note(`mission ${mission.key}`, claim.mission, mission.plain, published);
    }
    for (const place of claim.kind === 'movement' ? [...claim.from, ...claim.to] : placesOf(claim.place)) {
      const where = names.where([place]);
      if (where?.name != null && place.name !== null)
        labels.note(`place ${where.key}`, place.name, where.name, published);
    }
    if (claim.kind === 'status') {
      const where = names.where(placesOf(claim.place));
      if (where === null || (claim.status !== 'suspended' && claim.status !== 'resumed')) continue;
      const day = claim.time?.start ?? published;
      entry(suspensions, party, () => []).push({
        where,
        mission: mission?.key ?? null,
        day,
        suspended: claim.status === 'suspended',
      });
      continue;
    }
    if (claim.unit !== null) labels.note(`unit ${names.unit(claim.unit)}`, claim.unit, null, published);
    if (claim.kind === 'movement') {
      entry(moveTexts, `${one.report.id} ${party}`, () => []).push(claim.evidence);
      const telling = readMovement(one, claim, names);
      if (telling) entry(tellings, party, () => []).push(telling);
      continue;
    }
    const reading = readPresence(one, claim, names);
    if (reading === null) continue;
    const { cell } = reading.kind === 'ahead' ? reading.ahead : reading.observation;
    const found = entry(cells, cell.key, () => {
      const fresh: CellEvidence = { cell, observations: [], aheads: [] };
      entry(cellsOf, party, () => []).push(fresh);
      return fresh;
    });
    if (reading.kind === 'ahead') found.aheads.push(reading.ahead);
    else found.observations.push(reading.observation);
  }
  const moves = new Map(
    [...tellings].map(([party, list]) => [party, indexMovements(groupMovements(list, names), names)]),
  );
  const flagOf = remember((mission) => {
    const flag = names.flagOf(mission);
    if (flag !== null) return isState(flag) ? null : flag;
    const organisations = [...(partiesIn.get(mission) ?? [])].filter((party) => !isState(party));
    return organisations.length === 1 ? organisations[0]! : null;
  });
  const led = new Map<Party, string[]>();
  for (const mission of partiesIn.keys()) {
    const flag = flagOf(mission);
    if (flag !== null) entry(led, flag, () => []).push(mission);
  }
  const namedBy = new Map<string, readonly NamedCell[]>();
  const named = (party: Party, mission: string | null): readonly NamedCell[] =>
    entry(namedBy, `${party}|${mission}`, () => {
      const all = namedCells(cellsOf.get(party) ?? [], moves.get(party)?.all ?? []);
      return mission === null ? all : all.filter((n) => n.cell.mission === mission);
    });
  return {
    names,
    parties: new Set([...cellsOf.keys(), ...tellings.keys(), ...led.keys()]),
    cells,
    cellsOf,
    movementsAt: (party, where) => moves.get(party)?.at(where) ?? [],
    cellsNamed: (party, mission, at) =>
      named(party, mission)
        .filter((n) => n.since <= at)
        .map((n) => n.cell),
    partiesIn,
    missionsOf: (party) => new Set([...(missionsOf.get(party) ?? []), ...(led.get(party) ?? [])]),
    labels,
    knownMissions,
    flagOf,
    isSuspended: (telling, at) => {
      let last: Suspension | null = null;
      for (const s of suspensions.get(telling.party) ?? []) {
        const meant = s.mission === null || s.mission === telling.mission || MOVE_NAMED.test(s.mission);
        if (!meant || s.day > at || s.day < telling.start) continue;
        const ends = telling.to.length > 0 ? telling.to : telling.from;
        if (!ends.some((end) => names.liesIn(end, s.where) || names.liesIn(s.where, end))) continue;
        if (last === null || s.day > last.day || (s.day === last.day && s.suspended)) last = s;
      }
      return last?.suspended ?? false;
    },
    isStockOfAMove: ({ claim, report }) => {
      if (claim.kind !== 'presence' || claim.party === null) return false;
      const texts = moveTexts.get(`${report.id} ${names.party(claim.party)}`) ?? [];
      return texts.some((text) => text.length > claim.evidence.length && text.includes(claim.evidence));
    },
  };
}

interface NamedCell {
  readonly cell: Cell;
  /** The first day on which a claim speaks of it. */
  readonly since: Day;
}

function namedCells(counted: readonly CellEvidence[], movements: readonly Movement[]): NamedCell[] {
  const found = new Map<string, NamedCell>();
  const name = (cell: Cell, since: Day): void => {
    const seen = found.get(cell.key);
    if (seen === undefined || since < seen.since) found.set(cell.key, { cell, since });
  };
  for (const { cell, observations, aheads } of counted) {
    let since: Day | null = null;
    for (const o of observations) if (since === null || o.from < since) since = o.from;
    for (const a of aheads) if (since === null || a.published < since) since = a.published;
    if (since !== null) name(cell, since);
  }
  for (const { party, tellings } of movements) {
    for (const t of tellings) {
      if (t.phase === 'proposed' || t.phase === 'cancelled') continue;
      for (const where of [...t.from, ...t.to]) {
        name(cellOf(party, where, t.mission, null, t.of), t.start);
        if (t.unit !== null) name(cellOf(party, where, t.mission, t.unit, t.of), t.start);
      }
    }
  }
  return [...found.values()];
}

interface MovementIndex {
  readonly all: readonly Movement[];
  at(where: Where): readonly Movement[];
}

/** By the country or region of each end; a place of several countries asks for each of those in it. */
function indexMovements(all: readonly Movement[], names: Names): MovementIndex {
  const byEnd = new Map<string, { readonly where: Where; readonly movements: Set<Movement> }>();
  for (const movement of all) {
    for (const t of movement.tellings) {
      for (const end of [...t.from, ...t.to]) {
        const where: Where = { key: `${end.country}/`, country: end.country, name: null, members: null };
        entry(byEnd, where.key, () => ({ where, movements: new Set<Movement>() })).movements.add(movement);
      }
    }
  }
  const found = new Map<string, readonly Movement[]>();
  return {
    all,
    at: (where) =>
      entry(found, where.country !== null ? `${where.country}/` : where.key, () => {
        const inside = new Set<Movement>();
        for (const end of byEnd.values())
          if (end.where.country === where.country || names.liesIn(end.where, where))
            for (const movement of end.movements) inside.add(movement);
        return [...inside];
      }),
  };
}

/** The claims of a party, and those of other parties that serve in one of its missions or under whose flag it serves. */
export function bearingOn(known: readonly KnownClaim[], names: Names, party: Party): KnownClaim[] {
  const missions = new Set<string>();
  const own = (one: KnownClaim): boolean =>
    one.claim.kind !== 'decision' && one.claim.party !== null && names.party(one.claim.party) === party;
  const missionOf = (one: KnownClaim): string | null =>
    'mission' in one.claim && one.claim.mission !== null
      ? (names.mission(one.claim.mission, publishedOf(one))?.key ?? null)
      : null;
  for (const one of known) {
    const mission = own(one) ? missionOf(one) : null;
    if (mission !== null) missions.add(mission);
  }
  return known.filter((one) => {
    if (own(one)) return true;
    const mission = missionOf(one);
    return mission !== null && (missions.has(mission) || names.flagOf(mission) === party);
  });
}

export function entry<K, V>(map: Map<K, V>, key: K, make: () => V): V {
  const found = map.get(key);
  if (found !== undefined) return found;
  const made = make();
  map.set(key, made);
  return made;
}

function remember<T>(compute: (key: string) => T): (key: string) => T {
  const seen = new Map<string, T>();
  return (key) => entry(seen, key, () => compute(key));
}
