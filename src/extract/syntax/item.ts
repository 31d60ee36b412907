// What the words of a sentence are chunked into: noun phrases that the rules know, verb groups, and the links between them.

import type { MissionEntry } from '../../model/atlas.ts';
import type { Party } from '../../model/party.ts';
import type { Place } from '../../model/place.ts';
import type { Quantity } from '../../model/quantity.ts';
import type { DateMention, NumberMention } from '../../text/document.ts';

/** Token indices of one sentence: [from, to). */
export interface Range {
  readonly from: number;
  readonly to: number;
}

/** Whose: named ("German", "Belgium's", "of the U.S. Army"), or a pronoun to be resolved ("its", "our"). */
export type Owner =
  | { readonly kind: 'named'; readonly parties: readonly Party[]; readonly at: Range }
  | { readonly kind: 'pronoun'; readonly word: string; readonly at: Range };

interface Phrase extends Range {
  /** The preposition that governs the phrase, folded: "to", "from", "out of"; null for a bare phrase. Its tokens lie before `from`. */
  readonly prep: string | null;
  /** First token with the preposition counted in. */
  readonly start: number;
}

/** "thirty of the 120 German soldiers in Iraq", "its 500", "two Patriot batteries", "A 760-strong Senegalese battalion". */
export interface ForceItem extends Phrase {
  readonly kind: 'force';
  /** The head noun's lemma ("soldier", "battalion"); null for a bare number ("the remaining 35", "Denmark 700"). */
  readonly head: string | null;
  /** strong: soldiers, troops, Marines; weak: police, staff, engineers (a force only in a military context); unit; platform: jets, ships; bare: a number alone. */
  readonly sort: 'strong' | 'weak' | 'unit' | 'platform' | 'bare';
  readonly quantity: Quantity | null;
  /** Where the number stands with its hedges. */
  readonly count: Range | null;
  /** "half of", "a third of": the part of `whole`; null where there is none. */
  readonly share: number | null;
  /** How sure the share is: "more than half" is a floor, "nearly half" is about so many. */
  readonly shareHedge?: 'floor' | 'cap' | 'approx' | null;
  /** What part of a whole is meant: "some of", "the rest", "all", "all but 20 of", "most of". */
  readonly portion: 'some' | 'most' | 'all' | 'rest' | 'all-but' | null;
  /** The force this is a part of: "the 120 German soldiers" in "thirty of the 120 German soldiers". */
  readonly whole: ForceItem | null;
  readonly owner: Owner | null;
  /** The nation that stands beside a pronoun: Ethiopian in "its Ethiopian peacekeepers". */
  readonly people?: Extract<Owner, { kind: 'named' }> | null | undefined;
  readonly unit: { readonly name: string; readonly at: Range } | null;
  /** The owner's forces by a name of their own: "Bundeswehr", "New Zealand Defence Force". */
  readonly called?: { readonly name: string; readonly at: Range } | null | undefined;
  readonly mission: { readonly entry: MissionEntry | null; readonly name: string; readonly at: Range } | null;
  /** A place that belongs to the phrase itself: "the 120 German soldiers in Iraq", "the 50,000 already there". */
  readonly place: PlaceItem | null;
  /** "more", "additional", "another", "a further". */
  readonly additional: boolean;
  /** Refers to a force told of before: "of them", "them", "the rest". */
  readonly anaphor: boolean;
  /** "1,650 strong", "a 760-strong": the number is a strength. */
  readonly strength: boolean;
  readonly definite: boolean;
  readonly plural: boolean;
  /** Words before the head that no other field holds: "last", "first", "remaining", "foreign", "fresh". */
  readonly adjectives: readonly string[];
}

/** A state, an organisation, an office or a person as the one who acts. */
export interface ActorItem extends Phrase {
  readonly kind: 'actor';
  readonly party: Party | null;
  /** A state as the place it is ("entered Mali", "Niger, where"); null for others. */
  readonly place: Place | null;
  /** Plain form of an office or a person; the words of the text where none is known. */
  readonly name: string;
  readonly what: 'state' | 'organisation' | 'office' | 'person';
  readonly role:
    | 'parliament'
    | 'council'
    | 'government'
    | 'ministry'
    | 'military'
    | 'agency'
    | 'media'
    | 'person'
    | null;
}

