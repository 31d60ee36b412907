// What kind of item stands at an index: a link, a noun phrase, a bare one that can be a subject or object.
import type { ActorItem, Item, LinkItem, NounLike } from './item.ts';

export const isLink = <L extends LinkItem['link']>(
  item: Item | undefined,
  link: L,
  second?: L,
  third?: L,
  fourth?: L,
): item is LinkItem & { readonly link: L } =>
  item?.kind === 'link' && (item.link === link || item.link === second || item.link === third || item.link === fourth);

export const isNoun = (item: Item | undefined): item is NounLike =>
  item !== undefined && item.kind !== 'verb' && item.kind !== 'link' && item.kind !== 'word';

/** A phrase that can be a subject or object: no preposition, no date, no adverb of place. */
export const isBare = (item: Item | undefined): item is NounLike =>
  isNoun(item) &&
  item.prep === null &&
  item.kind !== 'date' &&
  !(item.kind === 'place' && (item.ref === 'there' || item.ref === 'home' || item.ref === 'abroad'));

/** "Americans", "Polish": people, not their state. */
export const isPeople = (item: ActorItem): boolean =>
  item.what === 'state' && item.role === null && item.party !== null && item.prep === null;
