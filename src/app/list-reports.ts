// The reports of the ledger, by the day they became known: all of them, or those whose words or claims are as asked.
import type { ReportFact } from '../model/event.ts';
import type { Passage } from '../model/report.ts';
import type { Asking } from './known-on.ts';
import { dayIn } from './names-and-days.ts';
import type { ReportsQuestion } from './questions.ts';
import { searchLedger } from './search-ledger.ts';
import { wellFormed } from './sound-text.ts';

/** Throws LaydownError `not-found` for a name that is not known, `usage` for a day or range that is none. */
export async function listReports(services: Asking, question: ReportsQuestion = {}): Promise<readonly ReportFact[]> {
  const { known, publisher, search, ...claims } = question;
  const reports = await services.store.reports({
    ...(known === undefined ? {} : { known: dayIn(known, 'known') }),
    ...(publisher === undefined ? {} : { publisher }),
    ...(search === undefined ? {} : { words: soundWords(search) }),
  });
  if (Object.keys(claims).length === 0 || reports.length === 0) return reports;
  const found = await searchLedger(services, known === undefined ? claims : { ...claims, known });
  const ids = new Set(found.claims.map(({ report }) => report.id));
  return reports.filter(({ id }) => ids.has(id));
}

/** Where the words that were searched for stand in the texts of these reports, by report; those that hold them in their titles alone are left out. */
export const passagesOf = (
  { store }: Pick<Asking, 'store'>,
  search: string,
  reports: readonly string[],
): Promise<ReadonlyMap<string, readonly Passage[]>> => store.passages(soundWords(search), reports);

/** What no text in a database can be is left out. */
const soundWords = (words: string): string => wellFormed(words).replaceAll('\u0000', '');
