// Reads one report's claims without a ledger. A text in another language is not read as English.
import type { ExtractedClaim } from '../model/claim.ts';
import type { Report } from '../model/report.ts';
import type { Reader } from './services.ts';

export interface ReportReading {
  readonly claims: readonly ExtractedClaim[];
  /** What the reader did, a line a step; empty unless asked for. */
  readonly trace: readonly string[];
}

/** A reader that can also say how it read. */
export interface TracingReader extends Reader {
  readTraced(report: Report): ReportReading;
}

const canTrace = (reader: Reader): reader is TracingReader => 'readTraced' in reader;

export function readReport(reader: Reader, report: Report, traced = false): ReportReading {
  if (report.language && report.language !== 'en') return { claims: [], trace: [] };
  if (traced && canTrace(reader)) return reader.readTraced(report);
  return { claims: reader.read(report), trace: [] };
}
