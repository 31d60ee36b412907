// Where a place lies, for a map: its own point where the cities have it, else that of what it lies in, and always said of what it is.
import type { MapPoint } from '../model/atlas.ts';
import { isRegion, type Place } from '../model/place.ts';
import { type City, type CityTable, DIVISION } from './cities.ts';
import type { GazetteerData } from './gazetteer.ts';
import { keyOf } from './name-parts.ts';
import { once } from './once.ts';

const DIRECTED =
  /^(?:northern|southern|eastern|western|central|north|south|east|west|northeastern|northwestern|southeastern|southwestern|upper|lower) (.+)$/;
const HEADED =
  /^(.+?) (?:international airport|airport|airfield|air base|base|garrison|green zone|embassy|port|border|province|governorate|region|district|oblast|county|state)$/;

/** `citiesNamed` gives the cities of a name, largest first. */
export function makePoints(
  data: GazetteerData,
  citiesNamed: (name: string) => readonly City[],
): (place: Place) => MapPoint | null {
  const capitals = once(() => new Map(data.tables().capitals));
  const within = once(() => new Map(data.tables().within.map(([code, key, outers]) => [`${code} ${key}`, outers])));
  const regions = once(() => new Map(data.tables().regions.map((one) => [`${one.code} ${keyOf(one.name)}`, one])));
  const states = once(() => new Map(data.tables().countries.map(([code, name]) => [code, keyOf(name)])));
  const largestIn = once(() => largestOfDivisions(data.cities));

  const city = (country: string, name: string): MapPoint | null => {
    const found = citiesNamed(name).find((one) => one.seat !== DIVISION && one.place.country === country);
    return found === undefined ? null : { at: rounded(found.at), of: found.place.name ?? name };
  };
  const capitalOf = (country: string): MapPoint | null => {
    const name = capitals().get(country);
    return name === undefined ? null : city(country, name);
  };

  /** A site by its city, by its division's largest city, or by what it lies in. */
  const siteAt = (country: string, key: string, seen: Set<string>): MapPoint | null => {
    if (seen.has(key)) return null;
    seen.add(key);
    const own = city(country, key) ?? largestIn().get(`${country} ${key}`);
    if (own) return own;
    const outers = [...(within().get(`${country} ${key}`) ?? []), HEADED.exec(key)?.[1], DIRECTED.exec(key)?.[1]];
    for (const outer of outers) {
      const point = outer === undefined || outer === states().get(country) ? null : siteAt(country, outer, seen);
      if (point !== null) return point;
    }
    return null;
  };

  const regionAt = (place: Place): MapPoint | null => {
    const named = place.name === null ? undefined : regions().get(`${place.country} ${keyOf(place.name)}`);
    const region = named ?? data.tables().regions.find(({ code }) => code === place.country);
    if (region === undefined || region.members[0] === '*') return null;
    const at = middleOf(region.members.map(capitalOf).filter((point) => point !== null));
    return at === null ? null : { at, of: `the middle of ${region.name}` };
  };

  return (place) => {
    if (place.country === null) return null;
    if (isRegion(place.country)) return regionAt(place);
    const key = place.name === null ? null : keyOf(place.name);
    const isState = key === null || key === states().get(place.country);
    return (isState ? null : siteAt(place.country, key, new Set())) ?? capitalOf(place.country);
  };
}

/** The source gives five decimals, the packed table single precision. */
const rounded = ([latitude, longitude]: MapPoint['at']): MapPoint['at'] => [
  Math.round(latitude * 1e5) / 1e5,
  Math.round(longitude * 1e5) / 1e5,
];

/** "IQ anbar" -> the largest city of the division. */
function largestOfDivisions(cities: CityTable | null): ReadonlyMap<string, MapPoint> {
  const largest = new Map<string, { readonly index: number; readonly population: number }>();
  if (cities === null) return new Map();
  const names = cities.admins();
  for (let index = 0; index < cities.country.length; index++) {
    const admin = cities.admin[index]!;
    if (admin === 0 || cities.seat[index] === DIVISION) continue;
    const code = String.fromCharCode(cities.country[index]! >> 8, cities.country[index]! & 0xff);
    const key = `${code} ${keyOf(names[admin - 1]!)}`;
    const population = cities.population[index]!;
    if (population > (largest.get(key)?.population ?? -1)) largest.set(key, { index, population });
  }
  const points = new Map<string, MapPoint>();
  for (const [key, { index }] of largest)
    points.set(key, {
      at: rounded([cities.latitude[index]!, cities.longitude[index]!]),
      of: names[cities.admin[index]! - 1]!,
    });
  return points;
}

/** On the sphere, so that a region over the date line is not put on the other side of the world; null of nothing. */
function middleOf(points: readonly MapPoint[]): MapPoint['at'] | null {
  if (points.length === 0) return null;
  let [x, y, z] = [0, 0, 0];
  for (const {
    at: [latitude, longitude],
  } of points) {
    const [phi, lambda] = [(latitude * Math.PI) / 180, (longitude * Math.PI) / 180];
    x += Math.cos(phi) * Math.cos(lambda);
    y += Math.cos(phi) * Math.sin(lambda);
    z += Math.sin(phi);
  }
  const degrees = (angle: number): number => Math.round((angle * 180 * 100) / Math.PI) / 100;
  return [degrees(Math.atan2(z, Math.hypot(x, y))), degrees(Math.atan2(y, x))];
}
