// The reports of the ledger, by the day they became known: all of them, or those whose words or claims are as asked.
import { LaydownError } from '../model/errors.ts';
import type { ReportFact } from '../model/event.ts';
import type { Passage } from '../model/report.ts';
import type { Asking } from './known-on.ts';
import { dayIn } from './names-and-days.ts';
import type { Part, ReportsQuestion } from './questions.ts';
import { eachClaimFound, type SearchQuestion } from './search-ledger.ts';
import { lastOf, type Some } from './some-of.ts';
import { wellFormed } from './sound-text.ts';

/** Reports read from the store at a time. */
const AT_ONCE = 1_000;

/** Throws LaydownError `not-found` for a name that is not known, `usage` for a day or range that is none. */
export async function listReports(services: Asking, question: ReportsQuestion = {}): Promise<readonly ReportFact[]> {
  const found: ReportFact[] = [];
  for await (const report of eachReportListed(services, question)) found.push(report);
  return found;
}

/** No more reports than `limit`. Throws as `eachReportListed`. */
export async function listSomeReports(
  services: Asking,
  { limit, ...question }: ReportsQuestion & Part,
): Promise<readonly ReportFact[]> {
  const some: ReportFact[] = [];
  for await (const report of eachReportListed(services, question, Math.min(limit, AT_ONCE)))
    if (some.push(report) >= limit) break;
  return some;
}

/** The last known first, no more than `limit`, and how many more there are: from behind the report `after` where one is given. Throws as `eachReportListed`. */
export async function listLatestReports(
  services: Asking,
  { limit, after, ...question }: ReportsQuestion & Part,
): Promise<Some<ReportFact>> {
  if (after !== undefined && (await services.store.report(after)) === null)
    throw new LaydownError('not-found', `the ledger has no report "${after}" after which the list could go on`);
  return lastOf(eachReportListed(services, question), limit, ({ id }) => id === after);
}

/** Read in parts of so many. Throws as `listReports`, and `not-found` where the ledger has no report of the id `after`. */
export async function* eachReportListed(
  services: Asking,
  { known, publisher, search, after, ...claims }: ReportsQuestion & Partial<Pick<Part, 'after'>>,
  limit: number = AT_ONCE,
): AsyncGenerator<ReportFact, void, undefined> {
  const { store } = services;
  const filter = {
    ...(known === undefined ? {} : { known: dayIn(known, 'known') }),
    ...(publisher === undefined ? {} : { publisher }),
    ...(search === undefined ? {} : { words: soundWords(search) }),
    limit,
  };
  if (after !== undefined && (await store.report(after)) === null)
    throw new LaydownError('not-found', `the ledger has no report "${after}" after which the list could go on`);
  const wanted = Object.values(claims).every((one) => one === undefined)
    ? null
    : await reportsWith(services, known === undefined ? claims : { ...claims, known });
  for (let last = after; ; ) {
    const reports = await store.reports(last === undefined ? filter : { ...filter, after: last });
    for (const report of reports) if (wanted === null || wanted.has(report.id)) yield report;
    if (reports.length < limit) return;
    last = reports.at(-1)!.id;
  }
}

async function reportsWith(services: Asking, question: SearchQuestion): Promise<ReadonlySet<string>> {
  const { claims } = await eachClaimFound(services, question);
  const reports = new Set<string>();
  for (const { report } of claims) reports.add(report.id);
  return reports;
}

/** Where the words that were searched for stand in the texts of these reports, by report; those that hold them in their titles alone are left out. */
export const passagesOf = (
  { store }: Pick<Asking, 'store'>,
  search: string,
  reports: readonly string[],
): Promise<ReadonlyMap<string, readonly Passage[]>> => store.passages(soundWords(search), reports);

/** What no text in a database can be is left out. */
const soundWords = (words: string): string => wellFormed(words).replaceAll('\u0000', '');
