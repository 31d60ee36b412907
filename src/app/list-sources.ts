// Publishers and speakers with what they were first to say, as known on a day.
import type { Day } from '../model/day.ts';
import { type Source, viewSources } from '../views/sources-view.ts';
import { type Asking, knownOn } from './known-on.ts';
import { daysOf } from './names-and-days.ts';

export interface SourcesAnswer {
  readonly known: Day;
  readonly sources: readonly Source[];
}

/** Throws LaydownError `usage` for a day that is none. */
export async function listSources(services: Asking, question: { readonly known?: Day }): Promise<SourcesAnswer> {
  const { known } = daysOf(question, services.clock);
  return { known, sources: viewSources(await knownOn(services, known)) };
}
