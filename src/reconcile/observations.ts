// Presence claims as observations of cells: what each says about the count, and on which days it says so.
import type { KnownClaim } from '../ledger/known-claim.ts';
import type { Bounds } from '../model/bounds.ts';
import { type Presence, placesOf } from '../model/claim.ts';
import { addDays, type Day, lastDayOf } from '../model/day.ts';
import type { Period } from '../model/period.ts';
import { boundsOf } from '../model/quantity.ts';
import { type Cell, cellOf } from './cell.ts';
import type { Names } from './names.ts';

export interface Observation {
  readonly id: string;
  readonly cell: Cell;
  readonly bounds: Bounds;
  /** False where the text gives no number ("troops"): at least one, and no count that replaces another. */
  readonly counted: boolean;
  /** First and last day it is asserted for, inclusive. */
  readonly from: Day;
  readonly to: Day;
  /**
   * True: it held throughout these days. False: a month, season or year in which it held at least once, so that it stands from the first of
   * them, but a count of one day inside stands in its place.
   */
  readonly throughout: boolean;
  /** True where the text gives a time; without one it holds on the day of publication. */
  readonly dated: boolean;
  readonly published: Day;
  readonly accepted: boolean;
  readonly authority: boolean;
  readonly source: KnownClaim;
  readonly claim: Presence;
}

/** A presence whose time lies ahead: an expectation, no observation. It lapses after `to`. */
export interface Ahead {
  readonly id: string;
  readonly cell: Cell;
  readonly bounds: Bounds;
  readonly from: Day;
  readonly to: Day | null;
  readonly published: Day;
  readonly source: KnownClaim;
}

export type PresenceReading =
  | { readonly kind: 'observation'; readonly observation: Observation }
  | { readonly kind: 'ahead'; readonly ahead: Ahead };

export const publishedOf = (known: KnownClaim): Day => known.report.published ?? known.known;

/** The voice of a claim: its speaker in that outlet, or the outlet itself. */
export const voiceOf = (known: KnownClaim): string =>
  `${known.report.publisher ?? known.report.id}/${known.claim.said_by ?? ''}`.toLowerCase();

/** A presence claim with party and place as what it says about one cell; null where it names none. */
export function readPresence(known: KnownClaim, claim: Presence, names: Names): PresenceReading | null {
  const published = publishedOf(known);
  const cell = cellTold(claim, published, names);
  if (cell === null) return null;
  const bounds = boundsOf(claim.quantity);
  const days = daysTold(claim.time, published);
  if (days.kind === 'ahead') {
    const ahead = { id: known.id, cell, bounds, from: days.from, to: days.to, published, source: known };
    return { kind: 'ahead', ahead };
  }
  const observation: Observation = {
    id: known.id,
    cell,
    bounds,
    counted: claim.quantity !== null,
    from: days.from,
    to: days.to,
    throughout: days.throughout,
    dated: claim.time !== null,
    published,
    accepted: known.verdict !== null,
    authority: names.speaksFor(claim.said_by ?? known.report.publisher, cell.party),
    source: known,
    claim,
  };
  return { kind: 'observation', observation };
}

/** The cell that a claim published then is about; null where it names no party or place. */
export function cellTold(claim: Presence, published: Day, names: Names): Cell | null {
  const where = names.where(placesOf(claim.place));
  if (claim.party === null || where === null) return null;
  const mission = names.mission(claim.mission, published)?.key ?? null;
  return cellOf(names.party(claim.party), where, mission, names.unit(claim.unit), claim.quantity?.of ?? 'personnel');
}

export type DaysTold =
  | { readonly kind: 'seen'; readonly from: Day; readonly to: Day; readonly throughout: boolean }
  | { readonly kind: 'ahead'; readonly from: Day; readonly to: Day | null };

/** The days that a claim published then is about; ahead where they begin later. */
export function daysTold(time: Period | null, published: Day): DaysTold {
  if (time?.start != null && time.start > published) return { kind: 'ahead', from: time.start, to: time.end };
  const to = time === null || time.end === null || time.end > published ? published : time.end;
  const from = time === null ? published : (time.start ?? to);
  return { kind: 'seen', from, to, throughout: time === null || !isCalendarSpan(time.start, time.end) };
}

/** A whole month, or several: "in March", "in 2020", "early 2020". The text gives a date that is not exact, not a period held throughout. */
function isCalendarSpan(start: Day | null, end: Day | null): boolean {
  if (start === null || end === null || start === end) return false;
  const last = lastDayOf(Number(end.slice(0, 4)), Number(end.slice(5, 7)));
  return start.endsWith('-01') && end === last;
}

/** The day of it that counts on `at`: its last day so far, or its first where the time is not exact. */
export function anchorOf(observation: Observation, at: Day): Day {
  if (!observation.throughout) return observation.from;
  return observation.to < at ? observation.to : at;
}

/**
 * The observations in force on a day: those of the latest day, since a later count replaces the carried one. An exact day stands before a
 * month or year, a shorter span before a longer.
 */
export function inForce(observations: readonly Observation[], at: Day): Observation[] {
  let latest: Day | null = null;
  for (const o of observations) {
    if (o.from > at) continue;
    const anchor = anchorOf(o, at);
    if (latest === null || anchor > latest) latest = anchor;
  }
  if (latest === null) return [];
  const group = observations.filter((o) => o.from <= at && anchorOf(o, at) === latest);
  const exact = group.filter((o) => o.throughout);
  if (exact.length > 0) return exact;
  const shortest = group.reduce((a, b) => (b.to < a.to ? b : a)).to;
  return group.filter((o) => o.to === shortest);
}

/** True where any two stand for a common day, or for days so near that no count of one stands apart from the other. */
export function areOfOneTime(periods: readonly { readonly from: Day; readonly to: Day }[], days: number): boolean {
  let [begun, over] = [periods[0]!.from, periods[0]!.to];
  for (const { from, to } of periods) {
    if (from > begun) begun = from;
    if (to < over) over = to;
  }
  return begun <= addDays(over, days);
}
