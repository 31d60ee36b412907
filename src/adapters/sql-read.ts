// Reads of the ledger's tables. Everything crosses the driver as text, numbers and booleans; JSON is parsed here.
import type { Claim, Spans } from '../model/claim.ts';
import type { EntityJudgement } from '../model/entity-judgement.ts';
import type {
  EntityJudgementFact,
  JudgementFact,
  LedgerClaim,
  LedgerFacts,
  ReadingFact,
  RedactionFact,
  ReportFact,
} from '../model/event.ts';
import type { Judgement } from '../model/judgement.ts';
import type { Report } from '../model/report.ts';
import type { FactsFilter, ReportsFilter } from '../ports/store.ts';
import type { Row, Sql } from './sql.ts';
import { wordsWanted } from './word-index.ts';

/** `$1` known, `$2` transaction, `$3` reports, `$4` after; null does not filter. `r` is the report. */
const FILTER = `($1::date is null or r.known <= $1::date) and ($2::int is null or r.transaction <= $2::int) and ($3::text[] is null or r.id = any($3::text[]))`;
const within = (row: string): string =>
  `($2::int is null or ${row}.transaction <= $2::int) and ($4::int is null or ${row}.transaction > $4::int)`;

export async function readFacts(sql: Sql, filter: FactsFilter): Promise<LedgerFacts> {
  const values = [filter.known ?? null, filter.transaction ?? null, filter.reports ?? null, filter.after ?? null];
  const judged = filter.judged ?? filter.known ?? null;
  const rowsOf = async <T>(
    kind: keyof LedgerFacts,
    columns: Columns,
    of: (row: Row) => T,
    from: string,
    parameters: readonly unknown[],
  ): Promise<T[]> =>
    filter.only === undefined || filter.only.includes(kind) ? inBulk(sql, columns, from, parameters, of) : [];
  // All are asked for at once: the engine answers one after the other, and nobody waits for an answer to ask the next.
  const [reports, readings, claims, judgements, entities, redactions] = await Promise.all([
    rowsOf('reports', REPORT, reportFactOf, `report r where ${FILTER} and ${within('r')}`, values),
    rowsOf(
      'readings',
      READING,
      readingFactOf,
      `reading x join report r on r.id = x.report where ${FILTER} and ${within('x')}`,
      values,
    ),
    rowsOf(
      'claims',
      CLAIM,
      claimOf,
      `claim c join report r on r.id = c.report where ${FILTER} and ${within('c')}`,
      values,
    ),
    rowsOf(
      'judgements',
      JUDGEMENT,
      judgementFactOf,
      `judgement j join claim c on c.id = j.claim join report r on r.id = c.report where ${FILTER}
         and ${within('j')} and ($5::date is null or j.on_day <= $5::date)`,
      [...values, judged],
    ),
    rowsOf(
      'entities',
      ENTITY,
      entityFactOf,
      `entity_judgement e where ($1::int is null or e.transaction <= $1::int) and ($2::int is null or e.transaction > $2::int)
         and ($3::date is null or e.on_day <= $3::date)`,
      [filter.transaction ?? null, filter.after ?? null, judged],
    ),
    rowsOf(
      'redactions',
      REDACTION,
      redactionFactOf,
      `redaction x join report r on r.id = x.report where ${FILTER} and ${within('x')}`,
      values,
    ),
  ]);
  return { reports, readings, claims, judgements, entities, redactions };
}

export async function readReach(sql: Sql, after: number, most: number): Promise<number> {
  const beyond = (table: string): string =>
    `coalesce((select transaction - 1 from ${table} where transaction > $1::int order by transaction offset $2::int limit 1), head)`;
  const [row] = await sql.query(
    `select least(head, greatest($1::int + 1, least(${beyond('claim')}, ${beyond('report')}))) as reach
     from (select coalesce(max(number), 0) as head from ledger_transaction) as last`,
    [after, most],
  );
  return Number(row?.['reach']);
}

/** Rows a page: far fewer values cross the driver, each a JSON array of rows. Reading a row at a time costs four times as much. */
const PAGE = 2000;

