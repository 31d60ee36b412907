// `laydown add`: reports into the ledger. A line on stdout is an acknowledgement: the report is on the disk.
import { type AddedReport, type AddSummary, addReports } from '../../app/add-reports.ts';
import { archiveBookmarks } from '../../app/archive-bookmark.ts';
import { isFault, isMilestone, takeInMarked } from '../../app/take-in.ts';
import { isWebAddress, webFile } from '../../app/web-file.ts';
import type { Day } from '../../model/day.ts';
import { type ArchiveCall, archiveReading } from '../archives.ts';
import { warnOfFault } from '../errors.ts';
import { type ExtractorOptions, readersOf } from '../extractor.ts';
import { withStore } from '../ledger.ts';
import { counted } from '../numbers.ts';
import { withQueue } from '../queue.ts';
import { collect, each } from '../streams.ts';
import type { Call } from '../verb-kit.ts';

export interface AddOptions extends ExtractorOptions, ArchiveCall {
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
  await withStore(call, async (store) => {
    const { reader, second, tell } = await loading;
    const services = { store, clock: wiring.clock, reader, ...(second === undefined ? {} : { second }) };
    const { published: day, publisher, screen, again = false } = options;
    const way = [reader.name, reader.version, second?.name, second?.version, day, publisher, screen];
    const reading = archiveReading(call, files, options, archiveBookmarks(store.bookmarks, way, again));
    const { progress } = reading;
    const incoming = takeInMarked(wiring.texts, each(files), {
      archives: reading.options,
      ...(options.published === undefined ? {} : { published: options.published }),
      file: reading.file,
      note: (source, note) => {
        progress.clear();
        terminal.warn(`${terminal.warnPaint.yellow('laydown:')} ${source}: ${note}`);
      },
    });
    const lineOf = (report: AddedReport): string => {
      if (call.global.json) return JSON.stringify(report);
      const found = report.outcome === 'known' ? '' : `  ${counted(report.claims, 'claim')}`;
      return `${terminal.paint.green(report.outcome.padEnd(6))} ${report.id}${found}  ${terminal.paint.dim(report.source)}`;
    };
    // Whoever reads them is woken once a commit.
    let lines: string[] = [];
    const isToBeNamed = publisher !== undefined || paths.some(isWebAddress);
    const summary = await addReports(services, isToBeNamed ? published(incoming, publisher) : incoming, {
      added: (report) => lines.push(lineOf(report)),
      committed: () => {
        if (lines.length === 0) return;
        progress.clear();
        terminal.say(lines.join('\n'));
        lines = [];
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
    const passed = reading.passedOver();
    if (call.global.json) terminal.json({ summary: { ...counts, passed_over: passed, failed: faults.length } });
    else terminal.warn(summaryText(summary, passed));
  });
}

/** A line on stdout: the queue has it on its disks; a worker will put it into the ledger. */
const publish = (call: Call, paths: readonly string[], options: AddOptions): Promise<void> =>
  withQueue(call, options.queue, async (queue) => {
    const { wiring, terminal } = call;
    const { publishFiles } = await import('../../app/publish-files.ts');
    const files = await collect(wiring.files.find(paths));
    const { published: day, publisher, screen, again = false } = options;
    const bookmark = archiveBookmarks(queue.bookmarks, [day, publisher, screen], again);
    const { progress, ...reading } = archiveReading(call, files, options, bookmark);
    const services = { queue, texts: wiring.texts };
    const summary = await publishFiles(
      services,
      each(files),
      { ...options, archives: reading.options },
      {
        queued: (source, outcome) => {
          if (call.global.json) terminal.json({ source, outcome });
          else {
            progress.clear();
            terminal.say(`${terminal.paint.green(outcome)} ${source}`);
          }
        },
        fault: (fault) => {
          warnOfFault(terminal, fault);
          call.fail();
        },
      },
    );
    const { faults, ...counts } = summary;
    progress.clear();
    const passed = reading.passedOver();
    if (call.global.json) terminal.json({ summary: { ...counts, passed_over: passed, failed: faults.length } });
    else
      terminal.warn(
        [
          `${counted(counts.queued, 'file')} queued`,
          counts.known > 0 && `${counts.known} queued already`,
          passed > 0 && `${counted(passed, 'record')} passed over that tell nothing of forces`,
          faults.length > 0 && `${counted(faults.length, 'input')} failed`,
        ]
          .filter(Boolean)
          .join(', '),
      );
  });

const summaryText = ({ added, known, reread, claims, faults }: AddSummary, passed: number): string =>
  [
    `${counted(added, 'report')} added with ${counted(claims, 'claim')}`,
    known > 0 && `${counted(known, 'report')} known already`,
    reread > 0 && `${counted(reread, 'report')} read again`,
    passed > 0 && `${counted(passed, 'record')} passed over that tell nothing of forces`,
    faults.length > 0 && `${counted(faults.length, 'input')} failed`,
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

type Incoming = ReturnType<typeof takeInMarked>;

async function* published(incoming: Incoming, publisher: string | undefined): Incoming {
  for await (const one of incoming) {
    if (isFault(one) || isMilestone(one)) {
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
