// One report with its claims, judgements, twins and comments.
import { verdictsInForce } from '../../ledger/fold.ts';
import type { CommentView } from '../../views/pages/comments.ts';
import { type ReportPage, viewReport } from '../../views/pages/report.ts';
import type { Asking } from '../known-on.ts';
import { dayIn } from '../names-and-days.ts';
import { showReport } from '../show-report.ts';
import { rejectedOf } from './rejected.ts';

/** Throws LaydownError `not-found` where there is no such report by the known day. */
export async function reportPage(
  services: Asking,
  { id, known }: { readonly id: string; readonly known?: string | undefined },
  comments: readonly CommentView[],
): Promise<ReportPage> {
  const shown = await showReport(services, { id, ...(known ? { known: dayIn(known, 'known') } : {}) });
  const facts = await services.store.facts({ reports: [id], known: shown.known });
  const verdicts = verdictsInForce(facts.judgements, shown.known);
  const standing = new Set(shown.claims.map((claim) => claim.id));
  const all = await services.store.reports({ known: shown.known });
  const twins = all.filter((report) => shown.repeated_in.includes(report.id));
  return viewReport(
    {
      ...shown,
      rejected: rejectedOf(facts, verdicts, standing, shown),
      twins: twins.map(({ id, title, publisher, published }) => ({ id, title, publisher, published })),
      comments,
    },
    services.atlas,
  );
}
