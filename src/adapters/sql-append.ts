// Appends events as one ledger transaction. Under the ledger's lock: what is there is left out first, so nothing new leaves no trace.
import { claimText } from '../ledger/ids.ts';
import { LaydownError } from '../model/errors.ts';
import type { LedgerClaim, LedgerEvent, NewReport, Reading } from '../model/event.ts';
import type { Judgement } from '../model/judgement.ts';
import type { Appended } from '../ports/store.ts';
import { gatheredWrites, type Write } from './gathered-writes.ts';
import { inBytes } from './in-bytes.ts';
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
import { CANCELLED, type Sql, sqlState } from './sql.ts';
import { type Held, heldOf, readingKey } from './sql-append-held.ts';
import { addEntityJudgements, addRedactions } from './sql-append-words.ts';
import { addComments, addModerations } from './sql-comments.ts';

/** Rows a statement: bounds the size of one parameter. */
const ROWS = 4000;

/** What was written, and the link of the hash chain that proves it; null where nothing was new. */
export interface Written {
  readonly appended: Appended;
  readonly hash: string | null;
}

/** True where the ledger holds what was written: asked after a commit whose answer was lost. */
export const holds = (sql: Sql, { appended: { transaction }, hash }: Written): Promise<boolean> =>
  hash === null ? Promise.resolve(false) : hasLink(sql, transaction, hash);

/** True where the chain has this link. */
export async function hasLink(sql: Sql, transaction: number | null, hash: string): Promise<boolean> {
  const text = `select true as there from ledger_transaction where number = $1 and hash = $2`;
  return (await sql.query(text, [transaction, hash])).length > 0;
}

/** What is written last is waited for by the commit: the server holds the ledger's lock for it, and nobody's answer. */
export async function append(sql: Sql, events: readonly LedgerEvent[], recorded: string): Promise<Written> {
  const { write, send } = gatheredWrites(sql);
  const told = { reports: reportsIn(events), readings: readingsIn(events) };
  // Two statements, for the second must see what was committed while the first waited.
  const [, held] = await Promise.all([ledgerLock(sql), heldOf(sql, told.reports, told.readings)]);
  const { head } = held;
  const number = head === null ? 1 : head.number + 1;

  const reports = addReports(write, told.reports, held, number, recorded.slice(0, 10));
  const wanted = newReadings(told.readings, held, reports);
  const claims = addClaims(write, wanted, held, number);
  const readings = addReadings(write, wanted, new Set(claims.clashes), number);
  if (events.some(({ kind }) => kind !== 'report-added' && kind !== 'claims-extracted')) send();
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
  let hash: string | null = null;
  if (digests.length > 0) {
    const previous = head?.hash ?? GENESIS;
    hash = transactionHash(previous, number, recorded, digests);
    write(`insert into ledger_transaction values ($1, $2, $3, $4)`, [number, recorded, previous, hash], 1);
  }
  send();
  const appended: Appended = {
    transaction: digests.length > 0 ? number : null,
    reports: reports.added,
    claims: claims.added,
    readings: readings.added,
    clashes: [
      ...reports.clashes.map((id) => ({ kind: 'report' as const, id })),
      ...claims.clashes.map((id) => ({ kind: 'claim' as const, id })),
    ],
  };
  return { appended, hash };
}

/** A time limit that passes while another writes says nothing of what is to be written. */
async function ledgerLock(sql: Sql): Promise<void> {
  try {
    await sql.query(`select pg_advisory_xact_lock(${LEDGER_LOCK})`);
  } catch (error) {
    if (sqlState(error) !== CANCELLED) throw error;
    const words = `the ledger: others write for longer than its server waits (statement_timeout): ${(error as Error).message}`;
    throw new LaydownError('store-locked', words, { cause: error });
  }
}

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

interface ReportRow {
  readonly id: string;
  readonly title: string | null;
  readonly published: string | null;
  readonly publisher: string | null;
  readonly url: string | null;
  readonly language: string | null;
  readonly has_text: boolean;
  readonly text_digest: string | null;
  readonly agency: string | null;
  readonly digest: string;
}

interface Added {
  readonly added: readonly string[];
  readonly digests: readonly string[];
  readonly clashes: readonly string[];
}

function addReports(
  write: Write,
  reports: readonly NewReport[],
  held: Held,
  transaction: number,
  today: string,
): Added {
  const clashes: string[] = [];
  const rows: ReportRow[] = [];
  const texts: string[] = [];
  const signatures: string[] = [];
  for (const added of reports) {
    const { report, agency, signature } = added;
    const { id, title, published, publisher, url, language = null, text } = report;
    const textDigest = text === null ? null : digestOf(text);
    const other = held.reports.get(id);
    if (other !== undefined) {
      // What was erased is not taken in again, however the report comes back.
      const same =
        held.erased.has(id) ||
        (agrees(other.published, published) &&
          agrees(other.publisher, publisher) &&
          agrees(other.title, title) &&
          agrees(other.textDigest, textDigest));
      if (!same) clashes.push(id);
      continue;
    }
    const signatureText = JSON.stringify(signature);
    const digest = reportDigest(added, textDigest, signatureText);
    texts.push(text ?? '');
    signatures.push(signature === null ? '' : signatureText);
    rows.push({
      id,
      title,
      published,
      publisher,
      url,
      language,
      has_text: text !== null,
      text_digest: textDigest,
      agency,
      digest,
    });
  }
  for (let begin = 0; begin < rows.length; begin += ROWS) {
    const own = texts.slice(begin, begin + ROWS);
    const separator = separatorOf(own);
    // Texts and signatures side by side: as JSON they would be read letter by letter, the greatest part of the work.
    write(
      `insert into report (id, title, published, known, recorded, publisher, url, language, text, text_digest, agency, signature, transaction, ordinal, digest)
       select r.id, r.title, r.published, coalesce(r.published, $7::date), $7::date, r.publisher, r.url, r.language,
         case when r.has_text then coalesce(t.text, '') end, r.text_digest, r.agency, t.signature, $2::int, r.ordinality::int - 1 + $5::int, r.digest
       from rows from (
           jsonb_to_recordset($1::jsonb) as (id text, title text, published date, publisher text, url text, language text, has_text boolean,
             text_digest text, agency text, digest text)) with ordinality as r
       left join unnest(string_to_array($3::text, $4::text), string_to_array($6::text, $8::text, '')) with ordinality as t(text, signature, n)
         on t.n = r.ordinality`,
      [
        JSON.stringify(rows.slice(begin, begin + ROWS)),
        transaction,
        inBytes(own, separator),
        separator,
        begin,
        inBytes(signatures.slice(begin, begin + ROWS), SEPARATOR),
        today,
        SEPARATOR,
      ],
      own.length,
    );
  }
  return { added: rows.map((r) => r.id), digests: rows.map((r) => r.digest), clashes };
}

