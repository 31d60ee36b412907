// What a report has told so far, by kind: who acts, which forces, which places. References are resolved against it, the latest first.

import type { MissionEntry } from '../../model/atlas.ts';
import type { Span } from '../../model/claim.ts';
import type { Party } from '../../model/party.ts';
import type { Period } from '../../model/period.ts';
import type { Place } from '../../model/place.ts';
import type { Quantity } from '../../model/quantity.ts';
import type { Range } from '../syntax/item.ts';
import type { SentenceView } from '../syntax/predicate.ts';

/** A force told of: whose, how many, where. */
export interface ForceSet {
  readonly sentence: number;
  readonly at: number;
  readonly span: Span;
  readonly party: Party | null;
  /** Where the words that name the party stand; null where only the author's own voice does. */
  readonly partySpan: Span | null;
  readonly quantity: Quantity | null;
  readonly place: readonly Place[];
  readonly unit: string | null;
  readonly mission: string | null;
  /** The head noun's lemma, as the text has it: "force", "soldier"; null for a bare number. */
  readonly head: string | null;
  /** True where the place is where they went: the rest of them stayed elsewhere. */
  readonly moved: boolean;
}

/** A state's force named as its own, whether or not a claim was made of it. */
export interface MentionedForce {
  readonly sentence: number;
  readonly at: number;
  /** Where the words that name the party stand, else those of the force. */
  readonly span: Span;
  readonly party: Party;
  readonly quantity: Quantity | null;
  /** False where the sentence tells whose it is, and not the phrase itself. */
  readonly named: boolean;
}

export interface Actor {
  readonly sentence: number;
  /** Token in its sentence. */
  readonly at: number;
  /** Where its words stand in the report. */
  readonly span: Span;
  readonly party: Party;
  readonly organisation: boolean;
  /** True for the owner of something that is no force ("the Vietnam War"): only "its" may mean it. */
  readonly weak: boolean;
  /** A minister, a president: who speaks for a state and is no place. */
  readonly person: boolean;
  /** False for a mention inside another phrase ("German soldiers"), which is a weaker antecedent. */
  readonly acts: boolean;
  /** Owns what a bare noun names: "Russia's admission that it". */
  readonly owns: boolean;
}

/** What "they" or "it" may be: soldiers, ministers, two states; a battalion, a state. */
export interface Several {
  readonly sentence: number;
  readonly at: number;
  readonly force: boolean;
  /** True for one, false for several. */
  readonly one: boolean;
  /** It does something: a likelier "they" than what it is done to. */
  readonly acts: boolean;
}

export interface Where {
  readonly sentence: number;
  readonly at: number;
  readonly span: Span;
  readonly place: Place;
  /** False for a state that acts ("Slovakia has removed"): a weak antecedent of "there". */
  readonly firm: boolean;
}

export interface Discourse {
  /** Whose "we" and "our" are: the party of the publisher or author; null where unknown. */
  voice: Party | null;
  readonly actors: Actor[];
  readonly places: Where[];
  readonly forces: ForceSet[];
  readonly mentioned: MentionedForce[];
  /** Those that "they" and "it" can be, in the order told. */
  readonly several: Several[];
  /** The first sentence under the latest heading: a place told of above it belongs to another section. */
  section: number;
  /** How often each country was named as a place: the theatre of the report is the one told of most. */
  readonly told: Map<string, number>;
  /** The firm places by country and name, each in the order first told, and how often. */
  readonly firm: Map<string, Map<string | null, { readonly first: Where; times: number }>>;
  /** The last firm place of the whole report, over the bounds of a digest's items. */
  everywhere: Where | null;
  /** Every state named in the whole report, acting or as a place, the last one last. */
  readonly states: Map<string, Where>;
  /** Where a force was last named at all, counted or not. */
  named: { readonly sentence: number; readonly at: number } | null;
  /** Persons by the last word of their name -> their party. */
  readonly persons: Map<string, Party>;
  /** Parties that acted together last: "Estonia and Latvia both", for "the two" and "they". */
  group: { readonly sentence: number; readonly actors: readonly Actor[] } | null;
  /** The last mission told of by name, for "the mission" and "the force". */
  mission: { readonly entry: MissionEntry; readonly sentence: number; readonly span: Span } | null;
  /** The last mission told of by a name that no table holds: "the Bosnian peacekeeping mission", for "the mandate". */
  called: { readonly name: string; readonly sentence: number; readonly span: Span } | null;
  /** Whose the mission is that was told of last, in a table or not: "the United Nations mission in Mali". */
  flag: { readonly party: Party; readonly sentence: number; readonly span: Span } | null;
  /** The mission of the topic line above: "Operation Pitting". */
  topic: Discourse['mission'];
  route: Route | null;
  /** When the last movement with a time of its own is or was, for "the withdrawal will cut the force to". */
  moveTime: { readonly period: Period; readonly sentence: number } | null;
  /** The mission or mandate whose standing was told last, for "it was extended". */
  standing: Standing | null;
}

