// The parties, places and missions that a ledger tells of, each with how much it tells and until when.
import type { KnownClaim } from '../ledger/known-claim.ts';
import type { Atlas } from '../model/atlas.ts';
import { type Claim, placesOf } from '../model/claim.ts';
import type { Day } from '../model/day.ts';
import type { Place } from '../model/place.ts';
import { claimsOf, type Known } from '../reconcile/knowledge.ts';
import { namesOf } from '../reconcile/names.ts';

export interface Told {
  readonly claims: number;
  readonly reports: number;
  /** The day the first and the last of the claims became known. */
  readonly first: Day;
  readonly last: Day;
}
export interface PartyTold extends Told {
  readonly party: string;
  readonly name: string;
}
export interface PlaceTold extends Told {
  readonly place: Place;
  /** In full: "Erbil, Iraq". */
  readonly name: string;
}
export interface MissionTold extends Told {
  readonly mission: string;
  /** Whose mission it is; null where the gazetteer does not know it. */
  readonly flag: string | null;
}

/** Sorted by name. */
export function viewParties(known: Known, atlas: Atlas): PartyTold[] {
  const names = namesOf(atlas);
  const parties = counted(known, ({ claim }) =>
    claim.kind === 'decision' || claim.party === null ? [] : [names.party(claim.party)],
  );
  return byName([...parties].map(([party, told]) => ({ party, name: atlas.displayName(party), ...told })));
}

/** Sorted by name. Places whose country is not known stand by the name that the report gives. */
export function viewPlaces(known: Known, atlas: Atlas): PlaceTold[] {
  const plain = new Map<string, Place>();
  const keys = counted(known, ({ claim }) =>
    placesIn(claim).map((stated) => {
      const place = wholeCountry(atlas.plainPlace(stated), atlas);
      const key = `${place.country}\n${place.name}`;
      if (!plain.has(key)) plain.set(key, place);
      return key;
    }),
  );
  return byName(
    [...keys].map(([key, told]) => {
      const place = plain.get(key)!;
      return { place, name: nameOf(place, atlas), ...told };
    }),
  );
}

/** Sorted by name; a mission under several names is one where the gazetteer knows it. */
export function viewMissions(known: Known, atlas: Atlas): MissionTold[] {
  const flags = new Map<string, string | null>();
  const missions = counted(known, ({ claim, known: day }) => {
    if (!('mission' in claim) || claim.mission === null) return [];
    const entry = atlas.mission(claim.mission, day);
    const name = entry?.name ?? claim.mission;
    flags.set(name, entry?.flag ?? flags.get(name) ?? null);
    return [name];
  });
  const told = [...missions].map(([mission, one]) => ({ mission, flag: flags.get(mission) ?? null, ...one }));
  return told.sort((a, b) => compare(a.mission, b.mission));
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
const byName = <T extends { readonly name: string }>(items: T[]): T[] => items.sort((a, b) => compare(a.name, b.name));

function placesIn(claim: Claim): readonly Place[] {
  if (claim.kind === 'decision') return [];
  return claim.kind === 'movement' ? [...claim.from, ...claim.to] : placesOf(claim.place);
}

/** "Iraq in Iraq" is Iraq. */
const wholeCountry = ({ country, name }: Place, atlas: Atlas): Place => ({
  country,
  name: country !== null && name === atlas.displayName(country) ? null : name,
});

function nameOf({ country, name }: Place, atlas: Atlas): string {
  const of = country === null ? null : atlas.displayName(country);
  return [name, of].filter((part) => part !== null).join(', ');
}

function counted(known: Known, keysOf: (one: KnownClaim) => readonly string[]): Map<string, Told> {
  const counts = new Map<string, { claims: number; reports: Set<string>; first: Day; last: Day }>();
  for (const one of claimsOf(known)) {
    for (const key of new Set(keysOf(one))) {
      const count = counts.get(key) ?? { claims: 0, reports: new Set(), first: one.known, last: one.known };
      counts.set(key, count);
      count.claims++;
      count.reports.add(one.report.id);
      if (one.known < count.first) count.first = one.known;
      if (one.known > count.last) count.last = one.known;
    }
  }
  return new Map([...counts].map(([key, count]) => [key, { ...count, reports: count.reports.size }]));
}
