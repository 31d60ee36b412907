// One spelling for each party, place, mission and unit: rows and movements are compared by these, never by a text's own words.
import type { Atlas } from '../model/atlas.ts';
import type { Day } from '../model/day.ts';
import type { Party } from '../model/party.ts';
import { isState } from '../model/party.ts';
import type { Place } from '../model/place.ts';
import { fold } from '../model/plain-name.ts';

/** A place in its one spelling: `name` null is the whole country or region; `members` where a text gives one number for several places. */
export interface Where {
  readonly key: string;
  readonly country: string | null;
  readonly name: string | null;
  readonly members: readonly Where[] | null;
}

export interface MissionName {
  readonly key: string;
  /** Known to the gazetteer: two known missions are two forces, two unknown names may be one. */
  readonly known: boolean;
  /** The gazetteer's plain form. */
  readonly plain: string | null;
}

export interface Names {
  party(code: string): Party;
  where(places: readonly Place[]): Where | null;
  /** The plain form of this very place's name; null for a whole country or region. Two spellings of one place can have two. */
  plainName(place: Place): string | null;
  mission(name: string | null, day: Day): MissionName | null;
  unit(name: string | null): string | null;
  /** Whose mission it is, where the gazetteer knows it. */
  flagOf(missionKey: string): Party | null;
  liesIn(inner: Where, outer: Where): boolean;
  /** True where the speaker is an office, ministry or force of the party itself: its own authority on its own troops. */
  speaksFor(speaker: string | null, party: Party): boolean;
  display(code: string): string;
}

/** True where one name's words are all among the other's: "Al Udeid", "Al Udeid air base". */
export function sameWords(a: string, b: string): boolean {
  const [x, y] = [a.split(' '), b.split(' ')];
  return x.every((word) => y.includes(word)) || y.every((word) => x.includes(word));
}

const OFFICE =
  /\b(?:ministr(?:y|ies)|minister|department|armed|army|navy|air force|forces?|military|government|president|chancellor|premier|general staff|chief of (?:staff|defen[cs]e)|staff|command|commander|headquarters|secretariat|secretary|dpko|peacekeeping|parliament|chief of defen[cs]e|spokes(?:man|woman|person)|officials?|administration)\b/;
const NOT_ITS_OWN = /\b(?:former|ex|retired|opposition|unnamed analysts?|institute|think tank|newspaper|analysts?)\b/;
const MISSION_NOISE = /^(?:the )?(?:operation |op )?/;

