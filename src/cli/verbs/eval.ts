// `laydown eval`: the built-in reader, and a model beside it where asked, against reports whose claims are known.
import { readReport } from '../../app/read-report.ts';
import type { LooseClaim } from '../../app/score/agreement.ts';
import { type CausedMiss, causesOf, countCauses } from '../../app/score/causes.ts';
import { type GoldReport, readGold } from '../../app/score/read-gold.ts';
import { type Figures, type ScoredReport, score } from '../../app/score/score.ts';
import type { Reader } from '../../app/services.ts';
import { isFault } from '../../app/take-in.ts';
import { claimSchema } from '../../model/claim.ts';
import { LaydownError } from '../../model/errors.ts';
import { printFields } from '../../model/notation.ts';
import { warnOfFault } from '../errors.ts';
import { asOne, type ExtractorOptions, type Readers, readersOf } from '../extractor.ts';
import { progressOn } from '../progress.ts';
import { type Column, tableLines } from '../table.ts';
import type { Call } from '../verb-kit.ts';

interface EvalOptions extends ExtractorOptions {
  readonly misses?: boolean;
}

/** One who reads, and what was found so far. */
interface Maker {
  readonly name: string;
  readonly reader: Reader;
  readonly reports: ScoredReport[];
  readonly caused: CausedMiss[];
}

export async function evaluate(call: Call, directory: string, options: EvalOptions): Promise<void> {
  const { wiring, terminal } = call;
  const readers = await readersOf(call, options.extractor === 'model' ? { ...options, extractor: 'both' } : options);
  const makers = makersOf(readers, options.extractor);
  const files = [];
  for await (const file of wiring.files.find([directory])) files.push(file);
  const progress = progressOn(wiring.stderr, files.length, () => performance.now());
  for (const [done, file] of files.entries()) {
    if (isFault(file)) {
      warnOfFault(terminal, file);
      call.fail();
      continue;
    }
    if (!file.source.endsWith('.json')) continue;
    try {
      const gold = await readGold(file);
      if (gold !== null) for (const maker of makers) await read(maker, gold, options.misses === true);
    } catch (error) {
      progress.clear();
      warnOfFault(terminal, { source: file.source, code: 'bad-input', message: (error as Error).message });
      call.fail();
    }
    progress.update(done + 1);
  }
  progress.clear();
  if (makers[0]!.reports.length === 0)
    throw new LaydownError('bad-input', `${directory}: holds no reports with "claims": nothing to score against`);
  const answers = makers.map((maker) => ({ maker, result: answerOf(maker, options.misses === true) }));
  if (call.global.json) terminal.json(answers.length === 1 ? answers[0]!.result : byMaker(answers));
  else
    for (const { maker, result } of answers) {
      if (options.misses) printMisses(call, maker.caused);
      if (answers.length > 1) terminal.say(terminal.paint.bold(maker.name));
      printFigures(call, result);
    }
  readers.tell();
}

/** A model is never scored alone: its figures say little without those of the rules on the same reports. */
function makersOf(readers: Readers, extractor: ExtractorOptions['extractor']): Maker[] {
  const maker = (name: string, reader: Reader): Maker => ({ name, reader, reports: [], caused: [] });
  const rules = maker('rules', readers.reader);
  if (readers.second === undefined) return [rules];
  const both = maker('both', asOne(readers));
  return extractor === 'both' ? [rules, both] : [rules, maker('model', readers.model ?? readers.second), both];
}

async function read(maker: Maker, { report, expected }: GoldReport, withCauses: boolean): Promise<void> {
  const reading = await readReport(maker.reader, report, withCauses);
  const text = report.text ?? '';
  maker.reports.push({ id: report.id, text, expected, found: reading.claims as unknown as readonly LooseClaim[] });
  if (withCauses) maker.caused.push(...causesOf({ id: report.id, text, expected, reading }));
}

