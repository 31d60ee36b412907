// `npm run quality`: the reader's scores on the annotated corpus, the sentences by construction, the event coders' cases and the quotations.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { claimSchema, type ExtractedClaim } from '../../src/model/claim.ts';
import { printFields } from '../../src/model/notation.ts';
import { reader } from '../../src/wire-reader.ts';
import { fillPage, type Quality, tablesOf } from './accuracy-page.ts';
import { measureCorpus } from './corpus.ts';
import { type Listing, listedAmiss, measureListings } from './listings.ts';
import { measurePeerCases, readPeerCases, satisfies } from './peer-cases.ts';
import { measureQuotations } from './quotations.ts';
import { isRight, measureSentences, outcomeOf, type SentenceCase } from './sentences.ts';
import { figureLines, measureSubstitutions, missLines, readBases, readStates } from './substitution-figures.ts';

const HELP = `Usage: npm run quality               measure and print
       npm run quality -- --amiss    also print each sentence that is not right, with the claims missing (-) and too many (+), and each unread item of a list
       npm run quality -- --freeze   also keep the figures in bench/frozen/quality.json and docs/accuracy.md
       npm run quality -- --write    only write the kept figures into docs/accuracy.md
       npm run quality -- --substitutions [--show WORD]
                                     only put words for others of their class where a claim is read rightly, and print how many claims stay;
                                     with a word or a family, also each text in which its claim does not stay

Needs the annotated corpus beside the checkout: ../shared/corpus/dev, ../shared/eval and ../shared/data/factbook.`;
const FROZEN = 'bench/frozen/quality.json';
const PAGE = 'docs/accuracy.md';
/** What decides which claims are read. */
const READING = ['src/text', 'src/gazetteer', 'src/extract', 'src/model', 'data'];

export async function main(args: readonly string[], root: string): Promise<number> {
  const flag = { type: 'boolean' } as const;
  let values: {
    freeze?: boolean;
    amiss?: boolean;
    write?: boolean;
    substitutions?: boolean;
    show?: string;
    help?: boolean;
  };
  try {
    ({ values } = parseArgs({
      args: [...args],
      options: {
        freeze: flag,
        amiss: flag,
        write: flag,
        substitutions: flag,
        show: { type: 'string' },
        help: { ...flag, short: 'h' },
      },
    }));
  } catch (error) {
    console.error(`${(error as Error).message}\n\n${HELP}`);
    return 2;
  }
  if (values.help) {
    console.log(HELP);
    return 0;
  }
  const shared = join(root, '../shared');
  if (!values.write) {
    if (!existsSync(join(shared, 'corpus/dev')) || !existsSync(join(shared, 'eval/sentences-dev.json'))) {
      console.error('the annotated corpus is not beside the checkout (../shared): there is nothing to measure against');
      return 1;
    }
    if (values.substitutions) {
      for (const line of await substitutionLines(root, shared, values.show)) console.log(line);
      return 0;
    }
    const quality = await measure(root, shared);
    if (values.amiss) for (const line of amissLines(shared)) console.log(line);
    for (const [name, table] of Object.entries(tablesOf(quality))) console.log(`${name}\n${table}\n`);
    if (!values.freeze) return 0;
    mkdirSync(join(root, 'bench/frozen'), { recursive: true });
    writeFileSync(join(root, FROZEN), `${JSON.stringify(quality, null, 1)}\n`);
  }
  const frozen = JSON.parse(readFileSync(join(root, FROZEN), 'utf8')) as Quality;
  writeFileSync(join(root, PAGE), fillPage(readFileSync(join(root, PAGE), 'utf8'), tablesOf(frozen)));
  console.log(`${PAGE} has the figures of ${frozen.commit}`);
  return 0;
}

async function measure(root: string, shared: string): Promise<Quality> {
  const own = reader();
  const json = (path: string) => JSON.parse(readFileSync(join(shared, path), 'utf8'));
  const { text, cases } = json('eval/grounding-cases.json');
  return {
    commit: commitOf(root),
    corpus: await measureCorpus(join(shared, 'corpus/dev'), own),
    sentences: measureSentences(json('eval/sentences-dev.json'), own),
    peers: measurePeerCases(readPeerCases(readFileSync(join(shared, 'eval/plover-cases.tsv'), 'utf8')), own),
    quotations: measureQuotations(text, cases),
    listings: measureListings(listingsOf(shared), own),
  };
}

const listingsOf = (shared: string): Listing[] =>
  readFileSync(join(shared, 'data/factbook/deployments.jsonl'), 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line));

/** The last commit that changed what is read, with a + where something is not committed yet; "unknown" outside of a repository. */
function commitOf(root: string): string {
  const git = (...args: string[]) => spawnSync('git', args, { cwd: root, encoding: 'utf8' });
  const last = git('log', '-1', '--format=%h', '--', ...READING);
  if (last.status !== 0 || last.stdout.trim() === '') return 'unknown';
  return last.stdout.trim() + (git('status', '--porcelain', '--', ...READING).stdout.trim() === '' ? '' : '+');
}

/** How many claims stay when a word is put for another, and where those of a word or a family do not. */
async function substitutionLines(root: string, shared: string, show: string | undefined): Promise<string[]> {
  const own = reader();
  const figures = measureSubstitutions(await readBases(join(shared, 'corpus/dev'), own), readStates(root), own);
  return [...(show === undefined ? [] : missLines(figures, show)), ...figureLines(figures)];
}

/** What is wrong with each short text and each event coder's sentence that is not right. */
function amissLines(shared: string): string[] {
  const own = reader();
  const lines: string[] = [];
  const cases: SentenceCase[] = JSON.parse(readFileSync(join(shared, 'eval/sentences-dev.json'), 'utf8'));
  for (const { id, construction, text, title, published, claims } of cases) {
    const outcome = outcomeOf(claims, own.read({ id, text, title, published, publisher: null, url: null }));
    if (isRight(outcome)) continue;
    lines.push(`${id} ${construction}: ${text}`);
    for (const claim of outcome.missing) lines.push(`   - ${printFields(claimSchema.parse(claim), false)}`);
    lines.push(...outcome.extra.map(extraLine), '');
  }
  for (const { id, sentence, mustYield } of readPeerCases(
    readFileSync(join(shared, 'eval/plover-cases.tsv'), 'utf8'),
  )) {
    const found = own.read({ id, text: sentence, title: null, published: null, publisher: null, url: null });
    if (satisfies(mustYield, found)) continue;
    lines.push(`${id} (${mustYield}): ${sentence}`, ...found.map(extraLine), '');
  }
  lines.push(...listedAmiss(listingsOf(shared), own));
  return lines;
}

const extraLine = (claim: ExtractedClaim): string => `   + ${printFields(claim, false)}   {${claim.rule}}`;
