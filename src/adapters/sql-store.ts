// The store over an engine that speaks SQL. One program text for both engines.
import type { CommentFacts, LedgerClaim, LedgerEvent, LedgerFacts, ReportFact } from '../model/event.ts';
import type { Report } from '../model/report.ts';
import type { AccountStore } from '../ports/accounts.ts';
import type { Appended, Damage, FactsFilter, LedgerTransaction, Store, StoreHealth } from '../ports/store.ts';
import { SCHEMA_VERSION } from './ledger-schema.ts';
import type { Engine } from './sql.ts';
import { sqlAccounts } from './sql-accounts.ts';
import { append } from './sql-append.ts';
import { purge } from './sql-append-words.ts';
import { readComments } from './sql-comments.ts';
import { readClaim, readClaimIds, readFacts, readReadingsOf, readReport, readReports } from './sql-read.ts';
import { verify } from './sql-verify.ts';
import { storeError } from './store-errors.ts';

export class SqlStore implements Store {
  readonly #engine: Engine;
  readonly accounts: AccountStore;

  /** The engine's tables must be up to date (`migrate`). The store owns the engine from now on. */
  constructor(engine: Engine) {
    this.#engine = engine;
    this.accounts = sqlAccounts((work) => this.#told(work));
  }

  append(events: readonly LedgerEvent[], recorded: string): Promise<Appended> {
    return this.#told(async (engine) => {
      const appended = await engine.transaction((sql) => append(sql, events, recorded));
      // Also where the erasure was recorded before: it may have been cut off here.
      if (events.some((event) => event.kind === 'report-redacted')) await purge(engine);
      return appended;
    });
  }

  facts(filter: FactsFilter = {}): Promise<LedgerFacts> {
    return this.#told((engine) =>
      engine.transaction(async (sql) => {
        await sql.query('set transaction isolation level repeatable read read only');
        return readFacts(sql, filter);
      }),
    );
  }

  report(id: string): Promise<Report | null> {
    return this.#told((engine) => readReport(engine, id));
  }

  reports(filter: { readonly known?: string; readonly publisher?: string } = {}): Promise<readonly ReportFact[]> {
    return this.#told((engine) => readReports(engine, filter));
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

  verify(onProgress?: (checked: number) => void): Promise<readonly Damage[]> {
    return this.#told((engine) => verify(engine, onProgress));
  }

  close(): Promise<void> {
    return this.#engine.close();
  }

  async #told<T>(work: (engine: Engine) => Promise<T>): Promise<T> {
    try {
      return await work(this.#engine);
    } catch (error) {
      throw storeError(error);
    }
  }
}

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
    fsync: row?.['fsync'] === 'on' && row['synchronous'] !== 'off',
  };
}
