// How many may be somewhere, which is no number of those who are.
import type { NounLike } from '../../../syntax/item.ts';
import type { Predicate, SentenceView } from '../../../syntax/predicate.ts';

const CAP = /\b(?:ceiling|cap|limit|authori[sz]ed)\b/;
/** Of a ceiling a change is no change of those who are there. */
export const isCap = (stock: NounLike): boolean => stock.kind === 'noun' && CAP.test(stock.head);

const AUTHORISED = /^(?:authori[sz]ed|mandated|approved|permitted|allowed)$/;
/** "The Security Council raised the force to 2,000", "parliament increased it to 90 from the 40 authorised before". */
export const isAuthorised = (p: Predicate, { tokens }: SentenceView): boolean =>
  p.subject.some(
    (n) =>
      n.kind === 'actor' &&
      (n.role === 'council' || n.role === 'parliament') &&
      (n.party === 'UN' || tokens.slice(p.item.to).some((t) => AUTHORISED.test(t.lower))),
  );
