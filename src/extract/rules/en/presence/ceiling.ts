// How many may be somewhere, which is no number of those who are.
import type { NounLike } from '../../../syntax/item.ts';
import type { Predicate, SentenceView } from '../../../syntax/predicate.ts';

const CAP = /\b(?:ceiling|cap|limit|authori[sz]ed)\b/;
const MAY_BE = /^(?:authori[sz]ed|maximum|maximal|ceiling|mandated|permitted)$/;
/** Of a ceiling a change is no change of those who are there: "the maximum number", "the number of troops authorised for the mission". */
export const isCap = (stock: NounLike, p: Predicate, { tokens }: SentenceView): boolean =>
  (stock.kind === 'noun' && CAP.test(stock.head)) ||
  tokens.slice(stock.start, stock.to <= p.item.from ? p.item.from : stock.to).some((t) => MAY_BE.test(t.lower));

const AUTHORISED = /^(?:authori[sz]ed|mandated|approved|permitted|allowed)$/;
/** "The Security Council raised the force to 2,000", "parliament increased it to 90 from the 40 authorised before". */
export const isAuthorised = (p: Predicate, { tokens }: SentenceView): boolean =>
  p.subject.some(
    (n) =>
      n.kind === 'actor' &&
      (n.role === 'council' || n.role === 'parliament') &&
      (n.party === 'UN' || tokens.slice(p.item.to).some((t) => AUTHORISED.test(t.lower))),
  );
