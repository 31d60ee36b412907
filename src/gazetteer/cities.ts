// Cities of the world in flat columns (GeoNames, CC BY 4.0): a city's record is built only when its name is met.
import type { Place } from '../model/place.ts';
import { caseBits, keyOf } from './name-parts.ts';
import { type NameItem, type NameTable, packNames } from './name-table.ts';

export interface CityTable {
  readonly names: NameTable;
  /** Display names, each followed by a line end. */
  readonly displays: () => string;
  readonly displayStarts: Uint32Array;
  /** Names of first-order divisions. */
  readonly admins: () => readonly string[];
  /** Two letters, high byte first. */
  readonly country: Uint16Array;
  /** 1 + index into `admins`; 0 is not known. */
  readonly admin: Uint16Array;
  readonly population: Uint32Array;
  readonly latitude: Float32Array;
  readonly longitude: Float32Array;
  /** 4 a first-order division itself (no point, no population), 3 a capital, 2 the seat of a first-order division, 1 of a lower one, 0 none. */
  readonly seat: Uint8Array;
}

export interface City {
  readonly place: Place;
  readonly admin: string | null;
  readonly population: number;
  readonly seat: number;
  readonly at: readonly [latitude: number, longitude: number];
}

/** What a source gives of a city. `others` are names in other spellings and languages, Latin letters only. */
export interface CityRow {
  readonly name: string;
  readonly others: readonly string[];
  readonly country: string;
  readonly admin: string | null;
  readonly population: number;
  readonly seat: number;
  readonly at: readonly [number, number];
}

/** What a name is besides the city: nothing, an ordinary English word, or a person's name. */
export type NameKind = 'plain' | 'word' | 'person';

/** High bits of a name's item: an other name than the city's own; a word; a person's name. */
const OTHER = 0x80000000;
const WORD = 0x40000000;
const PERSON = 0x20000000;
const INDEX = 0x1fffffff;

/** The city that an item's id stands for. */
export const cityOfItem = (id: number): number => id & INDEX;
const kindOfItem = (id: number): NameKind => ((id & WORD) !== 0 ? 'word' : (id & PERSON) !== 0 ? 'person' : 'plain');

export function cityAt(table: CityTable, index: number): City {
  const code = table.country[index]!;
  const admin = table.admin[index]!;
  return {
    place: {
      country: String.fromCharCode(code >> 8, code & 0xff),
      name: table.displays().slice(table.displayStarts[index]!, table.displayStarts[index + 1]! - 1),
    },
    admin: admin === 0 ? null : table.admins()[admin - 1]!,
    population: table.population[index]!,
    seat: table.seat[index]!,
    at: [table.latitude[index]!, table.longitude[index]!],
  };
}

/**
 * Packs cities; the largest of one name comes first. `kinds` holds the names (as keys) that are words or persons' names: other names among
 * them are left out, own names marked.
 */
export function packCities(rows: readonly CityRow[], kinds: ReadonlyMap<string, NameKind> = new Map()): CityTable {
  const rank = (row: CityRow): number => (row.seat === DIVISION ? -1 : row.seat);
  const sorted = [...rows].sort(
    (a, b) => rank(b) - rank(a) || b.population - a.population || (a.name < b.name ? -1 : 1),
  );
  const names = new Map<string, NameItem[]>();
  const put = (name: string, id: number): void => {
    const key = keyOf(name);
    if (key.length < 2) return;
    const kind = kinds.get(key);
    if (kind !== undefined && id >= OTHER) return;
    const held = names.get(key);
    const mark = kind === 'word' ? WORD : kind === 'person' ? PERSON : 0;
    const item = { id: (id + mark) >>> 0, cases: caseBits(name) };
    if (held === undefined) names.set(key, [item]);
    else if (!held.some((h) => (h.id & INDEX) === (id & INDEX))) held.push(item);
  };
  sorted.forEach((row, i) => {
    put(row.name, i);
  });
  sorted.forEach((row, i) => {
    for (const other of row.others) put(other, i + OTHER);
  });
  const admins = [...new Set(sorted.flatMap((row) => (row.admin === null ? [] : [row.admin])))];
  const adminAt = new Map(admins.map((name, i) => [name, i + 1]));
  const displays = sorted.map((row) => `${row.name}\n`).join('');
  const starts = new Uint32Array(sorted.length + 1);
  sorted.forEach((row, i) => {
    starts[i + 1] = starts[i]! + row.name.length + 1;
  });
  return {
    names: packNames(names),
    displays: () => displays,
    displayStarts: starts,
    admins: () => admins,
    country: Uint16Array.from(sorted, (row) => (row.country.charCodeAt(0) << 8) | row.country.charCodeAt(1)),
    admin: Uint16Array.from(sorted, (row) => (row.admin === null ? 0 : adminAt.get(row.admin)!)),
    population: Uint32Array.from(sorted, (row) => row.population),
    latitude: Float32Array.from(sorted, (row) => row.at[0]),
    longitude: Float32Array.from(sorted, (row) => row.at[1]),
    seat: Uint8Array.from(sorted, (row) => row.seat),
  };
}

/** States where the names of small towns are words, first names and surnames of English reports. */
const ENGLISH = new Set('US GB CA AU NZ IE ZA PH JM TT BS BB GY BZ'.split(' '));

/** How sure a bare name means the city or division, 0..1: most small towns share their name with people and things. */
export function cityPrior(city: City, id: number): number {
  const { population: n, seat } = city;
  const kind = kindOfItem(id);
  // "Reading", "Hope": only with what they lie in behind a comma.
  if (kind === 'word') return n >= 300_000 ? 0.2 : 0.04;
  if (kind === 'person' && n < 300_000) return 0.2;
  if (seat === DIVISION) return 0.35;
  const small = ENGLISH.has(city.place.country!) ? 0.1 : 0.3;
  const bySize = n >= 1e6 ? 0.85 : n >= 3e5 ? 0.7 : n >= 1e5 ? 0.55 : n >= 3e4 ? Math.max(small, 0.25) : small;
  const prior = seat === 3 ? Math.max(bySize, 0.9) : seat === 2 ? Math.max(bySize, 0.5) : bySize;
  return id >= OTHER ? prior * 0.6 : prior;
}

export const DIVISION = 4;
