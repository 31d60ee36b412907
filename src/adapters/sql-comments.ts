// Comments and decisions on them: appended inside the ledger transaction of `append`, and read.
import { type Comment, type Moderation, moderationSchema } from '../model/comment.ts';
import { LaydownError } from '../model/errors.ts';
import type { CommentFact, CommentFacts, ModerationFact } from '../model/event.ts';
import { commentDigest, moderationDigest, wordsDigest } from './row-digest.ts';
import type { Row, Sql } from './sql.ts';
import { text, textOrNull } from './sql-read.ts';

/** One that is there already leaves no trace. On a report whose words are erased, a comment's are not taken in either. */
export async function addComments(
  sql: Sql,
  comments: readonly Comment[],
  transaction: number,
): Promise<readonly string[]> {
  const digests: string[] = [];
  for (const comment of comments) {
    const [about] = await sql.query(
      `select exists (select 1 from redaction x where x.report = r.id) as redacted, exists (select 1 from comment c where c.id = $2) as held
       from report r where r.id = $1`,
      [comment.report, comment.id],
    );
    if (about === undefined) throw new LaydownError('bad-input', `no report ${comment.report} to comment on`);
    if (about['held'] === true) continue;
    const words = comment.text === null && comment.words !== null ? comment.words : wordsDigest(comment);
    const isErased = about['redacted'] === true || comment.text === null;
    const kept = isErased ? [null, null, null] : [comment.name, comment.author, comment.text];
    const digest = commentDigest(comment, words);
    await sql.query(
      `insert into comment (id, report, name, author, body, words, posted, transaction, ordinal, digest)
       values ($1, $2, $3, $4, $5, $6, $7, $8::int, $9::int, $10)`,
      [comment.id, comment.report, ...kept, words, comment.posted, transaction, digests.length, digest],
    );
    digests.push(digest);
  }
  return digests;
}

/** The decision that already counts last is not repeated. */
export async function addModerations(
  sql: Sql,
  moderations: readonly Moderation[],
  transaction: number,
): Promise<readonly string[]> {
  const digests: string[] = [];
  for (const moderation of moderations) {
    const { comment, verdict, by, note, at } = moderation;
    const digest = moderationDigest(moderation);
    const [held] = await sql.query(
      `select (select digest from moderation m where m.comment = c.id order by transaction desc, ordinal desc limit 1) as last
       from comment c where c.id = $1`,
      [comment],
    );
    if (held === undefined) throw new LaydownError('bad-input', `no comment ${comment} to decide on`);
    if (held['last'] === digest) continue;
    await sql.query(
      `insert into moderation (transaction, ordinal, comment, verdict, by_whom, note, at, digest)
       values ($1::int, $2::int, $3, $4, $5, $6, $7, $8)`,
      [transaction, digests.length, comment, verdict, by, note, at, digest],
    );
    if (verdict === 'erase') await eraseComments(sql, 'id', comment);
    digests.push(digest);
  }
  return digests;
}

/** Takes away what they say and who says it; the digest of their words stays. */
export const eraseComments = (sql: Sql, by: 'id' | 'report', value: string): Promise<readonly Row[]> =>
  sql.query(`update comment set name = null, author = null, body = null where ${by} = $1`, [value]);

export const COMMENT_COLUMNS = 'c.id, c.report, c.name, c.author, c.body, c.words, c.posted, c.transaction, c.ordinal';
export const MODERATION_COLUMNS = 'm.transaction, m.ordinal, m.comment, m.verdict, m.by_whom, m.note, m.at';

export async function readComments(sql: Sql, report: string | null): Promise<CommentFacts> {
  const comments = await sql.query(
    `select ${COMMENT_COLUMNS} from comment c where $1::text is null or c.report = $1 order by c.transaction, c.ordinal`,
    [report],
  );
  const moderations = await sql.query(
    `select ${MODERATION_COLUMNS} from moderation m join comment c on c.id = m.comment where $1::text is null or c.report = $1
     order by m.transaction, m.ordinal`,
    [report],
  );
  return { comments: comments.map(commentFactOf), moderations: moderations.map(moderationFactOf) };
}

export function commentFactOf(row: Row): CommentFact {
  const body = textOrNull(row, 'body');
  return {
    id: text(row, 'id'),
    report: text(row, 'report'),
    name: textOrNull(row, 'name'),
    author: textOrNull(row, 'author'),
    text: body,
    posted: text(row, 'posted'),
    words: body === null ? text(row, 'words') : null,
    transaction: Number(row['transaction']),
    ordinal: Number(row['ordinal']),
  };
}

export const moderationFactOf = (row: Row): ModerationFact => ({
  ...moderationSchema.parse({
    comment: row['comment'],
    verdict: row['verdict'],
    by: row['by_whom'],
    note: row['note'],
    at: row['at'],
  }),
  transaction: Number(row['transaction']),
  ordinal: Number(row['ordinal']),
});
