// `laydown reports`: the reports of the ledger.
import { listReports } from '../../app/list-reports.ts';
import type { ReportsQuestion } from '../../app/questions.ts';
import { toldReport } from '../../app/told-answers.ts';
import type { ReportFact } from '../../model/event.ts';
import { withStore } from '../ledger.ts';
import { counted } from '../numbers.ts';
import { tableLines } from '../table.ts';
import type { Call } from '../verb-kit.ts';

export const reports = (call: Call, options: ReportsQuestion): Promise<void> =>
  withStore(call, async (store) => {
    const { terminal } = call;
    const found = await listReports({ store }, options);
    if (call.global.json) {
      terminal.json({ reports: found.map(toldReport) });
      return;
    }
    const lines = tableLines<ReportFact>(
      [
        { title: 'Published', cell: (r) => r.published ?? 'unknown' },
        { title: 'Publisher', cell: (r) => r.publisher ?? '', least: 10 },
        { title: 'Title', cell: (r) => r.title ?? r.url ?? '', least: 20 },
        { title: 'Agency', cell: (r) => r.agency ?? '' },
        { title: 'Added', cell: (r) => r.recorded },
        { title: 'Id', cell: (r) => r.id, least: 12, paint: (text) => terminal.paint.dim(text) },
      ],
      found,
      terminal.width,
      (text) => terminal.paint.underline(text),
    );
    if (found.length > 0) for (const line of lines) terminal.say(line);
    terminal.say(terminal.paint.dim(counted(found.length, 'report')));
  });