function answerOf({ reports, caused }: Maker, withMisses: boolean) {
  const { misses: _uncaused, ...result } = score(reports);
  return withMisses ? { ...result, causes: countCauses(caused), misses: caused } : result;
}

const byMaker = (answers: readonly { readonly maker: Maker; readonly result: object }[]): object => ({
  makers: Object.fromEntries(answers.map(({ maker, result }) => [maker.name, result])),
});

function printFigures({ terminal }: Call, result: ReturnType<typeof answerOf>): void {
  const row = (name: string, f: Figures) =>
    terminal.say(
      `${name.padEnd(10)} P ${f.p.toFixed(3)}  R ${f.r.toFixed(3)}  F1 ${terminal.paint.bold(f.f1.toFixed(3))}   (gold ${f.gold}, predicted ${f.pred}, agreed ${f.hit})`,
    );
  row('core', result.core);
  row('full', result.full);
  for (const [kind, f] of Object.entries(result.kinds)) row(`  ${kind}`, f);
  terminal.say(
    `fields     ${Object.entries(result.fields)
      .map(([name, share]) => `${name} ${share ?? '-'}`)
      .join('  ')}`,
  );
  terminal.say(`grounded   ${result.grounded}`);
  terminal.say(`negatives  ${result.false_alarms.negatives} reports, ${result.false_alarms.claims} false claims`);
}

/** The misses under their causes, then how many each cause has. */
function printMisses({ terminal }: Call, misses: readonly CausedMiss[]): void {
  const { paint, say, width } = terminal;
  const counts = countCauses(misses);
  for (const { cause, missed, extra, inexact } of counts) {
    const sizes = [missed && `${missed} missed`, extra && `${extra} extra`, inexact && `${inexact} inexact`];
    say(`${paint.bold(cause)} ${paint.dim(`(${sizes.filter(Boolean).join(', ')})`)}`);
    const own = misses.filter((m) => m.cause === cause);
    // By kind, so that what one rule might find stands together.
    for (const miss of own.toSorted((a, b) => kindOf(a).localeCompare(kindOf(b)))) printMiss(terminal, miss);
    say('');
  }
  const columns: Column<(typeof counts)[number]>[] = [
    { title: 'cause', cell: (c) => c.cause },
    { title: 'missed', cell: (c) => String(c.missed || ''), align: 'right' },
    { title: 'extra', cell: (c) => String(c.extra || ''), align: 'right' },
    { title: 'inexact', cell: (c) => String(c.inexact || ''), align: 'right' },
  ];
  for (const line of tableLines(columns, counts, width, (text) => paint.underline(text))) say(line);
  say('');
}

const kindOf = ({ missed, expected, extra }: CausedMiss): string =>
  String((missed ?? expected ?? extra)?.['kind'] ?? '');

function printMiss({ paint, say }: Call['terminal'], { report, detail, ...miss }: CausedMiss): void {
  say(`  ${report}${detail ? paint.dim(`  ${oneLine(detail)}`) : ''}`);
  const wanted = miss.missed ?? miss.expected;
  const read = miss.extra ?? miss.found;
  if (wanted) sayClaim('missed', paint.yellow, wanted);
  if (read) sayClaim(miss.found ? 'found ' : wanted ? 'read  ' : 'extra ', paint.red, read);

  function sayClaim(mark: string, colour: (text: string) => string, claim: LooseClaim): void {
    const parsed = claimSchema.safeParse(claim);
    const rule = claim['rule'] ? paint.dim(`  {${claim['rule']}}`) : '';
    say(
      `    ${colour(miss.found && claim === wanted ? 'wanted' : mark)}  ${parsed.success ? printFields(parsed.data, false) : claim['kind']}${rule}`,
    );
    say(`            ${paint.dim(`\u201c${oneLine(String(claim['evidence'] ?? ''))}\u201d`)}`);
  }
}

const oneLine = (text: string): string => text.replace(/\s+/g, ' ');
