// Which of a name's entries is meant: how sure the bare name is, and what the sentence and the document have named besides.
import type { MissionEntry } from '../model/atlas.ts';
import type { Day } from '../model/day.ts';
import { isRegion } from '../model/place.ts';
import type { Entry, Mention } from './entry.ts';
import { priorOf } from './priors.ts';

/** Codes of the states that the surroundings name by themselves ("Iraq", "German", "Kabul"), in no order. */
export interface NameContext {
  readonly countries: ReadonlySet<string>;
  /** The day spoken of; null or left out where not known. */
  readonly day?: Day | null;
}

export interface RankedEntry {
  readonly entry: Entry;
  /** 0..1.5: the bare name's prior, more where the surroundings name the entry's state. */
  readonly score: number;
}

/** An entry that scores less is not meant. */
export const LEAST_SCORE = 0.3;
const NAMED_BESIDE = 0.5;
/** A mission that ran on the day spoken of goes before one of its name that did not. */
const RAN_THEN = 0.2;
/** Under it a name counts only with the place it lies in behind a comma ("Ga.", "Pa."). */
const LEAST_PRIOR = 0.05;
/** Surer than this, a name tells the others which state is talked of. */
const SURE = 0.55;

/** The state that an entry belongs to; null for organisations, regions and entries without a party. */
export function stateOf(entry: Entry): string | null {
  switch (entry.kind) {
    case 'country':
      return entry.code;
    case 'site':
      return entry.place.country !== null && !isRegion(entry.place.country) ? entry.place.country : null;
    case 'demonym':
    case 'force':
    case 'unit':
    case 'office':
      return entry.party !== null && /^[A-Z]{2}$/.test(entry.party) ? entry.party : null;
    default:
      return null;
  }
}

const ranOn = (mission: MissionEntry, day: Day): boolean =>
  (mission.start === null || mission.start <= day) && (mission.end === null || day <= mission.end);

/** The states that speak for an entry when they are named beside it. */
function statesOf(entry: Entry): readonly string[] {
  if (entry.kind === 'mission') return entry.mission.places.flatMap((place) => place.country ?? []);
  if (entry.kind === 'organisation') return entry.home ?? NO_STATES;
  const state = stateOf(entry);
  return state === null ? NO_STATES : [state];
}

/**
 * The entries of a mention, likeliest first; equal scores keep their order. A town that shares its name with a word or a larger town needs
 * its state named beside it ("Paris" is France's until Texas is named).
 */
export const rankEntries = (mention: Mention, context: NameContext): readonly RankedEntry[] =>
  rankedBy(mention, (state) => context.countries.has(state), context.day ?? null);

/** As `rankEntries`, the context as a question. */
export function rankedBy(
  mention: Mention,
  isNamed: (state: string) => boolean,
  day: Day | null,
): readonly RankedEntry[] {
  const ranked: RankedEntry[] = [];
  for (const entry of mention.entries) {
    const prior = priorOf(entry);
    const named = prior >= LEAST_PRIOR && statesOf(entry).some(isNamed) ? NAMED_BESIDE : 0;
    const ran = day !== null && entry.kind === 'mission' && ranOn(entry.mission, day) ? RAN_THEN : 0;
    const score = prior + named + ran;
    // Few and nearly in order: each is put in its place at once.
    let at = ranked.length;
    for (; at > 0 && ranked[at - 1]!.score < score; at--) ranked[at] = ranked[at - 1]!;
    ranked[at] = { entry, score };
  }
  return ranked;
}

/** The states that a mention names surely: none where two states share the name ("Congolese", "Korean"). */
function statesOfMention(mention: Mention): readonly string[] {
  const first = mention.entries[0]!;
  const state = stateOf(first);
  const sure = first.kind !== 'site' || first.prior >= SURE;
  const own =
    state === null || !sure || (first.kind !== 'site' && isShared(mention, first.kind, state)) ? NO_STATES : [state];
  if (mention.gluedEntries === undefined) return own;
  const states = [...own];
  for (const entry of mention.gluedEntries) {
    const other = stateOf(entry);
    if (other !== null && entry.kind !== 'site' && !states.includes(other)) states.push(other);
  }
  return states;
}
const NO_STATES: readonly string[] = [];

const isShared = ({ entries }: Mention, kind: Entry['kind'], state: string): boolean =>
  entries.length > 1 && entries.some((e) => e.kind === kind && stateOf(e) !== state);

/** The states that mentions name surely. */
export const statesNamed = (mentions: readonly Mention[]): ReadonlySet<string> =>
  new Set(mentions.flatMap(statesOfMention));

/** Asks of one mention whether a state is named by another one, or nearby: a name is no context of itself. */
export type Besides = (mention: Mention) => (state: string) => boolean;

/** What a sentence's mentions name. */
export function namedBesides(mentions: readonly Mention[]): Besides {
  const counts = new Map<string, number>();
  for (const mention of mentions) {
    for (const state of statesOfMention(mention)) counts.set(state, (counts.get(state) ?? 0) + 1);
  }
  return (mention) => {
    const own = statesOfMention(mention);
    return (state) => (counts.get(state) ?? 0) > (own.includes(state) ? 1 : 0);
  };
}
