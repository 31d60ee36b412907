// Adds reports to the ledger with the claims read from them. A report is acknowledged only after its commit.
import type { Fault } from '../model/errors.ts';
import type { Report } from '../model/report.ts';
import type { Services } from './services.ts';

/** A report on its way in. Without an id of its own it gets the hash of its content. */
export interface IncomingReport {
  /** File name, URL or line, for messages. */
  readonly source: string;
  readonly report: Omit<Report, 'id'> & { readonly id?: string };
}

export interface AddedReport {
  readonly source: string;
  readonly id: string;
  readonly title: string | null;
  /** added: new; known: the ledger had it, read by this version; reread: the ledger had it, now read by a newer extractor. */
  readonly outcome: 'added' | 'known' | 'reread';
  /** Claims that this reading found (for `known`: 0, nothing was read again). */
  readonly claims: number;
}

export interface AddSummary {
  readonly added: number;
  readonly known: number;
  readonly reread: number;
  /** New claims in the ledger. */
  readonly claims: number;
  readonly faults: readonly Fault[];
}

export interface AddEvents {
  /** Called once for each report after the commit that holds it. */
  readonly added?: (report: AddedReport) => void;
  readonly fault?: (fault: Fault) => void;
}

/**
 * Takes reports and the faults of those that could not be read (passed through to the summary). One bad report stops no batch.
 * Throws LaydownError `store-...` where the ledger cannot be written; what was acknowledged before stays.
 */
export type AddReports = (
  services: Pick<Services, 'store' | 'clock' | 'reader'>,
  incoming: AsyncIterable<IncomingReport | Fault>,
  on?: AddEvents,
) => Promise<AddSummary>;
