// Takes claims made elsewhere: CLAIMS.jsonl, a report with its claims on each line. Bad lines and claims are refused by name, the rest is kept.
import type { Fault } from '../model/errors.ts';
import type { Services } from './services.ts';

export interface ImportSummary {
  /** Reports and claims new to the ledger. */
  readonly reports: number;
  readonly claims: number;
  /** Claims that the ledger already held. */
  readonly known: number;
  /** Each refused line or claim: `source` is "claims.jsonl:12" or "claims.jsonl:12 claim a3". */
  readonly faults: readonly Fault[];
}

export interface ImportEvents {
  readonly fault?: (fault: Fault) => void;
  /** Lines taken and committed so far. */
  readonly progress?: (lines: number) => void;
}

export type ImportClaims = (
  services: Pick<Services, 'store' | 'clock'>,
  lines: AsyncIterable<string>,
  source: string,
  on?: ImportEvents,
) => Promise<ImportSummary>;