/** The rows of a large answer, page by page. `columns` are column -> expression of a JSON type or text; the values come parsed. */
async function inBulk<T>(
  sql: Sql,
  columns: Columns,
  from: string,
  values: readonly unknown[],
  of: (row: Row) => T,
): Promise<T[]> {
  const names = Object.keys(columns);
  const pages = [
    ...(await sql.query(
      `select string_agg(line, ',') as lines from
       (select json_build_array(${Object.values(columns).join(', ')})::text as line, (row_number() over () - 1) / ${PAGE} as page from ${from}) as rows
     group by page`,
      values,
    )),
  ];
  const found: T[] = [];
  for (let page = pages.shift(); page !== undefined; page = pages.shift())
    for (const row of JSON.parse(`[${String(page['lines'])}]`) as unknown[][])
      found.push(of(Object.fromEntries(names.map((name, i) => [name, row[i]]))));
  return found;
}

type Columns = Readonly<Record<string, string>>;
const listed = (columns: Columns): string =>
  Object.entries(columns)
    .map(([name, expression]) => `${expression} as ${name}`)
    .join(', ');

export async function readReport(sql: Sql, id: string): Promise<Report | null> {
  const [row] = await sql.query(
    `select id, title, published::text as published, publisher, url, language, text from report where id = $1`,
    [id],
  );
  if (row === undefined) return null;
  const report: Report = {
    id: text(row, 'id'),
    title: textOrNull(row, 'title'),
    published: textOrNull(row, 'published'),
    publisher: textOrNull(row, 'publisher'),
    url: textOrNull(row, 'url'),
    text: textOrNull(row, 'text'),
  };
  return row['language'] === null ? report : { ...report, language: text(row, 'language') };
}

export async function readReports(
  sql: Sql,
  { known, publisher, words, limit, after }: ReportsFilter,
): Promise<readonly ReportFact[]> {
  const wanted = words === undefined ? undefined : await wordsWanted(sql, words, 5);
  if (wanted === null) return [];
  const rows = await sql.query(
    `select ${listed(REPORT)} from report r where ($1::date is null or r.known <= $1::date) and ($2::text is null or r.publisher = $2)
     and ($4::text is null or (r.known, r.id) > (select l.known, l.id from report l where l.id = $4))
     ${wanted === undefined ? '' : `and ${wanted.condition}`} order by r.known, r.id limit $3::int`,
    [known ?? null, publisher ?? null, limit ?? null, after ?? null, ...(wanted?.parameters ?? [])],
  );
  return rows.map(reportFactOf);
}

export async function readReadingsOf(
  sql: Sql,
  extractor: string,
  reports: readonly string[],
): Promise<ReadonlyMap<string, readonly string[]>> {
  const rows = await sql.query(
    `select r.id, x.version from report r left join reading x on x.report = r.id and x.extractor = $1 where r.id = any($2::text[])
     order by x.transaction`,
    [extractor, reports],
  );
  const versions = new Map<string, string[]>();
  for (const row of rows) {
    const known = versions.get(text(row, 'id')) ?? [];
    if (row['version'] !== null) known.push(text(row, 'version'));
    versions.set(text(row, 'id'), known);
  }
  return versions;
}

export async function readClaim(sql: Sql, id: string): Promise<LedgerClaim | null> {
  const [row] = await sql.query(`select ${listed(CLAIM)} from claim c where c.id = $1`, [id]);
  return row === undefined ? null : claimOf(row);
}

export async function readClaimIds(sql: Sql, start: string, limit: number): Promise<readonly string[]> {
  const rows = await sql.query(`select id from claim where starts_with(id, $1) order by id limit $2::int`, [
    start,
    limit,
  ]);
  return rows.map((row) => text(row, 'id'));
}

