// Known claims sorted for reconciliation: observations by cell, movements by party, suspensions of deployments. Built once, asked for any day.
import type { KnownClaim } from '../ledger/known-claim.ts';
import type { Atlas } from '../model/atlas.ts';
import type { Day } from '../model/day.ts';
import type { Party } from '../model/party.ts';
import type { Cell } from './cell.ts';
import { entry } from './entry.ts';
import { EvidenceBook, isTelltale } from './evidence-book.ts';
import type { Labels } from './labels.ts';
import type { Movement } from './movements.ts';
import type { Names, Where } from './names.ts';
import { publishedOf, readPresence } from './observations.ts';
import { SightingList, type Sightings } from './sightings.ts';
import type { Telling } from './tellings.ts';

export interface CellEvidence<S extends Sightings = Sightings> {
  readonly cell: Cell;
  readonly sightings: S;
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

/** Everything that `known` says, or all that bears on one party: the same answers for it, in less time. */
export function gatherEvidence(known: readonly KnownClaim[], atlas: Atlas, only: Party | null = null): Evidence {
  const book = new EvidenceBook<SightingList>(atlas);
  const bearing = only === null ? null : servingWith(known, book.names, only);
  for (const one of known) {
    const { claim } = one;
    if (!isTelltale(claim)) continue;
    if (bearing !== null && !bearing.has(book.names.party(claim.party!))) {
      // Names are those of the whole ledger, whoever is asked for.
      book.label(claim, publishedOf(one));
      continue;
    }
    book.note(claim, publishedOf(one));
    if (claim.kind === 'status') book.addStatus(one, claim);
    else if (claim.kind === 'movement') book.addMovement(one, claim);
    else {
      const reading = readPresence(one, claim, book.names);
      if (reading === null) continue;
      const { cell } = reading.kind === 'ahead' ? reading.ahead : reading.observation;
      const sightings = book.sightingsOf(cell, () => new SightingList());
      if (reading.kind === 'ahead') sightings.expect(reading.ahead);
      else sightings.see(reading.observation);
    }
  }
  return book;
}

/** The claims that an answer about the party can stand on: what others have in its missions depends on all that they have. */
export function bearingOn(known: readonly KnownClaim[], names: Names, party: Party): KnownClaim[] {
  const bearing = servingWith(known, names, party);
  return known.filter(({ claim }) => isTelltale(claim) && bearing.has(names.party(claim.party!)));
}

/** The party, and all that serve in one of its missions or under its flag. */
function servingWith(known: readonly KnownClaim[], names: Names, party: Party): Set<Party> {
  const serving = new Map<string, Set<Party>>();
  for (const one of known) {
    const { claim } = one;
    if (!isTelltale(claim) || claim.mission === null) continue;
    const mission = names.mission(claim.mission, publishedOf(one));
    if (mission !== null) entry(serving, mission.key, () => new Set()).add(names.party(claim.party!));
  }
  const bearing = new Set([party]);
  for (const [mission, parties] of serving)
    if (parties.has(party) || names.flagOf(mission) === party) for (const other of parties) bearing.add(other);
  return bearing;
}
