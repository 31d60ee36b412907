// The atlas over the gazetteer's tables: plain forms of places and parties, what lies in what, missions by any of their names.
import type { Atlas, MissionEntry } from '../model/atlas.ts';
import type { Day } from '../model/day.ts';
import { type Party, partySchema } from '../model/party.ts';
import { isRegion, type Place } from '../model/place.ts';
import { type City, cityAt, cityOfItem } from './cities.ts';
import { makeContainment } from './containment.ts';
import type { Entry } from './entry.ts';
import type { GazetteerData } from './gazetteer.ts';
import { keyOf } from './name-parts.ts';
import { findWhole, itemsOf } from './name-table.ts';
import { nearestNames } from './near-names.ts';
import { once } from './once.ts';
import { makePoints } from './points.ts';
import { priorOf, priorsOf } from './priors.ts';

const CODE = /^(?:[A-Z]{2}|R:[A-Z]+(?:-[A-Z]+)*)$/;

/** What stands for a name, whatever its letters' case. */
interface Known {
  readonly entries: readonly Entry[];
  /** Largest first. */
  readonly cities: readonly City[];
}

export function makeAtlas(data: GazetteerData): {
  readonly atlas: Atlas;
  /** As `liesIn`, and true where any city of the inner name lies there: there is a Lebanon in Ohio. */
  readonly mayLieIn: (inner: Place, outer: Place) => boolean;
} {
  const priors = once(() => priorsOf(data.priors()));
  const displayNames = once(() => displayNamesOf(data));

  const known = (name: string): Known => {
    const key = keyOf(name);
    const parts = key.split(' ');
    const at = findWhole(data.names, parts);
    const entries = at < 0 ? [] : [...new Set(itemsOf(data.names, at).map(({ id }) => id))].map(data.entry);
    const cityKey = data.cities === null ? -1 : findWhole(data.cities.names, parts);
    const cities =
      cityKey < 0 ? [] : itemsOf(data.cities!.names, cityKey).map((i) => cityAt(data.cities!, cityOfItem(i.id)));
    return { entries: priors()(key, entries), cities };
  };

  const placeNamed = (name: string): Place | null => {
    const text = name.trim();
    if (CODE.test(text) && displayNames().has(text)) return { country: text, name: displayNames().get(text)! };
    const inState = /^(.+),\s*([^,]+)$/.exec(text);
    if (inState !== null && known(text).entries.length === 0) {
      const outer = placeNamed(inState[2]!);
      if (outer?.country) return inCountry(inState[1]!, outer) ?? null;
    }
    const { entries, cities } = known(text);
    const place = firstPlace(entries);
    return place ?? cities[0]?.place ?? headless(text, null);
  };

  /** The site or city of that name in the outer place's country. */
  const inCountry = (name: string, outer: Place): Place | null => {
    const { entries, cities } = known(name);
    const inside = (place: Place): boolean => place.country === outer.country;
    const site = entries.find((e) => e.kind === 'site' && inside(e.place));
    if (site?.kind === 'site') return site.place;
    return cities.find((city) => inside(city.place))?.place ?? headless(name, outer.country);
  };

  /** "Baghdad airport", "Helmand Province", "northern Mali": known by the name in it; the words stay as they are where they say more. */
  const headless = (name: string, country: string | null): Place | null => {
    const base = /^(.+?) (?:province|governorate|region|district|oblast|county|prefecture)$/i.exec(name)?.[1];
    if (base !== undefined) {
      const place = country === null ? placeNamed(base) : inCountry(base, { country, name: null });
      if (place !== null) return place;
    }
    const inner =
      /^(?:(?:north|south|east|west|central)\S*) (.+)$/i.exec(name)?.[1] ??
      /^(.+?) (?:international airport|airport|airfield|air base|airbase|base|border)$/i.exec(name)?.[1];
    if (inner === undefined) return null;
    const place = country === null ? placeNamed(inner) : inCountry(inner, { country, name: null });
    return place === null ? null : { country: place.country, name };
  };

  const plainPlace = (place: Place): Place => {
    const { country, name } = place;
    const isOpen = name === null || (country !== null && isRegion(country) && OPEN.test(name));
    if (isOpen) return country === null ? place : { country, name: displayNames().get(country) ?? null };
    if (country === null) return placeNamed(name) ?? place;
    const own = placeNamed(name);
    // A state's or region's own name; "Baltic region" of a state is kept as it is.
    if (own !== null && own.country === country) return own;
    return inCountry(name, place) ?? place;
  };

  /** The divisions of the largest city of that name in its state, or of all of them. */
  const adminsOf =
    (all: boolean) =>
    (place: Place): readonly string[] => {
      if (place.name === null) return [];
      const admins = known(place.name)
        .cities.filter((city) => city.place.country === place.country && city.admin !== null)
        .map((city) => city.admin!);
      return all ? [...new Set(admins)] : admins.slice(0, 1);
    };
  const liesIn = once(() => makeContainment(data.tables(), plainPlace, adminsOf(false)));
  const mayLieIn = once(() => makeContainment(data.tables(), plainPlace, adminsOf(true)));

  const partyCode = (name: string): Party | null => {
    const text = name.trim();
    if (partySchema.safeParse(text).success && (!/^[A-Z]{2}$/.test(text) || displayNames().has(text))) return text;
    const { entries } = known(text);
    for (const kinds of PARTY_KINDS) {
      const found = entries.find((entry) => kinds.includes(entry.kind));
      if (found !== undefined && 'party' in found && found.party !== null) return found.party;
    }
    return null;
  };

  const atlas: Atlas = {
    plainPlace: remembered((place: Place) => placeKey(place), plainPlace),
    liesIn: remembered(
      (inner: Place, outer: Place) => `${placeKey(inner)}>${placeKey(outer)}`,
      (inner, outer) => liesIn()(inner, outer),
    ),
    mission: (name, day) => missionOf(known(name).entries, day),
    partyCode,
    formation: (name) => formationOf(name, known(name).entries),
    placeNamed,
    nearNames: (name, kind) => nearestNames(data, name, kind),
    displayName: (code) => displayNames().get(code) ?? (code.startsWith('OTHER:') ? code.slice(6) : code),
    pointOf: remembered(
      placeKey,
      makePoints(data, (name) => known(name).cities),
    ),
  };
  const pair = (inner: Place, outer: Place): string => `${placeKey(inner)}>${placeKey(outer)}`;
  return { atlas, mayLieIn: remembered(pair, (inner, outer) => mayLieIn()(inner, outer)) };
}

