// Appends events as one ledger transaction. Under the ledger's lock: what is there is left out first, so nothing new leaves no trace.
import { canonicalJson } from '../model/canonical-json.ts';
import { LaydownError } from '../model/errors.ts';
import type { LedgerClaim, LedgerEvent, NewReport, Reading } from '../model/event.ts';
import type { Judgement } from '../model/judgement.ts';
import type { Appended } from '../ports/store.ts';
import { LEDGER_LOCK } from './ledger-schema.ts';
import {
  claimDigest,
  digestOf,
  GENESIS,
  judgementDigest,
  readingDigest,
  reportDigest,
  transactionHash,
} from './row-digest.ts';
import type { Sql } from './sql.ts';
import { addEntityJudgements, addRedactions } from './sql-append-words.ts';
import { addComments, addModerations } from './sql-comments.ts';

/** Rows a statement: bounds the size of one parameter. */
const ROWS = 2000;

export async function append(sql: Sql, events: readonly LedgerEvent[], recorded: string): Promise<Appended> {
  await sql.query(`select pg_advisory_xact_lock(${LEDGER_LOCK})`);
  const [head] = await sql.query(`select number, hash from ledger_transaction order by number desc limit 1`);
  const number = head === undefined ? 1 : Number(head['number']) + 1;

  const reports = await addReports(sql, reportsIn(events), number, recorded.slice(0, 10));
  const clashing = new Set(reports.clashes);
  const wanted = await newReadings(
    sql,
    readingsIn(events).filter((r) => !clashing.has(r.report)),
  );
  const claims = await addClaims(sql, wanted, number);
  const readings = await addReadings(sql, wanted, new Set(claims.clashes), number);
  const judgements = await addJudgements(sql, judgementsIn(events), number);
  const entities = await addEntityJudgements(
    sql,
    events.flatMap((event) => (event.kind === 'entity-judged' ? [event.judgement] : [])),
    number,
  );
  const redactions = await addRedactions(
    sql,
    events.flatMap((event) => (event.kind === 'report-redacted' ? [event.redaction] : [])),
    number,
  );
  const comments = await addComments(
    sql,
    events.flatMap((event) => (event.kind === 'comment-posted' ? [event.comment] : [])),
    number,
  );
  const moderations = await addModerations(
    sql,
    events.flatMap((event) => (event.kind === 'comment-moderated' ? [event.moderation] : [])),
    number,
  );

  const digests = [
    ...reports.digests,
    ...readings.digests,
    ...claims.digests,
    ...judgements,
    ...entities,
    ...redactions,
    ...comments,
    ...moderations,
  ];
  if (digests.length > 0) {
    const previous = head === undefined ? GENESIS : String(head['hash']);
    const hash = transactionHash(previous, number, recorded, digests);
    await sql.query(`insert into ledger_transaction values ($1, $2, $3, $4)`, [number, recorded, previous, hash]);
  }
  return {
    transaction: digests.length > 0 ? number : null,
    reports: reports.added,
    claims: claims.added,
    readings: readings.added,
    clashes: [
      ...reports.clashes.map((id) => ({ kind: 'report' as const, id })),
      ...claims.clashes.map((id) => ({ kind: 'claim' as const, id })),
    ],
  };
}

const readingKey = (r: { report: unknown; extractor: unknown; version: unknown }): string =>
  JSON.stringify([r.report, r.extractor, r.version]);

function reportsIn(events: readonly LedgerEvent[]): NewReport[] {
  const byId = new Map<string, NewReport>();
  for (const event of events)
    if (event.kind === 'report-added' && !byId.has(event.report.id)) byId.set(event.report.id, event);
  return [...byId.values()];
}

function readingsIn(events: readonly LedgerEvent[]): Reading[] {
  const byKey = new Map<string, Reading>();
  for (const event of events) {
    if (event.kind === 'claims-extracted' && !byKey.has(readingKey(event.reading)))
      byKey.set(readingKey(event.reading), event.reading);
  }
  return [...byKey.values()];
}

const judgementsIn = (events: readonly LedgerEvent[]): Judgement[] =>
  events.flatMap((event) => (event.kind === 'claim-judged' ? [event.judgement] : []));

