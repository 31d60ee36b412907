// `npm run quality -- --substitutions`: how many claims stay when one word is put for another, by family of words.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileFinder } from '../../src/adapters/file-finder.ts';
import type { TracingReader } from '../../src/app/read-report.ts';
import { type LooseClaim, pairClaims } from '../../src/app/score/agreement.ts';
import { readGold } from '../../src/app/score/read-gold.ts';
import { isFault } from '../../src/app/take-in.ts';
import { readTable } from '../../src/gazetteer/tables.ts';
import { claimSchema, type ExtractedClaim } from '../../src/model/claim.ts';
import { printFields } from '../../src/model/notation.ts';
import type { State } from './substitution-states.ts';
import { STATES } from './substitution-words.ts';
import { type Base, type Fate, fateOf, type Variant, variants } from './substitutions.ts';

/** So many variants of each word are read, taken evenly from all there are. */
const A_WORD = 10;

export interface Miss {
  readonly variant: Variant;
  readonly fate: Exclude<Fate, 'kept'>;
  readonly found: readonly ExtractedClaim[];
}
export interface WordFigures {
  readonly family: string;
  readonly word: string;
  readonly tried: number;
  readonly misses: readonly Miss[];
}

type Read = Pick<TracingReader, 'read'>;

/** Each word's variants, read and judged. */
export function measureSubstitutions(bases: readonly Base[], states: readonly State[], reader: Read): WordFigures[] {
  const byWord = grouped(
    bases.flatMap((base) => [...variants(base, states)]),
    ({ family, word }) => `${family}\t${word}`,
  );
  return [...byWord.values()].map((all) => {
    const chosen = spreadOut(all, A_WORD);
    const { family, word } = all[0]!;
    return { family, word, tried: chosen.length, misses: chosen.flatMap((variant) => missOf(variant, reader)) };
  });
}

function missOf(variant: Variant, reader: Read): Miss[] {
  const found = reader.read(variant.report());
  const fate = fateOf(variant, found);
  return fate === 'kept' ? [] : [{ variant, fate, found }];
}

function grouped<T>(items: readonly T[], keyOf: (item: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    const key = keyOf(item);
    const group = groups.get(key);
    if (group) group.push(item);
    else groups.set(key, [item]);
  }
  return groups;
}

/** At most so many of a list, at even distances: the same each time. */
const spreadOut = <T>(all: readonly T[], most: number): readonly T[] =>
  all.length <= most ? all : Array.from({ length: most }, (_, i) => all[Math.floor((i * all.length) / most)]!);

/** The states that may stand for each other, from the table of countries. */
export const readStates = (root: string): State[] =>
  readTable('countries', readFileSync(join(root, 'data/countries.tsv'), 'utf8')).filter(({ code }) =>
    STATES.includes(code),
  );

/** The annotated reports, each with what the reader finds in it and which of that is right. */
export async function readBases(folder: string, reader: Read): Promise<Base[]> {
  const bases: Base[] = [];
  for await (const file of fileFinder(['.json'], process.stdin).find([folder])) {
    if (isFault(file)) throw new Error(`${file.source}: ${file.message}`);
    const gold = await readGold(file);
    if (gold === null) continue;
    const read = reader.read(gold.report);
    const pairs = pairClaims(gold.expected, read as unknown as readonly LooseClaim[]);
    bases.push({ report: gold.report, read, right: pairs.map(([, found]) => read[found]!) });
  }
  return bases.sort((a, b) => (a.report.id < b.report.id ? -1 : 1));
}

/** A line for each family and one for all of them. */
export function figureLines(figures: readonly WordFigures[]): string[] {
  const families = [...grouped(figures, ({ family }) => family)].sort(([a], [b]) => (a < b ? -1 : 1));
  return [
    '| family | words | tried | kept | wrong |',
    '| --- | --- | --- | --- | --- |',
    ...[...families, ['all', figures] as const].map(([name, words]) => figureLine(name, words)),
  ];
}

function figureLine(name: string, words: readonly WordFigures[]): string {
  const tried = words.reduce((sum, word) => sum + word.tried, 0);
  const misses = words.flatMap((word) => word.misses);
  const wrong = misses.filter(({ fate }) => fate === 'wrong').length;
  const kept = ((1 - misses.length / tried) * 100).toFixed(1);
  return `| ${name} | ${words.length} | ${tried} | ${kept} % | ${wrong} |`;
}

/** What becomes of a word's claims that are not kept: the text around, what was expected (-) and what is found of its kind (+). */
export function missLines(figures: readonly WordFigures[], shown: string): string[] {
  return figures
    .filter(({ family, word }) => word === shown || family === shown)
    .flatMap(({ family, word, tried, misses }) => [
      `${family}, "${word}": ${tried - misses.length} of ${tried} kept`,
      ...misses.flatMap(linesOf),
      '',
    ]);
}

/** So much of the text is shown before a claim's words and from there on. */
const [BEFORE, BEHIND] = [60, 260];

function linesOf({ variant: { claim, expected, report }, fate, found }: Miss): string[] {
  const { id, text } = report();
  const at = claim.spans.evidence[0];
  const around = (text ?? '').slice(Math.max(0, at - BEFORE), at + BEHIND).replace(/\s+/g, ' ');
  return [
    `${id} (${fate}): ${around}`,
    `   - ${printFields(claimSchema.parse(expected), false)}`,
    ...found.filter((f) => f.kind === claim.kind).map((f) => `   + ${printFields(f, false)}   {${f.rule}}`),
  ];
}
