// When it held or happened: the dates of the claim's own clause, read backwards or ahead by tense and phase; the date of saying left out.

import type { Phase } from '../../model/claim.ts';
import type { Period } from '../../model/period.ts';
import type { DateItem, NounLike } from '../syntax/item.ts';
import type { Predicate } from '../syntax/predicate.ts';

export interface Dated {
  readonly period: Period;
  readonly item: { readonly from: number; readonly to: number };
}

/** Aspect and light verbs share their date with what they hold: "on Monday began a withdrawal". */
const SHARES =
  /^(?:begin|start|commence|launch|initiate|continue|complete|finish|conclude|end|make|conduct|have|keep|schedule|plan|set|expect|go|take|happen|occur|be|resume|effect|carry out|remain|stay)$/;

export function timeOf(
  p: Predicate | null,
  phase: Phase | 'held',
  own: readonly NounLike[] | null | undefined,
  isSaid: (item: DateItem) => boolean,
): Dated | null {
  if (own === null) return null;
  const ahead =
    phase === 'planned' ||
    phase === 'proposed' ||
    phase === 'cancelled' ||
    isFuture(p) ||
    p?.factuality.mode === 'planned';
  const dates = own !== undefined ? own.filter((n): n is DateItem => n.kind === 'date') : datesOf(p);
  const item = p?.item;
  if (item?.kind === 'nominal' && item.date !== null) {
    const period = ahead ? (item.date.ahead ?? item.date.period) : item.date.period;
    if (period) return { period, item: { from: item.date.from, to: item.date.to } };
  }
  let best: Dated | null = null;
  let rank = 0;
  for (const date of dates) {
    if (isSaid(date)) continue;
    const period = ahead ? (date.date.ahead ?? date.date.period) : date.date.period;
    if (period === null) continue;
    const r = date.date.kind === 'duration' ? 1 : 2;
    if (date.date.kind === 'duration' && phase !== 'held') continue;
    if (r > rank) {
      best = { period, item: date };
      rank = r;
    }
  }
  return best;
}

function isFuture(p: Predicate | null): boolean {
  const item = p?.item;
  return (
    item?.kind === 'verb' &&
    (item.tense === 'future' || (item.modal !== null && item.modal !== 'could' && item.tense !== 'past'))
  );
}

function datesOf(p: Predicate | null): DateItem[] {
  if (p === null) return [];
  const dates = [...p.dates];
  let held = p;
  for (let g = p.governor; g !== null; g = g.governor) {
    const shares =
      held.relation === 'coordinate'
        ? p.dates.length === 0 && g.dates.every((x) => x.from < p.from) && g.dates.some((x) => x.from < g!.item.from)
        : held.relation === 'gerund'
          ? SHARES.test(g.lemma) ||
            (held.item.kind === 'verb' && held.item.form === 'gerund' && held.dates.length === 0)
          : SHARES.test(g.lemma);
    if (!shares) break;
    dates.push(...g.dates);
    if (g.item.kind === 'nominal') break;
    held = g;
  }
  return dates;
}