function displayNamesOf(data: GazetteerData): ReadonlyMap<string, string> {
  const names = new Map<string, string>();
  const { regions, countries, parties } = data.tables();
  for (const { code, name } of regions) if (!names.has(code)) names.set(code, name);
  for (const [code, name] of [...countries, ...parties]) names.set(code, name);
  return names;
}

const placeKey = (place: Place): string => `${place.country ?? ''}|${place.name ?? ''}`;

/** Reconciliation and the views ask the same few questions over and over. */
function remembered<A extends readonly unknown[], R>(keyFor: (...args: A) => string, ask: (...args: A) => R) {
  const answers = new Map<string, R>();
  return (...args: A): R => {
    const key = keyFor(...args);
    const known = answers.get(key);
    if (known !== undefined) return known;
    if (answers.size >= MOST_REMEMBERED) answers.clear();
    const answer = ask(...args);
    answers.set(key, answer);
    return answer;
  };
}
const MOST_REMEMBERED = 20_000;

/** As a report names a region that it told of before: all of it. */
const OPEN = /^(?:the |this )?(?:wider |whole |entire )?(?:region|area|theat(?:re|er))$/i;

const PARTY_KINDS: readonly (readonly Entry['kind'][])[] = [
  ['country', 'organisation'],
  ['demonym', 'force'],
  ['office'],
];

/** A state or region before a site, the likelier site before the other. */
function firstPlace(entries: readonly Entry[]): Place | null {
  const state = entries.find((e) => e.kind === 'country' || e.kind === 'region');
  if (state !== undefined && 'place' in state) return state.place;
  const sites = entries.filter((e) => e.kind === 'site').sort((a, b) => priorOf(b) - priorOf(a));
  return sites[0]?.place ?? null;
}

const ORDINALS = 'first second third fourth fifth sixth seventh eighth ninth tenth'.split(' ');
const numbers = (name: string): string =>
  (name.toLowerCase().match(/\d+|\p{L}+/gu) ?? [])
    .map((word) => (ORDINALS.includes(word) ? `${ORDINALS.indexOf(word) + 1}` : word))
    .filter((word) => /^\d/.test(word))
    .join(' ');

const BRANCH = /\b(?:navy|naval|air force|marines?|coast guard|gendarmerie)\b/i;

/** Aliases that number a part ("4 RIFLES" of The Rifles) stay apart from the whole. */
function formationOf(name: string, entries: readonly Entry[]): string | null {
  for (const entry of entries) {
    if (entry.kind === 'unit') return numbers(name) === '' || numbers(name) === numbers(entry.name) ? entry.name : name;
    // "Royal Thai Navy" is among the names of the Thai forces, and no name of all of them.
    if (entry.kind === 'force') return entry.unit ?? (BRANCH.test(name) ? name : null);
  }
  return name;
}

/** The mission of several with one name that ran on the day, else the one whose days are nearest, else the latest. */
function missionOf(entries: readonly Entry[], day: Day | undefined): MissionEntry | null {
  const missions = entries.flatMap((e) => (e.kind === 'mission' ? [e.mission] : []));
  if (missions.length < 2 || day === undefined) {
    return missions.sort((a, b) => ((a.start ?? '') < (b.start ?? '') ? 1 : -1))[0] ?? null;
  }
  const ran = missions.filter((m) => (m.start === null || m.start <= day) && (m.end === null || day <= m.end));
  if (ran.length > 0) return ran.sort((a, b) => ((a.start ?? '') < (b.start ?? '') ? 1 : -1))[0]!;
  const begun = missions.filter((m) => m.start === null || m.start <= day);
  const pool = begun.length > 0 ? begun : missions;
  return pool.sort((a, b) => ((a.end ?? '9999') < (b.end ?? '9999') ? 1 : -1))[0]!;
}
