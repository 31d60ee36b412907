// `laydown reports`: the reports of the ledger, or those that hold words, with the words in their place.
import { listReports, passagesOf } from '../../app/list-reports.ts';
import type { ReportsQuestion } from '../../app/questions.ts';
import { toldReport } from '../../app/told-answers.ts';
import { LaydownError } from '../../model/errors.ts';
import type { ReportFact } from '../../model/event.ts';
import type { Passage } from '../../model/report.ts';
import { withLedger } from '../ledger.ts';
import { counted } from '../numbers.ts';
import { tableLines, wrap } from '../table.ts';
import type { Call } from '../verb-kit.ts';

interface Options extends Omit<ReportsQuestion, 'min' | 'max'> {
  readonly min?: string;
  readonly max?: string;
}

export const reports = (call: Call, { min, max, ...options }: Options): Promise<void> =>
  withLedger(call, async (services) => {
    const { terminal } = call;
    const { search } = options;
    const found = await listReports(services, { ...options, ...numbered('min', min), ...numbered('max', max) });
    const passages =
      search === undefined
        ? new Map<string, readonly Passage[]>()
        : await passagesOf(
            services,
            search,
            found.map(({ id }) => id),
          );
    if (call.global.json) {
      const told = found.map((report) =>
        search === undefined ? toldReport(report) : { ...toldReport(report), passages: passages.get(report.id) ?? [] },
      );
      terminal.json({ reports: told });
      return;
    }
    const room = (terminal.width ?? 120) - 4;
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
      (report) =>
        (passages.get(report.id) ?? []).flatMap(({ text }) =>
          wrap(`\u2026 ${text} \u2026`, room).map((line) => terminal.paint.dim(`    ${line}`)),
        ),
    );
    if (found.length > 0) for (const line of lines) terminal.say(line);
    terminal.say(terminal.paint.dim(counted(found.length, 'report')));
  });

function numbered<K extends 'min' | 'max'>(name: K, text: string | undefined): { readonly [key in K]?: number } {
  if (text === undefined) return {};
  if (!/^\d{1,12}$/.test(text)) throw new LaydownError('usage', `--${name} ${text}: a whole number, such as 500`);
  return { [name]: Number(text) } as { readonly [key in K]?: number };
}
