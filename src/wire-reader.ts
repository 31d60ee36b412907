// The built-in reader: the extraction cascade over the built gazetteer, loaded once a run.
import type { ReportReading, TracingReader } from './app/read-report.ts';
import type { Reader } from './app/services.ts';
import { extract, extractAll } from './extract/extract.ts';
import { isAboutForces } from './extract/screen.ts';
import type { SentenceStep, TraceStep } from './extract/trace.ts';
import type { ExtractedClaim } from './model/claim.ts';
import type { Report } from './model/report.ts';
import { gazetteer } from './wire-gazetteer.ts';

/** Raised with every change of what is read: the ledger takes the newer reading in place of the older. */
const READER = { name: 'laydown', version: '0.8.0' } as const;

/** So many reports wait in each thread's line: a commit takes 64 at most. */
const AT_ONCE_A_THREAD = 16;
/** So many stories hold enough sentences to fill the window in which they are read (`extract/read-ahead.ts`). */
const TOGETHER = 16;
/** A commit's reports: shared among threads so that each has two groups of them. */
const A_COMMIT = 64;

/** The same in several threads of their own. `entry` is the threads' file; `closing` is told how to end them. */
export async function pooledReader(
  threads: number,
  entry: URL,
  closing: (close: () => Promise<void>) => void,
): Promise<Reader> {
  const { readerPool } = await import('./adapters/reader-pool.ts');
  const pool = await readerPool(entry, threads);
  closing(() => pool.close());
  const { name, version } = READER;
  // Most general news tell nothing of forces: to see that here costs less than to send their texts over.
  const isWorthSending = (report: Report): boolean => isEnglish(report) && isAboutForces(report.text ?? '');
  const readAll = async (reports: readonly Report[]): Promise<AllClaims> => {
    const worth = reports.filter(isWorthSending);
    return inPlace(reports, worth, worth.length === 0 ? [] : await pool.read(worth));
  };
  return {
    name,
    version,
    atOnce: AT_ONCE_A_THREAD * threads,
    read: async (report) => (await readAll([report]))[0]!,
    together: { most: Math.max(1, Math.min(TOGETHER, Math.floor(A_COMMIT / (2 * threads)))), read: readAll },
  };
}

type AllClaims = readonly (readonly ExtractedClaim[])[];

/** The claims of those that were read, each in its report's place; none of the others. */
function inPlace(reports: readonly Report[], read: readonly Report[], claims: AllClaims): AllClaims {
  const known = new Map(read.map((report, i) => [report, claims[i]!]));
  return reports.map((report) => known.get(report) ?? []);
}

export function reader(): TracingReader {
  const names = gazetteer();
  return {
    ...READER,
    read: (report) => (isEnglish(report) ? extract(report, names) : []),
    together: {
      most: TOGETHER,
      read: (reports) => {
        const english = reports.filter(isEnglish);
        return inPlace(reports, english, extractAll(english, names));
      },
    },
    readTraced: (report): ReportReading => {
      if (!isEnglish(report)) return { claims: [], trace: [], sentences: [] };
      const trace: TraceStep[] = [];
      const sentences: SentenceStep[] = [];
      const claims = extract(report, names, {
        trace: (step) => trace.push(step),
        sentence: ({ at, skipped }) => sentences.push({ at, skipped, view: null }),
      });
      return { claims, trace, sentences };
    },
  };
}

const isEnglish = ({ language }: Report): boolean => !language || language === 'en';
