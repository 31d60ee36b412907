// The ledger's store: append in one transaction, read by filters. Every adapter passes the suite in store-contract.ts.

import type { Day } from '../model/day.ts';
import type { CommentFacts, LedgerClaim, LedgerEvent, LedgerFacts, ReportFact } from '../model/event.ts';
import type { Report } from '../model/report.ts';
import type { AccountStore } from './accounts.ts';

/** What one append did. Events that say nothing new (same report, same reading, same claim) leave no trace. */
export interface Appended {
  /** The ledger transaction's number, 1 upwards without gaps; null where nothing was new. */
  readonly transaction: number | null;
  /** Ids of the reports, and of the claims, that were new. */
  readonly reports: readonly string[];
  readonly claims: readonly string[];
  /** Reports of which a reading was new. */
  readonly readings: readonly string[];
  /** Reports and claims whose id the ledger already holds with another content; they, and the claims of such a report, were left out. */
  readonly clashes: readonly { readonly kind: 'report' | 'claim'; readonly id: string }[];
}

/** Filters are joined by "and"; absent ones do not filter. */
export interface FactsFilter {
  /** Only claims and judgements of reports known on this day or before: published, or recorded where that is not known. */
  readonly known?: Day;
  /** Only judgements, merges and splits up to this day; absent: up to `known`. */
  readonly judged?: Day;
  /** Only what was in the ledger after this transaction: the system clock. */
  readonly transaction?: number;
  /** Only what later transactions than this added. */
  readonly after?: number;
  /** Only these reports. */
  readonly reports?: readonly string[];
}

export interface LedgerTransaction {
  readonly number: number;
  readonly recorded: string;
}

export interface StoreHealth {
  readonly engine: string;
  readonly engineVersion: string;
  readonly schema: number;
  readonly transactions: number;
  readonly reports: number;
  readonly claims: number;
  readonly judgements: number;
  /** Where the ledger is: a directory, or an address without its password. */
  readonly where: string;
  /** True where a commit is on the disk before it is acknowledged. */
  readonly fsync: boolean;
  /** The process that holds the ledger (embedded engine only). */
  readonly holder: string | null;
  /** Free bytes where the ledger lies; null where that cannot be asked. */
  readonly freeBytes: number | null;
  readonly sizeBytes: number | null;
}

/** A broken link of the hash chain, a reading that names a claim that is not there, ...: what, and which. */
export interface Damage {
  readonly what: string;
  readonly which: string;
}

export interface Store {
  /** What a server keeps beside the ledger. */
  readonly accounts: AccountStore;
  /**
   * Appends all events as one ledger transaction, or none. Resolves after the commit is durable. Idempotent.
   * Throws LaydownError: `bad-input` where a judgement names no claim, or a reading no report; `store-...` where the ledger cannot be written.
   */
  append(events: readonly LedgerEvent[], recorded: string): Promise<Appended>;
  facts(filter?: FactsFilter): Promise<LedgerFacts>;
  /** The report with its text; null where there is none of that id. */
  report(id: string): Promise<Report | null>;
  /** Which of these report ids the ledger holds, with the versions that `extractor` read them at (newest last). */
  readingsOf(extractor: string, reports: readonly string[]): Promise<ReadonlyMap<string, readonly string[]>>;
  /** The claim as first stored, without judgements; null where there is none of that id. */
  claim(id: string): Promise<LedgerClaim | null>;
  /** Ids of claims that begin with these letters, in order, at most `limit`. */
  claimIds(start: string, limit: number): Promise<readonly string[]>;
  reports(filter?: { readonly known?: Day; readonly publisher?: string }): Promise<readonly ReportFact[]>;
  /** Comments with all decisions on them; of one report, or of all. */
  comments(filter?: { readonly report?: string }): Promise<CommentFacts>;
  /** All ledger transactions in their order, each with the time it was given (`recorded` of `append`). */
  transactions(): Promise<readonly LedgerTransaction[]>;
  /** Number of the last ledger transaction, 0 in an empty ledger. */
  cursor(): Promise<number>;
  health(): Promise<StoreHealth>;
  /** Recomputes the hash chain and looks for orphans; [] is whole. `onProgress` gets transactions checked. */
  verify(onProgress?: (checked: number) => void): Promise<readonly Damage[]>;
  close(): Promise<void>;
}
