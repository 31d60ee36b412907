// Appends a reviewer's words on names, and erasures on demand, inside the ledger transaction of `append`.

import type { EntityJudgement } from '../model/entity-judgement.ts';
import { LaydownError } from '../model/errors.ts';
import { type Redaction, redactedMark } from '../model/redaction.ts';
import { entityDigest, redactionDigest } from './row-digest.ts';
import type { Engine, Sql } from './sql.ts';
import { eraseComments } from './sql-comments.ts';

/** What already counts last on its names is not repeated; the same words after a withdrawal are a new event. */
export async function addEntityJudgements(
  sql: Sql,
  judgements: readonly EntityJudgement[],
  transaction: number,
): Promise<readonly string[]> {
  if (judgements.length === 0) return [];
  const last = await sql.query(
    `select distinct on (id) id, digest from entity_judgement where id = any($1::text[]) order by id, transaction desc, ordinal desc`,
    [[...new Set(judgements.map((j) => j.id))]],
  );
  const latest = new Map(last.map((row) => [row['id'], row['digest']]));
  const digests: string[] = [];
  for (const judgement of judgements) {
    const digest = entityDigest(judgement);
    if (latest.get(judgement.id) === digest) continue;
    if (judgement.verdict === 'withdraw' && !latest.has(judgement.id))
      throw new LaydownError('bad-input', `no merge or split ${judgement.id} to withdraw`);
    latest.set(judgement.id, digest);
    await sql.query(
      `insert into entity_judgement (transaction, ordinal, id, on_day, content, digest) values ($1::int, $2::int, $3, $4::date, $5::jsonb, $6)`,
      [transaction, digests.length, judgement.id, judgement.on, JSON.stringify(judgement), digest],
    );
    digests.push(digest);
  }
  return digests;
}

/** Erases the words of reports and of the quotations from them. What the rows said is gone with the commit; their bytes with `purge`. */
export async function addRedactions(
  sql: Sql,
  redactions: readonly Redaction[],
  transaction: number,
): Promise<readonly string[]> {
  const digests: string[] = [];
  for (const redaction of redactions) {
    const { report, on, by, why, speakers } = redaction;
    const [held] = await sql.query(
      `select exists (select 1 from redaction x where x.report = r.id and x.speakers >= $2::boolean) as done from report r where r.id = $1`,
      [report, speakers],
    );
    if (held === undefined) throw new LaydownError('bad-input', `no report ${report} to redact`);
    if (held['done'] === true) continue;
    const digest = redactionDigest(redaction);
    await sql.query(
      `insert into redaction (transaction, ordinal, report, on_day, by_whom, why, speakers, digest)
       values ($1::int, $2::int, $3, $4::date, $5, $6, $7::boolean, $8)`,
      [transaction, digests.length, report, on, by, why, speakers, digest],
    );
    await erase(sql, redaction);
    digests.push(digest);
  }
  return digests;
}

async function erase(sql: Sql, redaction: Redaction): Promise<void> {
  const { report, speakers } = redaction;
  const mark = redactedMark(redaction);
  await sql.query(
    `update report set title = $2, url = null, text = null, text_digest = null, signature = null where id = $1`,
    [report, mark],
  );
  // What readers wrote about it may repeat what is erased.
  await eraseComments(sql, 'report', report);
  const erased = JSON.stringify(speakers ? { evidence: mark, said_by: null } : { evidence: mark });
  await sql.query(`update claim set content = content || $2::jsonb, spans = null, grounded = false where report = $1`, [
    report,
    erased,
  ]);
  await sql.query(
    `update judgement set correction = correction || $2::jsonb
     where correction is not null and claim in (select id from claim where report = $1)`,
    [report, erased],
  );
}

/** Writes the tables anew, so that no page holds what was erased, and lets go of the log that does. */
export async function purge(engine: Engine): Promise<void> {
  for (const table of ['report', 'report_word', 'claim', 'judgement', 'comment'])
    await engine.query(`vacuum full ${table}`);
  await engine.forgetLog();
}
