// Is the ledger what was written? Recomputes every row's digest and the chain over them, and looks for what points at nothing.
import type { EntityJudgement } from '../model/entity-judgement.ts';
import type { NewReport } from '../model/event.ts';
import type { Damage } from '../ports/store.ts';
import {
  claimDigest,
  commentDigest,
  digestOf,
  entityDigest,
  GENESIS,
  judgementDigest,
  moderationDigest,
  readingDigest,
  redactionDigest,
  reportDigest,
  transactionHash,
  wordsDigest,
} from './row-digest.ts';
import type { Row, Sql } from './sql.ts';
import { COMMENT_COLUMNS, commentFactOf, MODERATION_COLUMNS, moderationFactOf } from './sql-comments.ts';
import {
  CLAIM_COLUMNS,
  claimOf,
  ENTITY_COLUMNS,
  entityFactOf,
  JUDGEMENT_COLUMNS,
  judgementFactOf,
  parsedOrNull,
  READING_COLUMNS,
  REDACTION_COLUMNS,
  readingFactOf,
  redactionFactOf,
  text,
  textOrNull,
} from './sql-read.ts';

/** Transactions read at a time: bounds memory. */
const PAGE = 50;
const TABLES = [
  'report',
  'reading',
  'claim',
  'judgement',
  'entity_judgement',
  'redaction',
  'comment',
  'moderation',
] as const;

export async function verify(sql: Sql, onProgress?: (checked: number) => void): Promise<readonly Damage[]> {
  const damage: Damage[] = [];
  const [last] = await sql.query(`select coalesce(max(number), 0)::int as number from ledger_transaction`);
  const end = Number(last?.['number']);
  let previous = GENESIS;
  for (let from = 1; from <= end; from += PAGE) {
    const range = [from, from + PAGE - 1];
    const heads = await sql.query(
      `select number, recorded, previous, hash from ledger_transaction where number between $1::int and $2::int order by number`,
      range,
    );
    const digests = await digestsOf(sql, range, damage);
    const byNumber = new Map(heads.map((row) => [Number(row['number']), row]));
    for (let number = from; number <= Math.min(end, from + PAGE - 1); number++) {
      const head = byNumber.get(number);
      if (head === undefined) {
        damage.push({ what: 'a ledger transaction is missing', which: `transaction ${number}` });
        continue;
      }
      const hash = transactionHash(text(head, 'previous'), number, text(head, 'recorded'), digests.get(number) ?? []);
      if (text(head, 'previous') !== previous || text(head, 'hash') !== hash)
        damage.push({ what: 'the hash chain is broken', which: `transaction ${number} of ${text(head, 'recorded')}` });
      previous = text(head, 'hash');
    }
    onProgress?.(Math.min(end, from + PAGE - 1));
  }
  return [...damage, ...(await orphans(sql, end))];
}

/** Transaction -> stored digests in chain order; a row whose content does not give its digest is damage. */
async function digestsOf(sql: Sql, range: readonly number[], damage: Damage[]): Promise<Map<number, string[]>> {
  const digests = new Map<number, string[]>();
  const take = (
    kind: string,
    rows: readonly Row[],
    recomputed: (row: Row) => string,
    name: (row: Row) => string,
  ): void => {
    for (const row of rows) {
      if (row['redacted'] !== true && recomputed(row) !== row['digest'])
        damage.push({ what: `the content of a ${kind} was changed`, which: name(row) });
      const number = Number(row['transaction']);
      const list = digests.get(number) ?? [];
      list.push(text(row, 'digest'));
      digests.set(number, list);
    }
  };
  const where = (t: string) =>
    `where ${t}.transaction between $1::int and $2::int order by ${t}.transaction, ${t}.ordinal`;
  const reports = await sql.query(
    `select r.id, r.title, r.published::text as published, r.publisher, r.url, r.language, r.text, r.text_digest, r.agency, r.signature, r.transaction, r.digest, ${redacted('r.id')}
     from report r ${where('r')}`,
    range,
  );
  take('report', reports, digestOfReport, (row) => `report ${text(row, 'id')}`);
  const readings = await sql.query(`select ${READING_COLUMNS}, x.digest from reading x ${where('x')}`, range);
  take(
    'reading',
    readings,
    (row) => readingDigest(readingFactOf(row)),
    (row) => `reading of ${text(row, 'report')}`,
  );
  const claims = await sql.query(
    `select ${CLAIM_COLUMNS}, c.transaction, c.digest, ${redacted('c.report')} from claim c ${where('c')}`,
    range,
  );
  take(
    'claim',
    claims,
    (row) => claimDigest(claimOf(row)),
    (row) => `claim ${text(row, 'id')}`,
  );
  const judgements = await sql.query(
    `select ${JUDGEMENT_COLUMNS}, j.digest, j.correction is not null and (select ${isRedacted('c.report')} from claim c where c.id = j.claim) as redacted
     from judgement j ${where('j')}`,
    range,
  );
  take(
    'judgement',
    judgements,
    (row) => judgementDigest(judgementFactOf(row)),
    (row) => `judgement of ${text(row, 'claim')}`,
  );
  const entities = await sql.query(`select ${ENTITY_COLUMNS}, e.digest from entity_judgement e ${where('e')}`, range);
  take(
    'merge or split',
    entities,
    (row) => entityDigest(statedEntity(row)),
    (row) => `transaction ${row['transaction']}`,
  );
  const redactions = await sql.query(`select ${REDACTION_COLUMNS}, x.digest from redaction x ${where('x')}`, range);
  take(
    'redaction',
    redactions,
    (row) => redactionDigest(redactionFactOf(row)),
    (row) => `redaction of ${text(row, 'report')}`,
  );
  const comments = await sql.query(
    `select ${COMMENT_COLUMNS}, c.digest, c.words as digest_of_words from comment c ${where('c')}`,
    range,
  );
  take('comment', comments, digestOfComment, (row) => `comment ${text(row, 'id')}`);
  const moderations = await sql.query(`select ${MODERATION_COLUMNS}, m.digest from moderation m ${where('m')}`, range);
  take(
    'moderation',
    moderations,
    (row) => moderationDigest(moderationFactOf(row)),
    (row) => `moderation of ${text(row, 'comment')}`,
  );
  damage.push(...spansOutside(claims, await textLengths(sql, claims)));
  return digests;
}

