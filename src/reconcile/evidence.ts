// Known claims sorted for reconciliation: observations by cell, movements by party, suspensions of deployments. Built once, asked for any day.
import type { KnownClaim } from '../ledger/known-claim.ts';
import type { Atlas } from '../model/atlas.ts';
import { placesOf } from '../model/claim.ts';
import type { Day } from '../model/day.ts';
import { isState, type Party } from '../model/party.ts';
import type { Cell } from './cell.ts';
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
  readonly movementsOf: ReadonlyMap<Party, readonly Movement[]>;
  /** Mission -> the parties with a claim that names it. */
  readonly partiesIn: ReadonlyMap<string, ReadonlySet<Party>>;
  readonly missionsOf: ReadonlyMap<Party, ReadonlySet<string>>;
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
  const movementsOf = new Map([...tellings].map(([party, list]) => [party, groupMovements(list, names)]));
  return {
    names,
    parties: new Set([...cellsOf.keys(), ...tellings.keys()]),
    cells,
    cellsOf,
    movementsOf,
    partiesIn,
    missionsOf,
    labels,
    knownMissions,
    flagOf: remember((mission) => {
      const flag = names.flagOf(mission);
      if (flag !== null) return isState(flag) ? null : flag;
      const organisations = [...(partiesIn.get(mission) ?? [])].filter((party) => !isState(party));
      return organisations.length === 1 ? organisations[0]! : null;
    }),
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

/** The claims of a party, and those of other parties that serve in one of its missions or under whose flag it serves. */
function bearingOn(known: readonly KnownClaim[], names: Names, party: Party): KnownClaim[] {
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
    return mission !== null && missions.has(mission);
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
