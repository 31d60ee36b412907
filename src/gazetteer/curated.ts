// The curated tables made ready for look-ups: entries, the names that mean them, and what lies in what. Plain data: it goes to a file as JSON.

import type { MissionEntry } from '../model/atlas.ts';
import { isDay, lastDayOf } from '../model/day.ts';
import type { Place } from '../model/place.ts';
import type { Entry } from './entry.ts';
import { caseBits, keyOf, partsOfName } from './name-parts.ts';
import type { NameItem } from './name-table.ts';
import { nameVariants } from './name-variants.ts';
import type { Row, Tables } from './tables.ts';

export interface CuratedRegion {
  readonly code: string;
  readonly name: string;
  /** Alpha-2 codes of the states in it; "*" alone is every state. */
  readonly members: readonly string[];
}

export interface Membership {
  readonly organisation: string;
  readonly country: string;
  readonly from: string;
  readonly to: string | null;
}

/** The smaller tables, which the atlas and the role words read. */
export interface AtlasTables {
  readonly countries: readonly (readonly [code: string, name: string])[];
  /** Codes of organisations and armed groups with their plain names. */
  readonly parties: readonly (readonly [code: string, name: string])[];
  /** Each state's capital, the first of several. */
  readonly capitals: readonly (readonly [code: string, city: string])[];
  /** The first of a code is the region itself, later ones are parts of it or lie across it ("Horn of Africa"). */
  readonly regions: readonly CuratedRegion[];
  /** country, the key of a site's plain name, keys of the names that it lies in. */
  readonly within: readonly (readonly [country: string, key: string, outer: readonly string[]])[];
  readonly roles: readonly (readonly [key: string, role: RoleWord['role'], person: boolean])[];
  readonly members: readonly Membership[];
}

export interface Curated {
  readonly entries: readonly Entry[];
  /** Every name as written, with the entries (by index) that it can mean, best first. */
  readonly names: readonly (readonly [string, readonly number[]])[];
  readonly tables: AtlasTables;
  readonly priors: readonly Row<'priors'>[];
  /** First words that a name may start with in small letters ("al-Shabaab", "foreign forces"), folded. */
  readonly smallStarts: readonly string[];
}

export interface RoleWord {
  readonly role: Extract<Entry, { kind: 'office' }>['role'];
  /** True for a person ("defence minister", "lawmakers"), false for a body ("parliament"). */
  readonly person: boolean;
}

/** "IQ" -> {IQ, its name}, "IQ:Baghdad" -> {IQ, Baghdad}. */
function placeFrom(text: string, nameOf: ReadonlyMap<string, string>): Place {
  const at = text.startsWith('R:') ? text.indexOf(':', 2) : text.indexOf(':');
  if (at < 0) return { country: text, name: nameOf.get(text) ?? null };
  return { country: text.slice(0, at), name: text.slice(at + 1) };
}

/** "1999" -> 1999-01-01 or, as an end, 1999-12-31; "1999-06" likewise; "" -> null. */
export function dayFrom(text: string, end: boolean): string | null {
  if (text === '') return null;
  if (isDay(text)) return text;
  const [year, month] = text.split('-').map(Number);
  if (month === undefined) return end ? `${text}-12-31` : `${text}-01-01`;
  return end ? lastDayOf(year!, month) : `${text}-01`;
}

