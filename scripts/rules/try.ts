// `npm run try`: where a pattern occurs in a corpus and what the rules made of it there, or how one sentence is read.
import { parseArgs } from 'node:util';
import pico from 'picocolors';
import { printFields } from '../../src/model/notation.ts';
import { gazetteer } from '../../src/wire-gazetteer.ts';
import { defaultFolders, readReports } from './corpus.ts';
import { describeItem, describePredicate } from './describe.ts';
import { type Hit, matchPattern, parsePattern } from './pattern.ts';
import { readWhole, type SentenceReading } from './reading.ts';

const HELP = `Usage: npm run try -- PATTERN [FILE|DIR...]   where a pattern occurs, and what was read there
       npm run try -- --sentence TEXT [--published DATE]   how one text is read

PATTERN is /a regular expression/i over a sentence, or elements with spaces between them:
  word  a|b       a word, or one of several, in any case
  {send}          a verb or doing-noun by its base form, in any form ("was sent"); {pull_out|leave}, {*} any
  <force>         a chunk: force place actor date mission pronoun noun number nominal verb link word
  <force:unit>    a chunk with a trait: sort, head, owner, preposition, country, role ... as printed with each hit
  *  ...          any one word; up to 15 words

  --limit N       show at most N hits (default 20)
  --unread        only sentences in which nothing was claimed
  --brief         the sentences and claims only, without chunks and predicates

Without FILE or DIR: examples/, and ../shared/corpus/dev where it is there.`;

const paint = pico;

export async function main(args: readonly string[], root: string): Promise<number> {
  const options = optionsOf(args);
  if (typeof options === 'string') {
    console.error(`${options}\n\n${HELP}`);
    return 2;
  }
  const { values, positionals } = options;
  if (values.help) {
    console.log(HELP);
    return 0;
  }
  if (values.sentence !== undefined) {
    const published = values.published ?? '2020-06-15';
    const report = { id: 'sentence', text: values.sentence, title: null, published, publisher: null, url: null };
    for (const reading of readWhole(report, gazetteer()))
      for (const line of readingLines(reading, [], false)) console.log(line);
    return 0;
  }
  const [source, ...paths] = positionals;
  let pattern: ReturnType<typeof parsePattern>;
  try {
    pattern = parsePattern(source ?? '');
  } catch (error) {
    console.error(`${(error as Error).message}\n\n${HELP}`);
    return 2;
  }
  const reports = await readReports(root, paths.length > 0 ? paths : defaultFolders(root));
  const limit = Number(values.limit ?? 20);
  let hits = 0;
  let sentences = 0;
  let claimed = 0;
  for (const report of reports) {
    for (const reading of readWhole(report, gazetteer())) {
      const here = matchPattern(pattern, reading.view);
      if (here.length === 0 || (values.unread && reading.claims.length > 0)) continue;
      hits += here.length;
      sentences++;
      if (reading.claims.length > 0) claimed++;
      if (sentences > limit) continue;
      console.log(paint.dim(report.id));
      for (const line of readingLines(reading, here, values.brief === true)) console.log(line);
      console.log('');
    }
  }
  const shown = sentences > limit ? `; the first ${limit} are shown, --limit shows more` : '';
  console.log(`${hits} hits in ${sentences} sentences of ${reports.length} reports, ${claimed} with a claim${shown}`);
  return 0;
}

function optionsOf(args: readonly string[]) {
  try {
    const read = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        sentence: { type: 'string' },
        published: { type: 'string' },
        limit: { type: 'string' },
        unread: { type: 'boolean' },
        brief: { type: 'boolean' },
        help: { type: 'boolean', short: 'h' },
      },
    });
    const { limit, sentence, help } = read.values;
    if (limit !== undefined && !/^\d+$/.test(limit)) return `--limit ${limit} is no number`;
    if (!help && sentence === undefined && read.positionals.length === 0) return 'there is no pattern';
    return read;
  } catch (error) {
    return (error as Error).message;
  }
}

/** The sentence with its hits marked, its chunks and predicates, which rules fired, and the claims that stayed. */
function readingLines(
  { view, skipped, steps, claims }: SentenceReading,
  hits: readonly Hit[],
  brief: boolean,
): string[] {
  const lines = [marked(view, hits)];
  if (!brief) {
    lines.push(...view.items.map((item) => `  ${paint.dim(describeItem(item, view))}`));
    lines.push(...view.predicates.map((p) => `  ${paint.cyan('*')} ${describePredicate(p, view)}`));
  }
  if (skipped !== null) lines.push(`  ${paint.yellow('passed over')}: ${skipped}`);
  for (const { step, rule, words, why, claims: made } of steps) {
    if (step === 'claimed' && made.every((claim) => claims.includes(claim))) continue;
    if (step !== 'claimed') lines.push(`  ${paint.yellow(step)} ${rule}: "${words.replace(/\s+/g, ' ')}" (${why})`);
  }
  for (const claim of claims)
    lines.push(
      `  ${paint.green('=')} ${printFields(claim, false)}  ${paint.dim(`{${claim.rule}} "${claim.evidence.replace(/\s+/g, ' ')}"`)}`,
    );
  if (claims.length === 0) lines.push(`  ${paint.dim('no claim')}`);
  return lines;
}

function marked(view: SentenceReading['view'], hits: readonly Hit[]): string {
  const { text } = view.document;
  let line = '';
  let at = view.sentence.start;
  for (const { from, to } of hits) {
    const [start, end] = [view.tokens[from]!.start, view.tokens[to - 1]!.end];
    const words = text.slice(start, end);
    line += text.slice(at, start) + (paint.isColorSupported ? paint.bold(paint.underline(words)) : `[[${words}]]`);
    at = end;
  }
  return (line + text.slice(at, view.sentence.end)).replace(/\s+/g, ' ');
}
