// Which of a name's entries is meant: how sure the bare name is, and what the sentence and the document have named besides.
import { isRegion } from '../model/place.ts';
import type { Entry, Mention } from './entry.ts';
import { priorOf } from './priors.ts';

/** Codes of the states that the surroundings name by themselves ("Iraq", "German", "Kabul"), in no order. */
export interface NameContext {
  readonly countries: ReadonlySet<string>;
}

export interface RankedEntry {
  readonly entry: Entry;
  /** 0..1.5: the bare name's prior, half a point more where the surroundings name the entry's state. */
  readonly score: number;
}

/** An entry that scores less is not meant. */
export const LEAST_SCORE = 0.3;
const NAMED_BESIDE = 0.5;
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

/** The states that speak for an entry when they are named beside it. */
function statesOf(entry: Entry): readonly string[] {
  if (entry.kind === 'mission') return entry.mission.places.flatMap((place) => place.country ?? []);
  if (entry.kind === 'organisation') return entry.home ?? [];
  const state = stateOf(entry);
  return state === null ? [] : [state];
}

/**
 * The entries of a mention, likeliest first; equal scores keep their order. A town that shares its name with a word or a larger town needs
 * its state named beside it ("Paris" is France's until Texas is named).
 */
export function rankEntries(mention: Mention, context: NameContext): readonly RankedEntry[] {
  return mention.entries
    .map((entry, i) => {
      const prior = priorOf(entry);
      const near = statesOf(entry).some((code) => context.countries.has(code));
      const named = prior >= LEAST_PRIOR && near ? NAMED_BESIDE : 0;
      return { entry, i, score: prior + named };
    })
    .sort((a, b) => b.score - a.score || a.i - b.i)
    .map(({ entry, score }) => ({ entry, score }));
}

/** The states that a sentence's mentions name surely; those of `except` are left out, for a name is no context of itself. */
export function statesNamed(mentions: readonly Mention[], except?: Mention): ReadonlySet<string> {
  const states = new Set<string>();
  for (const mention of mentions) {
    if (mention === except) continue;
    const first = mention.entries[0]!;
    const sure = first.kind === 'site' ? first.prior >= SURE : true;
    // "Congolese", "Korean": two states share the name, neither is sure.
    const shared = mention.entries.some((e) => e.kind === first.kind && stateOf(e) !== stateOf(first));
    const state = stateOf(first);
    if (state !== null && sure && !(shared && first.kind !== 'site')) states.add(state);
    for (const entry of mention.gluedEntries ?? []) {
      const other = stateOf(entry);
      if (other !== null && entry.kind !== 'site') states.add(other);
    }
  }
  return states;
}
