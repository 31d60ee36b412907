// `npm run rules`: how often each rule fires over a corpus, which never do, and the page of all rules.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { extract } from '../../src/extract/extract.ts';
import { RULES } from '../../src/extract/rules/index.ts';
import { tiesIn } from '../../src/extract/rules/ties.ts';
import type { TraceStep } from '../../src/extract/trace.ts';
import { gazetteer } from '../../src/wire-gazetteer.ts';
import { defaultFolders, readReports } from './corpus.ts';
import { rulesPage } from './rules-page.ts';

const HELP = `Usage: npm run rules [-- FILE|DIR...]    how often each rule fires, how many of its claims stay, which rules tie
       npm run rules -- --unused [DIR]   only the rules that never fire, or whose claims never stay
       npm run rules -- --write          write docs/rules.md
       npm run rules -- --check          is docs/rules.md of these rules?

Without FILE or DIR: examples/, and ../shared/corpus/dev where it is there.`;
const PAGE = 'docs/rules.md';

interface Use {
  fired: number;
  unsettled: number;
  refused: number;
  repeated: number;
  stayed: number;
}

export async function main(args: readonly string[], root: string): Promise<number> {
  let options: ReturnType<typeof read>;
  try {
    options = read(args);
  } catch (error) {
    console.error(`${(error as Error).message}\n\n${HELP}`);
    return 2;
  }
  const { values, positionals } = options;
  if (values.help) {
    console.log(HELP);
    return 0;
  }
  const page = join(root, PAGE);
  if (values.write) {
    writeFileSync(page, rulesPage(RULES));
    console.log(`${PAGE}: ${RULES.length} rules`);
    return 0;
  }
  if (values.check) {
    if (readFileSync(page, 'utf8') === rulesPage(RULES)) return 0;
    console.error(`${PAGE} is not of these rules: npm run rules -- --write`);
    return 1;
  }
  const reports = await readReports(root, positionals.length > 0 ? positionals : defaultFolders(root));
  const { uses, ties } = usesIn(reports);
  const shown = [...uses].filter(([, use]) => !values.unused || use.stayed === 0);
  const column = (n: number) => String(n || '').padStart(9);
  console.log(
    `${'rule'.padEnd(34)}${['fired', 'unsettled', 'refused', 'repeated', 'stayed'].map((t) => t.padStart(9 + (t === 'unsettled' ? 1 : 0))).join('')}`,
  );
  for (const [id, use] of shown)
    console.log(
      `${id.padEnd(34)}${column(use.fired)} ${column(use.unsettled)}${column(use.refused)}${column(use.repeated)}${column(use.stayed)}`,
    );
  const never = [...uses.values()].filter((use) => use.fired === 0).length;
  console.log(`${uses.size} rules over ${reports.length} reports: ${never} never fired`);
  for (const tie of ties) console.log(`tie: ${tie}`);
  return 0;
}

function read(args: readonly string[]) {
  const flag = { type: 'boolean' } as const;
  return parseArgs({
    args: [...args],
    allowPositionals: true,
    options: { unused: flag, write: flag, check: flag, help: { ...flag, short: 'h' } },
  });
}

function usesIn(reports: Awaited<ReturnType<typeof readReports>>): { uses: Map<string, Use>; ties: string[] } {
  const ties: string[] = [];
  const uses = new Map<string, Use>();
  const recordOf = (id: string): Use => {
    const known = uses.get(id) ?? { fired: 0, unsettled: 0, refused: 0, repeated: 0, stayed: 0 };
    uses.set(id, known);
    return known;
  };
  for (const { id } of RULES) recordOf(id);
  const names = gazetteer();
  for (const report of reports) {
    const steps: TraceStep[] = [];
    const claims = extract(report, names, {
      trace: (traced) => {
        steps.push(traced);
        const { step, rule } = traced;
        const use = recordOf(rule);
        if (step === 'claimed' || step === 'unsettled') use.fired++;
        if (step !== 'claimed') use[step]++;
      },
    });
    for (const claim of claims) if (claim.rule !== undefined) recordOf(claim.rule).stayed++;
    ties.push(...tiesIn(steps).map((tie) => `${tie}  (${report.id})`));
  }
  return { uses, ties };
}
