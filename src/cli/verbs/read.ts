// `laydown read`: claims of texts, printed or written to files; nothing is stored.
import { basename, extname, join } from 'node:path';
import type { IncomingReport } from '../../app/add-reports.ts';
import { inGroups } from '../../app/in-groups.ts';
import { type ReportReading, readReports } from '../../app/read-report.ts';
import { MOST_CHARACTERS } from '../../app/read-together.ts';
import type { Reader } from '../../app/services.ts';
import { isFault, takeIn } from '../../app/take-in.ts';
import type { ExtractedClaim } from '../../model/claim.ts';
import type { Day } from '../../model/day.ts';
import type { Fault } from '../../model/errors.ts';
import { claimLines } from '../claim-lines.ts';
import { warnOfFault } from '../errors.ts';
import { asOne, type ExtractorOptions, readersOf } from '../extractor.ts';
import { counted } from '../numbers.ts';
import { progressOn } from '../progress.ts';
import { readingLines } from '../reading-lines.ts';
import { collect, each } from '../streams.ts';
import { traceLines } from '../trace-lines.ts';
import type { Call } from '../verb-kit.ts';

export interface ReadOptions extends ExtractorOptions {
  readonly published?: Day;
  readonly out?: string;
  /** Print the text with its claims marked; default: where stdout is a terminal. */
  readonly text?: boolean;
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
  const readers = readersOf(call, options);
  readers.catch(() => undefined);
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
  const isFull = async (group: readonly (IncomingReport | Fault)[]): Promise<boolean> => {
    const { together } = asOne(await readers);
    if (options.trace || together === undefined || group.length >= together.most) return true;
    return group.reduce((sum, one) => sum + (isFault(one) ? 0 : (one.report.text?.length ?? 0)), 0) >= MOST_CHARACTERS;
  };
  for await (const group of inGroups(incoming, isFull)) {
    const own = group.flatMap((one) => (isFault(one) ? [] : [one]));
    const readings = own.length === 0 ? [] : await readEach(own, asOne(await readers), options);
    for (const one of group) {
      if (isFault(one)) {
        progress.clear();
        warnOfFault(terminal, one);
        call.fail();
        continue;
      }
      const { result, reading } = readings[own.indexOf(one)]!;
      const isForPeople = options.out === undefined && !call.global.json;
      if (options.trace && !isForPeople)
        for (const line of traceLines(reading, terminal.warnPaint)) terminal.warn(`${one.source}: ${line}`);
      reports++;
      claims += result.claims.length;
      if (options.out !== undefined)
        await wiring.writeFile(join(options.out, outName(one.source, names)), `${JSON.stringify(result, null, 1)}\n`);
      else if (call.global.json) terminal.json(result);
      else {
        progress.clear();
        print(call, one, reading, options);
      }
    }
  }
  progress.clear();
  (await readers).tell();
  if (options.out !== undefined && !call.global.json) {
    terminal.say(`${counted(claims, 'claim')} of ${counted(reports, 'report')} written to ${options.out}`);
  }
}

async function readEach(
  incoming: readonly IncomingReport[],
  reader: Reader,
  options: ReadOptions,
): Promise<readonly { readonly result: ReadReport; readonly reading: ReportReading }[]> {
  const reports = incoming.map(({ source, report }) => ({ ...report, id: report.id ?? nameOf(source) }));
  const readings = await readReports(reader, reports, options.trace === true);
  return reports.map(({ id, published, title, language }, i) => {
    const reading = readings[i]!;
    return { result: { id, published, title, claims: reading.claims, ...(language ? { language } : {}) }, reading };
  });
}

/** On a terminal the text with its claims beside it; else the claims alone, each with its quotation. */
function print(
  { terminal }: Call,
  { source, report }: IncomingReport,
  reading: ReportReading,
  options: ReadOptions,
): void {
  const { paint } = terminal;
  const { claims } = reading;
  const facts = [report.publisher, report.published ?? 'no date: relative days stay open'].filter(Boolean).join(', ');
  terminal.say(`${paint.bold(report.title ?? source)} ${paint.dim(`(${facts})`)}`);
  terminal.say(paint.dim(`${report.title === null ? '' : `${source}: `}${counted(claims.length, 'claim')}`));
  if ((options.text ?? terminal.isTerminal) && report.text) {
    terminal.say('');
    for (const line of readingLines(report.text, claims, terminal)) terminal.say(line);
  } else {
    for (const [i, claim] of claims.entries()) {
      const maker = claim.rule ?? claim.model;
      const note = [
        maker && `${claim.rule === undefined ? 'model' : 'rule'} ${maker}`,
        `confidence ${claim.confidence.toFixed(2)}`,
      ]
        .filter(Boolean)
        .join(', ');
      for (const line of claimLines(claim, options.trace ? `[${i + 1}] ${note}` : note, terminal)) terminal.say(line);
    }
  }
  if (options.trace) for (const line of ['', ...traceLines(reading, paint)]) terminal.say(line);
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
