// Counts over time: for each force and place a band of bounds, with every claim as a mark on it, and what happened on the same axis.
import type { KnownClaim } from '../../ledger/known-claim.ts';
import type { Atlas } from '../../model/atlas.ts';
import { type Bounds, shownBounds } from '../../model/bounds.ts';
import { placesOf } from '../../model/claim.ts';
import type { Day } from '../../model/day.ts';
import type { Party } from '../../model/party.ts';
import type { Place } from '../../model/place.ts';
import { boundsOf } from '../../model/quantity.ts';
import { type Knowledge, reconcile } from '../../reconcile/knowledge.ts';
import { namesOf } from '../../reconcile/names.ts';
import type { PostureRow } from '../../reconcile/posture.ts';
import { viewClaims } from '../claims-view.ts';
import { countText, dayText, PHASE_WORDS, quantityText } from './words.ts';

export interface TimelineView {
  readonly first: Day;
  readonly last: Day;
  readonly at: Day;
  readonly bands: readonly Band[];
  /** Bands that were left out, the smallest forces. */
  readonly more: number;
  readonly events: readonly TimelineEvent[];
}

export interface Band {
  readonly key: string;
  readonly label: string;
  readonly row: { readonly party: Party; readonly place: Place; readonly mission: string | null; readonly unit: null };
  /** From each day on until the next; `bounds` null: not reported. */
  readonly steps: readonly { readonly day: Day; readonly bounds: Bounds | null }[];
  readonly marks: readonly Mark[];
}

export interface Mark extends Bounds {
  readonly kind: 'count' | 'arrival' | 'departure' | 'plan';
  readonly day: Day;
  readonly claim: string;
  readonly report: string;
  /** "about 500, Alliance Monitor, 7 Jan 2020" */
  readonly text: string;
}

export interface TimelineEvent {
  readonly kind: 'status' | 'decision';
  readonly day: Day;
  readonly text: string;
  readonly claim: string;
  readonly report: string;
}

export interface BandSubject {
  readonly label: string;
  readonly party: Party;
  readonly place: Place;
  readonly mission: string | null;
}

/** Days on which a band is worked out, at most: the first, the last and an even choice of those between. */
const MOST_DAYS = 48;

/** The band of one force at one place up to a day; null where no claim counts it. */
export function viewBand(known: Knowledge, atlas: Atlas, subject: BandSubject, until: Day): Band | null {
  const { party, place, mission } = subject;
  const names = namesOf(atlas);
  const wanted = mission === null ? null : names.mission(mission, until)?.key;
  const claims = viewClaims(known, atlas, { party, place }).filter(({ claim, known: heard }) => {
    if (claim.kind !== 'presence' && claim.kind !== 'movement') return false;
    if (claim.quantity !== null && claim.quantity.of !== 'personnel') return false;
    return mission === null || names.mission(claim.mission, heard)?.key === wanted;
  });
  const marks = claims.flatMap((one) => markOf(one, place, atlas)).filter(({ day }) => day <= until);
  if (marks.length === 0) return null;
  const days = chosen([...new Set([...claims.flatMap(daysOf), until])].filter((day) => day <= until).sort());
  const steps = days.map((day) => {
    const { rows } = reconcile(known, atlas, { at: day, party, place });
    const row = rowFor(rows, place, mission, atlas);
    return { day, bounds: row === null ? null : shownBounds(row, row.within !== null) };
  });
  return {
    key: `${party}|${place.country}|${place.name}|${mission}`,
    label: subject.label,
    row: { party, place, mission, unit: null },
    steps: steps.filter(({ bounds }, at) => at === 0 || !same(bounds, steps[at - 1]!.bounds)),
    marks: marks.sort((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : a.claim < b.claim ? -1 : 1)),
  };
}

const same = (a: Bounds | null, b: Bounds | null): boolean => a?.min === b?.min && a?.max === b?.max;

function rowFor(rows: readonly PostureRow[], place: Place, mission: string | null, atlas: Atlas): PostureRow | null {
  const name = place.country !== null && place.name === atlas.displayName(place.country) ? null : place.name;
  const here = rows.filter((row) => row.of === 'personnel' && row.unit === null && row.place.name === name);
  return here.find((row) => row.mission === mission) ?? (mission === null && here.length === 1 ? here[0]! : null);
}

/** The days on which a claim can change what is known to hold. */
function daysOf({ claim, report, known }: KnownClaim): Day[] {
  const { time } = claim;
  const days = [time?.start, time?.end].filter((day) => day !== null && day !== undefined);
  return days.length > 0 ? days : [report.published ?? known];
}

function chosen(days: readonly Day[]): Day[] {
  if (days.length <= MOST_DAYS) return [...days];
  const step = (days.length - 1) / (MOST_DAYS - 1);
  return [...new Set(Array.from({ length: MOST_DAYS }, (_, at) => days[Math.round(at * step)]!))];
}

function markOf(one: KnownClaim, place: Place, atlas: Atlas): Mark[] {
  const { claim, report, known } = one;
  if (claim.kind !== 'presence' && claim.kind !== 'movement') return [];
  // A base's count is no count of the country that it lies in.
  const isHere = (other: Place): boolean => {
    const plain = atlas.plainPlace(other);
    const [a, b] = [wholeName(plain, atlas), wholeName(place, atlas)];
    return plain.country === place.country && a === b;
  };
  if (claim.kind === 'presence' && !placesOf(claim.place).some(isHere)) return [];
  const day = claim.time?.start ?? claim.time?.end ?? report.published ?? known;
  const source = `${claim.said_by ?? report.publisher ?? report.title ?? 'a report'}, ${dayText(report.published ?? known)}`;
  const kind =
    claim.kind === 'presence'
      ? 'count'
      : claim.phase !== 'completed'
        ? 'plan'
        : claim.to.some(isHere)
          ? 'arrival'
          : 'departure';
  const what = claim.kind === 'presence' ? '' : ` ${kind === 'plan' ? PHASE_WORDS[claim.phase] : kind}`;
  const text = `${claim.quantity === null ? 'no number' : quantityText(claim.quantity)}${what}, ${source}`;
  return [{ kind, day, ...boundsOf(claim.quantity), claim: one.id, report: report.id, text }];
}

const wholeName = ({ country, name }: Place, atlas: Atlas): string | null =>
  country !== null && name === atlas.displayName(country) ? null : name;

/** A band in a sentence, for those who do not see it: "from 14 on 7 Jan 2020 to 0 on 8 Jan 2020". */
export function bandText({ label, steps, marks }: Pick<Band, 'label' | 'steps' | 'marks'>): string {
  const told = steps.filter(({ bounds }) => bounds !== null);
  const [first, last] = [told[0], told.at(-1)];
  if (first === undefined || last === undefined) return `${label}: never counted`;
  const claims = marks.length === 1 ? '1 claim' : `${marks.length} claims`;
  const start = `${countText(first.bounds!)} on ${dayText(first.day)}`;
  return first === last
    ? `${label}: ${start}, ${claims}`
    : `${label}: from ${start} to ${countText(last.bounds!)} on ${dayText(last.day)}, ${claims}`;
}
