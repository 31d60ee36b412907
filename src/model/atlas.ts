// What the pure layers ask about the world: which place lies in which, whose mission is whose. The gazetteer answers.
import type { Day } from './day.ts';
import type { Party } from './party.ts';
import type { Place } from './place.ts';

export interface MissionEntry {
  /** The plain form to show: "UNIFIL", "Operation Inherent Resolve". */
  readonly name: string;
  /** Other names and acronyms in use. */
  readonly aliases: readonly string[];
  /** Whose mission it is: `UN`, `NATO`, `FR`; its whole is this party with this mission. */
  readonly flag: Party;
  readonly places: readonly Place[];
  /** First and last day, inclusive; null where open or not known. */
  readonly start: Day | null;
  readonly end: Day | null;
}

/** A point for a map, in degrees, and of what it is the point: a base in no table of cities is shown where its district or state is. */
export interface MapPoint {
  readonly at: readonly [latitude: number, longitude: number];
  readonly of: string;
}

export interface Atlas {
  /** The place in its plain form with its country filled in where the gazetteer knows the name; the place itself where it knows nothing. */
  plainPlace(place: Place): Place;
  /**
   * True where `inner` lies in `outer` (or is it): Al Asad in Iraq, Iraq in R:MIDDLE-EAST, R:SAHEL in R:AFRICA, "Green Zone" in Baghdad.
   * A place with a name lies in its country; two names of one country are apart unless the gazetteer says otherwise.
   */
  liesIn(inner: Place, outer: Place): boolean;
  /** The mission of that name or alias ("Operation Barkhane", "Barkhane"), by the day where names were used again; null where unknown. */
  mission(name: string, day?: Day): MissionEntry | null;
  /** A party in any common form ("UK", "GB", "Britain", "Germany") -> its code; null where unknown. */
  partyCode(name: string): Party | null;
  /**
   * The party for which an office, ministry, command or spokesman speaks: "German Defense Ministry" -> DE, "Pentagon" -> US, "Chadian army" -> TD;
   * null for institutes, outlets, persons and offices it does not know. Optional: without it a name of a party beside a word of office is read.
   */
  speakerParty?(name: string): Party | null;
  /**
   * A formation or branch in its plain form: "82nd Airborne" -> "82nd Airborne Division", "Bundeswehr" -> null (all of a state's forces); the name
   * itself where the gazetteer does not know it. Optional: without it names are compared as written.
   */
  formation?(name: string): string | null;
  /** A place in any common form ("Iraq", "IQ", "the Sahel", "Al Asad") -> the place; null where unknown. */
  placeNamed(name: string): Place | null;
  /** Codes and names near a misspelt one, best first, at most five. */
  nearNames(name: string, kind: 'party' | 'place'): readonly string[];
  /** "DE" -> "Germany", "R:SAHEL" -> "Sahel"; a code it does not know comes back as it is. */
  displayName(code: string): string;
  /** Where to draw a place: its city, the largest city of its district, its state's capital, the middle of its region's capitals; null where none is known. */
  pointOf(place: Place): MapPoint | null;
}
