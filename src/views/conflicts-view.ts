// The open conflicts of a day: what does not fit together, with the readings side by side.
import type { Atlas } from '../model/atlas.ts';
import type { Day } from '../model/day.ts';
import type { Conflict } from '../reconcile/conflicts.ts';
import { type Known, reconcile } from '../reconcile/knowledge.ts';
import type { PostureFilter } from './posture-view.ts';

/** Conflicts among the claims that the posture of `at` stands on; one that newer counts have overtaken is no more among them. */
export function viewConflicts(
  known: Known,
  atlas: Atlas,
  at: Day,
  filter: Pick<PostureFilter, 'party' | 'place'> = {},
): readonly Conflict[] {
  return reconcile(known, atlas, { at, party: filter.party ?? null, place: filter.place ?? null }).conflicts;
}
