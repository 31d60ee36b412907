// The page of a party, a place or a mission: what is known of it on a day, how that came about over time, and from whom.
import type { KnownClaim } from '../../ledger/known-claim.ts';
import type { Atlas } from '../../model/atlas.ts';
import { addDays, type Day, daysBetween } from '../../model/day.ts';
import type { Place } from '../../model/place.ts';
import type { Knowledge } from '../../reconcile/knowledge.ts';
import type { DecisionView } from '../decisions.ts';
import type { PostureView } from '../posture-view.ts';
import type { StatusView } from '../status.ts';
import type { ReportRef } from './claims.ts';
import { type ConflictView, viewConflict } from './conflicts.ts';
import { type Named, type RowView, viewRows } from './rows.ts';
import type { End, MovementView } from './situation.ts';
import { type Band, type BandSubject, type TimelineEvent, type TimelineView, viewBand } from './timeline.ts';
import { ACTION_WORDS, placeText, quantityText, STATUS_WORDS } from './words.ts';

export type Subject =
  | { readonly kind: 'party'; readonly code: string; readonly name: string }
  | { readonly kind: 'place'; readonly place: Place; readonly name: string; readonly countries: readonly string[] }
  | {
      readonly kind: 'mission';
      readonly name: string;
      readonly flag: Named | null;
      readonly aliases: readonly string[];
    };

export interface SubjectPage {
  readonly page: 'subject';
  readonly at: Day;
  readonly known: Day;
  readonly subject: Subject;
  readonly rows: readonly RowView[];
  /** As the address says; null: the largest first. */
  readonly sort: string | null;
  readonly timeline: TimelineView | null;
  readonly movements: readonly MovementView[];
  readonly conflicts: readonly ConflictView[];
  readonly sources: readonly SourceLine[];
  readonly reports: readonly ReportRef[];
  readonly reportCount: number;
}

export interface SourceLine {
  readonly name: string;
  readonly claims: number;
  readonly last: Day;
}

export interface SubjectSource {
  readonly subject: Subject;
  readonly at: Day;
  readonly known: Day;
  readonly sort: string | null;
  /** Claims on the subject. */
  readonly claims: readonly KnownClaim[];
  readonly posture: PostureView;
  readonly statuses: readonly StatusView[];
  readonly decisions: readonly DecisionView[];
}

const MOST_BANDS = 14;
const MOST_REPORTS = 24;
const MOST_MOVEMENTS = 60;

export function viewSubject(source: SubjectSource, knowledge: Knowledge, atlas: Atlas): SubjectPage {
  const { subject, at, known, claims, posture } = source;
  const rows = viewRows(posture.rows, { atlas });
  const subjects = bandSubjects(rows, subject);
  const bands = subjects
    .slice(0, MOST_BANDS)
    .map((one) => viewBand(knowledge, atlas, one, at))
    .filter((band) => band !== null);
  const reports = reportsOf(claims);
  return {
    page: 'subject',
    at,
    known,
    subject,
    rows,
    sort: source.sort,
    timeline:
      bands.length === 0
        ? null
        : {
            ...extentOf(bands, at),
            at,
            bands,
            more: Math.max(0, subjects.length - MOST_BANDS),
            events: eventsOf(source, atlas, bands),
          },
    movements: movementsOf(claims, atlas),
    conflicts: posture.conflicts.map((conflict) => viewConflict(conflict, knowledge, atlas)),
    sources: sourcesOf(claims),
    reports: reports.slice(0, MOST_REPORTS),
    reportCount: reports.length,
  };
}

/** The forces to draw, the largest first: of a party its places, of a place its parties, of a mission its contingents. */
function bandSubjects(rows: readonly RowView[], subject: Subject): BandSubject[] {
  return rows
    .filter((row) => row.of === 'personnel' && row.unit === null)
    .filter((row) => (subject.kind === 'mission' ? row.mission !== null : row.isDrawn || row.max === 0))
    .filter((row) => subject.kind !== 'place' || subject.place.name !== null || row.place.name === null || row.isDrawn)
    .sort((a, b) => (b.max ?? b.min) - (a.max ?? a.min))
    .map((row) => ({
      label:
        subject.kind === 'party'
          ? row.where
          : subject.kind === 'mission' || row.place.name === null
            ? row.party.name
            : `${row.party.name}, ${row.place.name}`,
      party: row.party.code,
      place: row.place,
      mission: row.mission,
    }));
}

