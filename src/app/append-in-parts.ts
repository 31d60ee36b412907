// Appends what was read of a batch. Where the ledger's server ends that for its length, it is appended in halves, down to one report by itself.
import { LaydownError } from '../model/errors.ts';
import type { LedgerEvent } from '../model/event.ts';
import type { Appended, Store } from '../ports/store.ts';

/** Of one report: that it is added, or read. */
export type ReportEvent = Extract<LedgerEvent, { readonly kind: 'report-added' | 'claims-extracted' }>;

export interface AppendedParts {
  /** A ledger transaction each. */
  readonly parts: readonly Appended[];
  /** Reports that take too long by themselves, with the server's words. They are not in the ledger. */
  readonly cut: ReadonlyMap<string, LaydownError>;
}

export async function appendInParts(
  store: Pick<Store, 'append'>,
  events: readonly ReportEvent[],
  recorded: string,
): Promise<AppendedParts> {
  const parts: Appended[] = [];
  const cut = new Map<string, LaydownError>();
  const append = async (some: readonly ReportEvent[]): Promise<void> => {
    try {
      parts.push(await store.append(some, recorded));
    } catch (error) {
      if (!(error instanceof LaydownError) || error.code !== 'store-time-limit') throw error;
      const reports = [...new Set(some.map(reportOf))];
      const half = new Set(reports.slice(0, reports.length / 2));
      if (half.size === 0) for (const report of reports) cut.set(report, error);
      else {
        await append(some.filter((event) => half.has(reportOf(event))));
        await append(some.filter((event) => !half.has(reportOf(event))));
      }
    }
  };
  await append(events);
  return { parts, cut };
}

const reportOf = (event: ReportEvent): string =>
  event.kind === 'report-added' ? event.report.id : event.reading.report;
