// What of a report is searched: the words of its title and text, as PostgreSQL's full text reads them, the same on both engines. They are indexed
// behind the commit (word-keeper.ts), in the order of the ledger; what is not indexed yet is read when it is searched, so that no answer lacks it.
import type { WordsIndexed } from '../ports/store.ts';
import type { Sql } from './sql.ts';

/** The engine takes a megabyte of words at most, which so many letters of any writing cannot come to. */
export const SEARCHED_LETTERS = 200_000;
const wordsOf = (prose: string): string =>
  `to_tsvector('english'::regconfig, coalesce(title, '') || ' ' || left(${prose}, ${SEARCHED_LETTERS}))`;
const WHOLE = wordsOf(`coalesce(text, '')`);
/** Without the rows of a table ("line 12: ..."): they are no prose, and to read their words takes longer than to store them. */
const WORDS = wordsOf(`split_part(coalesce(text, ''), E'\\n\\nline ', 1)`);
/** As they are kept: without the places of the words, which the text tells. */
export const KEPT_WORDS = `strip(${WORDS})`;

// No statistics of the words: they would outlive an erased text.
const indexOf = (words: string): readonly string[] => [
  `create index report_words on report using gin ((${words}))`,
  `alter index report_words alter column 1 set statistics 0`,
];
export const WORD_INDEX = indexOf(WHOLE);
/** The old one goes last: to drop it keeps all readers away, to make the new one nobody but writers. */
export const PROSE_INDEX: readonly string[] = [
  `alter index report_words rename to report_words_whole`,
  ...indexOf(WORDS),
  `drop index report_words_whole`,
];

/** Key of the advisory lock under which words are indexed, and erased ("ldww"). */
export const WORDS_LOCK = 0x6c647777;

/**
 * The words in a table of their own, and how far it stands. The index of before serves what is not in the table yet, and is dropped by whoever
 * has brought all into it. Words are erased with their report by whatever program does it: one of before knows nothing of the table.
 */
export const WORD_TABLE: readonly string[] = [
  `create table projection (name text primary key, transaction integer not null, ordinal integer not null)`,
  `insert into projection values ('words', 0, 0)`,
  `create table report_word (report text primary key, words tsvector not null)`,
  `alter table report_word alter column words set statistics 0`,
  `create index report_word_words on report_word using gin (words)`,
  `create function report_words_follow() returns trigger language plpgsql as $$
     begin
       perform pg_advisory_xact_lock(${WORDS_LOCK});
       update report_word set words = (select ${KEPT_WORDS} from report where id = new.id) where report = new.id;
       return null;
     end $$`,
  `create trigger report_words_follow after update of title, text on report for each row execute function report_words_follow()`,
  // Packed in a third of the time. Not every engine was built with it.
  `do $$ begin
     alter table report alter column text set compression lz4;
     alter table report_word alter column words set compression lz4;
   exception when feature_not_supported then
     null;
   end $$`,
  `do $$ begin
     if not exists (select from report) then drop index report_words; end if;
   end $$`,
];

/** The report stands behind the mark. The mark is asked for first, so that nothing before it is looked at. */
export const behindMark = (report: string): string => {
  const mark = (column: string): string => `(select p.${column} from projection p where p.name = 'words')`;
  return `${report}.transaction >= ${mark('transaction')} and (${report}.transaction, ${report}.ordinal) > (${mark('transaction')}, ${mark('ordinal')})`;
};

