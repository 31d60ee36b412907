// `laydown eval`: the built-in reader against reports whose claims are known.

import { readReport } from '../../app/read-report.ts';
import type { LooseClaim } from '../../app/score/agreement.ts';
import { readGold } from '../../app/score/read-gold.ts';
import { type Figures, type Miss, type ScoredReport, score } from '../../app/score/score.ts';
import { isFault } from '../../app/take-in.ts';
import { claimSchema } from '../../model/claim.ts';
import { LaydownError } from '../../model/errors.ts';
import { printFields } from '../../model/notation.ts';
import { warnOfFault } from '../errors.ts';
import type { Call } from '../program.ts';
import { progressOn } from '../progress.ts';

export async function evaluate(call: Call, directory: string, options: { readonly misses?: boolean }): Promise<void> {
  const { wiring, terminal } = call;
  const reader = await wiring.reader();
  const reports: ScoredReport[] = [];
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
      const found = readReport(reader, report).claims as unknown as readonly LooseClaim[];
      reports.push({ id: report.id, text: report.text ?? '', expected, found });
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
  const { misses, ...result } = score(reports);
  if (call.global.json) {
    terminal.json(options.misses ? { ...result, misses } : result);
    return;
  }
  if (options.misses) for (const miss of misses) printMiss(call, miss);
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

function printMiss({ terminal: { paint, say } }: Call, miss: Miss): void {
  const [claim, mark] = 'missed' in miss ? [miss.missed, paint.yellow('missed ')] : [miss.extra, paint.red('extra  ')];
  const read = claimSchema.safeParse(claim);
  say(`${mark} ${miss.report}  ${read.success ? printFields(read.data, false) : claim['kind']}`);
  say(
    `        ${paint.dim(`\u201c${String(claim['evidence'] ?? '').replace(/\s+/g, ' ')}\u201d${claim['rule'] ? `  ${claim['rule']}` : ''}`)}`,
  );
}
