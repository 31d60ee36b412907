// The store over an engine that speaks SQL. One program text for both engines.
import type { LedgerClaim, LedgerEvent, LedgerFacts, ReportFact } from '../model/event.ts';
import type { Report } from '../model/report.ts';
import type { Appended, Damage, FactsFilter, Store, StoreHealth } from '../ports/store.ts';
import { SCHEMA_VERSION } from './ledger-schema.ts';
import type { Engine } from './sql.ts';
import { append } from './sql-append.ts';
import { readClaim, readClaimIds, readFacts, readReadingsOf, readReport, readReports } from './sql-read.ts';
import { verify } from './sql-verify.ts';

export class SqlStore implements Store {
  readonly #engine: Engine;

  /** The engine's tables must be up to date (`migrate`). The store owns the engine from now on. */
  constructor(engine: Engine) {
    this.#engine = engine;
  }

  append(events: readonly LedgerEvent[], recorded: string): Promise<Appended> {
    return this.#engine.transaction((sql) => append(sql, events, recorded));
  }

  facts(filter: FactsFilter = {}): Promise<LedgerFacts> {
    return this.#engine.transaction(async (sql) => {
      await sql.query('set transaction isolation level repeatable read read only');
      return readFacts(sql, filter);
    });
  }

  report(id: string): Promise<Report | null> {
    return readReport(this.#engine, id);
  }

  reports(filter: { readonly known?: string; readonly publisher?: string } = {}): Promise<readonly ReportFact[]> {
    return readReports(this.#engine, filter);
  }

  readingsOf(extractor: string, reports: readonly string[]): Promise<ReadonlyMap<string, readonly string[]>> {
    return readReadingsOf(this.#engine, extractor, reports);
  }

  claim(id: string): Promise<LedgerClaim | null> {
    return readClaim(this.#engine, id);
  }

  claimIds(start: string, limit: number): Promise<readonly string[]> {
    return readClaimIds(this.#engine, start, limit);
  }

  async cursor(): Promise<number> {
    const [row] = await this.#engine.query(`select coalesce(max(number), 0)::int as number from ledger_transaction`);
    return Number(row?.['number']);
  }

  async health(): Promise<StoreHealth> {
    const [row] = await this.#engine.query(
      `select current_setting('server_version') as version, current_setting('fsync') as fsync,
         current_setting('synchronous_commit') as synchronous,
         (select count(*) from ledger_transaction)::int as transactions, (select count(*) from report)::int as reports,
         (select count(*) from claim)::int as claims, (select count(*) from judgement)::int as judgements`,
    );
    const about = await this.#engine.about();
    return {
      ...about,
      engineVersion: String(row?.['version']),
      schema: SCHEMA_VERSION,
      transactions: Number(row?.['transactions']),
      reports: Number(row?.['reports']),
      claims: Number(row?.['claims']),
      judgements: Number(row?.['judgements']),
      fsync: row?.['fsync'] === 'on' && row['synchronous'] !== 'off',
    };
  }

  verify(onProgress?: (checked: number) => void): Promise<readonly Damage[]> {
    return verify(this.#engine, onProgress);
  }

  close(): Promise<void> {
    return this.#engine.close();
  }
}
