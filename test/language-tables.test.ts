// The tables of the language detector, as the bundler packs them, say what they said.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect, test } from 'vitest';
// @ts-expect-error: a script of the build, without types.
import { packLanguageTables } from '../scripts/pack-language-tables.mjs';

interface Tables {
  readonly ngramsData: {
    readonly ngrams: Readonly<Record<string, Readonly<Record<string, number>>>>;
    readonly type: string;
  };
}

test('each run of letters has the scores of each language, and no other has any', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'laydown-tables-'));
  try {
    const tables = join(import.meta.dirname, '../node_modules/eld/src/ngrams/small.js');
    const packed = join(folder, 'packed.mjs');
    writeFileSync(packed, await packLanguageTables.load(tables));
    const [was, is] = (await Promise.all([tables, packed].map((path) => import(pathToFileURL(path).href)))) as [
      Tables,
      Tables,
    ];
    const runs = Object.keys(was.ngramsData.ngrams);
    expect(runs.length).toBeGreaterThan(50_000);
    expect(
      runs.filter((run) => JSON.stringify(is.ngramsData.ngrams[run]) !== JSON.stringify(was.ngramsData.ngrams[run])),
    ).toEqual([]);
    expect(is.ngramsData.ngrams['no such run']).toBeUndefined();
    expect({ ...is.ngramsData, ngrams: null }).toEqual({ ...was.ngramsData, ngrams: null });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});

test('the bundler packs no other module', async () => {
  expect(await packLanguageTables.load('/somewhere/eld/src/languageDetector.js')).toBeNull();
});