const REPORT: Columns = {
  id: 'r.id',
  published: 'r.published::text',
  recorded: 'r.recorded::text',
  publisher: 'r.publisher',
  url: 'r.url',
  title: 'r.title',
  agency: 'r.agency',
  signature: 'r.signature',
  transaction: 'r.transaction',
};
const READING: Columns = {
  report: 'x.report',
  extractor: 'x.extractor',
  version: 'x.version',
  claims: 'x.claims',
  transaction: 'x.transaction',
};
const CLAIM: Columns = {
  id: 'c.id',
  report: 'c.report',
  content: 'c.content',
  spans: 'c.spans',
  maker: 'c.maker',
  confidence: 'c.confidence',
  grounded: 'c.grounded',
};
const JUDGEMENT: Columns = {
  transaction: 'j.transaction',
  ordinal: 'j.ordinal',
  claim: 'j.claim',
  verdict: 'j.verdict',
  on_day: 'j.on_day::text',
  by_whom: 'j.by_whom',
  note: 'j.note',
  correction: 'j.correction',
};
const ENTITY: Columns = { transaction: 'e.transaction', ordinal: 'e.ordinal', content: 'e.content' };
const REDACTION: Columns = {
  transaction: 'x.transaction',
  ordinal: 'x.ordinal',
  report: 'x.report',
  on_day: 'x.on_day::text',
  by_whom: 'x.by_whom',
  why: 'x.why',
  speakers: 'x.speakers',
};
/** Columns for the functions below, for statements that add their own. */
export const [READING_COLUMNS, CLAIM_COLUMNS, JUDGEMENT_COLUMNS, ENTITY_COLUMNS, REDACTION_COLUMNS] = [
  listed(READING),
  listed(CLAIM),
  listed(JUDGEMENT),
  listed(ENTITY),
  listed(REDACTION),
];

export const text = (row: Row, column: string): string => String(row[column]);
export const textOrNull = (row: Row, column: string): string | null =>
  row[column] === null ? null : String(row[column]);
/** JSON comes as text where it is a column of its own, and parsed where it came in bulk. */
const parsed = <T>(row: Row, column: string): T => {
  const value = row[column];
  return (typeof value === 'string' ? JSON.parse(value) : value) as T;
};
export const parsedOrNull = <T>(row: Row, column: string): T | null =>
  row[column] === null ? null : parsed<T>(row, column);

const reportFactOf = (row: Row): ReportFact => ({
  id: text(row, 'id'),
  published: textOrNull(row, 'published'),
  publisher: textOrNull(row, 'publisher'),
  url: textOrNull(row, 'url'),
  title: textOrNull(row, 'title'),
  recorded: text(row, 'recorded'),
  transaction: Number(row['transaction']),
  agency: textOrNull(row, 'agency'),
  signature: parsedOrNull<number[]>(row, 'signature'),
});

export const readingFactOf = (row: Row): ReadingFact => ({
  report: text(row, 'report'),
  extractor: text(row, 'extractor'),
  version: text(row, 'version'),
  claims: parsed<string[]>(row, 'claims'),
  transaction: Number(row['transaction']),
});

export const claimOf = (row: Row): LedgerClaim => ({
  id: text(row, 'id'),
  report: text(row, 'report'),
  claim: parsed<Claim>(row, 'content'),
  spans: parsedOrNull<Spans>(row, 'spans'),
  maker: text(row, 'maker'),
  confidence: Number(row['confidence']),
  grounded: row['grounded'] === true,
});

export const judgementFactOf = (row: Row): JudgementFact => ({
  transaction: Number(row['transaction']),
  ordinal: Number(row['ordinal']),
  claim: text(row, 'claim'),
  verdict: text(row, 'verdict') as Judgement['verdict'],
  on: text(row, 'on_day'),
  by: textOrNull(row, 'by_whom'),
  note: textOrNull(row, 'note'),
  correction: parsedOrNull<Claim>(row, 'correction'),
});

export const entityFactOf = (row: Row): EntityJudgementFact => ({
  ...parsed<EntityJudgement>(row, 'content'),
  transaction: Number(row['transaction']),
  ordinal: Number(row['ordinal']),
});

export const redactionFactOf = (row: Row): RedactionFact => ({
  transaction: Number(row['transaction']),
  ordinal: Number(row['ordinal']),
  report: text(row, 'report'),
  on: text(row, 'on_day'),
  by: textOrNull(row, 'by_whom'),
  why: text(row, 'why'),
  speakers: row['speakers'] === true,
});
