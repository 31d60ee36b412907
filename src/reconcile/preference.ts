// Which of two readings a posture row takes where both cannot hold: accepted by a reviewer, the force's own authority on itself, later published, more origins.
import type { Day } from '../model/day.ts';

export interface Standing {
  readonly id: string;
  readonly accepted: boolean;
  /** The force's own ministry, command or spokesman says it of itself. */
  readonly authority: boolean;
  /** The day its origin was first published: a later copy is no later word. */
  readonly published: Day;
  /** Distinct origins that say the same. */
  readonly origins: number;
}

export type PreferenceReason =
  | 'accepted by a reviewer'
  | 'the force’s own authority'
  | 'later published'
  | 'more origins';

/** Why `a` stands before `b`; null where nothing sets it before. */
export function preferred(a: Standing, b: Standing): PreferenceReason | null {
  if (a.accepted !== b.accepted) return a.accepted ? 'accepted by a reviewer' : null;
  if (a.authority !== b.authority) return a.authority ? 'the force’s own authority' : null;
  if (a.published !== b.published) return a.published > b.published ? 'later published' : null;
  return a.origins > b.origins ? 'more origins' : null;
}

/** Best first; the id breaks ties, so that the order of arrival never shows. */
export function byPreference(a: Standing, b: Standing): number {
  if (preferred(a, b)) return -1;
  if (preferred(b, a)) return 1;
  return a.id < b.id ? -1 : a.id > b.id ? 1 : 0;
}