/** Whose, what and where it is of which a status was told. */
export interface Standing {
  readonly sentence: number;
  readonly party: Party;
  readonly partySpan: Span | null;
  readonly mission: string | null;
  readonly missionSpan: Span | null;
  readonly places: readonly Place[];
  readonly placeSpan: Span | null;
}

/** Ends of the last movement, for "will follow" and "sent the rest home". */
export interface Route {
  readonly from: readonly Place[];
  readonly to: readonly Place[];
  readonly whose: { readonly party: Party; readonly span: Span | null };
  readonly sentence: number;
  /** It was still to come, or had just begun. */
  readonly ahead: boolean;
}

export const newDiscourse = (voice: Party | null): Discourse => ({
  voice,
  actors: [],
  places: [],
  forces: [],
  mentioned: [],
  several: [],
  section: 0,
  told: new Map(),
  firm: new Map(),
  everywhere: null,
  states: new Map(),
  named: null,
  persons: new Map(),
  group: null,
  mission: null,
  called: null,
  flag: null,
  topic: null,
  route: null,
  moveTime: null,
  standing: null,
});

/** An item of a digest is a story of its own: nothing told before it counts. */
export function forget(d: Discourse): void {
  d.actors.length = 0;
  d.places.length = 0;
  d.forces.length = 0;
  d.mentioned.length = 0;
  d.several.length = 0;
  d.told.clear();
  d.firm.clear();
  d.route = null;
  d.moveTime = null;
  d.standing = null;
  d.group = null;
  d.mission = null;
  d.called = null;
  d.flag = null;
  if (d.topic !== null && d.topic.sentence < d.section - 1) d.topic = null;
  d.named = null;
}

/** The report's offsets of a token range. */
export const spanOf = (view: Pick<SentenceView, 'tokens'>, at: Range): Span => [
  view.tokens[at.from]!.start,
  view.tokens[at.to - 1]!.end,
];

export const lastWord = (name: string): string => name.slice(name.lastIndexOf(' ') + 1);

/** The latest thing before token `at` of sentence `sentence`, at most `reach` sentences back. */
export function latest<T extends { readonly sentence: number; readonly at: number }>(
  list: readonly T[],
  sentence: number,
  at: number,
  reach: number,
  fits: (t: T) => boolean = () => true,
): T | null {
  let best: T | null = null;
  for (let i = list.length - 1; i >= 0; i--) {
    const t = list[i]!;
    if (t.sentence < sentence - reach) break;
    if (t.sentence > sentence || (t.sentence === sentence && t.at >= at) || !fits(t)) continue;
    if (best === null || t.sentence > best.sentence || (t.sentence === best.sentence && t.at > best.at)) best = t;
    if (best.sentence < sentence && t.sentence < best.sentence) break;
  }
  return best;
}

/** The country that the report is most about as a place, those of `except` left out; null where none was named. */
export function theatreOf(d: Discourse, except: ReadonlySet<string | null>): Where | null {
  let theatre: string | null = null;
  let most = 0;
  const ashore = [...d.firm.keys()].some((country) => country !== 'R:AT-SEA' && !except.has(country));
  for (const country of d.firm.keys()) {
    if (except.has(country) || (ashore && country === 'R:AT-SEA')) continue;
    const times = d.told.get(country)!;
    if (times > most) [theatre, most] = [country, times];
  }
  if (theatre === null) return null;
  // Of the names told in it the one told most often: the country itself, as a rule.
  const names = [...d.firm.get(theatre)!.values()];
  return names.reduce((x, y) => (y.times > x.times ? y : x)).first;
}
