// The reports of the ledger, the latest first: all of them, or those that hold words.
import { claimsOf } from '../../reconcile/knowledge.ts';
import type { ReportsPage } from '../../views/pages/lists.ts';
import { type Asking, knownOn } from '../known-on.ts';
import { listReports, passagesOf } from '../list-reports.ts';
import { daysOf } from '../names-and-days.ts';
import { some } from './asked.ts';

type Words = Readonly<Record<string, string | undefined>>;

const REPORTS_A_PAGE = 100;

export async function reportsPage(services: Asking, words: Words): Promise<ReportsPage> {
  const { known } = daysOf(some('known', words['known']), services.clock);
  const all = await services.store.reports({ known });
  const search = words['search']?.trim() || null;
  const found = search === null ? all : await listReports(services, { known, search });
  const publisher = words['publisher'] || null;
  const counts = new Map<string, number>();
  for (const { report } of claimsOf(await knownOn(services, known)))
    counts.set(report.id, (counts.get(report.id) ?? 0) + 1);
  const chosen = found
    .filter((report) => publisher === null || report.publisher === publisher)
    .sort((a, b) => compare(b.published ?? b.recorded, a.published ?? a.recorded) || compare(a.id, b.id));
  const from = /^\d{1,9}$/.test(words['from'] ?? '') ? Number(words['from']) : 0;
  const shown = chosen.slice(from, from + REPORTS_A_PAGE);
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
    publishers: [...new Set(all.flatMap((report) => report.publisher ?? []))].sort(),
    reports: shown.map(({ id, title, publisher: by, published }) => ({
      id,
      title,
      publisher: by,
      published,
      claims: counts.get(id) ?? 0,
      passages: passages?.get(id) ?? [],
    })),
    total: chosen.length,
    from,
  };
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
