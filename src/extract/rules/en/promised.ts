// A force of which only some have come: "a promised 900", "the 5,500 peacekeepers pledged", "the 8,000 that are needed".
import type { ForceItem } from '../../syntax/item.ts';
import type { SentenceView } from '../../syntax/predicate.ts';

const PROMISED = /^(?:promised|planned|pledged|expected|projected|proposed|intended|eventual|envisaged|offered)$/;
/** So many may be there, or should: nobody has said that they will come. */
const ALLOWED = /^(?:future|authori[sz]ed|mandated|approved|requested|needed|required|sought|wanted)$/;

/** "a promised 900", "the 5,500 peacekeepers promised", "the 1,000 officers it pledged": all of it is to come. */
export const isPromised = (whole: ForceItem, view: SentenceView): boolean =>
  whole.adjectives.some((word) => PROMISED.test(word)) || isPromisedBehind(whole, view);

export const isPromisedBehind = (whole: ForceItem, view: SentenceView): boolean =>
  whole.place === null &&
  behind(whole, view)
    .slice(0, 3)
    .some((word) => PROMISED.test(word));

/** True where the words around a whole say that it is not, or not yet, there. */
export const isYetToCome = (whole: ForceItem, view: SentenceView): boolean =>
  isPromised(whole, view) || [...whole.adjectives, ...behind(whole, view)].some((word) => ALLOWED.test(word));

const behind = (whole: ForceItem, view: SentenceView): string[] =>
  view.tokens.slice(whole.to, whole.to + 4).map((t) => t.lower);