export function namesOf(atlas: Atlas): Names {
  const parties = remembered((code: string) => atlas.partyCode(code) ?? code);
  const singles = new Map<string | null, Map<string | null, Where>>();
  const byKey = new Map<string, Where>();
  const plainNames = new Map<string | null, Map<string | null, string | null>>();
  const contained = new Map<string, boolean>();
  const missions = new Map<string, MissionName>();
  const flags = new Map<string, Party>();
  const speakers = new Map<string, Party | null>();

  const isWhole = (country: string, name: string): boolean => {
    const folded = fold(name);
    const display = fold(atlas.displayName(country));
    if (folded === display || folded === fold(country)) return true;
    const named = atlas.placeNamed(name);
    if (named === null || named.country !== country) return false;
    return named.name === null || fold(named.name) === display;
  };
  const single = (place: Place): Where => {
    const ofCountry = singles.get(place.country) ?? new Map<string | null, Where>();
    singles.set(place.country, ofCountry);
    const seen = ofCountry.get(place.name);
    if (seen) return seen;
    const plain = atlas.plainPlace(place);
    const { country } = plain;
    const name = plain.name === null || (country !== null && isWhole(country, plain.name)) ? null : plain.name;
    const key = `${country}/${name === null ? '' : fold(name)}`;
    const where = byKey.get(key) ?? { key, country, name, members: null };
    byKey.set(key, where);
    ofCountry.set(place.name, where);
    const named = plainNames.get(place.country) ?? new Map<string | null, string | null>();
    plainNames.set(place.country, named.set(place.name, name));
    return where;
  };
  const liesInOne = (inner: Where, outer: Where): boolean => {
    if (inner.key === outer.key) return true;
    if (inner.country === null || outer.country === null) return false;
    if (inner.country === outer.country && outer.name === null) return true;
    const pair = `${inner.key}<${outer.key}`;
    let answer = contained.get(pair);
    if (answer === undefined) {
      answer = atlas.liesIn(placeOf(inner), placeOf(outer));
      contained.set(pair, answer);
    }
    return answer;
  };
  const liesIn = (inner: Where, outer: Where): boolean => {
    if (inner.key === outer.key) return true;
    if (inner.members) return inner.members.every((member) => liesIn(member, outer));
    if (outer.members) return outer.members.some((member) => liesInOne(inner, member));
    return liesInOne(inner, outer);
  };
  const where = (places: readonly Place[]): Where | null => {
    if (places.length === 0) return null;
    if (places.length === 1) return single(places[0]!);
    const all = [...new Map(places.map((place) => [single(place).key, single(place)])).values()];
    const widest = all.filter((w) => !all.some((other) => other !== w && liesInOne(w, other)));
    if (widest.length === 1) return widest[0]!;
    const members = widest.sort((a, b) => (a.key < b.key ? -1 : 1));
    return { key: members.map((m) => m.key).join('+'), country: null, name: null, members };
  };
  const mission = (name: string | null, day: Day): MissionName | null => {
    if (name === null) return null;
    const given = `${name}@${day.slice(0, 4)}`;
    const seen = missions.get(given);
    if (seen) return seen;
    const entry = atlas.mission(name, day);
    const key = fold(entry?.name ?? name).replace(MISSION_NOISE, '');
    if (entry) flags.set(key, entry.flag);
    const result = { key, known: entry !== null, plain: entry?.name ?? null };
    missions.set(given, result);
    return result;
  };
  const speakerParty = (speaker: string): Party | null => {
    if (speakers.has(speaker)) return speakers.get(speaker)!;
    const party = atlas.speakerParty?.(speaker) ?? partyNamedBy(speaker, atlas);
    speakers.set(speaker, party);
    return party;
  };
  return {
    party: parties,
    where,
    plainName: (place) => {
      single(place);
      return plainNames.get(place.country)?.get(place.name) ?? null;
    },
    mission,
    unit: remembered((name) => {
      const plain = name === null ? null : atlas.formation ? atlas.formation(name) : name;
      return plain === null ? null : fold(plain);
    }),
    flagOf: (key) => flags.get(key) ?? null,
    liesIn,
    speaksFor: (speaker, party) => speaker !== null && speakerParty(speaker) === party,
    display: (code) => atlas.displayName(code),
  };
}

export const placeOf = (where: Where): Place => ({ country: where.country, name: where.name });

/** An army at home is not a deployment: the party's own country as a whole is no end of a movement that counts. */
export const isHome = (party: Party, where: Where): boolean =>
  isState(party) && where.country === party && where.name === null;

/** The party whose name stands in the speaker's title beside an office: "Italian Defence Ministry", "NATO spokesman"; or is the title: "KFOR" no, "NATO" yes. */
function partyNamedBy(speaker: string, atlas: Atlas): Party | null {
  const title = fold(speaker);
  if (NOT_ITS_OWN.test(title)) return null;
  const whole = atlas.partyCode(speaker) ?? atlas.mission(speaker)?.flag ?? null;
  if (whole !== null) return whole;
  if (!OFFICE.test(title)) return null;
  const words = speaker.split(/\s+/);
  for (let size = Math.min(3, words.length - 1); size > 0; size--) {
    for (let start = 0; start + size <= words.length; start++) {
      const run = words.slice(start, start + size).join(' ');
      const code = /^\p{Lu}/u.test(run) ? atlas.partyCode(run.replace(/[’']s?$/, '')) : null;
      if (code !== null) return code;
    }
  }
  return null;
}

function remembered<K extends string | null, T>(compute: (key: K) => T): (key: K) => T {
  const seen = new Map<K, T>();
  return (key) => {
    const known = seen.get(key);
    if (known !== undefined) return known;
    const value = compute(key);
    seen.set(key, value);
    return value;
  };
}
