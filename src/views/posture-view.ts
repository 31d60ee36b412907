// The posture table that an analyst asks for: rows of a day, by party, place and mission.
import type { Atlas } from '../model/atlas.ts';
import type { Day } from '../model/day.ts';
import type { Party } from '../model/party.ts';
import type { Place } from '../model/place.ts';
import { fold } from '../model/plain-name.ts';
import type { Conflict } from '../reconcile/conflicts.ts';
import { type Known, reconcile } from '../reconcile/knowledge.ts';
import { sameWords } from '../reconcile/names.ts';
import type { PostureRow } from '../reconcile/posture.ts';

/** Names are resolved before: `party` a code, `place` a place of the atlas. Left out: all. */
export interface PostureFilter {
  readonly party?: Party | null;
  readonly place?: Place | null;
  readonly mission?: string | null;
}

export interface PostureView {
  readonly at: Day;
  readonly rows: readonly PostureRow[];
  /** Those that the rows name. */
  readonly conflicts: readonly Conflict[];
}

/** `known` is what the ledger knew on the known day asked for. */
export function viewPosture(known: Known, atlas: Atlas, at: Day, filter: PostureFilter = {}): PostureView {
  const { rows, conflicts } = reconcile(known, atlas, { at, party: filter.party ?? null, place: filter.place ?? null });
  const wanted = filter.mission == null ? null : missionNames(filter.mission, atlas, at);
  const shown =
    wanted === null
      ? rows
      : rows.filter((row) => row.mission !== null && wanted.some((name) => sameMission(name, row.mission!, atlas, at)));
  const named = new Set(shown.flatMap((row) => row.conflicts));
  return { at, rows: shown, conflicts: conflicts.filter((c) => named.has(c.id)) };
}

const missionNames = (mission: string, atlas: Atlas, at: Day): string[] => {
  const entry = atlas.mission(mission, at);
  return entry === null ? [mission] : [entry.name, ...entry.aliases];
};

const sameMission = (name: string, other: string, atlas: Atlas, at: Day): boolean =>
  sameWords(fold(name), fold(other)) || (atlas.mission(other, at)?.name ?? other) === name;
