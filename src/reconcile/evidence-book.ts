// Evidence that is gathered claim by claim: what is added shows at the next question, and only what it touches is worked out again.
import type { KnownClaim } from '../ledger/known-claim.ts';
import type { Atlas } from '../model/atlas.ts';
import { type Claim, type Movement as MovementClaim, placesOf, type Status } from '../model/claim.ts';
import type { Day } from '../model/day.ts';
import { isState, type Party } from '../model/party.ts';
import { type Cell, cellOf } from './cell.ts';
import { entry } from './entry.ts';
import type { CellEvidence, Evidence } from './evidence.ts';
import { Labels } from './labels.ts';
import { indexMovements, type MovementIndex } from './movement-index.ts';
import { groupMovements, type Movement } from './movements.ts';
import { type Names, namesOf, type Where } from './names.ts';
import { publishedOf } from './observations.ts';
import type { Sightings } from './sightings.ts';
import { readMovement, type Telling } from './tellings.ts';

/** A status that calls the movement itself a mission: "the deployment to Niger is suspended". */
const MOVE_NAMED = /\b(?:deployment|redeployment|reinforcement|withdrawal|drawdown|pullout|move|transfer)\b/;

interface Suspension {
  readonly where: Where;
  readonly mission: string | null;
  readonly day: Day;
  readonly suspended: boolean;
}

/** The claims that posture stands on. */
export type Telltale = Extract<Claim, { readonly kind: 'presence' | 'movement' | 'status' }>;
export const isTelltale = (claim: Claim): claim is Telltale =>
  (claim.kind === 'presence' || claim.kind === 'movement' || claim.kind === 'status') && claim.party !== null;

export class EvidenceBook<S extends Sightings> implements Evidence {
  readonly names: Names;
  readonly labels = new Labels();
  readonly cells = new Map<string, CellEvidence<S>>();
  readonly cellsOf = new Map<Party, CellEvidence<S>[]>();
  readonly partiesIn = new Map<string, Set<Party>>();
  readonly knownMissions = new Set<string>();
  readonly #tellings = new Map<Party, Telling[]>();
  readonly #missionsOf = new Map<Party, Set<string>>();
  readonly #suspensions = new Map<Party, Suspension[]>();
  readonly #moveTexts = new Map<string, string[]>();
  readonly #moves = new Map<Party, MovementIndex>();
  readonly #flags = new Map<string, Party | null>();
  readonly #named = new Map<Party, Map<string | null, readonly NamedCell[]>>();
  #led: ReadonlyMap<Party, readonly string[]> | null = null;

  constructor(atlas: Atlas) {
    this.names = namesOf(atlas);
  }

