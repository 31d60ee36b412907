// The annotated reports: the scores of score.mjs, and what each miss is due to.
import { fileFinder } from '../../src/adapters/file-finder.ts';
import type { TracingReader } from '../../src/app/read-report.ts';
import type { LooseClaim } from '../../src/app/score/agreement.ts';
import { type CauseCount, type CausedMiss, causesOf, countCauses } from '../../src/app/score/causes.ts';
import { readGold } from '../../src/app/score/read-gold.ts';
import { type Score, type ScoredReport, score } from '../../src/app/score/score.ts';
import { isFault } from '../../src/app/take-in.ts';

export interface CorpusFigures extends Omit<Score, 'misses'> {
  readonly reports: number;
  readonly causes: readonly CauseCount[];
}

export async function measureCorpus(folder: string, reader: TracingReader): Promise<CorpusFigures> {
  const reports: ScoredReport[] = [];
  const caused: CausedMiss[] = [];
  for await (const file of fileFinder(['.json'], process.stdin).find([folder])) {
    if (isFault(file)) throw new Error(`${file.source}: ${file.message}`);
    const gold = await readGold(file);
    if (gold === null) continue;
    const { report, expected } = gold;
    const reading = reader.readTraced(report);
    const text = report.text ?? '';
    reports.push({ id: report.id, text, expected, found: reading.claims as unknown as readonly LooseClaim[] });
    caused.push(...causesOf({ id: report.id, text, expected, reading }));
  }
  const { misses: _misses, ...figures } = score(reports);
  return { reports: reports.length, ...figures, causes: countCauses(caused) };
}
