// `laydown read`: claims of texts, printed or written to files; nothing is stored.
import { basename, extname, join } from 'node:path';
import type { IncomingReport } from '../../app/add-reports.ts';
import { readReport } from '../../app/read-report.ts';
import { isFault, takeIn } from '../../app/take-in.ts';
import type { ExtractedClaim } from '../../model/claim.ts';
import type { Day } from '../../model/day.ts';
import { claimLines } from '../claim-lines.ts';
import { warnOfFault } from '../errors.ts';
import { counted } from '../numbers.ts';
import type { Call } from '../program.ts';
import { progressOn } from '../progress.ts';
import { collect, each } from '../streams.ts';

export interface ReadOptions {
  readonly published?: Day;
  readonly out?: string;
  readonly trace?: boolean;
}

/** What --json prints (a line a report) and --out writes. */
interface ReadReport {
  readonly id: string;
  readonly published: Day | null;
  readonly title: string | null;
  readonly claims: readonly ExtractedClaim[];
  readonly language?: string;
}

export async function read(call: Call, paths: readonly string[], options: ReadOptions): Promise<void> {
  const { wiring, terminal } = call;
  const reading = wiring.reader();
  reading.catch(() => undefined);
  const files = await collect(wiring.files.find(paths));
  const progress = progressOn(wiring.stderr, files.length, () => performance.now());
  let done = 0;
  let reports = 0;
  let claims = 0;
  const names = new Map<string, number>();
  const incoming = takeIn(wiring.texts, each(files), {
    ...(options.published === undefined ? {} : { published: options.published }),
    file: () => progress.update(++done, counted(claims, 'claim')),
    note: (source, note) => {
      progress.clear();
      terminal.warn(`${terminal.warnPaint.yellow('laydown:')} ${source}: ${note}`);
    },
  });
  for await (const one of incoming) {
    if (isFault(one)) {
      progress.clear();
      warnOfFault(terminal, one);
      call.fail();
      continue;
    }
    const result = await readOne(call, one, await reading, options);
    reports++;
    claims += result.claims.length;
    if (options.out !== undefined)
      await wiring.writeFile(join(options.out, outName(one.source, names)), `${JSON.stringify(result, null, 1)}\n`);
    else if (call.global.json) terminal.json(result);
    else {
      progress.clear();
      print(call, one, result);
    }
  }
  progress.clear();
  if (options.out !== undefined && !call.global.json) {
    terminal.say(`${counted(claims, 'claim')} of ${counted(reports, 'report')} written to ${options.out}`);
  }
}

async function readOne(
  call: Call,
  { source, report }: IncomingReport,
  reader: Awaited<ReturnType<Call['wiring']['reader']>>,
  options: ReadOptions,
): Promise<ReadReport> {
  const id = report.id ?? nameOf(source);
  const { claims, trace } = readReport(reader, { ...report, id }, options.trace === true);
  for (const line of trace) call.terminal.warn(call.terminal.warnPaint.dim(`${source}: ${line}`));
  return {
    id,
    published: report.published,
    title: report.title,
    claims,
    ...(report.language ? { language: report.language } : {}),
  };
}

function print({ terminal }: Call, { source, report }: IncomingReport, { claims }: ReadReport): void {
  const { paint } = terminal;
  const facts = [report.publisher, report.published ?? 'no date: relative days stay open'].filter(Boolean).join(', ');
  terminal.say(`${paint.bold(report.title ?? source)} ${paint.dim(`(${facts})`)}`);
  terminal.say(paint.dim(`${report.title === null ? '' : `${source}: `}${counted(claims.length, 'claim')}`));
  for (const claim of claims) {
    const maker = claim.rule ?? claim.model;
    for (const line of claimLines(
      claim,
      [maker && `rule ${maker}`, `confidence ${claim.confidence.toFixed(2)}`].filter(Boolean).join(', '),
      terminal,
    )) {
      terminal.say(line);
    }
  }
  terminal.say('');
}

/** "stories/a.txt" -> "a"; "list.json:3" -> "list-3"; standard input -> "stdin". */
function nameOf(source: string): string {
  if (source.startsWith('standard input')) return source.replace('standard input', 'stdin').replace(':', '-');
  const [, path, item] = /^(.*?)(?::(\d+))?$/s.exec(source) ?? [];
  const name = basename(path ?? source);
  return name.slice(0, name.length - extname(name).length) + (item === undefined ? '' : `-${item}`);
}

/** Two inputs of one name do not overwrite each other: a.json, a-2.json. */
function outName(source: string, names: Map<string, number>): string {
  const name = nameOf(source);
  const count = (names.get(name) ?? 0) + 1;
  names.set(name, count);
  return `${name}${count === 1 ? '' : `~${count}`}.json`;
}