/** From the tables' rows to entries and names; the order in which tables are taken is the order of entries of one name. */
export function curate(tables: Tables): Curated {
  const nameOf = new Map<string, string>();
  for (const row of tables.regions) if (!nameOf.has(row.code)) nameOf.set(row.code, row.name);
  for (const row of tables.countries) nameOf.set(row.code, row.name);
  const entries: Entry[] = [];
  const names = new Map<string, number[]>();
  const put = (entry: Entry, called: readonly string[]): void => {
    const id = entries.push(entry) - 1;
    for (const name of new Set(called)) {
      const held = names.get(name);
      if (held === undefined) names.set(name, [id]);
      else if (!held.includes(id)) held.push(id);
    }
  };
  const site = (country: string, name: string, what: 'city' | 'base' | 'area', owner: string | null): Entry => ({
    kind: 'site',
    place: { country, name },
    what,
    // Of a town and a base in it that share a name the town is meant.
    prior: what === 'city' ? 0.95 : what === 'area' ? 0.92 : 0.9,
    owner,
  });
  putCountries(tables, put, site);
  for (const { code, name, aliases, home } of tables.organisations) {
    const states = home.split(' ').filter(Boolean);
    const where = states.length === 0 ? {} : { home: states };
    put({ kind: 'organisation', party: code, ...where }, nameVariants([name, ...aliases]));
  }
  for (const { code, name, aliases } of tables.regions) {
    put({ kind: 'region', place: { country: code, name } }, [name, ...aliases]);
  }
  for (const { party, adjectives, persons } of tables.peoples) {
    if (adjectives.length > 0) put({ kind: 'demonym', party, person: false }, adjectives);
    if (persons.length > 0) put({ kind: 'demonym', party, person: true }, persons);
  }
  for (const { party, name, aliases, unit } of tables.forces) {
    put({ kind: 'force', party, unit: unit === '' ? null : unit }, nameVariants([name, ...aliases]));
  }
  for (const { party, role, name, aliases } of tables.offices) {
    const office: Entry = { kind: 'office', name, party: party === '' ? null : party, role: role as RoleWord['role'] };
    put(office, nameVariants([name, ...aliases]));
  }
  for (const { party, role, name, aliases } of tables.people) {
    put({ kind: 'office', name, party: party === '' ? null : party, role: role as RoleWord['role'] }, [
      name,
      ...aliases,
    ]);
  }
  const missions = tables.missions.map(({ flag, name, aliases, places, start, end }): MissionEntry => {
    const found = places.map((p) => placeFrom(p, nameOf));
    return { name, aliases, flag, places: found, start: dayFrom(start, false), end: dayFrom(end, true) };
  });
  for (const mission of missions) put({ kind: 'mission', mission }, nameVariants([mission.name, ...mission.aliases]));
  for (const { party, name, aliases, base } of tables.units) {
    const home = base === '' ? null : placeFrom(base, nameOf);
    put({ kind: 'unit', name, party: party === '' ? null : party, base: home }, nameVariants([name, ...aliases]));
  }
  for (const { country, name, aliases, owner } of tables.bases) {
    put(site(country, name, 'base', owner === '' ? null : owner), nameVariants([name, ...aliases]));
  }
  for (const { country, name, aliases } of tables.areas) put(site(country, name, 'area', null), [name, ...aliases]);
  return {
    entries,
    names: [...names],
    tables: atlasTables(tables),
    priors: tables.priors,
    smallStarts: smallStartsOf([...names.keys()]),
  };
}

function atlasTables(tables: Tables): AtlasTables {
  const parties = new Map<string, string>();
  for (const { code, name } of tables.organisations) if (!parties.has(code)) parties.set(code, name);
  return {
    countries: tables.countries.map((row) => [row.code, row.name]),
    parties: [...parties],
    capitals: tables.countries.flatMap(({ code, capital }): [string, string][] =>
      capital.length === 0 ? [] : [[code, capital[0]!.split('=')[0]!]],
    ),
    regions: tables.regions.map(({ code, name, members }) => ({
      code,
      name,
      members: members.split(' ').filter(Boolean),
    })),
    within: [...tables.bases, ...tables.areas]
      .filter((row) => row.within.length > 0)
      .map((row) => [row.country, keyOf(row.name), row.within.map(keyOf)]),
    roles: tables.roles.flatMap(({ role, person, words }) =>
      words.map((word): [string, RoleWord['role'], boolean] => [
        keyOf(word),
        role as RoleWord['role'],
        person === 'yes',
      ]),
    ),
    members: tables.members.map(({ organisation, country, from, to }) => ({
      organisation,
      country,
      from: dayFrom(from, false)!,
      to: dayFrom(to, true),
    })),
  };
}

function smallStartsOf(names: readonly string[]): readonly string[] {
  const starts = new Set<string>();
  for (const name of names) if ((caseBits(name) & 3) === 0) starts.add(partsOfName(name)[0] ?? '');
  return [...starts].filter((start) => start !== '').sort();
}

function putCountries(
  tables: Tables,
  put: (entry: Entry, called: readonly string[]) => void,
  site: (country: string, name: string, what: 'city', owner: string | null) => Entry,
): void {
  for (const { code, name, aliases, adjectives, persons, capital } of tables.countries) {
    put({ kind: 'country', code, place: { country: code, name }, party: code }, [name, ...aliases]);
    if (adjectives.length > 0) put({ kind: 'demonym', party: code, person: false }, adjectives);
    if (persons.length > 0) put({ kind: 'demonym', party: code, person: true }, persons);
    for (const city of capital) {
      const called = city.split('=');
      put(site(code, called[0]!, 'city', null), called);
      put({ kind: 'office', name: called[0]!, party: code, role: 'government' }, called);
    }
  }
}

/** The look-up form of the names: key -> entries with the case that each way of writing needs. */
export function nameItems(curated: Curated): ReadonlyMap<string, readonly NameItem[]> {
  const items = new Map<string, NameItem[]>();
  for (const [name, ids] of curated.names) {
    const key = keyOf(name);
    if (key === '') continue;
    const cases = caseBits(name);
    const held = items.get(key) ?? [];
    for (const id of ids) if (!held.some((item) => item.id === id && item.cases === cases)) held.push({ id, cases });
    items.set(key, held);
  }
  return items;
}