  /** Who serves in which mission, and what the claim calls it, the place and the unit. */
  note(claim: Telltale, published: Day): void {
    const party = this.names.party(claim.party!);
    const mission = this.names.mission(claim.mission, published);
    if (mission !== null && claim.mission !== null) {
      const parties = entry(this.partiesIn, mission.key, () => new Set());
      if (!parties.has(party)) {
        parties.add(party);
        this.#flags.delete(mission.key);
        this.#led = null;
      }
      entry(this.#missionsOf, party, () => new Set()).add(mission.key);
      if (mission.known) this.knownMissions.add(mission.key);
    }
    this.label(claim, published);
  }

  label(claim: Telltale, published: Day): void {
    const mission = this.names.mission(claim.mission, published);
    if (mission !== null && claim.mission !== null)
      this.labels.note(`mission ${mission.key}`, claim.mission, mission.plain, published);
    for (const place of claim.kind === 'movement' ? [...claim.from, ...claim.to] : placesOf(claim.place)) {
      const where = this.names.where([place]);
      if (where?.name != null && place.name !== null)
        this.labels.note(`place ${where.key}`, place.name, this.names.plainName(place), published);
    }
    if (claim.kind !== 'status' && claim.unit !== null)
      this.labels.note(`unit ${this.names.unit(claim.unit)}`, claim.unit, null, published);
  }

  /** What is told of a cell; made where nothing was. The caller adds to it, and says so by `told`. */
  sightingsOf(cell: Cell, make: () => S): S {
    return entry(this.cells, cell.key, () => {
      const fresh: CellEvidence<S> = { cell, sightings: make() };
      entry(this.cellsOf, cell.party, () => []).push(fresh);
      return fresh;
    }).sightings;
  }

  /** A cell of the party has more told of it. */
  told(party: Party): void {
    this.#named.delete(party);
  }

  addMovement(one: KnownClaim, claim: MovementClaim): void {
    const party = this.names.party(claim.party!);
    entry(this.#moveTexts, `${one.report.id} ${party}`, () => []).push(claim.evidence);
    const telling = readMovement(one, claim, this.names);
    if (telling === null) return;
    entry(this.#tellings, party, () => []).push(telling);
    this.#moves.delete(party);
    this.told(party);
  }

  addStatus(one: KnownClaim, claim: Status): void {
    const party = this.names.party(claim.party!);
    const published = publishedOf(one);
    const where = this.names.where(placesOf(claim.place));
    if (where === null || (claim.status !== 'suspended' && claim.status !== 'resumed')) return;
    entry(this.#suspensions, party, () => []).push({
      where,
      mission: this.names.mission(claim.mission, published)?.key ?? null,
      day: claim.time?.start ?? published,
      suspended: claim.status === 'suspended',
    });
  }

  get parties(): ReadonlySet<Party> {
    return new Set([...this.cellsOf.keys(), ...this.#tellings.keys(), ...this.#ledBy().keys()]);
  }

  movementsAt(party: Party, where: Where): readonly Movement[] {
    return this.#tellings.has(party) ? this.#movesOf(party).at(where) : [];
  }

  cellsNamed(party: Party, mission: string | null, at: Day): readonly Cell[] {
    const lists = entry(this.#named, party, () => new Map<string | null, readonly NamedCell[]>());
    const all = entry(lists, null, () =>
      namedCells(this.cellsOf.get(party) ?? [], this.#tellings.has(party) ? this.#movesOf(party).all : []),
    );
    const named = entry(lists, mission, () => all.filter((n) => n.cell.mission === mission));
    return named.filter((n) => n.since <= at).map((n) => n.cell);
  }

  missionsOf(party: Party): ReadonlySet<string> {
    return new Set([...(this.#missionsOf.get(party) ?? []), ...(this.#ledBy().get(party) ?? [])]);
  }

  flagOf(mission: string): Party | null {
    return entry(this.#flags, mission, () => {
      const flag = this.names.flagOf(mission);
      if (flag !== null) return isState(flag) ? null : flag;
      const organisations = [...(this.partiesIn.get(mission) ?? [])].filter((party) => !isState(party));
      return organisations.length === 1 ? organisations[0]! : null;
    });
  }

  isSuspended(telling: Telling, at: Day): boolean {
    let last: Suspension | null = null;
    for (const s of this.#suspensions.get(telling.party) ?? []) {
      const meant = s.mission === null || s.mission === telling.mission || MOVE_NAMED.test(s.mission);
      if (!meant || s.day > at || s.day < telling.start) continue;
      const ends = telling.to.length > 0 ? telling.to : telling.from;
      if (!ends.some((end) => this.names.liesIn(end, s.where) || this.names.liesIn(s.where, end))) continue;
      if (last === null || s.day > last.day || (s.day === last.day && s.suspended)) last = s;
    }
    return last?.suspended ?? false;
  }

  isStockOfAMove({ claim, report }: KnownClaim): boolean {
    if (claim.kind !== 'presence' || claim.party === null) return false;
    const texts = this.#moveTexts.get(`${report.id} ${this.names.party(claim.party)}`) ?? [];
    return texts.some((text) => text.length > claim.evidence.length && text.includes(claim.evidence));
  }

  #movesOf(party: Party): MovementIndex {
    return entry(this.#moves, party, () =>
      indexMovements(groupMovements(this.#tellings.get(party) ?? [], this.names), this.names),
    );
  }

  #ledBy(): ReadonlyMap<Party, readonly string[]> {
    if (this.#led !== null) return this.#led;
    const led = new Map<Party, string[]>();
    for (const mission of this.partiesIn.keys()) {
      const flag = this.flagOf(mission);
      if (flag !== null) entry(led, flag, () => []).push(mission);
    }
    this.#led = led;
    return led;
  }
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
  for (const { cell, sightings } of counted) if (sightings.since !== null) name(cell, sightings.since);
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
