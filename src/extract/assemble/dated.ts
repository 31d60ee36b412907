// When a claim held or happened: its clause's own date, else one that stands elsewhere in the sentence or was told before.
import { daysBetween } from '../../model/day.ts';
import type { Finding } from '../finding.ts';
import { MOTION } from '../lexicon/motion.ts';
import type { DateItem, NounLike } from '../syntax/item.ts';
import { type Predicate, textOf } from '../syntax/predicate.ts';
import type { Context } from './context.ts';
import { spanOf } from './discourse.ts';
import { type Dated, timeOf } from './time.ts';
import { toldTime } from './told-time.ts';

export function dated(f: Finding, phase: Parameters<typeof timeOf>[1], c: Context): Dated | null {
  const p = f.predicate;
  if (f.kind === 'presence' && f.dated === undefined && isDateOfLeaving(p, c)) return null;
  const ordering = dateOfOrder(p, phase);
  const isPlan = f.kind === 'movement' && (phase === 'planned' || phase === 'proposed');
  const own = timeOf(
    p,
    phase,
    f.dated === undefined ? borrowed(f, c) : f.dated,
    (item: DateItem) =>
      ordering.has(item) ||
      isSinceLast(item, c) ||
      (isPlan && isJustPast(item, c)) ||
      c.attributor.isSaid(spanOf(c.view, item)),
  );
  // "40 were flown out the next day": the day after the one told, not after the report's.
  const next =
    own !== null && /^the (?:next|following) day$/i.test(textOf(c.view, own.item)) ? toldTime(p, false, c) : null;
  if (next !== null) return next;
  if (own !== null) return isDeadline(own, c) ? upTo(own) : own;
  const inside = f.kind === 'presence' && f.dated === undefined ? insideRelative(p, c) : null;
  if (inside !== null) return inside;
  if (f.dated !== undefined) return null;
  const ahead = phase === 'planned' || phase === 'proposed';
  const moves = f.kind === 'movement' || f.kind === 'presence';
  return (moves ? sinceIn(p, c) : null) ?? toldTime(p, ahead, c) ?? (ahead ? null : framed(f, c));
}

/** "which at its height in 2011 had 1,300 troops": the date between the pronoun and its verb. */
function insideRelative(p: Predicate | null, { view }: Context): Dated | null {
  if (p?.relation !== 'relative' || p.item.kind !== 'verb') return null;
  const { from } = p.item;
  const opens = view.items.findLast((x) => x.kind === 'link' && x.link === 'relative' && x.to <= from);
  const date = view.items.findLast((x): x is DateItem => x.kind === 'date' && x.to <= from);
  if (opens === undefined || date === undefined || date.from < opens.to || date.date.period === null) return null;
  return { period: date.date.period, item: date };
}

/** "for the first time since 1974", "the biggest deployment since May": when it was last so. */
const isSinceLast = ({ date, start }: DateItem, { view: { tokens } }: Context): boolean =>
  date.kind === 'since' &&
  (/^(?:time|first)$/.test(tokens[start - 1]?.lower ?? '') ||
    tokens
      .slice(Math.max(0, start - 9), start)
      .some((t) => /^(?:(?:bigg|larg|great|high|low|heavi|small|strong)est)$/.test(t.lower)));

/** "announced on 19 December his decision to withdraw", told on the 29th: a plan for that day next year would say the year. */
function isJustPast({ date }: DateItem, { view: { published } }: Context): boolean {
  const [past, ahead] = [date.period?.end, date.ahead?.start];
  if (date.kind !== 'point' || published === null || past == null || ahead == null || ahead <= past) return false;
  if (date.period?.start !== past) return false;
  return daysBetween(past, ahead) > 300 && daysBetween(past, published) < PAST_DAYS;
}
const PAST_DAYS = 60;

const DECIDES = /^(?:order|direct|instruct|command|announce|authorise|authorize|approve|declare)$/;

/** "On 7 October I ordered 1,700 troops to Somalia", "ordered the withdrawal on Sunday": the day of the order, not of the move. */
function dateOfOrder(p: Predicate | null, phase: Parameters<typeof timeOf>[1]): ReadonlySet<DateItem> {
  if (phase !== 'planned' || p === null) return new Set();
  const order = p.item.kind === 'verb' ? p : p.governor;
  if (order?.item.kind !== 'verb' || !DECIDES.test(order.lemma) || order.item.tense !== 'past') return new Set();
  if (order.item.form !== 'finite' || (p !== order && p.relation !== 'of' && p.relation !== 'gerund')) return new Set();
  // "In May, I ordered 900 soldiers to Iraq": before the verb it is the order's, however long.
  return new Set(
    [...order.dates, ...(p === order ? [] : p.dates)].filter(
      (d) => d.date.kind === 'point' && (isShort(d) || d.from < order.item.from),
    ),
  );
}