/** Places with one preposition: "to Jordan and Kuwait"; "Bria, in the Central African Republic" is one place with its country known. */
export interface PlaceItem extends Phrase {
  readonly kind: 'place';
  readonly places: readonly Place[];
  /** An open reference: "there", "here", "home", "the region", "the country"; `places` is then empty until resolved. */
  readonly ref: 'there' | 'home' | 'abroad' | 'country' | 'region' | 'site' | null;
  /** Plain name of `ref: 'site'`: "the base", "the airport". */
  readonly name: string | null;
  /** Whose base it is: "Russia's 102nd base in Gyumri". */
  readonly owner?: Owner | null;
  /** Of a place at sea that is told by a coast: what lies there ("off Libya"). */
  readonly off?: readonly Place[];
}

export interface DateItem extends Phrase {
  readonly kind: 'date';
  readonly date: DateMention;
}

/** A mission, operation, mandate or training named as such: "UNIFIL", "the NATO training mission in Iraq", "the air campaign". */
export interface MissionItem extends Phrase {
  readonly kind: 'mission';
  readonly entry: MissionEntry | null;
  readonly name: string;
  readonly owner: Owner | null;
  readonly place: PlaceItem | null;
}

export interface PronounItem extends Phrase {
  readonly kind: 'pronoun';
  /** "it", "they", "we", "them", "others", "who", "which", "both". */
  readonly word: string;
}

/** Any other noun phrase: it takes a place in the clause, and no rule claims from it. */
export interface NounItem extends Phrase {
  readonly kind: 'noun';
  /** Whose: "Chad's request", "the Dutch role". */
  readonly owner: Owner | null;
  /** The last word, folded and without the plural's s. */
  readonly head: string;
  /** "no plans", "no request". */
  readonly negated: boolean;
  /** The state or organisation in the possessive before it: "Poland" in "Poland's partnership". */
  readonly possessor: ActorItem | null;
}

/** A number that counts nothing known: "14 hours", "309 to 37". */
export interface NumberItem extends Phrase {
  readonly kind: 'number';
  readonly number: NumberMention;
}

/** "has been moved", "will not send", "to bring", "sending"; adverbs inside the group are part of it. */
export interface VerbItem extends Range {
  readonly kind: 'verb';
  readonly start: number;
  /** The base form of the main verb, with its particle where the lexicon knows the pair: "send", "pull out", "take over". */
  readonly lemma: string;
  readonly particle: string | null;
  readonly form: 'finite' | 'infinitive' | 'participle' | 'gerund';
  readonly tense: 'past' | 'present' | 'future' | null;
  readonly aspect: 'simple' | 'progressive' | 'perfect';
  readonly voice: 'active' | 'passive';
  /** "may", "could", "should", "must", "would", "be to", "be due to"; null for plain and future verbs. */
  readonly modal: string | null;
  readonly negated: boolean;
  readonly adverbs: readonly string[];
  /** True where no auxiliary, modal or "to" stands with it: "moved" may then be a past or a participle. */
  readonly bare: boolean;
  /** The token of the main verb. */
  readonly main: number;
}

/** A noun that names a doing: "withdrawal", "deployment", "a partial pullout", "attack". */
export interface NominalItem extends Phrase {
  readonly kind: 'nominal';
  readonly noun: string;
  /** The verb it stands for: "withdraw", "deploy". */
  readonly lemma: string;
  readonly owner: Owner | null;
  readonly adjectives: readonly string[];
  readonly definite: boolean;
  /** A date inside the phrase: "Tuesday's withdrawal". */
  readonly date: DateMention | null;
  /** A force inside the phrase: "troop withdrawal". */
  readonly force: boolean;
  /** Where an attack was, told before its noun: "the Baghdad bombing", "a Mogadishu hotel attack". */
  readonly place?: PlaceItem;
}

export interface LinkItem extends Range {
  readonly kind: 'link';
  readonly start: number;
  /** relative: who which that where; if: if unless had; time: when after before as while until; cause: because although; that: complement. */
  readonly link:
    | 'comma'
    | 'semicolon'
    | 'colon'
    | 'dash'
    | 'open'
    | 'close'
    | 'quote'
    | 'and'
    | 'but'
    | 'or'
    | 'relative'
    | 'if'
    | 'time'
    | 'cause'
    | 'that'
    | 'preposition';
  readonly word: string;
}

/** A word that no chunk takes: adverbs, interjections, unknown words. */
export interface WordItem extends Range {
  readonly kind: 'word';
  readonly start: number;
  readonly word: string;
}

/** What can stand as subject, object or after a preposition. */
export type NounLike =
  | ForceItem
  | ActorItem
  | PlaceItem
  | DateItem
  | MissionItem
  | PronounItem
  | NounItem
  | NumberItem
  | NominalItem;
export type Item = NounLike | VerbItem | LinkItem | WordItem;
