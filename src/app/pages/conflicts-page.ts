// What does not fit together on a day.

import { viewConflicts } from '../../views/conflicts-view.ts';
import { type ConflictsPage, viewConflict } from '../../views/pages/conflicts.ts';
import type { Asking } from '../known-on.ts';
import { type AskedDays, asked } from './asked.ts';

/** Throws LaydownError `usage` for a day that is none. */
export async function conflictsPage(services: Asking, words: AskedDays): Promise<ConflictsPage> {
  const { at, known, knowledge } = await asked(services, words);
  const conflicts = viewConflicts(knowledge.inNames(), services.atlas, at);
  return {
    page: 'conflicts',
    at,
    known,
    conflicts: conflicts.map((conflict) => viewConflict(conflict, knowledge, services.atlas)),
  };
}
