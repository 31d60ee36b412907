// The ledger in the formats of other programs, as known on a day: lines of text, or bytes.
import { annotationOf } from '../formats/annotations-out.ts';
import { claimsAtom, MOST_ENTRIES } from '../formats/atom-out.ts';
import type { ClaimRecord } from '../formats/claim-record.ts';
import { claimCsv, claimsCsvHead } from '../formats/claims-csv.ts';
import { csvRecord } from '../formats/csv-line.ts';
import type { ExportFormat } from '../formats/export-formats.ts';
import { ftmEntitiesOf, STATEMENT_COLUMNS, statementLines } from '../formats/ftm-out.ts';
import { postureGeoJson } from '../formats/geojson-posture.ts';
import { orbatScenario } from '../formats/orbat-out.ts';
import { ploverOf } from '../formats/plover-out.ts';
import type { Day } from '../model/day.ts';
import { askPosture } from './ask-posture.ts';
import { exportClaims } from './export-claims.ts';
import type { Asking } from './known-on.ts';
import { daysOf } from './names-and-days.ts';
import type { When } from './questions.ts';

/** Told after the last line: claims that the format has no place for. */
export interface ExportOutcome {
  readonly written: number;
  readonly left: number;
}

/** The claims as known on a day, a record each; reports by their day and id. Throws LaydownError `usage` for a day that is none. */
export async function* claimRecords(services: Asking, known?: Day): AsyncGenerator<ClaimRecord> {
  for await (const { report, claims, original } of exportClaims(services, known)) {
    const read = new Map(original.map((claim) => [claim.id, claim]));
    for (const one of claims) {
      const { id, claim, verdict, grounded, maker } = one;
      const { spans = null, confidence = 1 } = read.get(id) ?? {};
      yield { id, claim, spans, report, known: one.known, verdict, grounded, maker, confidence };
    }
  }
}

/** Every format but `jsonl` and `parquet`, line by line. */
export async function* exportLines(
  services: Asking,
  format: Exclude<ExportFormat, 'jsonl' | 'parquet'>,
  when: When,
): AsyncGenerator<string, ExportOutcome> {
  const { known } = daysOf(when, services.clock);
  switch (format) {
    case 'geojson': {
      const collection = postureGeoJson(await askPosture(services, when), services.atlas);
      yield JSON.stringify(collection);
      return { written: collection.features.length, left: 0 };
    }
    case 'orbat': {
      const claims = await listed(claimRecords(services, known));
      yield JSON.stringify(orbatScenario(await askPosture(services, when), claims, services.atlas));
      const left = claims.filter(({ claim }) => claim.kind === 'presence').length;
      return { written: claims.length - left, left };
    }
    case 'atom': {
      const claims = await listed(claimRecords(services, known));
      yield claimsAtom(claims, known);
      return { written: Math.min(claims.length, MOST_ENTRIES), left: Math.max(0, claims.length - MOST_ENTRIES) };
    }
    default:
      return yield* claimLines(services, format, known);
  }
}

async function* claimLines(
  services: Asking,
  format: 'csv' | 'ftm' | 'ftm-statements' | 'plover' | 'annotations',
  known: Day,
): AsyncGenerator<string, ExportOutcome> {
  let written = 0;
  let left = 0;
  const seen = new Set<string>();
  if (format === 'csv') yield claimsCsvHead();
  if (format === 'ftm-statements') yield csvRecord(STATEMENT_COLUMNS);
  for await (const record of claimRecords(services, known)) {
    const lines = linesOf(record, format, services, seen);
    yield* lines;
    if (lines.length > 0) written++;
    else left++;
  }
  return { written, left };
}

function linesOf(
  record: ClaimRecord,
  format: Parameters<typeof claimLines>[1],
  { atlas }: Pick<Asking, 'atlas'>,
  seen: Set<string>,
): string[] {
  switch (format) {
    case 'csv':
      return [claimCsv(record)];
    case 'annotations':
      return [JSON.stringify(annotationOf(record))];
    case 'plover': {
      const event = ploverOf(record, atlas);
      return event === null ? [] : [JSON.stringify(event)];
    }
    case 'ftm':
    case 'ftm-statements': {
      const entities = ftmEntitiesOf(record, atlas).filter(({ id }) => !seen.has(id));
      for (const { id } of entities) seen.add(id);
      return format === 'ftm'
        ? entities.map((entity) => JSON.stringify(entity))
        : entities.flatMap((entity) => statementLines(entity, record));
    }
  }
}

async function listed<T>(items: AsyncIterable<T>): Promise<T[]> {
  const list: T[] = [];
  for await (const item of items) list.push(item);
  return list;
}
