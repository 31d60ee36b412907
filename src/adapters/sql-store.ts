// The store over an engine that speaks SQL. One program text for both engines.
import type { CommentFacts, LedgerClaim, LedgerEvent, LedgerFacts, ReportFact } from '../model/event.ts';
import type { Passage, Report } from '../model/report.ts';
import type { AccountStore } from '../ports/accounts.ts';
import type { Bookmarks } from '../ports/bookmarks.ts';
import type { KeptMemory } from '../ports/kept-memory.ts';
import type {
  Appended,
  Damage,
  FactsFilter,
  LedgerTransaction,
  ReportsFilter,
  Staleness,
  Store,
  StoreHealth,
  WordsIndexed,
} from '../ports/store.ts';
import { SCHEMA_VERSION } from './ledger-schema.ts';
import { MemoryFile } from './memory-file.ts';
import type { Engine } from './sql.ts';
import { sqlAccounts } from './sql-accounts.ts';
import { append, hasLink, holds, type Written } from './sql-append.ts';
import { purge } from './sql-append-words.ts';
import { sqlBookmarks } from './sql-bookmarks.ts';
import { readComments } from './sql-comments.ts';
import { readPassages } from './sql-passages.ts';
import { readClaim, readClaimIds, readFacts, readReach, readReadingsOf, readReport, readReports } from './sql-read.ts';
import { rehearse } from './sql-rehearse.ts';
import { verify } from './sql-verify.ts';
import { storeError } from './store-errors.ts';
import { wordsIndexed } from './word-index.ts';
import { WordKeeper } from './word-keeper.ts';

export class SqlStore implements Store {
  readonly #engine: Engine;
  readonly #words: WordKeeper;
  readonly accounts: AccountStore;
  readonly memory?: KeptMemory;
  readonly bookmarks: Bookmarks;

  /** The engine's tables must be up to date (`migrate`). The store owns the engine from now on. */
  constructor(engine: Engine) {
    this.#engine = engine;
    this.#words = new WordKeeper(engine);
    if (engine.memoryFile !== null) this.memory = new MemoryFile(engine.memoryFile, engine);
    this.accounts = sqlAccounts((work) => this.#told(work));
    this.bookmarks = sqlBookmarks((work) => this.#told(work));
  }

  append(events: readonly LedgerEvent[], recorded: string): Promise<Appended> {
    return this.#told(async (engine) => {
      let written: Written | null = null;
      const { appended } = await engine.transaction(
        async (sql) => {
          // A commit whose answer was lost may have taken effect: then it is told as what it was, not as known.
          if (written === null || !(await holds(sql, written))) written = await append(sql, events, recorded);
          return written;
        },
        { repeatable: true },
      );
      // Also where the erasure was recorded before: it may have been cut off here.
      if (events.some((event) => event.kind === 'report-redacted')) await purge(engine);
      const fresh = new Set(appended.reports);
      const reports = events.flatMap((event) =>
        event.kind === 'report-added' && fresh.has(event.report.id) ? [event.report] : [],
      );
      await this.#words.grew(reports);
      return appended;
    });
  }

  rehearse(recorded: string): Promise<void> {
    return this.#told((engine) => rehearse(engine, recorded));
  }

