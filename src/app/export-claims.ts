// The ledger as lines that `import` takes: a report with its claims as they stand on the known day.
import type { KnownClaim } from '../ledger/known-claim.ts';
import type { Day } from '../model/day.ts';
import type { Report } from '../model/report.ts';
import { knownOn } from './known-on.ts';
import { dayIn } from './names-and-days.ts';
import type { Services } from './services.ts';

export interface ExportedReport {
  readonly report: Report;
  readonly claims: readonly KnownClaim[];
}

/** Reports by their day and id, each once, those without claims too. Throws LaydownError `usage` for a day that is none. */
export async function* exportClaims(
  { store, clock }: Pick<Services, 'store' | 'clock'>,
  knownDay?: Day,
): AsyncGenerator<ExportedReport> {
  const known = knownDay === undefined ? clock.today() : dayIn(knownDay, 'known');
  const byReport = new Map<string, KnownClaim[]>();
  for (const claim of await knownOn(store, known)) {
    const claims = byReport.get(claim.report.id);
    if (claims) claims.push(claim);
    else byReport.set(claim.report.id, [claim]);
  }
  for (const { id } of await store.reports({ known })) {
    const report = await store.report(id);
    if (report !== null) yield { report, claims: byReport.get(id) ?? [] };
  }
}
