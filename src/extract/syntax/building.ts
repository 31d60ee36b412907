// A predicate while it is being built.
import type { DateItem, NominalItem, NounLike, PlaceItem, VerbItem } from './item.ts';
import type { Factuality, Relation } from './predicate.ts';

/** A predicate while it is being built; `at` is its item's index. */
export interface Building {
  readonly item: VerbItem | NominalItem;
  readonly at: number;
  lemma: string;
  subject: readonly NounLike[];
  object: readonly NounLike[];
  places: PlaceItem[];
  dates: DateItem[];
  others: NounLike[];
  governor: Building | null;
  relation: Relation | null;
  end: number;
  /** What an object relative hangs on: "forces which Addis Ababa plans to withdraw". */
  antecedent?: NounLike;
  factuality: Factuality;
}

export const ASSERTED: Factuality = { mode: 'asserted', by: [], aspect: null };

/** In the surface sense: the subject of an active, the moved thing of a passive. */
export const surfaceSubject = (b: Building | null): readonly NounLike[] => {
  if (b === null) return [];
  if (b.item.kind === 'verb' && b.item.voice === 'passive') return b.object;
  return b.subject;
};
