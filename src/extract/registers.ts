// Kinds of text in which words of forces tell less than they do in news: drills, relief at home, games and tales.
import { type ExtractedClaim, placesOf } from '../model/claim.ts';
import type { Place } from '../model/place.ts';
import type { TextDocument } from '../text/document.ts';
import type { Finding } from './finding.ts';

export interface Registers {
  /** Its opening names a drill as what goes on. */
  readonly drill: boolean;
  /** A flood, a storm or a quake is what it is about. */
  readonly relief: boolean;
  /** A game, a novel or a film: nobody moves. */
  readonly tale: boolean;
}

const DRILL =
  /\b(?:(?:military|naval|joint|multinational|live-fire|field|command[- ]post|training) (?:exercises?|drills)|exercises? (?:called|involving|kick\w*)|an exercise)\b/i;
const DISASTER =
  /\b(?:hurricanes?|typhoons?|cyclones?|tropical storms?|floods?|flooding|flooded|earthquakes?|tsunami|wildfires?|bushfires?|blizzards?|landslides?|mudslides?)\b/i;
const TALE =
  /\b(?:game ?play|multi-?player|single-?player|video ?games?|gamers?|board ?games?|wargam(?:es?|ing)|RTS|DLC|skirmish mode|playable|deck|playthrough|Xbox|PlayStation|novels?|paperback|screenplay|box office|director's cut)\b/gi;
/** So many words of games or tales, two of them different, and a text is one; the first of it tells. */
const TALES = 3;
const LEAD = 20_000;

export function registersOf(document: TextDocument): Registers {
  const opening = (most: number): string[] =>
    document.sentences.slice(0, most).map((s) => document.text.slice(s.start, s.end));
  const told =
    document.text
      .slice(0, LEAD)
      .match(TALE)
      ?.map((word) => word.toLowerCase()) ?? [];
  return {
    drill: opening(3).some((text) => DRILL.test(text)),
    relief: opening(3).some((text) => DISASTER.test(text)),
    tale: told.length >= TALES && new Set(told).size > 1,
  };
}

const OF_A_DRILL = /\b(?:training|operation|event|exercise)s?(?: (?:in|at|near) [\p{L} ]+)?$/iu;
const STANDING: ReadonlySet<string> = new Set(['started', 'ended', 'planned', 'continuing']);

/** "congratulated them on the beginning of the training", in a report of a drill; anything, in a tale. */
export const isNoNews = (finding: Finding, { drill, tale }: Registers): boolean =>
  tale ||
  (drill &&
    finding.kind === 'status' &&
    (finding.mission?.entry ?? null) === null &&
    STANDING.has(finding.status) &&
    OF_A_DRILL.test(finding.name ?? ''));

/** Guardsmen in a flooded town of their own state fill no ledger of forces abroad. */
export function isReliefAtHome(claim: ExtractedClaim, { relief }: Registers): boolean {
  if (!relief || (claim.kind !== 'presence' && claim.kind !== 'movement')) return false;
  const places: readonly Place[] = claim.kind === 'presence' ? placesOf(claim.place) : [...claim.from, ...claim.to];
  return places.every((place) => place.country === claim.party);
}
