// The shapes of answers as other programs read them (--json): a contract, so they stand here by themselves and are checked by tests.
import type { Bounds } from '../model/bounds.ts';
import type { Day } from '../model/day.ts';
import type { Place } from '../model/place.ts';

export interface PostureRow {
  readonly party: string;
  readonly place: Place;
  readonly mission: string | null;
  readonly unit: string | null;
  /** What is counted: "personnel" where absent. */
  readonly of?: string;
  readonly min: number;
  /** Null: no upper bound known. */
  readonly max: number | null;
  /** Null: no change expected. */
  readonly expected: Bounds | null;
  /** The day of the count that the bounds start from; null where there is none. */
  readonly observed: Day | null;
  readonly age_days: number | null;
  readonly claims: readonly string[];
  readonly why: string;
  readonly conflicts: readonly string[];
  /** The larger whole that alone bounds it from above; null where claims of its own do, or none does. */
  readonly within: (Bounds & { readonly party: string; readonly place: Place; readonly mission: string | null }) | null;
}

export interface PostureAnswer {
  readonly at: Day;
  readonly known: Day;
  readonly rows: readonly PostureRow[];
}

export interface ConflictRow {
  readonly id: string;
  readonly claims: readonly string[];
  readonly party: string;
  readonly place: Place;
  readonly why: string;
}