interface Added {
  readonly added: readonly string[];
  readonly digests: readonly string[];
  readonly clashes: readonly string[];
}

async function addReports(sql: Sql, reports: readonly NewReport[], transaction: number, today: string): Promise<Added> {
  if (reports.length === 0) return { added: [], digests: [], clashes: [] };
  const held = await sql.query(
    `select id, published::text as published, publisher, title, text_digest, exists (select 1 from redaction x where x.report = r.id) as redacted
     from report r where id = any($1::text[])`,
    [reports.map((r) => r.report.id)],
  );
  const heldById = new Map(held.map((row) => [String(row['id']), row]));
  const clashes: string[] = [];
  const rows: Record<string, unknown>[] = [];
  for (const added of reports) {
    const { report, agency, signature } = added;
    const textDigest = report.text === null ? null : digestOf(report.text);
    const other = heldById.get(report.id);
    if (other !== undefined) {
      // What was erased is not taken in again, however the report comes back.
      const same =
        other['redacted'] === true ||
        (agrees(other['published'], report.published) &&
          agrees(other['publisher'], report.publisher) &&
          agrees(other['title'], report.title) &&
          agrees(other['text_digest'], textDigest));
      if (!same) clashes.push(report.id);
      continue;
    }
    rows.push({
      ...report,
      known: report.published ?? today,
      recorded: today,
      text_digest: textDigest,
      agency,
      signature: signature === null ? null : JSON.stringify(signature),
      ordinal: rows.length,
      digest: reportDigest(added, textDigest),
    });
  }
  for (const chunk of chunks(rows)) {
    await sql.query(
      `insert into report (id, title, published, known, recorded, publisher, url, language, text, text_digest, agency, signature, transaction, ordinal, digest)
       select r.id, r.title, r.published, r.known, r.recorded, r.publisher, r.url, r.language, r.text, r.text_digest, r.agency, r.signature, $2::int, r.ordinal, r.digest
       from jsonb_to_recordset($1::jsonb) as r(id text, title text, published date, known date, recorded date, publisher text, url text, language text,
         text text, text_digest text, agency text, signature text, ordinal int, digest text)`,
      [JSON.stringify(chunk), transaction],
    );
  }
  return { added: rows.map((r) => String(r['id'])), digests: rows.map((r) => String(r['digest'])), clashes };
}

/** What one telling leaves out, another may add; only two different words for one thing clash. */
const agrees = (a: unknown, b: unknown): boolean => a === null || b === null || a === b;

async function newReadings(sql: Sql, readings: readonly Reading[]): Promise<readonly Reading[]> {
  if (readings.length === 0) return [];
  const reports = [...new Set(readings.map((r) => r.report))];
  const held = await sql.query(
    `select r.id as report, x.extractor, x.version from report r left join reading x on x.report = r.id where r.id = any($1::text[])`,
    [reports],
  );
  const there = new Set(held.map((row) => row['report']));
  const missing = reports.find((id) => !there.has(id));
  if (missing !== undefined) throw new LaydownError('bad-input', `no report ${missing} to read`);
  const redacted = await sql.query(`select report from redaction where report = any($1::text[])`, [reports]);
  const erased = new Set(redacted.map((row) => row['report']));
  const known = new Set(
    held.map((row) => readingKey(row as { report: unknown; extractor: unknown; version: unknown })),
  );
  return readings.filter((r) => !known.has(readingKey(r)) && !erased.has(r.report));
}

