// Reads one report's claims without a ledger. A text in another language is not read as English.
import type { SentenceStep, TraceStep } from '../extract/trace.ts';
import type { ExtractedClaim } from '../model/claim.ts';
import type { Report } from '../model/report.ts';
import { claimsOfEach } from './read-together.ts';
import type { Reader } from './services.ts';

export interface ReportReading {
  readonly claims: readonly ExtractedClaim[];
  /** What the reader did, step by step; empty unless asked for. */
  readonly trace: readonly TraceStep[];
  /** Each sentence, read or passed over, without its view; empty unless asked for. */
  readonly sentences: readonly SentenceStep[];
}

/** The built-in reader, which can also say how it read. */
export interface TracingReader extends Reader {
  /** At once: it waits for nothing. */
  read(report: Report): readonly ExtractedClaim[];
  readTraced(report: Report): ReportReading;
  readonly together: {
    readonly most: number;
    read(reports: readonly Report[]): readonly (readonly ExtractedClaim[])[];
  };
}

const canTrace = (reader: Reader): reader is TracingReader => 'readTraced' in reader;

export async function readReport(reader: Reader, report: Report, traced = false): Promise<ReportReading> {
  if (report.language && report.language !== 'en') return { claims: [], trace: [], sentences: [] };
  if (traced && canTrace(reader)) return reader.readTraced(report);
  return { claims: await reader.read(report), trace: [], sentences: [] };
}

/** Several reports, each as `readReport` has it. Throws what the reader throws for one of them. */
export async function readReports(
  reader: Reader,
  reports: readonly Report[],
  traced = false,
): Promise<readonly ReportReading[]> {
  if (!traced && reader.together !== undefined && reports.length > 1) {
    return (await claimsOfEach(reader, reports)).map((claims) => {
      if (claims instanceof Error) throw claims;
      return { claims, trace: [], sentences: [] };
    });
  }
  const readings: ReportReading[] = [];
  for (const report of reports) readings.push(await readReport(reader, report, traced));
  return readings;
}
