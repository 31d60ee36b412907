// The built-in reader: the extraction cascade over the built gazetteer, loaded once a run.
import type { ReportReading, TracingReader } from './app/read-report.ts';
import { extract } from './extract/extract.ts';
import type { SentenceStep, TraceStep } from './extract/trace.ts';
import type { Report } from './model/report.ts';
import { gazetteer } from './wire-gazetteer.ts';

/** Raised with every change of what is read: the ledger takes the newer reading in place of the older. */
const READER_VERSION = '0.1.0';

export function reader(): TracingReader {
  const names = gazetteer();
  return {
    name: 'laydown',
    version: READER_VERSION,
    read: (report) => (isEnglish(report) ? extract(report, names) : []),
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
