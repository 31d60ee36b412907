// What does not fit together on a day, as known on a day.
import type { KnownClaim } from '../ledger/known-claim.ts';
import type { Day } from '../model/day.ts';
import type { Conflict } from '../reconcile/conflicts.ts';
import { viewConflicts } from '../views/conflicts-view.ts';
import { knownOn } from './known-on.ts';
import { daysOf, partyNamed, placeNamed } from './names-and-days.ts';
import type { ConflictsQuestion } from './questions.ts';
import type { Services } from './services.ts';

export interface ConflictsAnswer {
  readonly at: Day;
  readonly known: Day;
  readonly conflicts: readonly Conflict[];
  /** The claims that they name, by id. */
  readonly cited: ReadonlyMap<string, KnownClaim>;
}

/** Throws LaydownError: `not-found` for a name that is none, `usage` for a day that is none. */
export async function askConflicts(
  { store, clock, atlas }: Pick<Services, 'store' | 'clock' | 'atlas'>,
  question: ConflictsQuestion = {},
): Promise<ConflictsAnswer> {
  const { at, known } = daysOf(question, clock);
  const filter = {
    party: question.party === undefined ? null : partyNamed(atlas, question.party),
    place: question.place === undefined ? null : placeNamed(atlas, question.place),
  };
  const claims = await knownOn(store, known);
  const conflicts = viewConflicts(claims, atlas, at, filter);
  const ids = new Set(conflicts.flatMap((c) => c.claims));
  return { at, known, conflicts, cited: new Map(claims.filter((c) => ids.has(c.id)).map((c) => [c.id, c])) };
}
