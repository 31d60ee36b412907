// Where a verb of moving tells a state, not a movement: "are deployed in Mali", "the 120 soldiers based in Gao", "remain deployed".
import type { ForceItem, PlaceItem } from '../../syntax/item.ts';
import type { Predicate, SentenceView } from '../../syntax/predicate.ts';
import { whereabouts } from './roles.ts';

const STATIVE: ReadonlySet<string> = new Set(
  'deploy station base position post garrison mass assign commit posture'.split(' '),
);

export function isState(p: Predicate): boolean {
  const { item } = p;
  if (item.kind !== 'verb' || !STATIVE.has(p.lemma)) return false;
  if (remains(p)) return true;
  if (p.factuality.mode !== 'asserted') return false;
  // "3,000 more soldiers will be stationed in": they come.
  if (item.tense === 'future' && p.object.some((o) => o.kind === 'force' && o.additional)) return false;
  if (willStand(p)) return true;
  if (/^(?:base|station)$/.test(p.lemma) && item.voice === 'passive' && item.tense === 'future') return true;
  // "have been based at Lielvarde since January".
  const since = item.aspect === 'perfect' && item.voice === 'passive' && p.dates.some((d) => d.date.kind === 'since');
  if (
    since &&
    /^(?:station|base|post|garrison|deploy)$/.test(p.lemma) &&
    !p.places.some((x) => x.prep === 'to' || x.prep === 'from')
  )
    return true;
  // "where Belgian troops have already been stationed".
  if (/^(?:base|station)$/.test(p.lemma) && item.voice === 'passive' && item.adverbs.includes('already')) return true;
  // "had been based at Tallil".
  if (
    /^(?:base|station)$/.test(p.lemma) &&
    item.voice === 'passive' &&
    item.aspect === 'perfect' &&
    item.modal === null &&
    !p.places.some((x) => x.prep === 'to' || x.prep === 'from')
  )
    return true;
  if (item.tense === 'future' || item.modal !== null || item.aspect === 'progressive') return false;
  if (p.relation === 'participle') return item.form !== 'gerund' && standsWhere(p);
  // "As of 30 April, 8,600 soldiers were deployed".
  if (
    item.voice === 'passive' &&
    item.aspect === 'simple' &&
    p.dates.some((d) => d.date.asOf) &&
    !p.places.some((x) => x.prep === 'to' || x.prep === 'from')
  )
    return true;
  // "were deployed abroad at the end of May": all of a state's.
  if (item.voice === 'passive' && item.aspect === 'simple' && p.places.some((x) => x.ref === 'abroad')) return true;
  if (item.voice === 'passive' || sharesPassive(p))
    return (
      item.aspect === 'simple' &&
      (sharesPassive(p) ||
        item.tense === 'present' ||
        p.lemma === 'station' ||
        p.lemma === 'base' ||
        p.lemma === 'post')
    );
  return (p.lemma === 'station' || p.lemma === 'base') && item.form === 'finite' && item.tense !== 'past';
}

/** "currently deploys 90 soldiers in Mali": keeps them there. */
export const isKept = ({ item, lemma, places }: Predicate, view: SentenceView): boolean =>
  lemma === 'deploy' &&
  item.kind === 'verb' &&
  item.voice === 'active' &&
  item.form === 'finite' &&
  item.tense === 'present' &&
  item.aspect === 'simple' &&
  item.modal === null &&
  /^(?:currently|still|already|presently)$/.test(view.tokens[item.from - 1]?.lower ?? '') &&
  places.some((x) => x.prep === 'in' || x.prep === 'at');

/** "the soldiers deployed in Gao", not "500 more deployed there"; with "to" only where nothing says when they went. */
function standsWhere(p: Predicate): boolean {
  const more = p.object.some((o) => o.kind === 'force' && o.additional);
  if (p.places.some((x) => x.prep === 'from') || (more && p.lemma === 'deploy')) return false;
  if (!p.places.some((x) => x.prep === 'to')) return true;
  return p.dates.length === 0 && !more;
}

/** "are assigned or deployed to": the second participle leans on the first one's auxiliary. */
const sharesPassive = (p: Predicate): boolean =>
  p.relation === 'coordinate' &&
  p.item.kind === 'verb' &&
  p.item.bare &&
  p.governor?.item.kind === 'verb' &&
  p.governor.item.voice === 'passive' &&
  p.governor.item.tense === 'present' &&
  p.governor.item.aspect === 'simple';

/** "will be stationed at Rukla": what is told is where they will be. */
const willStand = (p: Predicate): boolean =>
  p.item.kind === 'verb' &&
  p.item.voice === 'passive' &&
  p.item.tense === 'future' &&
  p.item.modal === null &&
  (p.lemma === 'station' || p.lemma === 'base') &&
  !p.places.some((x) => x.prep === 'from' || x.prep === 'to');

/** "remain deployed", "stay posted". */
export const remains = (p: Predicate): boolean => p.governor?.lemma === 'remain' || p.governor?.lemma === 'stay';

/** Places of a participle upon a force: "the 30 soldiers stationed in Gao". */
export const placesOfParticiple = (force: ForceItem, predicates: readonly Predicate[]): PlaceItem[] =>
  predicates
    .filter((q) => q.relation === 'participle' && q.object.includes(force) && isState(q))
    .flatMap((q) => whereabouts(q, null));