/** Moves the mark to before the first report without its words; it is never moved back. What it stands behind is looked at once, and no more than the one report after it. */
export async function advanceMark(sql: Sql): Promise<void> {
  // Each is asked for by itself ("is null"): joined, all words that there are would be read for the few.
  await sql.query(
    `with first as materialized (
       select r.transaction, r.ordinal from report r
       where ${behindMark('r')} and (select w.report from report_word w where w.report = r.id) is null
       order by r.transaction, r.ordinal limit 1),
     bound as materialized (
       select coalesce((select transaction from first), 2147483647) as transaction, coalesce((select ordinal from first), 2147483647) as ordinal)
     update projection p set transaction = w.transaction, ordinal = w.ordinal
     from (
       select r.transaction, r.ordinal from report r
       where ${behindMark('r')} and r.transaction <= (select transaction from bound)
         and (r.transaction, r.ordinal) < ((select transaction from bound), (select ordinal from bound))
       order by r.transaction desc, r.ordinal desc limit 1) as w
     where p.name = 'words' and (p.transaction, p.ordinal) < (w.transaction, w.ordinal)`,
  );
}

export async function wordsIndexed(sql: Sql): Promise<WordsIndexed> {
  const [row] = await sql.query(
    `select (select transaction from projection where name = 'words') as transaction, count(*)::int as behind,
       (select l.recorded from ledger_transaction l where l.number = min(r.transaction)) as since
     from report r where ${behindMark('r')}`,
  );
  const since = row?.['since'];
  return {
    transaction: Number(row?.['transaction']),
    behind: Number(row?.['behind']),
    since: typeof since === 'string' ? since : null,
  };
}

/** The first reports without their words that were added longer ago than that, or, by a clock that is wrong, later than now. */
export async function reportsLeft(sql: Sql, ms: number, most: number): Promise<readonly string[]> {
  const at = (time: number): string => new Date(time).toISOString();
  const rows = await sql.query(
    `select r.id from report r
     where ${behindMark('r')} and (select w.report from report_word w where w.report = r.id) is null
       and r.transaction = any(array(
         select l.number from ledger_transaction l
         where l.number >= (select p.transaction from projection p where p.name = 'words') and not l.recorded between $1::text and $2::text))
     order by r.transaction, r.ordinal limit ${most}`,
    [at(Date.now() - ms), at(Date.now() + ms)],
  );
  return rows.map((row) => String(row['id']));
}

/** True where the mark stands at the last report. */
export async function isMarkedWhole(sql: Sql): Promise<boolean> {
  // The last is found by its transaction: asked whether there is one behind the mark, the engine may read all from the first on.
  const [row] = await sql.query(
    `select coalesce((
       select (r.transaction, r.ordinal) <= (select p.transaction, p.ordinal from projection p where p.name = 'words')
       from report r order by r.transaction desc, r.ordinal desc limit 1), true) as whole`,
  );
  return row?.['whole'] === true;
}

export interface WordsWanted {
  /** Of a report `r`. */
  readonly condition: string;
  readonly parameters: readonly unknown[];
}

/** True for what holds words side by side: of those the table knows only that both are there. */
const BESIDE = /<(?:-|\d+)>/g;

/**
 * What reports must hold: those "-word" leaves out, phrases and "or" are read as web searches do. `n` is the number of the first parameter. Null
 * where the words are none that are searched for ("the").
 */
export async function wordsWanted(sql: Sql, words: string, n: number): Promise<WordsWanted | null> {
  const [row] = await sql.query(
    `select query::text as exact, querytree(query) as indexed from websearch_to_tsquery('english', $1::text) as query`,
    [words],
  );
  const exact = String(row?.['exact']);
  if (exact === '') return null;
  const behind = `select t.id from report t where ${behindMark('t')} and ${WORDS} @@ $${n}::tsquery`;
  const kept = (condition: string): string =>
    `r.id in (select w.report from report_word w where ${condition} union all ${behind})`;
  if (exact.search(BESIDE) < 0) return { condition: kept(`w.words @@ $${n}::tsquery`), parameters: [exact] };
  const whole = `${WORDS} @@ $${n}::tsquery`;
  const loose = String(row?.['indexed']);
  // "T": what is left out says nothing of what is there.
  if (loose === 'T' || loose === '') return { condition: whole, parameters: [exact] };
  return {
    condition: `${kept(`w.words @@ $${n + 1}::tsquery`)} and ${whole}`,
    parameters: [exact, loose.replace(BESIDE, '&')],
  };
}
