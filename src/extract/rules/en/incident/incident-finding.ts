// An attack as read -> its findings: one for each day that it is told of, with its toll and those who are blamed for it.

import type { Period } from '../../../../model/period.ts';
import { findDates } from '../../../../text/dates.ts';
import { tokenize } from '../../../../text/tokenize.ts';
import type { IncidentFinding } from '../../../finding.ts';
import type { DateItem, PlaceItem, Range } from '../../../syntax/item.ts';
import type { Predicate, SentenceView } from '../../../syntax/predicate.ts';
import { type Attacker, isKnown } from './attacker.ts';
import { blamedFor } from './blame.ts';
import { tollOf } from './toll.ts';
import { ATTACKING, HARMING } from './words.ts';

/** True for what has happened or, in a headline, happens: nothing denied, feared, planned or gone about for months. */
export function hasHappened(predicate: Predicate): boolean {
  const { mode } = predicate.factuality;
  const { item } = predicate;
  if (mode === 'none' || mode === 'cancelled' || mode === 'proposed') return false;
  if (item.kind !== 'verb') return true;
  if (item.modal !== null || item.tense === 'future') return false;
  if (item.aspect === 'progressive' && item.tense === 'present') return false;
  return (
    item.form !== 'infinitive' || /^(?:begin|start|manage|proceed|help|use)$/.test(predicate.governor?.lemma ?? '')
  );
}

export function incidents(
  view: SentenceView,
  predicate: Predicate,
  at: Range,
  attacker: Attacker,
  places: readonly PlaceItem[],
  told: readonly DateItem[] = predicate.dates,
): IncidentFinding[] {
  const dates = told.length > 0 ? told : datesBeside(view, predicate);
  const blamed = isKnown(attacker) ? null : blamedFor(view);
  const day = dates.length === 0 ? dayOfTitle(view, predicate) : null;
  const finding: IncidentFinding = {
    kind: 'incident',
    predicate,
    evidence: attacker.at ? { from: Math.min(at.from, attacker.at.from), to: Math.max(at.to, attacker.at.to) } : at,
    confidence: 0.6,
    attacker: attacker.items,
    ...(attacker.party !== null
      ? { party: attacker.party }
      : blamed
        ? { party: blamed.party, told: { party: blamed.span } }
        : {}),
    places,
    ...(day ? { day } : {}),
    ...tollOf(view, Math.max(0, at.from - 12), Math.min(view.tokens.length, at.to + 25)),
  };
  // "overnight on Sunday" is one day told in two ways; "on 2 June and 5 June" are two.
  const ends = dates.map((d) => d.date.period?.end ?? null);
  const points = dates.filter(
    (d, i) =>
      d.date.kind === 'point' &&
      !dates.some(
        (o, k) =>
          k !== i &&
          (ends[k] === ends[i] ||
            o.date.period?.start === d.date.period?.start ||
            ends[k] === d.date.period?.start ||
            o.date.period?.start === ends[i]),
      ),
  );
  if (points.length > 1) return points.map((d) => ({ ...finding, dated: [d] }));
  return [dates.length === 0 || dates === predicate.dates ? finding : { ...finding, dated: dates }];
}

/** The day that another verb of the same attack has: "was killed and another wounded on Sunday when their car was hit". */
export function datesBeside(view: SentenceView, predicate: Predicate): readonly DateItem[] {
  const loose = looseDates(view, predicate);
  if (loose.length > 0 || predicate.item.kind !== 'verb') return loose;
  const beside = view.predicates.find(
    (p) =>
      p !== predicate &&
      p.item.kind === 'verb' &&
      (HARMING.has(p.lemma) ||
        ATTACKING.has(p.lemma) ||
        (p.from > predicate.to && isWhen(view, predicate.to, p.from))) &&
      p.dates.some((d) => d.date.kind === 'point'),
  );
  return beside?.dates ?? [];
}

/** "died when their car ran over a mine on Monday": the clause behind tells how, and the day. */
const isWhen = (view: SentenceView, from: number, to: number): boolean =>
  view.tokens.slice(from - 1, to).some((t) => /^(?:when|as|after)$/.test(t.lower));

/** "2011 Yemeni uprising: Ten soldiers are killed": the token where the sentence itself begins, behind its topic. */
export function bodyOf(view: Pick<SentenceView, 'items'>): number {
  const colon = view.items.slice(0, 8).findIndex((x) => x.kind === 'link' && x.link === 'colon');
  const first = view.items.findIndex((x) => x.kind === 'verb');
  return colon >= 0 && (first < 0 || colon < first) ? view.items[colon]!.to : 0;
}

/** Dates that no verb of the sentence has taken ("killed while on patrol Sunday"), or those of "As reported in May, ...". */
function looseDates(view: SentenceView, predicate: Predicate): readonly DateItem[] {
  // "was on Monday attacked": the date stands inside the verb.
  const parted = view.predicates.find(
    (p) =>
      p.lemma === 'be' &&
      p.item.to <= predicate.item.from &&
      predicate.item.from - p.item.to <= 4 &&
      p.dates.length > 0,
  );
  if (parted) return parted.dates;
  const taken = new Set(view.predicates.flatMap((p) => p.dates));
  const body = bodyOf(view);
  const own = view.items.filter(
    (x): x is DateItem => x.kind === 'date' && x.date.kind === 'point' && !taken.has(x) && x.from >= body,
  );
  if (own.length > 0) return own.slice(0, 1);
  const reported = view.predicates.find((p) => p.lemma === 'report' && view.tokens[p.item.from - 1]?.lower === 'as');
  return reported?.dates.length === 1 ? reported.dates : [];
}

/** "Airstrikes in Yemen, June 3, 2019": what such a release tells in the past was on the day of its title. */
function dayOfTitle(view: SentenceView, predicate: Predicate): Period | null {
  const title = view.document.title ?? '';
  if (!/\b(?:strikes?|airstrikes?|attacks?|raids?|bombings?)\b/i.test(title)) return null;
  if (predicate.item.kind === 'verb' && predicate.item.tense !== 'past') return null;
  const [date] = findDates(tokenize(title), view.published);
  return date?.kind === 'point' ? date.period : null;
}
