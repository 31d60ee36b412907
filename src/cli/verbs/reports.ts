// `laydown reports`: the reports of the ledger, or those that hold words, with the words in their place.
import { eachReportListed, passagesOf } from '../../app/list-reports.ts';
import type { ReportsQuestion } from '../../app/questions.ts';
import { toldReport } from '../../app/told-answers.ts';
import { LaydownError } from '../../model/errors.ts';
import type { ReportFact } from '../../model/event.ts';
import type { Passage } from '../../model/report.ts';
import { withLedger } from '../ledger.ts';
import { limitIn, nextIn, type PartOptions, writeList } from '../listing.ts';
import { counted } from '../numbers.ts';
import { tableLines, wrap } from '../table.ts';
import type { Terminal } from '../terminal.ts';
import type { Call } from '../verb-kit.ts';

interface Options extends Omit<ReportsQuestion, 'min' | 'max'>, PartOptions {
  readonly min?: string;
  readonly max?: string;
}

type Passages = ReadonlyMap<string, readonly Passage[]>;

/** Laid out, and looked through for words, together. */
const AT_ONCE = 1_000;

export async function reports(call: Call, { min, max, limit, ...options }: Options): Promise<void> {
  const most = limitIn(limit);
  const question = { ...options, ...numbered('min', min), ...numbered('max', max) };
  await withLedger(call, async (services) => {
    const { terminal } = call;
    const { search } = question;
    const passages = async (found: readonly ReportFact[]): Promise<Passages | null> =>
      search === undefined
        ? null
        : passagesOf(
            services,
            search,
            found.map(({ id }) => id),
          );
    const listed = eachReportListed(services, question, Math.min(AT_ONCE, (most ?? AT_ONCE) + 1));
    if (call.global.json)
      await writeList(call, listed, most, {
        atOnce: AT_ONCE,
        before: '{"reports":[',
        print: async (found, isFirst) => {
          const words = await passages(found);
          const told = found.map((report) =>
            words === null ? toldReport(report) : { ...toldReport(report), passages: words.get(report.id) ?? [] },
          );
          return `${isFirst ? '' : ','}${told.map((one) => JSON.stringify(one)).join(',')}`;
        },
        behind: ({ next }) => `]${nextIn(most, next)}}\n`,
      });
    else
      await writeList(call, listed, most, {
        atOnce: AT_ONCE,
        print: async (found, isFirst) => {
          const lines = reportLines(found, terminal, await passages(found));
          return `${(isFirst ? lines : lines.slice(1)).join('\n')}\n`;
        },
        behind: ({ count, next }) =>
          `${terminal.paint.dim(counted(count, 'report') + (next === null ? '' : `; more with --after ${next}`))}\n`,
      });
  });
}

/** The head first. */
function reportLines(found: readonly ReportFact[], { paint, width }: Terminal, passages: Passages | null): string[] {
  const room = (width ?? 120) - 4;
  return tableLines<ReportFact>(
    [
      { title: 'Published', cell: (r) => r.published ?? 'unknown' },
      { title: 'Publisher', cell: (r) => r.publisher ?? '', least: 10 },
      { title: 'Title', cell: (r) => r.title ?? r.url ?? '', least: 20 },
      { title: 'Agency', cell: (r) => r.agency ?? '' },
      { title: 'Added', cell: (r) => r.recorded },
      { title: 'Id', cell: (r) => r.id, least: 12, paint: (text) => paint.dim(text) },
    ],
    found,
    width,
    (text) => paint.underline(text),
    (report) =>
      (passages?.get(report.id) ?? []).flatMap(({ text }) =>
        wrap(`\u2026 ${text} \u2026`, room).map((line) => paint.dim(`    ${line}`)),
      ),
  );
}

function numbered<K extends 'min' | 'max'>(name: K, text: string | undefined): { readonly [key in K]?: number } {
  if (text === undefined) return {};
  if (!/^\d{1,12}$/.test(text)) throw new LaydownError('usage', `--${name} ${text}: a whole number, such as 500`);
  return { [name]: Number(text) } as { readonly [key in K]?: number };
}
