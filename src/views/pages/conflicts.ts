// Conflicts with their readings side by side, each with the claims that give it.
import type { Atlas } from '../../model/atlas.ts';
import type { Day } from '../../model/day.ts';
import type { Place } from '../../model/place.ts';
import type { Conflict } from '../../reconcile/conflicts.ts';
import type { Knowledge } from '../../reconcile/knowledge.ts';
import { type ClaimView, viewClaimsOf } from './claims.ts';
import type { Named } from './rows.ts';
import { placeText } from './words.ts';

export interface ReadingView {
  readonly text: string;
  /** The posture stands on this one; `reason` says by which preference. */
  readonly preferred: boolean;
  readonly reason: string | null;
  readonly claims: readonly ClaimView[];
}

export interface ConflictView {
  readonly id: string;
  readonly kind: Conflict['kind'];
  readonly party: Named;
  readonly place: Place;
  readonly where: string;
  readonly why: string;
  readonly readings: readonly ReadingView[];
  /** Claims that repeat one of the set. */
  readonly copies: number;
}

export interface ConflictsPage {
  readonly page: 'conflicts';
  readonly at: Day;
  readonly known: Day;
  readonly conflicts: readonly ConflictView[];
}

export const CONFLICT_WORDS: Readonly<Record<Conflict['kind'], string>> = {
  counts: 'two counts',
  movement: 'one movement told twice',
  overdrawn: 'more left than were there',
  whole: 'parts and whole',
};

export function viewConflict(
  conflict: Conflict,
  known: Pick<Knowledge, 'claim'>,
  atlas: Pick<Atlas, 'displayName'>,
): ConflictView {
  const { preferred } = conflict;
  const claims = (ids: readonly string[]): ClaimView[] => viewClaimsOf(ids, known, atlas);
  const readings: ReadingView[] = conflict.alternatives.map((reading) => ({
    text: reading.text,
    preferred: false,
    reason: null,
    claims: claims(reading.claims),
  }));
  if (preferred !== null)
    readings.unshift({
      text: preferred.reading.text,
      preferred: true,
      reason: preferred.reason,
      claims: claims(preferred.reading.claims),
    });
  return {
    id: conflict.id,
    kind: conflict.kind,
    party: { code: conflict.party, name: atlas.displayName(conflict.party) },
    place: conflict.place,
    where: placeText(conflict.place, (code) => atlas.displayName(code)),
    why: conflict.why,
    readings,
    copies: conflict.copies.length,
  };
}
