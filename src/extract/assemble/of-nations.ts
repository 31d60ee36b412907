// Forces of many nations are nobody's own: those that a sentence goes on to tell by nation, those of "some NATO countries".
import type { Party } from '../../model/party.ts';
import type { MovementFinding, PresenceFinding } from '../finding.ts';
import type { ForceItem, Item, NounLike, Range } from '../syntax/item.ts';
import type { SentenceView } from '../syntax/predicate.ts';

/** "some 2,100 troops, among them 600 Czechs": many nations', and no one's. */
export function isOfNations(force: ForceItem, view: SentenceView): boolean {
  if (force.quantity === null || force.whole !== null || force.anaphor) return false;
  return view.items.some(
    (x, i) =>
      x.kind === 'force' &&
      x.from >= force.to &&
      x.owner?.kind === 'named' &&
      x.quantity !== null &&
      (x.prep === 'including' || x.anaphor || isAmong(view.items[i - 1])),
  );
}
/** The words of "2,000 soldiers from ten countries", "the 22,000-strong peacekeeping force": all of a force that several nations make up; null for any other. */
export function jointIn(force: ForceItem, view: SentenceView): Range | null {
  if (force.quantity === null || force.owner !== null || force.mission !== null || force.anaphor) return null;
  if (
    force.head === 'force' &&
    force.adjectives.some((word) => /^(?:peacekeeping|peace-keeping|international)$/.test(word))
  )
    return force;
  const next = view.items.find((x) => x.from >= force.to);
  return next?.kind === 'noun' && next.prep === 'from' && /^(?:country|nation|state)$/.test(next.head)
    ? { from: force.from, to: next.to }
    : null;
}
/** "the U.S.-led force": several nations', under one that leads; of an organisation that leads its own. */
export function ledBy(force: ForceItem, view: SentenceView): Party | null {
  if (force.mission !== null || force.unit?.name.includes(' ')) return null;
  if (!/^(?:force|troops|soldier|peacekeeper|contingent)$/.test(force.head ?? '')) return null;
  const led = view.tokens.slice(force.from, force.to).find((t) => t.lower.endsWith('-led'));
  const leader = led?.text.slice(0, -4);
  return leader === undefined ? null : (LEADERS.get(leader) ?? (/^\p{Lu}/u.test(leader) ? 'COALITION' : null));
}
const LEADERS: ReadonlyMap<string, Party> = new Map([
  ['NATO', 'NATO'],
  ['UN', 'UN'],
  ['U.N.', 'UN'],
  ['EU', 'EU'],
  ['AU', 'AFRICAN-UNION'],
  ['ECOWAS', 'ECOWAS'],
]);

const isAmong = (item: Item | undefined): boolean => item?.kind === 'pronoun' && item.prep === 'among';

const SEVERAL = /\b(?:countr(?:y|ies)|nations?|states?|allies|ally|members?|governments?)$/i;
/** "some countries", "member states". */
export const isSeveral = (n: NounLike): boolean =>
  (n.kind === 'noun' && SEVERAL.test(n.head)) || (n.kind === 'place' && SEVERAL.test(n.name ?? ''));

/** "Some NATO countries, like Canada, have said that they are moving troops": several, named at most by example. */
export const isTheyOfSeveral = (f: PresenceFinding | MovementFinding, view: SentenceView): boolean =>
  f.owner.some(
    (they) =>
      they.kind === 'pronoun' &&
      they.word === 'they' &&
      view.predicates.some((q) => q.item.from < they.from && q.subject.some((n) => n.from < they.from && isSeveral(n))),
  );
