// No two rules tie on short texts that the rules' own examples do not hold.
import { existsSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { extract } from '../../src/extract/extract.ts';
import { tiesIn } from '../../src/extract/rules/ties.ts';
import type { TraceStep } from '../../src/extract/trace.ts';
import { curatedNames } from './curated-names.ts';

const CASES = new URL('../../../shared/eval/sentences-dev.json', import.meta.url);

test.skipIf(!existsSync(CASES) && !process.env['LAYDOWN_ALL'])(
  'no two rules tie on the annotated sentences (skipped where ../shared is absent)',
  () => {
    const ties = JSON.parse(readFileSync(CASES, 'utf8')).flatMap(
      ({ id, text, title, published }: { id: string; text: string; title: string | null; published: string }) => {
        const trace: TraceStep[] = [];
        const report = { id, text, title, published, publisher: null, url: null };
        extract(report, curatedNames, { trace: (step) => trace.push(step) });
        return tiesIn(trace).map((tie) => `${id}: ${tie}`);
      },
    );
    expect(ties, 'make one of the two more certain (`confidence`), or let one leave these words to the other').toEqual(
      [],
    );
  },
);
