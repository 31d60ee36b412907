// Whether one place lies in another: states in regions, regions in regions, sites in states, and sites in sites where a table says so.
import { isRegion, type Place } from '../model/place.ts';
import type { AtlasTables } from './curated.ts';
import { keyOf } from './name-parts.ts';

const HEAD = / (?:province|governorate|region|oblast|district|county|state|prefecture|voivodeship)$/;
const WHOLE = new Set(['R:WORLD']);

/** `adminsOf` gives the first-order divisions of a city; `plain` a place's plain form. */
export function makeContainment(
  tables: AtlasTables,
  plain: (place: Place) => Place,
  adminsOf: (place: Place) => readonly string[],
): (inner: Place, outer: Place) => boolean {
  const nameOf = new Map(tables.countries.map(([code, name]) => [code, keyOf(name)]));
  const states = [...nameOf.keys()];
  const membersOf = new Map<string, ReadonlySet<string>>();
  const partsOf = new Map<string, ReadonlySet<string>>();
  for (const { code, name, members } of tables.regions) {
    const set = new Set(members[0] === '*' ? states : members);
    if (!membersOf.has(code)) membersOf.set(code, set);
    partsOf.set(`${code} ${keyOf(name)}`, set);
  }
  const within = new Map(tables.within.map(([country, key, outers]) => [`${country} ${key}`, outers]));

  /** The states of a place that is a region or a part of one; null where it is none that the tables know. */
  const statesIn = (place: Place): ReadonlySet<string> | null => {
    const named = place.name === null ? undefined : partsOf.get(`${place.country} ${keyOf(place.name)}`);
    if (named !== undefined) return named;
    return place.name === null ? (membersOf.get(place.country!) ?? null) : null;
  };
  const isWholeOf = (place: Place): boolean =>
    place.name === null || partsOf.get(`${place.country} ${keyOf(place.name)}`) === membersOf.get(place.country!);

  const inRegion = (inner: Place, outer: Place): boolean => {
    if (WHOLE.has(outer.country!)) return true;
    const outerIsWhole = isWholeOf(outer);
    if (inner.country === outer.country && outerIsWhole) return true;
    const states = statesIn(outer);
    if (states === null) return inner.country === outer.country && keyOf(inner.name!) === keyOf(outer.name!);
    if (!isRegion(inner.country!)) return states.has(inner.country!);
    const innerStates = statesIn(inner) ?? membersOf.get(inner.country!);
    if (inner.country === 'R:AT-SEA' || innerStates === undefined || innerStates.size === 0) return false;
    if (inner.country === outer.country && keyOf(inner.name ?? '') === keyOf(outer.name ?? '')) return true;
    return [...innerStates].every((state) => states.has(state));
  };

  const namesOver = (place: Place, seen: Set<string>): Set<string> => {
    const key = keyOf(place.name!);
    if (seen.has(key)) return seen;
    seen.add(key);
    const bare = key.replace(HEAD, '');
    const directed =
      /^(?:northern|southern|eastern|western|central|north|south|east|west|northeastern|northwestern|southeastern|southwestern|upper|lower) (.+)$/.exec(
        key,
      )?.[1];
    const headed = /^(.+?) (?:international airport|airport|airfield|air base|base|garrison|green zone|embassy)$/.exec(
      key,
    )?.[1];
    const outers = [
      ...(within.get(`${place.country} ${key}`) ?? within.get(`${place.country} ${bare}`) ?? []),
      ...adminsOf(place).map(keyOf),
      ...[directed, headed].filter((x) => x !== undefined),
      ...(bare === key ? [] : [bare]),
    ];
    for (const outer of outers) namesOver(plain({ country: place.country, name: outer }), seen);
    return seen;
  };

  return (innerPlace, outerPlace) => {
    const inner = plain(innerPlace);
    const outer = plain(outerPlace);
    if (outer.country === null || inner.country === null) {
      return inner.country === outer.country && inner.name !== null && keyOf(inner.name) === keyOf(outer.name ?? '');
    }
    if (isRegion(outer.country)) return inRegion(inner, outer);
    if (inner.country !== outer.country) return false;
    const state = nameOf.get(outer.country);
    if (outer.name === null || (state !== undefined && state === keyOf(outer.name))) return true;
    if (inner.name === null) return false;
    const wanted = keyOf(outer.name);
    const over = namesOver(inner, new Set());
    return over.has(wanted) || over.has(wanted.replace(HEAD, ''));
  };
}
