// The reports of the ledger, the latest first: all of them, or those that hold words.
import type { ReportFact } from '../../model/event.ts';
import { claimsOf } from '../../reconcile/knowledge.ts';
import type { ReportsPage } from '../../views/pages/lists.ts';
import { type Asking, knownOn } from '../known-on.ts';
import { eachReportListed, passagesOf } from '../list-reports.ts';
import { daysOf } from '../names-and-days.ts';
import { some } from './asked.ts';

type Words = Readonly<Record<string, string | undefined>>;

const REPORTS_A_PAGE = 100;

export async function reportsPage(services: Asking, words: Words): Promise<ReportsPage> {
  const { known } = daysOf(some('known', words['known']), services.clock);
  const search = words['search']?.trim() || null;
  const publisher = words['publisher'] || null;
  const from = /^\d{1,9}$/.test(words['from'] ?? '') ? Number(words['from']) : 0;
  const publishers = new Set<string>();
  const latest = new Latest(from + REPORTS_A_PAGE);
  const isOf = (report: ReportFact): boolean => publisher === null || report.publisher === publisher;
  for await (const report of eachReportListed(services, { known })) {
    if (report.publisher !== null) publishers.add(report.publisher);
    if (search === null && isOf(report)) latest.add(report);
  }
  if (search !== null)
    for await (const report of eachReportListed(services, { known, search })) if (isOf(report)) latest.add(report);
  const shown = latest.first().slice(from);
  const counts = new Map(shown.map(({ id }) => [id, 0]));
  for (const { report } of claimsOf(await knownOn(services, known))) {
    const count = counts.get(report.id);
    if (count !== undefined) counts.set(report.id, count + 1);
  }
  const passages =
    search === null
      ? null
      : await passagesOf(
          services,
          search,
          shown.map(({ id }) => id),
        );
  return {
    page: 'reports',
    known,
    search,
    publisher,
    publishers: [...publishers].sort(),
    reports: shown.map(({ id, title, publisher: by, published }) => ({
      id,
      title,
      publisher: by,
      published,
      claims: counts.get(id) ?? 0,
      passages: passages?.get(id) ?? [],
    })),
    total: latest.count,
    from,
  };
}

/** The latest of many that come in any order: of the others only how many there are is kept. */
class Latest {
  readonly #most: number;
  #held: ReportFact[] = [];
  count = 0;

  constructor(most: number) {
    this.#most = most;
  }

  add(report: ReportFact): void {
    this.count++;
    // Sorted when twice as many are held: a long list costs a sort of so few for each so many.
    if (this.#held.push(report) >= 2 * this.#most) this.#held = this.first();
  }

  first(): ReportFact[] {
    return this.#held.sort(byDay).slice(0, this.#most);
  }
}

const byDay = (a: ReportFact, b: ReportFact): number =>
  compare(b.published ?? b.recorded, a.published ?? a.recorded) || compare(a.id, b.id);
const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