/** Its words are gone: what remains cannot give its digest again. */
const isRedacted = (report: string): string => `exists (select 1 from redaction y where y.report = ${report})`;
const redacted = (report: string): string => `${isRedacted(report)} as redacted`;

function statedEntity(row: Row): EntityJudgement {
  const { transaction: _transaction, ordinal: _ordinal, ...judgement } = entityFactOf(row);
  return judgement;
}

/** Of one that is erased, the digest of its words is what is left of them. */
function digestOfComment(row: Row): string {
  const comment = commentFactOf(row);
  return commentDigest(comment, comment.text === null ? text(row, 'digest_of_words') : wordsDigest(comment));
}

function digestOfReport(row: Row): string {
  const body = textOrNull(row, 'text');
  const stored = textOrNull(row, 'text_digest');
  const added: NewReport = {
    report: {
      id: text(row, 'id'),
      title: textOrNull(row, 'title'),
      published: textOrNull(row, 'published'),
      publisher: textOrNull(row, 'publisher'),
      url: textOrNull(row, 'url'),
      language: textOrNull(row, 'language'),
      text: body,
    },
    agency: textOrNull(row, 'agency'),
    signature: parsedOrNull<number[]>(row, 'signature'),
  };
  return reportDigest(added, body === null ? stored : digestOf(body));
}

async function textLengths(sql: Sql, claims: readonly Row[]): Promise<Map<string, number | null>> {
  const ids = [...new Set(claims.map((row) => text(row, 'report')))];
  const rows = await sql.query(`select id, text from report where id = any($1::text[])`, [ids]);
  return new Map(rows.map((row) => [text(row, 'id'), textOrNull(row, 'text')?.length ?? null]));
}

function spansOutside(claims: readonly Row[], lengths: ReadonlyMap<string, number | null>): Damage[] {
  const damage: Damage[] = [];
  for (const row of claims) {
    const { id, report, spans } = claimOf(row);
    const length = lengths.get(report) ?? null;
    if (spans === null || length === null) continue;
    for (const [field, [start, end]] of Object.entries(spans)) {
      if (start >= end || end > length)
        damage.push({ what: `a span lies outside of its report's text`, which: `claim ${id}, ${field}` });
    }
  }
  return damage;
}

async function orphans(sql: Sql, end: number): Promise<Damage[]> {
  const damage: Damage[] = [];
  for (const table of TABLES) {
    const rows = await sql.query(
      `select t.transaction, count(*)::int as rows from ${table} t where t.transaction > $1::int or t.transaction < 1 group by t.transaction`,
      [end],
    );
    for (const row of rows)
      damage.push({
        what: `${row['rows']} rows of ${table} belong to no ledger transaction`,
        which: `transaction ${row['transaction']}`,
      });
  }
  const lost = await sql.query(
    `select x.report, i.id from reading x cross join lateral jsonb_array_elements_text(x.claims) as i(id)
     where not exists (select 1 from claim c where c.id = i.id) limit 100`,
  );
  for (const row of lost)
    damage.push({ what: 'a reading names a claim that is not there', which: `claim ${row['id']} of ${row['report']}` });
  const unread = await sql.query(
    `select c.id from claim c where not exists (select 1 from reading x where x.report = c.report and x.claims ? c.id) limit 100`,
  );
  for (const row of unread) damage.push({ what: 'no reading names a claim', which: `claim ${row['id']}` });
  for (const table of ['claim', 'reading']) {
    const rows = await sql.query(
      `select distinct t.report from ${table} t where not exists (select 1 from report r where r.id = t.report) limit 100`,
    );
    for (const row of rows)
      damage.push({ what: `a ${table} is of a report that is not there`, which: `report ${row['report']}` });
  }
  return damage;
}
