// The ledger's tables, by numbered steps. A step that has shipped is never changed: another is added.
import { LaydownError } from '../model/errors.ts';
import { ACCOUNT_TABLES } from './account-schema.ts';
import { COMMENT_TABLES } from './comment-schema.ts';
import { type Engine, sqlState } from './sql.ts';
import { BOOKMARK_TABLES } from './sql-bookmarks.ts';
import { PROSE_INDEX, WORD_INDEX, WORD_TABLE } from './word-index.ts';

interface Migration {
  readonly version: number;
  readonly name: string;
  readonly statements: readonly string[];
}

const MIGRATIONS: readonly Migration[] = [
  {
    version: 1,
    name: 'append-only ledger',
    statements: [
      // The system clock: whole numbers without gaps, each bound to the one before by its hash. `recorded` is for audit alone.
      `create table ledger_transaction (
         number integer primary key,
         recorded text not null,
         previous text not null,
         hash text not null
       )`,
      `create table report (
         id text primary key,
         title text,
         published date,
         known date not null,
         recorded date not null,
         publisher text,
         url text,
         language text,
         text text,
         text_digest text,
         agency text,
         signature text,
         transaction integer not null,
         ordinal integer not null,
         digest text not null
       )`,
      `create index report_known on report (known)`,
      `create index report_transaction on report (transaction)`,
      `create table reading (
         report text not null references report,
         extractor text not null,
         version text not null,
         claims jsonb not null,
         transaction integer not null,
         ordinal integer not null,
         digest text not null,
         primary key (report, extractor, version)
       )`,
      `create index reading_transaction on reading (transaction)`,
      `create table claim (
         id text primary key,
         report text not null references report,
         kind text not null,
         party text,
         content jsonb not null,
         spans jsonb,
         maker text not null,
         confidence double precision not null,
         grounded boolean not null,
         transaction integer not null,
         ordinal integer not null,
         digest text not null
       )`,
      `create index claim_report on claim (report)`,
      `create index claim_party on claim (party)`,
      `create index claim_transaction on claim (transaction)`,
      `create table judgement (
         transaction integer not null,
         ordinal integer not null,
         claim text not null references claim,
         verdict text not null,
         on_day date not null,
         by_whom text,
         note text,
         correction jsonb,
         digest text not null,
         primary key (transaction, ordinal)
       )`,
      `create index judgement_claim on judgement (claim)`,
    ],
  },
  {
    version: 2,
    name: 'reports of claims checked by statement',
    // A foreign key is checked row by row and locks the report each time: half the work of an import. `append` asks once for all rows,
    // nothing is ever deleted, and `verify` looks for orphans.
    statements: [
      `alter table claim drop constraint claim_report_fkey`,
      `alter table reading drop constraint reading_report_fkey`,
    ],
  },
  {
    version: 3,
    name: 'merges and splits of names, redactions',
    statements: [
      `create table entity_judgement (
         transaction integer not null,
         ordinal integer not null,
         id text not null,
         on_day date not null,
         content jsonb not null,
         digest text not null,
         primary key (transaction, ordinal)
       )`,
      `create index entity_judgement_id on entity_judgement (id)`,
      `create table redaction (
         transaction integer not null,
         ordinal integer not null,
         report text not null references report,
         on_day date not null,
         by_whom text,
         why text not null,
         speakers boolean not null,
         digest text not null,
         primary key (transaction, ordinal)
       )`,
      `create index redaction_report on redaction (report)`,
    ],
  },
  { version: 4, name: 'accounts', statements: ACCOUNT_TABLES },
  { version: 5, name: 'comments', statements: COMMENT_TABLES },
  { version: 6, name: 'words of reports', statements: WORD_INDEX },
  { version: 7, name: 'bookmarks', statements: BOOKMARK_TABLES },
  { version: 8, name: 'words of prose alone', statements: PROSE_INDEX },
  { version: 9, name: 'words behind the commit', statements: WORD_TABLE },
];

export const SCHEMA_VERSION = Math.max(...MIGRATIONS.map((m) => m.version));

/** Brings the tables up to this program's version (or to an earlier one, as a program of then did). Throws `store-newer` where a newer program wrote the ledger: nothing is touched then. */
export async function migrate(engine: Engine, now: string, upTo: number = SCHEMA_VERSION): Promise<void> {
  const version = await schemaVersion(engine);
  if (version > SCHEMA_VERSION) throw newer(version);
  if (version >= upTo) return;
  for (const step of MIGRATIONS) {
    if (step.version > version && step.version <= upTo) await inPatience(() => take(engine, step, now), upTo);
  }
}

/** One step, whole or not at all; nothing where another process has taken it meanwhile. */
const take = (engine: Engine, step: Migration, now: string): Promise<void> =>
  engine.transaction(
    async (sql) => {
      // Who waits for a table keeps all behind it that only want to read: so it waits briefly, and again later.
      await sql.query(`set local lock_timeout = '${LOCK_MS}ms'`);
      await sql.query(`select pg_advisory_xact_lock(${LEDGER_LOCK})`);
      await sql.query(
        `create table if not exists schema_step (version integer primary key, name text not null, applied text not null)`,
      );
      const [row] = await sql.query(`select coalesce(max(version), 0)::int as version from schema_step`);
      if (Number(row?.['version']) >= step.version) return;
      for (const statement of step.statements) await sql.query(statement);
      await sql.query(`insert into schema_step values ($1, $2, $3)`, [step.version, step.name, now]);
    },
    { repeatable: true },
  );

const LOCK_MS = 1_000;
const PATIENCE_MS = 120_000;

async function inPatience(work: () => Promise<void>, version: number): Promise<void> {
  for (const until = performance.now() + PATIENCE_MS; ; ) {
    try {
      return await work();
    } catch (error) {
      if (sqlState(error) !== '55P03') throw error;
      if (performance.now() > until)
        throw new LaydownError(
          'store-locked',
          `the ledger could not be brought to format ${version}: others keep its tables in use (a backup, an export, a long import): run the command again when they have ended`,
          { cause: error },
        );
      await new Promise((resolve) => setTimeout(resolve, LOCK_MS));
    }
  }
}

/** False where steps are still to come. Throws `store-newer`. */
export async function isUpToDate(engine: Engine): Promise<boolean> {
  const version = await schemaVersion(engine);
  if (version > SCHEMA_VERSION) throw newer(version);
  return version === SCHEMA_VERSION;
}

/** Key of the advisory lock under which ledger transactions get their numbers ("ldwn"). */
export const LEDGER_LOCK = 0x6c64776e;

async function schemaVersion(engine: Engine): Promise<number> {
  const [there] = await engine.query(`select to_regclass('schema_step') is not null as there`);
  if (there?.['there'] !== true) return 0;
  const [row] = await engine.query(`select coalesce(max(version), 0)::int as version from schema_step`);
  return Number(row?.['version']);
}

const newer = (version: number): LaydownError =>
  new LaydownError(
    'store-newer',
    `the ledger has format ${version}, this program knows up to ${SCHEMA_VERSION}: use the newer laydown that wrote it`,
  );