  facts(filter: FactsFilter = {}): Promise<LedgerFacts> {
    return this.#told((engine) =>
      engine.transaction(
        async (sql) => {
          await sql.query('set transaction isolation level repeatable read read only');
          return readFacts(sql, filter);
        },
        { repeatable: true },
      ),
    );
  }

  reach(after: number, most: number): Promise<number> {
    return this.#told((engine) => readReach(engine, after, most));
  }

  report(id: string): Promise<Report | null> {
    return this.#told((engine) => readReport(engine, id));
  }

  reports(filter: ReportsFilter = {}): Promise<readonly ReportFact[]> {
    return this.#told((engine) => readReports(engine, filter));
  }

  passages(words: string, reports: readonly string[]): Promise<ReadonlyMap<string, readonly Passage[]>> {
    return this.#told((engine) => readPassages(engine, words, reports));
  }

  judgedReports(): Promise<readonly string[]> {
    return this.#told(async (engine) => {
      const rows = await engine.query(
        `select distinct c.report from judgement j join claim c on c.id = j.claim order by c.report`,
      );
      return rows.map((row) => String(row['report']));
    });
  }

  readingsOf(extractor: string, reports: readonly string[]): Promise<ReadonlyMap<string, readonly string[]>> {
    return this.#told((engine) => readReadingsOf(engine, extractor, reports));
  }

  claim(id: string): Promise<LedgerClaim | null> {
    return this.#told((engine) => readClaim(engine, id));
  }

  claimIds(start: string, limit: number): Promise<readonly string[]> {
    return this.#told((engine) => readClaimIds(engine, start, limit));
  }

  comments({ report }: { readonly report?: string } = {}): Promise<CommentFacts> {
    return this.#told((engine) => readComments(engine, report ?? null));
  }

  transactions(): Promise<readonly LedgerTransaction[]> {
    return this.#told(async (engine) => {
      const rows = await engine.query(`select number, recorded from ledger_transaction order by number`);
      return rows.map((row) => ({ number: Number(row['number']), recorded: String(row['recorded']) }));
    });
  }

  cursor(): Promise<number> {
    return this.#told(async (engine) => {
      const [row] = await engine.query(`select coalesce(max(number), 0)::int as number from ledger_transaction`);
      return Number(row?.['number']);
    });
  }

  health(): Promise<StoreHealth> {
    return this.#told(healthOf);
  }

  words(): Promise<WordsIndexed> {
    return this.#told(wordsIndexed);
  }

  staleness(): Promise<null> {
    return Promise.resolve(null);
  }

  /** For a copy that follows another server: what it has last, and how long ago that was written there. */
  copied(): Promise<Copied> {
    return this.#told(copiedOf);
  }

  /** True where the ledger has this link of the hash chain, or the chain is empty. */
  hasLink({ transaction, hash }: Pick<Copied, 'transaction' | 'hash'>): Promise<boolean> {
    return this.#told(async (engine) => hash === null || hasLink(engine, transaction, hash));
  }

  verify(onProgress?: (checked: number) => void): Promise<readonly Damage[]> {
    return this.#told((engine) => verify(engine, onProgress));
  }

  /** Words of reports that another process has left behind are indexed where this one lives long enough. */
  keepWords(): this {
    this.#words.later(LIVED_MS);
    return this;
  }

  async close(): Promise<void> {
    await this.#words.settle();
    await this.#engine.close();
  }

  async #told<T>(work: (engine: Engine) => Promise<T>): Promise<T> {
    try {
      return await work(this.#engine);
    } catch (error) {
      throw storeError(error);
    }
  }
}

/** No command that asks and ends lives so long. */
const LIVED_MS = 5_000;

async function healthOf(engine: Engine): Promise<StoreHealth> {
  const [row] = await engine.query(
    `select current_setting('server_version') as version, current_setting('fsync') as fsync,
       current_setting('synchronous_commit') as synchronous,
       (select count(*) from ledger_transaction)::int as transactions, (select count(*) from report)::int as reports,
       (select count(*) from claim)::int as claims, (select count(*) from judgement)::int as judgements`,
  );
  return {
    ...(await engine.about()),
    engineVersion: String(row?.['version']),
    schema: SCHEMA_VERSION,
    transactions: Number(row?.['transactions']),
    reports: Number(row?.['reports']),
    claims: Number(row?.['claims']),
    judgements: Number(row?.['judgements']),
    words: await wordsIndexed(engine),
    fsync: row?.['fsync'] === 'on' && row['synchronous'] !== 'off',
  };
}

export interface Copied extends Pick<Staleness, 'where' | 'transaction' | 'lagSeconds'> {
  /** Of the last ledger transaction; null in an empty ledger. */
  readonly hash: string | null;
}

async function copiedOf(engine: Engine): Promise<Copied> {
  // A receiver that is gone hears of nothing new: then the age of what came last is all that is known.
  const [row] = await engine.query(
    `select (select number from ledger_transaction order by number desc limit 1) as number,
       (select hash from ledger_transaction order by number desc limit 1) as hash,
       case when not pg_is_in_recovery() then 0
         when pg_last_wal_receive_lsn() = pg_last_wal_replay_lsn() and exists (select from pg_stat_wal_receiver) then 0
         else extract(epoch from now() - pg_last_xact_replay_timestamp())::float8 end as lag`,
  );
  const { where } = await engine.about();
  const lag = row?.['lag'];
  const hash = row?.['hash'];
  return {
    where,
    transaction: Number(row?.['number'] ?? 0),
    hash: typeof hash === 'string' ? hash : null,
    lagSeconds: typeof lag === 'number' ? lag : null,
  };
}
