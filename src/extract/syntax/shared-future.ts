// A second verb that leans on the first one's auxiliary: "will prepare and deploy", "will start in May and be completed in June".
import { verbReadings } from '../lexicon/verbs.ts';
import type { Predicate } from './predicate.ts';

/** True where the verb stands beside one in the future, or beside one that leans on such. */
export const sharesFuture = (p: Predicate): boolean =>
  p.relation === 'coordinate' &&
  p.item.kind === 'verb' &&
  leans(p) &&
  p.governor?.item.kind === 'verb' &&
  (p.governor.item.tense === 'future' || sharesFuture(p.governor));

const leans = ({ item, lemma }: Predicate): boolean =>
  item.kind === 'verb' &&
  item.form === 'finite' &&
  (item.tense === null ||
    // "will reduce one and cut the other": its past looks the same.
    (item.bare && (item.tense === 'present' || verbReadings(lemma)?.some((r) => r.form === 'past') === true)));