async function addClaims(sql: Sql, readings: readonly Reading[], transaction: number): Promise<Added> {
  const wanted = readings.flatMap((r) => r.claims);
  if (wanted.length === 0) return { added: [], digests: [], clashes: [] };
  const held = await sql.query(`select id, report, content::text as content from claim where id = any($1::text[])`, [
    wanted.map((c) => c.id),
  ]);
  const known = new Map<string, Pick<LedgerClaim, 'report' | 'claim'>>();
  for (const row of held)
    known.set(String(row['id']), { report: String(row['report']), claim: JSON.parse(String(row['content'])) });
  const clashes = new Set<string>();
  const rows: (LedgerClaim & { ordinal: number; digest: string })[] = [];
  for (const claim of wanted) {
    const other = known.get(claim.id);
    if (other === undefined) {
      known.set(claim.id, claim);
      rows.push({ ...claim, ordinal: rows.length, digest: claimDigest(claim) });
    } else if (other.report !== claim.report || canonicalJson(other.claim) !== canonicalJson(claim.claim))
      clashes.add(claim.id);
  }
  for (const chunk of chunks(rows)) {
    const records = chunk.map(({ claim, ...row }) => ({
      ...row,
      kind: claim.kind,
      party: claim.kind === 'decision' ? null : claim.party,
      content: claim,
    }));
    await sql.query(
      `insert into claim (id, report, kind, party, content, spans, maker, confidence, grounded, transaction, ordinal, digest)
       select c.id, c.report, c.kind, c.party, c.content, c.spans, c.maker, c.confidence, c.grounded, $2::int, c.ordinal, c.digest
       from jsonb_to_recordset($1::jsonb) as c(id text, report text, kind text, party text, content jsonb, spans jsonb, maker text,
         confidence double precision, grounded boolean, ordinal int, digest text)`,
      [JSON.stringify(records), transaction],
    );
  }
  return { added: rows.map((r) => r.id), digests: rows.map((r) => r.digest), clashes: [...clashes] };
}

async function addReadings(
  sql: Sql,
  readings: readonly Reading[],
  clashes: ReadonlySet<string>,
  transaction: number,
): Promise<Added> {
  const rows = readings.flatMap(({ report, extractor, version, claims }, ordinal) => {
    const ids = [...new Set(claims.map((c) => c.id))].filter((id) => !clashes.has(id));
    if (ids.length === 0 && claims.length > 0) return [];
    const digest = readingDigest({ report, extractor, version, claims: ids });
    return [{ report, extractor, version, claims: ids, ordinal, digest }];
  });
  for (const chunk of chunks(rows)) {
    await sql.query(
      `insert into reading (report, extractor, version, claims, transaction, ordinal, digest)
       select r.report, r.extractor, r.version, r.claims, $2::int, r.ordinal, r.digest
       from jsonb_to_recordset($1::jsonb) as r(report text, extractor text, version text, claims jsonb, ordinal int, digest text)`,
      [JSON.stringify(chunk), transaction],
    );
  }
  return { added: rows.map((r) => r.report), digests: rows.map((r) => r.digest), clashes: [] };
}

/** The very judgement that already counts last on its claim is not repeated; the same words after another verdict are a new event. */
async function addJudgements(
  sql: Sql,
  judgements: readonly Judgement[],
  transaction: number,
): Promise<readonly string[]> {
  if (judgements.length === 0) return [];
  const ids = [...new Set(judgements.map((j) => j.claim))];
  const there = new Set(
    (await sql.query(`select id from claim where id = any($1::text[])`, [ids])).map((r) => r['id']),
  );
  const missing = ids.find((id) => !there.has(id));
  if (missing !== undefined) throw new LaydownError('bad-input', `no claim ${missing} to judge`);
  const last = await sql.query(
    `select distinct on (claim) claim, digest from judgement where claim = any($1::text[]) order by claim, transaction desc, ordinal desc`,
    [ids],
  );
  const latest = new Map(last.map((row) => [row['claim'], row['digest']]));
  const rows: (Judgement & { ordinal: number; digest: string })[] = [];
  for (const judgement of judgements) {
    const digest = judgementDigest(judgement);
    if (latest.get(judgement.claim) === digest) continue;
    latest.set(judgement.claim, digest);
    rows.push({ ...judgement, ordinal: rows.length, digest });
  }
  for (const chunk of chunks(rows)) {
    await sql.query(
      `insert into judgement (transaction, ordinal, claim, verdict, on_day, by_whom, note, correction, digest)
       select $2::int, j.ordinal, j.claim, j.verdict, j."on", j.by, j.note, j.correction, j.digest
       from jsonb_to_recordset($1::jsonb) as j(ordinal int, claim text, verdict text, "on" date, by text, note text, correction jsonb, digest text)`,
      [JSON.stringify(chunk), transaction],
    );
  }
  return rows.map((r) => r.digest);
}

function* chunks<T>(rows: readonly T[]): Iterable<readonly T[]> {
  for (let i = 0; i < rows.length; i += ROWS) yield rows.slice(i, i + ROWS);
}
