// The curated names alone, as the rules' own tests use them: no build is needed.
import { readFileSync } from 'node:fs';
import { curate, dataFromCurated, makeGazetteer, readTables, TABLE_NAMES } from '../../src/gazetteer/index.ts';

const tables = Object.fromEntries(
  TABLE_NAMES.map((name) => [name, readFileSync(new URL(`../../data/${name}.tsv`, import.meta.url), 'utf8')]),
) as Record<(typeof TABLE_NAMES)[number], string>;

export const curatedNames = makeGazetteer(dataFromCurated(curate(readTables(tables))));