function extentOf(bands: readonly Band[], at: Day): { readonly first: Day; readonly last: Day } {
  const days = bands.flatMap(({ steps, marks }) => [...steps.map(({ day }) => day), ...marks.map(({ day }) => day)]);
  const first = days.reduce((a, b) => (a < b ? a : b), at);
  // Room after the day asked for: what holds then is a stretch, not a line.
  return { first, last: addDays(at, Math.max(1, Math.round(daysBetween(first, at) * 0.03))) };
}

function eventsOf(
  { statuses, decisions, claims, at }: SubjectSource,
  atlas: Atlas,
  bands: readonly Band[],
): TimelineEvent[] {
  const { first } = extentOf(bands, at);
  const byId = new Map(claims.map((one) => [one.id, one]));
  const nameOf = (code: string): string => atlas.displayName(code);
  const events: TimelineEvent[] = [];
  for (const one of statuses) {
    for (const { status, since, claim } of [one, ...one.history]) {
      const report = byId.get(claim)?.report.id;
      const who = one.mission ?? (one.party === null ? 'Operations' : nameOf(one.party));
      if (report !== undefined)
        events.push({ kind: 'status', day: since, text: `${who} ${STATUS_WORDS[status]}`, claim, report });
    }
  }
  for (const one of decisions) {
    const claim = one.claims.find((id) => byId.has(id));
    const report = claim === undefined ? undefined : byId.get(claim)!.report.id;
    if (claim === undefined || report === undefined) continue;
    const text = `${one.body ?? 'A body not named'} decided ${ACTION_WORDS[one.action]}${one.final === false ? ', not final' : ''}`;
    events.push({ kind: 'decision', day: one.day, text, claim, report });
  }
  return events
    .filter(({ day }) => day >= first && day <= at)
    .sort((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : 0));
}

function movementsOf(claims: readonly KnownClaim[], atlas: Atlas): MovementView[] {
  const end = (place: Place): End => ({
    place,
    where: placeText(place, (code) => atlas.displayName(code)),
    point: atlas.pointOf(place)?.at ?? null,
  });
  return claims
    .flatMap((one): MovementView[] => {
      const { claim, report, known } = one;
      if (claim.kind !== 'movement' || claim.party === null) return [];
      const day = claim.time?.start ?? claim.time?.end ?? report.published ?? known;
      return [
        {
          claim: one.id,
          report: report.id,
          party: { code: claim.party, name: atlas.displayName(claim.party) },
          text: quantityText(claim.quantity),
          count: claim.quantity?.min ?? claim.quantity?.max ?? null,
          from: claim.from.map(end),
          to: claim.to.map(end),
          phase: claim.phase,
          day,
        },
      ];
    })
    .sort((a, b) => (a.day > b.day ? -1 : a.day < b.day ? 1 : 0))
    .slice(0, MOST_MOVEMENTS);
}

function sourcesOf(claims: readonly KnownClaim[]): SourceLine[] {
  const lines = new Map<string, { claims: number; last: Day }>();
  for (const { claim, report, known } of claims) {
    const name = claim.said_by ?? report.publisher;
    if (name === null) continue;
    const line = lines.get(name) ?? { claims: 0, last: known };
    lines.set(name, line);
    line.claims++;
    if (known > line.last) line.last = known;
  }
  return [...lines]
    .map(([name, line]) => ({ name, ...line }))
    .sort((a, b) => b.claims - a.claims || (a.name < b.name ? -1 : 1))
    .slice(0, 30);
}

function reportsOf(claims: readonly KnownClaim[]): ReportRef[] {
  const reports = new Map<string, ReportRef>();
  for (const { report } of claims) {
    const { id, title, publisher, published } = report;
    if (!reports.has(id)) reports.set(id, { id, title, publisher, published });
  }
  return [...reports.values()].sort((a, b) => ((a.published ?? '') > (b.published ?? '') ? -1 : 1));
}
