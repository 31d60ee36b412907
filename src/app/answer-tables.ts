// Answers as tables for spreadsheets: the head first, then a row a line; an empty field is null.
import { claimLine, claimsCsvHead } from '../formats/claims-csv.ts';
import { type CsvField, csvLine } from '../formats/csv-line.ts';
import type { LedgerFacts } from '../model/event.ts';
import type { DecisionsAnswer } from './ask-decisions.ts';
import type { StatusAnswer } from './ask-status.ts';
import type { toldClaims, toldConflicts, toldPosture } from './told-answers.ts';

const table = (head: readonly string[], rows: readonly (readonly CsvField[])[]): string[] =>
  [head, ...rows].map(csvLine);

export const postureTable = ({ at, known, rows }: ReturnType<typeof toldPosture>): string[] =>
  table(
    [
      'at',
      'known',
      'party',
      'country',
      'place',
      'mission',
      'unit',
      'of',
      'min',
      'max',
      'expected_min',
      'expected_max',
      'observed',
      'age_days',
      'claims',
      'conflicts',
      'why',
    ],
    rows.map((r) => [
      at,
      known,
      r.party,
      r.place.country,
      r.place.name,
      r.mission,
      r.unit,
      r.of,
      r.min,
      r.max,
      r.expected?.min,
      r.expected?.max,
      r.observed,
      r.age_days,
      r.claims.join(' '),
      r.conflicts.join(' '),
      r.why,
    ]),
  );

export const conflictsTable = ({ at, known, conflicts }: ReturnType<typeof toldConflicts>): string[] =>
  table(
    ['at', 'known', 'id', 'kind', 'party', 'country', 'place', 'mission', 'claims', 'why'],
    conflicts.map((c) => [
      at,
      known,
      c.id,
      c.kind,
      c.party,
      c.place.country,
      c.place.name,
      c.mission,
      c.claims.join(' '),
      c.why,
    ]),
  );

export const decisionsTable = ({ at, known, decisions }: DecisionsAnswer): string[] =>
  table(
    ['at', 'known', 'day', 'body', 'action', 'for', 'against', 'final', 'pending', 'said_by', 'claims', 'evidence'],
    decisions.map((d) => [
      at,
      known,
      d.day,
      d.body,
      d.action,
      d.vote?.for,
      d.vote?.against,
      d.final,
      d.pending,
      d.said_by,
      d.claims.join(' '),
      d.evidence,
    ]),
  );

export const statusTable = ({ at, known, statuses }: StatusAnswer): string[] =>
  table(
    ['at', 'known', 'mission', 'party', 'country', 'place', 'status', 'since', 'temporary', 'said_by', 'claim'],
    statuses.map((s) => [
      at,
      known,
      s.mission,
      s.party,
      s.place?.country,
      s.place?.name,
      s.status,
      s.since,
      s.temporary,
      s.said_by,
      s.claim,
    ]),
  );

/** The columns of the exported claims. */
export const claimsTable = ({ claims }: Pick<ReturnType<typeof toldClaims>, 'claims'>): string[] => [
  claimsCsvHead(),
  ...claims.map(({ report: { id, ...about }, ...claim }) => claimLine({ ...about, ...claim, report: id })),
];

export const reportsTable = (reports: readonly Omit<LedgerFacts['reports'][number], 'signature'>[]): string[] =>
  table(
    ['id', 'published', 'publisher', 'title', 'url', 'agency', 'recorded'],
    reports.map((r) => [r.id, r.published, r.publisher, r.title, r.url, r.agency, r.recorded]),
  );
