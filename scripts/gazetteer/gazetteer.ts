// `npm run gazetteer`: what an edit of data/*.tsv changes, before it is committed: faults of the tables, rows, claims read otherwise, and the score.
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { readTableTexts } from '../../src/adapters/gazetteer-files.ts';
import { type ScoredReport, score } from '../../src/app/score/score.ts';
import { extract } from '../../src/extract/extract.ts';
import { RULES } from '../../src/extract/rules/index.ts';
import {
  curate,
  dataFromCurated,
  makeGazetteer,
  readTables,
  TABLE_NAMES,
  unpackGazetteer,
} from '../../src/gazetteer/index.ts';
import { tableFaults } from '../../src/gazetteer/table-faults.ts';
import type { TableName } from '../../src/gazetteer/tables.ts';
import { LaydownError } from '../../src/model/errors.ts';
import { printFields } from '../../src/model/notation.ts';
import type { Report } from '../../src/model/report.ts';
import { readReports } from '../rules/corpus.ts';

const HELP = `Usage: npm run gazetteer [-- --against REVISION]

Compares the tables of data/ with those of a revision (default HEAD, the last commit): rows that came and went, faults,
the claims that the examples, the sentences of the rules and, where it lies beside the checkout, the annotated corpus
are read to otherwise, and what that does to the score. Where a table has a fault nothing is read: exit status 1.`;

type Texts = Readonly<Record<TableName, string>>;
interface Read {
  readonly report: Report;
  readonly expected: readonly Record<string, unknown>[] | null;
}

export async function main(args: readonly string[], root: string): Promise<number> {
  let against = 'HEAD';
  try {
    const options = { against: { type: 'string' }, help: { type: 'boolean', short: 'h' } } as const;
    const { values } = parseArgs({ args: [...args], options });
    if (values.help) {
      console.log(HELP);
      return 0;
    }
    against = values.against ?? against;
  } catch (error) {
    console.error(`${(error as Error).message}\n\n${HELP}`);
    return 2;
  }
  try {
    const now = readTableTexts(TABLE_NAMES, join(root, 'data'));
    const before = textsOf(root, against);
    const rows = TABLE_NAMES.reduce((sum, table) => sum + printRows(table, before[table], now[table]), 0);
    const faults = tableFaults(readTables(now));
    for (const fault of faults) console.log(`fault: ${fault}`);
    console.log(`${rows} rows differ from ${against}; ${faults.length} faults in the tables`);
    if (faults.length > 0) return 1;
    if (rows > 0) printReadings(gazetteerOf(root, before), gazetteerOf(root, now), await reportsOf(root));
    return 0;
  } catch (error) {
    if (!(error instanceof LaydownError)) throw error;
    console.error(`gazetteer: ${error.message}`);
    return 1;
  }
}

function textsOf(root: string, revision: string): Texts {
  const pairs = TABLE_NAMES.map((table) => {
    const show = spawnSync('git', ['show', `${revision}:data/${table}.tsv`], { cwd: root, encoding: 'utf8' });
    if (show.status !== 0)
      throw new LaydownError(
        'usage',
        `data/${table}.tsv of ${revision} is not to be had: ${(show.stderr || 'no git').trim()}`,
      );
    return [table, show.stdout] as const;
  });
  return Object.fromEntries(pairs) as Texts;
}

/** How many rows came or went. */
function printRows(table: TableName, before: string, now: string): number {
  const [old, fresh] = [before.split('\n'), now.split('\n')];
  const [had, has] = [new Set(old), new Set(fresh)];
  const gone = old.filter((line) => !has.has(line));
  const come = fresh.filter((line) => !had.has(line));
  if (gone.length + come.length > 0) console.log(`data/${table}.tsv`);
  for (const line of gone) console.log(`  - ${line.replaceAll('\t', ' | ')}`);
  for (const line of come) console.log(`  + ${line.replaceAll('\t', ' | ')}`);
  return gone.length + come.length;
}

/** Over the built cities, with the tables given. */
function gazetteerOf(root: string, texts: Texts) {
  const { cities } = unpackGazetteer(readFileSync(join(root, 'dist/gazetteer.bin')));
  return makeGazetteer(dataFromCurated(curate(readTables(texts)), cities));
}

async function reportsOf(root: string): Promise<readonly Read[]> {
  const plain = { title: null, publisher: null, url: null };
  const examples = await readReports(root, [join(root, 'examples')]);
  const sentences = RULES.flatMap((rule) =>
    [...Object.keys(rule.examples), ...rule.not].map(
      (text): Report => ({ ...plain, id: rule.id, text, published: '2020-06-15' }),
    ),
  );
  const corpus = join(root, '../shared/corpus/dev');
  const annotated = !existsSync(corpus)
    ? []
    : readdirSync(corpus)
        .filter((name) => name.endsWith('.json'))
        .map(
          (name) =>
            JSON.parse(readFileSync(join(corpus, name), 'utf8')) as Report & { claims: Record<string, unknown>[] },
        )
        .map(
          ({ id, text, published, title, claims }): Read => ({
            report: { ...plain, id, text, published, title: title ?? null },
            expected: claims,
          }),
        );
  console.log(
    `reading ${examples.length} examples, ${sentences.length} sentences of the rules, ${annotated.length} annotated reports`,
  );
  return [...[...examples, ...sentences].map((report) => ({ report, expected: null })), ...annotated];
}

type Names = ReturnType<typeof makeGazetteer>;

function printReadings(before: Names, now: Names, all: readonly Read[]): void {
  const scored: { readonly before: ScoredReport[]; readonly now: ScoredReport[] } = { before: [], now: [] };
  let changed = 0;
  for (const { report, expected } of all) {
    const [old, fresh] = [extract(report, before), extract(report, now)];
    if (expected !== null) {
      const { id, text } = report;
      scored.before.push({ id, text: text ?? '', expected, found: old as ScoredReport['found'] });
      scored.now.push({ id, text: text ?? '', expected, found: fresh as ScoredReport['found'] });
    }
    const lineOf = (claim: (typeof old)[number]) => `${printFields(claim)} : "${claim.evidence.replace(/\s+/g, ' ')}"`;
    const [had, has] = [old.map(lineOf), fresh.map(lineOf)];
    const gone = had.filter((line) => !has.includes(line));
    const come = has.filter((line) => !had.includes(line));
    if (gone.length + come.length === 0) continue;
    changed++;
    console.log(report.id);
    for (const line of gone) console.log(`  - ${line}`);
    for (const line of come) console.log(`  + ${line}`);
  }
  console.log(`${changed} of ${all.length} texts are read otherwise`);
  if (scored.now.length === 0) {
    console.log('no annotated corpus beside the checkout (../shared/corpus/dev): no score');
    return;
  }
  const [old, fresh] = [score(scored.before), score(scored.now)];
  for (const part of ['core', 'full'] as const)
    console.log(`${part} F1 ${old[part].f1.toFixed(3)} -> ${fresh[part].f1.toFixed(3)}`);
  console.log(`false claims a negative report ${old.false_alarms.per_report} -> ${fresh.false_alarms.per_report}`);
}
