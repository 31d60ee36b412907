// Where a force is by what it is there for: the embassy that it guards, the mission that it supports.
import type { ForceItem, PlaceItem } from '../../../syntax/item.ts';
import type { Predicate } from '../../../syntax/predicate.ts';
import { placeOf, standsAt, whereabouts } from '../roles.ts';
import { isPlace } from './clause.ts';

/** "will remain to guard the embassy in Kabul": what they are there for is where. */
export const guarded = (p: Predicate, predicates: readonly Predicate[]): PlaceItem[] =>
  predicates
    .filter(
      (q) =>
        q.governor === p &&
        q.relation === 'infinitive' &&
        /^(?:guard|protect|secure|defend|help|train|run|man|watch|patrol|assist)$/.test(q.lemma),
    )
    .flatMap((q) => [...q.object.filter((o) => o.kind === 'place'), ...whereabouts(q, null)])
    .filter((x) => x.places.length > 0)
    .slice(0, 1);

/** "support the contingent of the Multinational Force": where that is. */
export const supported = (p: Predicate): PlaceItem[] =>
  (p.lemma !== 'support' && p.lemma !== 'serve') || (p.item.kind === 'verb' && p.item.form === 'infinitive')
    ? []
    : p.object
        .flatMap((o) => (o.kind === 'force' ? [standsAt(o)] : o.kind === 'mission' ? [placeOf(o)] : []))
        .filter(isPlace);

/** "Danish soldiers served in Iraq from 2004 to 2006": that they were there then is all that it says. */
export const servedThen = (p: Predicate, force: ForceItem): boolean =>
  p.lemma === 'serve' &&
  p.item.kind === 'verb' &&
  p.item.form === 'finite' &&
  p.relation !== 'relative' &&
  force.sort === 'strong' &&
  force.portion === null &&
  force.owner?.kind === 'named' &&
  p.dates.some((x) => x.date.kind === 'span' || x.date.kind === 'since');
