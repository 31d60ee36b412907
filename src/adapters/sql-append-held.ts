// What the ledger has of what is to be added, asked in one question: it is asked under the ledger's lock.
import type { NewReport, Reading } from '../model/event.ts';
import type { Sql } from './sql.ts';

export interface Held {
  /** The last ledger transaction; null in an empty ledger. */
  readonly head: { readonly number: number; readonly hash: string } | null;
  readonly reports: ReadonlyMap<string, HeldReport>;
  /** By `readingKey`. */
  readonly readings: ReadonlySet<string>;
  /** Reports whose words are erased. */
  readonly erased: ReadonlySet<string>;
  readonly claims: ReadonlyMap<string, { readonly report: string; readonly content: string }>;
}

export interface HeldReport {
  readonly published: string | null;
  readonly publisher: string | null;
  readonly title: string | null;
  readonly textDigest: string | null;
}

type Text = string | null;

export const readingKey = (r: { report: unknown; extractor: unknown; version: unknown }): string =>
  JSON.stringify([r.report, r.extractor, r.version]);

export async function heldOf(sql: Sql, reports: readonly NewReport[], readings: readonly Reading[]): Promise<Held> {
  const ofReadings = [...new Set(readings.map((r) => r.report))];
  const [row] = await sql.query(
    `select
       (select json_build_array(number, hash)::text from ledger_transaction order by number desc limit 1) as head,
       (select json_agg(json_build_array(id, published::text, publisher, title, text_digest))::text from report where id = any($1::text[])) as reports,
       (select json_agg(json_build_array(report, extractor, version))::text from reading where report = any($2::text[])) as readings,
       (select json_agg(distinct report)::text from redaction where report = any($1::text[])) as erased,
       (select json_agg(json_build_array(id, report, content::text))::text from claim where id = any($3::text[])) as claims`,
    [
      [...new Set([...reports.map((r) => r.report.id), ...ofReadings])],
      ofReadings,
      readings.flatMap((r) => r.claims.map((c) => c.id)),
    ],
  );
  const listed = <T>(name: string): readonly T[] => {
    const list = row?.[name];
    return typeof list === 'string' ? (JSON.parse(list) as readonly T[]) : [];
  };
  const [number, hash] = listed<number | string>('head');
  return {
    head: number === undefined ? null : { number: Number(number), hash: String(hash) },
    reports: new Map(
      listed<readonly [string, Text, Text, Text, Text]>('reports').map(
        ([id, published, publisher, title, textDigest]) => [id, { published, publisher, title, textDigest }],
      ),
    ),
    readings: new Set(
      listed<readonly [string, string, string]>('readings').map(([report, extractor, version]) =>
        readingKey({ report, extractor, version }),
      ),
    ),
    erased: new Set(listed<string>('erased')),
    claims: new Map(
      listed<readonly [string, string, string]>('claims').map(([id, report, content]) => [id, { report, content }]),
    ),
  };
}
