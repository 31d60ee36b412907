// The parts that claims of every kind share: places joined, time read, evidence cut, every field's span noted, what was told remembered.
import {
  type Claim,
  type ExtractedClaim,
  type Movement,
  type Presence,
  placesOf,
  type Span,
} from '../../model/claim.ts';
import type { Party } from '../../model/party.ts';
import type { Place } from '../../model/place.ts';
import type { Quantity } from '../../model/quantity.ts';
import type { Finding, MovementFinding, PresenceFinding } from '../finding.ts';
import type { PlaceItem, Range } from '../syntax/item.ts';
import type { Context } from './context.ts';
import { latest, spanOf } from './discourse.ts';
import { missionAround } from './mission-around.ts';
import { missionNamed, unitNamed } from './named.ts';
import type { Told } from './place.ts';
import type { Dated } from './time.ts';
import type { Whose } from './whose.ts';

type Spans = Record<string, Span | null>;

export const lastFirm = (c: Context, at: number, reach: number, party: Party | null) =>
  latest(
    c.discourse.places,
    c.view.index,
    at,
    reach,
    (w) => w.firm && w.sentence >= c.discourse.section && w.place.country !== null && w.place.country !== party,
  );

export const joined = (told: readonly Told[]): Told => {
  const places: Place[] = [];
  let span: Span | null = null;
  for (const t of told) {
    for (const p of t.places) if (!places.some((q) => q.country === p.country && q.name === p.name)) places.push(p);
    if (t.span) span = span === null ? t.span : overBoth(span, t.span);
  }
  return { places, span };
};

/** Characters: words further apart are no one stretch of the text. */
const WIDEST = 4_000;

/** From the first of two stretches to the end of the last; the later one alone where they stand far apart. */
function overBoth(a: Span, b: Span): Span {
  const both: Span = [Math.min(a[0], b[0]), Math.max(a[1], b[1])];
  return both[1] - both[0] <= WIDEST ? both : a[0] > b[0] ? a : b;
}

export const oneOrMore = (places: readonly Place[]): Place | Place[] | null =>
  places.length === 0 ? null : places.length === 1 ? places[0]! : [...places];

export function unitAndMission(
  f: PresenceFinding | MovementFinding,
  c: Context,
): { unit: string | null; mission: string | null } {
  return {
    unit: unitNamed(f, c.view)?.name ?? null,
    mission: missionNamed(f, c.view, c.discourse)?.name ?? null,
  };
}

/** The phrases of the claim that stand in its sentence, for the evidence. */
export const partsOf = (f: Finding, places: readonly PlaceItem[]): Range[] => {
  const ranges: Range[] = places.map((p) => ({ from: p.start, to: p.to }));
  if ((f.kind === 'presence' || f.kind === 'movement') && f.force) ranges.push(f.force);
  if ((f.kind === 'presence' || f.kind === 'movement') && f.predicate) for (const n of f.owner) ranges.push(n);
  if (f.kind === 'status' && f.mission) ranges.push(f.mission);
  return ranges;
};

export function evidenceOf(f: Finding, parts: readonly Range[]): Range {
  let { from, to } = f.evidence;
  for (const part of parts) {
    from = Math.min(from, part.from);
    to = Math.max(to, part.to);
  }
  return { from, to };
}

/** The time after a change: from its day, or from the last day it may come about. */
export const fromThenOn = (time: Dated | null): Dated | null =>
  time && { ...time, period: { start: time.period.end ?? time.period.start, end: null } };

export function common(
  f: Finding,
  time: Dated | null,
  parts: readonly Range[],
  c: Context,
): { evidence: string; time: Claim['time']; said_by: string | null } {
  const range = evidenceOf(f, parts);
  const [start, end] = spanOf(c.view, range);
  const by = c.attributor.attribute(c.view, range, f);
  return { evidence: c.view.document.text.slice(start, end), time: time?.period ?? null, said_by: by?.name ?? null };
}

export function made(
  claim: Claim,
  f: Finding,
  rule: string,
  c: Context,
  time: Dated | null,
  told: Spans,
  parts: readonly Range[],
): ExtractedClaim {
  const range = evidenceOf(f, parts);
  const spans: Record<string, Span> = { evidence: spanOf(c.view, range) };
  for (const [field, span] of Object.entries(told)) if (span) spans[field] = span;
  for (const [field, span] of Object.entries(f.told ?? {})) spans[field] = span;
  if (time) spans['time'] = spanOf(c.view, time.item);
  let named: { readonly mission?: string } = {};
  if (f.kind === 'presence' || f.kind === 'movement') {
    const { force } = f;
    if (force?.count) spans['quantity'] = spanOf(c.view, force.count);
    const unit = unitNamed(f, c.view);
    if (unit) spans['unit'] = unit.span;
    const own = missionNamed(f, c.view, c.discourse);
    const mission =
      own ?? (isMoved(claim) ? missionAround(f, claim.party, placesIn(claim), c.view, c.discourse) : null);
    if (mission) spans['mission'] = mission.span;
    if (mission && own === null && isMoved(claim)) named = { mission: mission.name };
  }
  const by = c.attributor.attribute(c.view, range, f);
  if (by && by.span[0] < by.span[1]) spans['said_by'] = by.span;
  return { ...claim, ...named, spans: spans as ExtractedClaim['spans'], rule, confidence: Math.min(1, f.confidence) };
}

const isMoved = (claim: Claim): claim is Presence | Movement => claim.kind === 'presence' || claim.kind === 'movement';
const placesIn = (claim: Presence | Movement): readonly Place[] =>
  claim.kind === 'presence' ? placesOf(claim.place) : [...claim.to, ...claim.from];

export function remember(
  f: PresenceFinding | MovementFinding,
  whose: Whose,
  quantity: Quantity | null,
  where: Told,
  c: Context,
  moved: boolean,
): void {
  const at = f.force ?? f.evidence;
  const { unit, mission } = unitAndMission(f, c);
  c.discourse.forces.push({
    sentence: c.view.index,
    at: at.from,
    span: whose.span ?? spanOf(c.view, at),
    party: whose.party,
    partySpan: whose.span,
    quantity,
    place: where.places,
    unit,
    mission,
    head: f.force?.head ?? null,
    moved,
  });
}

/** Where a place taken over from before was last named. */
export const toldAt = (c: Context, places: readonly Place[], at: number): Span | null =>
  places.length === 0
    ? null
    : (latest(c.discourse.places, c.view.index, at, Number.POSITIVE_INFINITY, (w) =>
        places.some((p) => p.country === w.place.country),
      )?.span ?? null);
