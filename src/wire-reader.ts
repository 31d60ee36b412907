// The built-in reader: the extraction cascade over the built gazetteer, loaded once a run.
import type { ReportReading, TracingReader } from './app/read-report.ts';
import { extract } from './extract/extract.ts';
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
      const trace: string[] = [];
      if (!isEnglish(report))
        return { claims: [], trace: [`not read: the text is in another language (${report.language})`] };
      const claims = extract(report, names, {
        trace: ({ step, rule, words, why }) => trace.push(`${step} ${rule}: "${words.replace(/\s+/g, ' ')}" (${why})`),
      });
      return { claims, trace };
    },
  };
}

const isEnglish = ({ language }: Report): boolean => !language || language === 'en';
