// What would come into the ledger: reports with the claims read from them, before anything is kept.

import { reportId } from '../ledger/ids.ts';
import type { ExtractedClaim } from '../model/claim.ts';
import type { Day } from '../model/day.ts';
import type { Draft } from '../model/draft.ts';
import type { Fault } from '../model/errors.ts';
import { type Report, reportSchema } from '../model/report.ts';
import type { FoundFile, TextServices } from '../ports/intake.ts';
import { type AddSummary, addReports, type IncomingReport } from './add-reports.ts';
import type { Services } from './services.ts';
import { isFault, takeIn } from './take-in.ts';

/** What the person who adds them knows of them; it stands where the file says nothing, the day always. */
export interface AboutReports {
  readonly title?: string;
  readonly publisher?: string;
  readonly published?: Day;
  readonly url?: string;
}

export interface LookedAt {
  readonly reports: readonly { readonly report: Report; readonly claims: readonly ExtractedClaim[] }[];
  readonly faults: readonly Fault[];
  /** Guesses that were made: of a charset, of a language. */
  readonly notes: readonly string[];
}

/** Reads and keeps nothing. */
export async function lookAtReports(
  { texts, reader }: { readonly texts: TextServices } & Pick<Services, 'reader'>,
  file: FoundFile,
  about: () => AboutReports,
): Promise<LookedAt> {
  const reports: { report: Report; claims: readonly ExtractedClaim[] }[] = [];
  const faults: Fault[] = [];
  const notes: string[] = [];
  const { published } = about();
  const options = {
    ...(published === undefined ? {} : { published }),
    note: (_: string, note: string) => notes.push(note),
  };
  for await (const one of takeIn(texts, once(file), options)) {
    if (isFault(one)) {
      faults.push(one);
      continue;
    }
    const report = completed(one.report, about());
    const isRead = report.text !== null && (report.language ?? 'en') === 'en';
    reports.push({ report, claims: isRead ? await reader.read(report) : [] });
  }
  return { reports, faults, notes };
}

/** Adds what was looked at. */
export const keepReports = (
  services: Pick<Services, 'store' | 'clock' | 'reader'>,
  { reports }: Pick<LookedAt, 'reports'>,
): Promise<AddSummary> =>
  addReports(
    services,
    each(reports.map(({ report }): IncomingReport => ({ source: report.title ?? report.id, report }))),
  );

function completed(draft: Draft, { title, publisher, url }: AboutReports): Report {
  const full = {
    ...draft,
    title: draft.title ?? title ?? null,
    publisher: draft.publisher ?? publisher ?? null,
    url: draft.url ?? url ?? null,
  };
  return reportSchema.parse({ ...full, id: draft.id ?? reportId(full) });
}

async function* once<T>(item: T): AsyncGenerator<T> {
  yield item;
}

async function* each<T>(items: readonly T[]): AsyncGenerator<T> {
  yield* items;
}
