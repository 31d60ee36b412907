// The reports of the ledger, by the day they became known.
import type { ReportFact } from '../model/event.ts';
import { dayIn } from './names-and-days.ts';
import type { ReportsQuestion } from './questions.ts';
import type { Services } from './services.ts';

export const listReports = (
  { store }: Pick<Services, 'store'>,
  { known, publisher }: ReportsQuestion = {},
): Promise<readonly ReportFact[]> =>
  store.reports({
    ...(known === undefined ? {} : { known: dayIn(known, 'known') }),
    ...(publisher === undefined ? {} : { publisher }),
  });
