// A conflict is the smallest set of claims that cannot hold together: an object with an id that is the same wherever and whenever it is found.
import { sha256 } from '../ledger/sha256.ts';
import type { Bounds } from '../model/bounds.ts';
import type { Party } from '../model/party.ts';
import type { Place } from '../model/place.ts';
import type { Carried } from './carry.ts';
import type { Cell } from './cell.ts';
import { type Episode, readEpisode } from './episodes.ts';
import type { Observation } from './observations.ts';
import type { PreferenceReason } from './preference.ts';
import type { Telling } from './tellings.ts';
import { numberText, placeText, sourceText, type Wording } from './wording.ts';

export interface Reading {
  readonly claims: readonly string[];
  /** "650 (Outlet B, 12 Mar 2021)" */
  readonly text: string;
  readonly bounds: Bounds;
}

export interface Conflict {
  /** Hash of the sorted claim ids. */
  readonly id: string;
  /** Sorted. None can be left out: without any one of them the others can hold together. */
  readonly claims: readonly string[];
  readonly party: Party;
  readonly place: Place;
  readonly mission: string | null;
  readonly kind: 'counts' | 'movement' | 'overdrawn' | 'whole';
  /** One sentence. */
  readonly why: string;
  /** The reading that the posture row gives, and by which preference; null reason: nothing sets one before the others. */
  readonly preferred: { readonly reading: Reading; readonly reason: PreferenceReason | null } | null;
  readonly alternatives: readonly Reading[];
  /** Claims that repeat one of the set. */
  readonly copies: readonly string[];
  /** Keys of the cells whose rows it touches. */
  readonly cells: readonly string[];
}

export const conflictId = (claims: readonly string[]): string =>
  `x${sha256([...claims].sort().join('\n')).slice(0, 12)}`;

/** The conflicts that lie in one cell's own evidence on a day. */
export function conflictsIn(carried: Carried, words: Wording): Conflict[] {
  const found: Conflict[] = [];
  for (const aside of carried.base?.aside ?? []) {
    if (aside.settled) continue;
    const { observation, against, reason, copies } = aside;
    found.push(
      makeConflict(carried.cell, words, 'counts', [against.id, observation.id], {
        why: `${words.party(carried.cell.party)} in ${placeText(carried.cell.where, words)}: ${observationText(against)} and ${observationText(observation)} cannot both be so`,
        preferred: { reading: readingOf(against), reason },
        alternatives: [readingOf(observation)],
        copies: copies.map((c) => c.id),
      }),
    );
  }
  if (carried.overdraw) {
    const { counts, departures } = carried.overdraw;
    const ids = [...counts.map((c) => c.id), ...departures.map((d) => d.id)];
    const acceptedAllButOne = [...counts, ...departures].filter((c) => !c.accepted).length <= 1;
    if (!acceptedAllButOne || ids.length < 2)
      found.push(
        makeConflict(carried.cell, words, 'overdrawn', ids, {
          why: `${words.party(carried.cell.party)} in ${placeText(carried.cell.where, words)}: ${departures.map((d) => `${numberText(d.bounds)} left (${sourceText(d.source)})`).join(', ')}, more than the ${counts.map(observationText).join(', ')}`,
          preferred: null,
          alternatives: [...counts.map(readingOf), ...departures.map(tellingReading)],
          copies: [],
        }),
      );
  }
  const told = new Set<Episode>();
  for (const step of carried.steps) {
    if (step.kind !== 'done') continue;
    const episode = step.state.done.find((d) => d.episode.tellings === step.tellings)?.episode;
    if (!episode || told.has(episode)) continue;
    told.add(episode);
    const { conflict } = readEpisode(episode);
    if (conflict === null) continue;
    const { kept, other, reason } = conflict;
    found.push(
      makeConflict(carried.cell, words, 'movement', [kept.id, other.id], {
        why: `one movement of ${words.party(carried.cell.party)} told twice: ${tellingText(kept)} or ${tellingText(other)}`,
        preferred: { reading: tellingReading(kept), reason },
        alternatives: [tellingReading(other)],
        copies: [],
      }),
    );
  }
  return found;
}

export function makeConflict(
  cell: Cell,
  words: Wording,
  kind: Conflict['kind'],
  claims: readonly string[],
  rest: Pick<Conflict, 'why' | 'preferred' | 'alternatives' | 'copies'>,
  cells: readonly string[] = [cell.key],
): Conflict {
  const sorted = [...new Set(claims)].sort();
  return {
    id: conflictId(sorted),
    claims: sorted,
    party: cell.party,
    place: words.place(cell.where),
    mission: words.mission(cell.mission),
    kind,
    cells,
    ...rest,
  };
}

/** One object for each set of claims, with all the cells it touches; its party and place are those of the first by key. */
export function mergeConflicts(conflicts: readonly Conflict[]): Conflict[] {
  const byId = new Map<string, Conflict>();
  for (const conflict of conflicts) {
    const other = byId.get(conflict.id);
    byId.set(
      conflict.id,
      other === undefined ? conflict : { ...other, cells: [...new Set([...other.cells, ...conflict.cells])] },
    );
  }
  return [...byId.values()].sort((a, b) => (a.id < b.id ? -1 : 1));
}

export const readingOf = (o: Observation): Reading => ({ claims: [o.id], text: observationText(o), bounds: o.bounds });
const tellingReading = (t: Telling): Reading => ({
  claims: [t.id],
  text: tellingText(t),
  bounds: t.phase === 'cancelled' ? { min: 0, max: 0 } : t.bounds,
});
export const observationText = (o: Observation): string => `${numberText(o.bounds)} (${sourceText(o.source)})`;
const tellingText = (t: Telling): string =>
  `${t.phase === 'cancelled' ? 'not at all' : numberText(t.bounds)} (${sourceText(t.source)})`;