/** A day or a week: a month or a year may well be when they are to go. */
const isShort = ({ date: { period } }: DateItem): boolean =>
  period?.start != null && period.end != null && daysBetween(period.start, period.end) < 7;

/** "withdraw the 3,500 troops who are in Burundi on 31 December": a date behind a clause in the present is the main verb's. */
function borrowed(f: Finding, c: Context): readonly NounLike[] | undefined {
  const p = f.predicate;
  if (p === null || f.kind === 'presence' || p.dates.length > 0 || f.dated === null) return undefined;
  const stays = c.view.predicates.find((q) => isThereNow(q) && p.object.some((o) => q.subject.includes(o)));
  return stays && stays.dates.length > 0 ? stays.dates : undefined;
}

const isThereNow = (q: Predicate): boolean =>
  q.relation === 'relative' && q.lemma === 'be' && q.item.kind === 'verb' && q.item.tense === 'present';

/** Of the same clause: they are there now, and the date is when they go. */
const isDateOfLeaving = (p: Predicate | null, { view }: Context): boolean =>
  p !== null &&
  isThereNow(p) &&
  p.dates.every((d) => d.date.kind === 'point') &&
  view.predicates.some(
    (q) =>
      MOTION.has(q.lemma) &&
      q.dates.length === 0 &&
      q.item.from < p.item.from &&
      q.object.some((o) => p.subject.includes(o)),
  );

/** "before a deadline of 1 May", "the May 1 deadline": no later than that day. */
function isDeadline({ item, period }: Dated, { view: { tokens } }: Context): boolean {
  if (period.start === null || period.end === null) return false;
  let before = item.from - 1;
  while (/^(?:of|on|by|for|in|the)$/.test(tokens[before]?.lower ?? '')) before--;
  return tokens[before]?.lower === 'deadline' || tokens[item.to]?.lower === 'deadline';
}

const upTo = (dated: Dated): Dated => ({ ...dated, period: { start: null, end: dated.period.end } });

/** "has sent 60 medics to Kigali to treat the sick since March": the perfect's, though a purpose stands between. */
function sinceIn(p: Predicate | null, { view }: Context): Dated | null {
  if (p?.item.kind !== 'verb' || p.item.aspect !== 'perfect') return null;
  for (const q of view.predicates) {
    if (q.item.from < p.item.to || !isPurposeOf(q, p)) continue;
    const since = q.dates.find((d) => d.date.kind === 'since' && d.date.period !== null);
    if (since?.date.period) return { period: since.date.period, item: since };
  }
  return null;
}

function isPurposeOf(q: Predicate, p: Predicate): boolean {
  for (let held = q; held.governor !== null; held = held.governor) {
    if (held.relation !== 'infinitive' && held.relation !== 'gerund') return false;
    if (held.governor === p) return true;
  }
  return false;
}

/** "As of September 2025, the north was quiet; Turkish forces remained there; others had left": the day over the whole sentence. */
function framed(f: Finding, { view }: Context): Dated | null {
  if (f.kind !== 'presence' && f.kind !== 'movement') return null;
  // "Military - note: as of 2025, ...": a label may stand before it.
  const colon = view.items.findIndex((x) => x.kind === 'link' && x.link === 'colon');
  const verb = view.items.find((x, i) => x.kind === 'verb' && i > colon);
  const frame = view.items.find((x): x is DateItem => x.kind === 'date');
  if (frame === undefined || verb === undefined || frame.from > verb.from || frame.date.period === null) return null;
  // "In the summer of 2011, when our part was largest, 174 soldiers were in Mali".
  const [comma, when] = view.items.slice(view.items.indexOf(frame) + 1);
  const opens = frame.start === 0 && comma?.kind === 'link' && comma.link === 'comma';
  if (opens && when?.kind === 'link' && when.word === 'when' && f.kind === 'presence' && f.predicate?.relation === null)
    return { period: frame.date.period, item: frame };
  const words = view.tokens.slice(frame.start, frame.from + 2).map((t) => t.lower);
  if (words[0] !== 'as' || !/^(?:of|at)$/.test(words[1] ?? '')) return null;
  const at = { period: frame.date.period, item: frame };
  if (f.kind === 'presence') return at;
  const item = f.predicate?.item;
  return item?.kind === 'verb' && item.aspect === 'perfect' ? upTo(at) : null;
}
