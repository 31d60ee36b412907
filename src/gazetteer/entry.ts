// What a name in a text can stand for. One name may have several entries; the extractor chooses by context and prior.
import type { MissionEntry } from '../model/atlas.ts';
import type { Party } from '../model/party.ts';
import type { Place } from '../model/place.ts';

export type Entry =
  /** A state by name: a place, and an actor. */
  | { readonly kind: 'country'; readonly code: string; readonly place: Place; readonly party: Party }
  /** "German", "Croatian", "U.S." before a noun; `plural` for "Bulgarians", "the French" (persons). */
  | { readonly kind: 'demonym'; readonly party: Party; readonly person: boolean }
  /** A region of several states, a sea, the world. */
  | { readonly kind: 'region'; readonly place: Place }
  /** A city, base, camp, airport, province, island or river area. `prior` 0..1: how sure the bare name means this place. */
  | {
      readonly kind: 'site';
      readonly place: Place;
      readonly what: 'city' | 'base' | 'area';
      readonly prior: number;
      readonly owner: Party | null;
    }
  /** NATO, the African Union, the Taliban, the coalition. `home`: states where it is meant by an acronym that it shares with others. */
  | { readonly kind: 'organisation'; readonly party: Party; readonly home?: readonly string[] }
  /** A state's or organisation's armed force by name: Bundeswehr (DE), Royal Marines (GB, unit), IDF. `unit` is what goes to the claim's unit, null where it is the whole force. */
  | { readonly kind: 'force'; readonly party: Party; readonly unit: string | null }
  | { readonly kind: 'mission'; readonly mission: MissionEntry }
  /** A formation by its own name: 82nd Airborne Division (US). */
  | { readonly kind: 'unit'; readonly name: string; readonly party: Party | null; readonly base: Place | null }
  /**
   * One who speaks or decides: Pentagon (US), Bundestag (DE), UN Security Council (UN), 10 Downing Street (GB). `name` is the plain form.
   * `role` tells what it may do: parliament and council vote, government and ministry order and announce.
   */
  | {
      readonly kind: 'office';
      readonly name: string;
      readonly party: Party | null;
      readonly role: 'parliament' | 'council' | 'government' | 'ministry' | 'military' | 'agency' | 'media';
    };

/**
 * Tokens [from, to) of a sentence and what they can stand for, best first. Mentions of one sentence do not overlap: the longest wins.
 * A place with what it lies in after a comma ("Taji, Iraq", "Fort Bragg, N.C.") is one mention, and so is a direction with what it
 * belongs to ("northern Mali").
 */
export interface Mention {
  readonly from: number;
  readonly to: number;
  readonly entries: readonly Entry[];
  /**
   * What is glued to the name by a hyphen in its last token, lower case: "led" of "US-led", "backed" of "Iran-backed". Such a mention is an
   * adjective: it says whose a thing is or what it is like, and stands neither as an actor nor as a place of its own.
   */
  readonly glued?: string;
  /** With `glued`: what the glued word itself can stand for, where it is a name: Syria of "Iraq-Syria", Ukraine of "Russian-Ukrainian". */
  readonly gluedEntries?: readonly Entry[];
}