/** What stands in none of the texts; no part of it is its own beginning, so that it is found nowhere but between them. */
function separatorOf(texts: readonly string[]): string {
  for (let n = 0; ; n++) {
    const separator = `\x1e${n === 0 ? '' : n}\x1f`;
    if (!texts.some((text) => text.includes(separator))) return separator;
  }
}

/** What one telling leaves out, another may add; only two different words for one thing clash. */
const agrees = (a: unknown, b: unknown): boolean => a === null || b === null || a === b;

function newReadings(readings: readonly Reading[], held: Held, reports: Added): readonly Reading[] {
  const clashing = new Set(reports.clashes);
  const added = new Set(reports.added);
  const wanted = readings.filter((r) => !clashing.has(r.report));
  const missing = wanted.find((r) => !held.reports.has(r.report) && !added.has(r.report));
  if (missing !== undefined) throw new LaydownError('bad-input', `no report ${missing.report} to read`);
  return wanted.filter((r) => !held.readings.has(readingKey(r)) && !held.erased.has(r.report));
}

function addClaims(write: Write, readings: readonly Reading[], held: Held, transaction: number): Added {
  const wanted = readings.flatMap((r) => r.claims);
  if (wanted.length === 0) return { added: [], digests: [], clashes: [] };
  const known = new Map<string, Pick<LedgerClaim, 'report' | 'claim'>>();
  for (const [id, { report, content }] of held.claims) known.set(id, { report, claim: JSON.parse(content) });
  const clashes = new Set<string>();
  const rows: LedgerClaim[] = [];
  for (const claim of wanted) {
    const other = known.get(claim.id);
    if (other === undefined) {
      known.set(claim.id, claim);
      rows.push(claim);
    } else if (other.report !== claim.report || claimText(other.claim) !== claimText(claim.claim))
      clashes.add(claim.id);
  }
  const digests: string[] = [];
  for (const chunk of chunks(rows)) {
    const made = chunk.map(claimDigest);
    // Columns side by side: as one JSON document, each row would be taken apart and put together again. No JSON holds the separator.
    write(
      `insert into claim (id, report, kind, party, content, spans, maker, confidence, grounded, transaction, ordinal, digest)
       select c.id, c.report, c.content->>'kind', c.content->>'party', c.content, c.spans, c.maker, c.confidence, c.grounded, $1::int, $2::int + c.number, c.digest
       from (select id, report, content::jsonb as content, spans::jsonb as spans, maker, confidence, grounded, digest, number::int - 1 as number
         from unnest($3::text[], $4::text[], string_to_array($5::text, $6::text), string_to_array($7::text, $6::text, ''), $8::text[], $9::float8[],
           $10::boolean[], $11::text[]) with ordinality as r(id, report, content, spans, maker, confidence, grounded, digest, number)) as c`,
      [
        transaction,
        digests.length,
        chunk.map((c) => c.id),
        chunk.map((c) => c.report),
        inBytes(
          chunk.map((c) => claimText(c.claim)),
          SEPARATOR,
        ),
        SEPARATOR,
        inBytes(
          chunk.map((c) => (c.spans === null ? '' : JSON.stringify(c.spans))),
          SEPARATOR,
        ),
        chunk.map((c) => c.maker),
        chunk.map((c) => c.confidence),
        chunk.map((c) => c.grounded),
        made,
      ],
      chunk.length,
    );
    digests.push(...made);
  }
  return { added: rows.map((r) => r.id), digests, clashes: [...clashes] };
}

const SEPARATOR = '\x1e';

function addReadings(
  write: Write,
  readings: readonly Reading[],
  clashes: ReadonlySet<string>,
  transaction: number,
): Added {
  const rows = readings.flatMap(({ report, extractor, version, claims }, ordinal) => {
    const ids = [...new Set(claims.map((c) => c.id))].filter((id) => !clashes.has(id));
    if (ids.length === 0 && claims.length > 0) return [];
    const digest = readingDigest({ report, extractor, version, claims: ids });
    return [{ report, extractor, version, claims: ids, ordinal, digest }];
  });
  for (const chunk of chunks(rows)) {
    write(
      `insert into reading (report, extractor, version, claims, transaction, ordinal, digest)
       select r.report, r.extractor, r.version, r.claims, $2::int, r.ordinal, r.digest
       from jsonb_to_recordset($1::jsonb) as r(report text, extractor text, version text, claims jsonb, ordinal int, digest text)`,
      [JSON.stringify(chunk), transaction],
      chunk.length,
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
