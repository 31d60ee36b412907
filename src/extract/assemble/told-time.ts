// A time told by another: "by then", "two days later", "the same month" hang on the date that the report told last.
import type { Period } from '../../model/period.ts';
import { findDates } from '../../text/dates.ts';
import type { DateMention } from '../../text/document.ts';
import { findToldDate } from '../../text/told-dates.ts';
import type { Predicate, SentenceView } from '../syntax/predicate.ts';
import type { Context } from './context.ts';
import { spanOf } from './discourse.ts';
import type { Dated } from './time.ts';

/** How many sentences back the date may stand. */
const REACH = 2;

/** The time of a clause without a date of its own; `ahead` where it lies in the future. Null where no phrase refers back, or nothing was told. */
export function toldTime(p: Predicate | null, ahead: boolean, c: Context): Dated | null {
  if (p === null) return null;
  const { view } = c;
  const phrase = findToldDate(view.tokens);
  if (phrase === null || !isOfClause(p, phrase, view)) return null;
  // "By then the 300 soldiers serving there will leave": they serve there now.
  if ((p.relation === 'participle' || p.relation === 'relative') && phrase.from < p.item.from) return null;
  const told = dateBefore(phrase.from, c);
  const period = told && ((ahead ? told.ahead : null) ?? told.period);
  const time = period && phrase.after(period);
  return time && { period: time, item: { from: phrase.from, to: phrase.to } };
}

/** No other clause lies between the phrase and the verb, save those that hold it: "By then the army hopes to have left". */
function isOfClause(p: Predicate, at: { readonly from: number; readonly to: number }, view: SentenceView): boolean {
  const holders = new Set<Predicate>();
  for (let g = p.governor; g !== null; g = g.governor) holders.add(g);
  const [from, to] = at.from < p.item.from ? [at.to, p.item.from] : [p.item.to, at.from];
  if (view.tokens.slice(from, to).some((t) => t.text === ';')) return false;
  return !view.predicates.some(
    (q) =>
      q !== p &&
      q.item.kind === 'verb' &&
      q.item.form === 'finite' &&
      q.item.from >= from &&
      q.item.to <= to &&
      q.relation !== 'relative' &&
      !holders.has(q),
  );
}

function dateBefore(at: number, c: Context): DateMention | null {
  const { view } = c;
  const here = lastOf(findDates(view.tokens, view.published), (d) => d.to <= at, view, c);
  if (here) return here;
  const { sentences } = view.document;
  for (let back = 1; back <= REACH; back++) {
    const sentence = sentences[view.index - back];
    if (sentence === undefined || sentence.block.kind === 'title') break;
    const { tokens } = sentence;
    const told = lastOf(findDates(tokens, view.published), () => true, { tokens }, c);
    if (told) return told;
  }
  return null;
}

/** The last date that tells a day or a stretch; the day of saying is none. */
const lastOf = (
  dates: readonly DateMention[],
  fits: (d: DateMention) => boolean,
  view: Pick<SentenceView, 'tokens'>,
  c: Context,
): DateMention | null =>
  dates.findLast(
    (d) => fits(d) && d.kind !== 'duration' && isClosed(d.period) && !c.attributor.isSaid(spanOf(view, d)),
  ) ?? null;

const isClosed = (period: Period | null): boolean => period !== null && period.end !== null;
