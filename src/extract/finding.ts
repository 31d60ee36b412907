// What a rule finds: roles filled with phrases of the sentence. Assembly turns findings into claims: it resolves references, times, phases and spans.
import type { Action, Move, Phase, Span, StatusWord, Vote } from '../model/claim.ts';
import type { Party } from '../model/party.ts';
import type { Period } from '../model/period.ts';
import type { ForceItem, MissionItem, NounLike, PlaceItem, Range } from './syntax/item.ts';
import type { Predicate } from './syntax/predicate.ts';

interface Common {
  /** The predicate that carries it: gives time, phase and factuality; null where a phrase alone carries it ("the 120 German soldiers in Iraq"). */
  readonly predicate: Predicate | null;
  /** Tokens that must be inside the evidence; the evidence is the shortest run over these and the filled roles. */
  readonly evidence: Range;
  /** 0..1; 0.9 for a plain frame, less for a loose pattern. */
  readonly confidence: number;
  /** A date of its own that wins over the predicate's. `null` says: no time at all; undefined: the predicate's. */
  readonly dated?: readonly NounLike[] | null;
  /** Offsets in the report of fields that stand outside the evidence: who "it" is, the sentence that gives the vote. */
  readonly told?: Readonly<Record<string, Span>>;
}

export interface PresenceFinding extends Common {
  readonly kind: 'presence';
  /** Whose force where the force itself does not say: "Germany keeps 200 soldiers". */
  readonly owner: readonly NounLike[];
  /** Null for a party without a counted force ("maintains a presence"). */
  readonly force: ForceItem | null;
  /** Several phrases of which the nearest or finest counts; [] where the context gives it. */
  readonly places: readonly PlaceItem[];
  readonly mission?: MissionItem | null;
  /** True for contingents of the mission told of last: they are where it is. */
  readonly serving?: true;
  /** The level holds from its date on: "cut to 400 by the end of 2021" holds from its last day. */
  readonly since?: boolean;
  /** True where a missing place may be taken from what was told of the same force: "the rest of its 120". */
  readonly fallback?: boolean;
  /** The place is that of the force told of just before: of the same party's ("it now has 400"), or of anybody's ("Chile has 33"). */
  readonly again?: 'same' | 'row';
  /** The sentence over the list that it is an item of: it says whose the force is. */
  readonly introducedBy?: number;
}

export interface MovementFinding extends Common {
  readonly kind: 'movement';
  readonly owner: readonly NounLike[];
  readonly force: ForceItem | null;
  readonly from: readonly PlaceItem[];
  readonly to: readonly PlaceItem[];
  /** Null where the places decide. */
  readonly move: Move | null;
  /** Where the rule itself settles it; else tense, aspect and factuality do. */
  readonly phase?: Phase;
  readonly mission?: MissionItem | null;
}

export interface StatusFinding extends Common {
  readonly kind: 'status';
  readonly owner: readonly NounLike[];
  readonly mission: MissionItem | null;
  /** The mission's name where no mission item is there ("the training"). */
  readonly name: string | null;
  readonly places: readonly PlaceItem[];
  readonly status: StatusWord;
  readonly temporary?: boolean;
  /** Of what the sentence before told the standing of, or of the mission that it was about. */
  readonly again?: true;
}

export interface DecisionFinding extends Common {
  readonly kind: 'decision';
  /** Who decides: the plain name as it goes to the claim. */
  readonly body: string;
  readonly action: Action;
  readonly vote: Vote | null;
  readonly final: boolean | null;
  readonly pending: string | null;
}

export interface IncidentFinding extends Common {
  readonly kind: 'incident';
  /** The attacker; [] where not stated. */
  readonly attacker: readonly NounLike[];
  /** A party known to the rule itself, where no phrase carries it: "OTHER:gunmen". */
  readonly party?: Party | null;
  readonly places: readonly PlaceItem[];
  /** True where a missing place may be the one told of last. */
  readonly nearby?: boolean;
  /** The day of the report's title, where the clause has none of its own. */
  readonly day?: Period;
  readonly killed: number | null;
  readonly wounded: number | null;
}

export type Finding = PresenceFinding | MovementFinding | StatusFinding | DecisionFinding | IncidentFinding;
