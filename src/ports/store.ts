// The ledger's store: append in one transaction, read by filters. Every adapter passes the suite in store-contract.ts.

import type { Day } from '../model/day.ts';
import type { CommentFacts, LedgerClaim, LedgerEvent, LedgerFacts, ReportFact } from '../model/event.ts';
import type { Passage, Report } from '../model/report.ts';
import type { AccountStore } from './accounts.ts';
import type { Bookmarks } from './bookmarks.ts';
import type { KeptMemory } from './kept-memory.ts';

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
  /** Only these lists; the others are []. */
  readonly only?: readonly (keyof LedgerFacts)[];
}

export interface ReportsFilter {
  readonly known?: Day;
  readonly publisher?: string;
  /** Words of the title or the text, as web searches take them: all of them, in any form ("moves" finds "moved"), `"a phrase"`, `or`, `-not`. */
  readonly words?: string;
  /** At most so many, the first by the day known and by id. */
  readonly limit?: number;
  /** Only those behind this report in that order; none where the ledger has it not. */
  readonly after?: string;
}

export interface LedgerTransaction {
  readonly number: number;
  readonly recorded: string;
}

/** How far the index of words stands: it is made behind the commits, and a search reads one by one what it has not yet. */
export interface WordsIndexed {
  /** The last ledger transaction up to which words are indexed. */
  readonly transaction: number;
  /** Reports behind that. */
  readonly behind: number;
  /** When the oldest of them was recorded; null where there is none. */
  readonly since: string | null;
}

export interface StoreHealth {
  readonly engine: string;
  readonly engineVersion: string;
  readonly schema: number;
  readonly transactions: number;
  readonly reports: number;
  readonly claims: number;
  readonly judgements: number;
  readonly words: WordsIndexed;
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

/** How far reads, which come from a copy, may be behind what was written. */
export interface Staleness {
  /** The copy, without its password. */
  readonly where: string;
  /** The last ledger transaction that the copy has. */
  readonly transaction: number;
  /** Ledger transactions that it has not yet; null where the primary cannot be asked. */
  readonly behind: number | null;
  /** Seconds since the primary wrote what the copy has last, 0 where the copy has all that was sent to it; null where that is not known. */
  readonly lagSeconds: number | null;
}

/** A broken link of the hash chain, a reading that names a claim that is not there, ...: what, and which. */
export interface Damage {
  readonly what: string;
  readonly which: string;
}

export interface Store {
  /** What a server keeps beside the ledger. */
  readonly accounts: AccountStore;
  /** Where a large ledger's memory is kept beside it; absent where the ledger is not this process's own directory. */
  readonly memory?: KeptMemory;
  /** How far archives and feeds were read into it. */
  readonly bookmarks: Bookmarks;
  /**
   * Appends all events as one ledger transaction, or none. Resolves after the commit is durable. Idempotent.
   * Throws LaydownError: `bad-input` where a judgement names no claim, or a reading no report; `store-...` where the ledger cannot be written.
   */
  append(events: readonly LedgerEvent[], recorded: string): Promise<Appended>;
  /** Writes a report of a few words and takes it back: throws what a write of anything would. */
  rehearse(recorded: string): Promise<void>;
  facts(filter?: FactsFilter): Promise<LedgerFacts>;
  /**
   * The transaction up to which a reader goes who has read up to `after` and wants no more than so many claims, or reports, at once: at least the
   * next one, however large it is; the last where that is not too far.
   */
  reach(after: number, most: number): Promise<number>;
  /** The report with its text; null where there is none of that id. */
  report(id: string): Promise<Report | null>;
  /** Which of these report ids the ledger holds, with the versions that `extractor` read them at (newest last). */
  readingsOf(extractor: string, reports: readonly string[]): Promise<ReadonlyMap<string, readonly string[]>>;
  /** The claim as first stored, without judgements; null where there is none of that id. */
  claim(id: string): Promise<LedgerClaim | null>;
  /** Ids of claims that begin with these letters, in order, at most `limit`. */
  claimIds(start: string, limit: number): Promise<readonly string[]>;
  /** By the day known, then by id. */
  reports(filter?: ReportsFilter): Promise<readonly ReportFact[]>;
  /** Where these words stand in the texts of reports; a report whose text does not hold them, or that has none, is left out. */
  passages(words: string, reports: readonly string[]): Promise<ReadonlyMap<string, readonly Passage[]>>;
  /** Ids of the reports that have a claim with a judgement, in order. */
  judgedReports(): Promise<readonly string[]>;
  /** Comments with all decisions on them; of one report, or of all. */
  comments(filter?: { readonly report?: string }): Promise<CommentFacts>;
  /** All ledger transactions in their order, each with the time it was given (`recorded` of `append`). */
  transactions(): Promise<readonly LedgerTransaction[]>;
  /** Number of the last ledger transaction, 0 in an empty ledger. */
  cursor(): Promise<number>;
  health(): Promise<StoreHealth>;
  words(): Promise<WordsIndexed>;
  /** Null where reads come from where writes go. */
  staleness(): Promise<Staleness | null>;
  /** Recomputes the hash chain and looks for orphans; [] is whole. `onProgress` gets transactions checked. */
  verify(onProgress?: (checked: number) => void): Promise<readonly Damage[]>;
  close(): Promise<void>;
}
