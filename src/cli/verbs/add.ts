// `laydown add`: reports into the ledger. A line on stdout is an acknowledgement: the report is on the disk.
import { addReports } from '../../app/add-reports.ts';
import { isFault, takeIn } from '../../app/take-in.ts';
import { isWebAddress, webFile } from '../../app/web-file.ts';
import type { Day } from '../../model/day.ts';
import { warnOfFault } from '../errors.ts';
import { type ExtractorOptions, readersOf } from '../extractor.ts';
import { withStore } from '../ledger.ts';
import { counted } from '../numbers.ts';
import { progressOn } from '../progress.ts';
import { withQueue } from '../queue.ts';
import { collect, each } from '../streams.ts';
import type { Call } from '../verb-kit.ts';

export interface AddOptions extends ExtractorOptions {
  readonly published?: Day;
  readonly publisher?: string;
  /** Hand the files to workers instead. */
  readonly queue?: string;
}

export async function add(call: Call, paths: readonly string[], options: AddOptions): Promise<void> {
  const { wiring, terminal } = call;
  if (options.queue !== undefined) return publish(call, paths, options);
  const loading = readersOf(call, options);
  loading.catch(() => undefined);
  const files = await collect(findInputs(call, paths));
  const progress = progressOn(wiring.stderr, files.length, () => performance.now());
  let done = 0;
  await withStore(call, async (store) => {
    const { reader, second, tell } = await loading;
    const services = { store, clock: wiring.clock, reader, ...(second === undefined ? {} : { second }) };
    const incoming = takeIn(wiring.texts, each(files), {
      ...(options.published === undefined ? {} : { published: options.published }),
      file: () => progress.update(++done),
      note: (source, note) => {
        progress.clear();
        terminal.warn(`${terminal.warnPaint.yellow('laydown:')} ${source}: ${note}`);
      },
    });
    const summary = await addReports(services, published(incoming, options.publisher), {
      added: (report) => {
        if (call.global.json) terminal.json(report);
        else {
          progress.clear();
          const found = report.outcome === 'known' ? '' : `  ${counted(report.claims, 'claim')}`;
          terminal.say(
            `${terminal.paint.green(report.outcome.padEnd(6))} ${report.id}${found}  ${terminal.paint.dim(report.source)}`,
          );
        }
      },
      fault: (fault) => {
        progress.clear();
        warnOfFault(terminal, fault);
        call.fail();
      },
    });
    progress.clear();
    tell();
    const { faults, ...counts } = summary;
    if (call.global.json) terminal.json({ summary: { ...counts, failed: faults.length } });
    else terminal.warn(summaryText(summary.added, summary.known, summary.reread, summary.claims, faults.length));
  });
}

/** A line on stdout: the queue has it on its disks; a worker will put it into the ledger. */
const publish = (call: Call, paths: readonly string[], options: AddOptions): Promise<void> =>
  withQueue(call, options.queue, async (queue) => {
    const { wiring, terminal } = call;
    const { publishFiles } = await import('../../app/publish-files.ts');
    const summary = await publishFiles(queue, wiring.files.find(paths), options, {
      queued: (source, outcome) => {
        if (call.global.json) terminal.json({ source, outcome });
        else terminal.say(`${terminal.paint.green(outcome)} ${source}`);
      },
      fault: (fault) => {
        warnOfFault(terminal, fault);
        call.fail();
      },
    });
    const { faults, ...counts } = summary;
    if (call.global.json) terminal.json({ summary: { ...counts, failed: faults.length } });
    else
      terminal.warn(
        `${counted(counts.queued, 'file')} queued${counts.known > 0 ? `, ${counts.known} queued already` : ''}${faults.length > 0 ? `, ${counted(faults.length, 'input')} failed` : ''}`,
      );
  });

const summaryText = (added: number, known: number, reread: number, claims: number, failed: number): string =>
  [
    `${counted(added, 'report')} added with ${counted(claims, 'claim')}`,
    known > 0 && `${counted(known, 'report')} known already`,
    reread > 0 && `${counted(reread, 'report')} read again`,
    failed > 0 && `${counted(failed, 'input')} failed`,
  ]
    .filter(Boolean)
    .join(', ');

/** Files and addresses in the order they are named. */
async function* findInputs({ wiring }: Call, paths: readonly string[]): ReturnType<Call['wiring']['files']['find']> {
  for (const path of paths) {
    if (isWebAddress(path)) yield webFile(await wiring.fetcher(), path);
    else yield* wiring.files.find([path]);
  }
}

type Incoming = ReturnType<typeof takeIn>;

async function* published(incoming: Incoming, publisher: string | undefined): Incoming {
  for await (const one of incoming) {
    if (isFault(one)) {
      yield one;
      continue;
    }
    const { report, source } = one;
    yield {
      ...one,
      report: {
        ...report,
        publisher: report.publisher ?? publisher ?? null,
        url: report.url ?? (isWebAddress(source) ? source : null),
      },
    };
  }
}
