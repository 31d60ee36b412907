// What the claims of one sentence are assembled in.
import type { Atlas } from '../../model/atlas.ts';
import type { Attributor } from '../attribution-hook.ts';
import type { SentenceView } from '../syntax/predicate.ts';
import type { Discourse } from './discourse.ts';
import type { Counts } from './quantity.ts';

export interface Context {
  readonly view: SentenceView;
  readonly discourse: Discourse;
  readonly counts: Counts;
  readonly atlas: Atlas;
  readonly attributor: Attributor;
  /** True where the report speaks of forces at all: then "staff", "engineers", "the team" and ships are forces. */
  readonly military: boolean;
}
