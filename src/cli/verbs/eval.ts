// `laydown eval`: the built-in reader against reports whose claims are known.

import { readReport } from '../../app/read-report.ts';
import type { LooseClaim } from '../../app/score/agreement.ts';
import { type CausedMiss, causesOf, countCauses } from '../../app/score/causes.ts';
import { readGold } from '../../app/score/read-gold.ts';
import { type Figures, type ScoredReport, score } from '../../app/score/score.ts';
import { isFault } from '../../app/take-in.ts';
import { claimSchema } from '../../model/claim.ts';
import { LaydownError } from '../../model/errors.ts';
import { printFields } from '../../model/notation.ts';
import { warnOfFault } from '../errors.ts';
import type { Call } from '../program.ts';
import { progressOn } from '../progress.ts';
import { type Column, tableLines } from '../table.ts';

export async function evaluate(call: Call, directory: string, options: { readonly misses?: boolean }): Promise<void> {
  const { wiring, terminal } = call;
  const reader = await wiring.reader();
  const reports: ScoredReport[] = [];
  const caused: CausedMiss[] = [];
  const files = [];
  for await (const file of wiring.files.find([directory])) files.push(file);
  const progress = progressOn(wiring.stderr, files.length, () => performance.now());
  for (const file of files) {
    if (isFault(file)) {
      warnOfFault(terminal, file);
      call.fail();
      continue;
    }
    if (!file.source.endsWith('.json')) continue;
    try {
      const gold = await readGold(file);
      if (gold === null) continue;
      const { report, expected } = gold;
      const reading = readReport(reader, report, options.misses === true);
      const text = report.text ?? '';
      reports.push({ id: report.id, text, expected, found: reading.claims as unknown as readonly LooseClaim[] });
      if (options.misses) caused.push(...causesOf({ id: report.id, text, expected, reading }));
    } catch (error) {
      progress.clear();
      warnOfFault(terminal, { source: file.source, code: 'bad-input', message: (error as Error).message });
      call.fail();
    }
    progress.update(reports.length);
  }
  progress.clear();
  if (reports.length === 0)
    throw new LaydownError('bad-input', `${directory}: holds no reports with "claims": nothing to score against`);
  const { misses: _uncaused, ...result } = score(reports);
  if (call.global.json) {
    terminal.json(options.misses ? { ...result, causes: countCauses(caused), misses: caused } : result);
    return;
  }
  if (options.misses) printMisses(call, caused);
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
