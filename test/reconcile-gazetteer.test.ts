// Reconciliation over the real gazetteer: the scenarios of ../shared/eval/posture-dev, and whose word a speaker's title is.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { readTableTexts } from '../src/adapters/gazetteer-files.ts';
import { curate, dataFromCurated, makeGazetteer, readTables, TABLE_NAMES } from '../src/gazetteer/index.ts';
import { reconcile } from '../src/reconcile/knowledge.ts';
import { namesOf } from '../src/reconcile/names.ts';
import { knownOf, type PostureCase, problemsOf } from '../src/reconcile/posture-cases.ts';

const { atlas } = makeGazetteer(dataFromCurated(curate(readTables(readTableTexts(TABLE_NAMES)))));

const CASES = '../shared/eval/posture-dev';
const present = existsSync(CASES);
if (!present && process.env['LAYDOWN_ALL'] === '1') throw new Error(`${CASES} is not here`);

describe.skipIf(!present)(`scenarios (skipped where ${CASES} is absent)`, () => {
  const files = present ? readdirSync(CASES).filter((f) => f.endsWith('.json')) : [];
  test.each(files.sort())('%s', (file) => {
    const one = JSON.parse(readFileSync(join(CASES, file), 'utf8')) as PostureCase;
    const problems = one.questions.flatMap(({ ask, expect: wanted, because }) => {
      const known = knownOf(one, ask.known);
      const party = atlas.partyCode(ask.party_as ?? ask.party) ?? ask.party;
      const place = typeof ask.place === 'string' ? atlas.placeNamed(ask.place) : null;
      const { rows } = reconcile(known, atlas, { at: ask.at, party, place });
      const { conflicts } = reconcile(known, atlas, { at: ask.at });
      return problemsOf(one, ask, wanted, rows, conflicts).map((p) => `${p} (${because})`);
    });
    expect(problems).toEqual([]);
  });
});

describe('the force’s own authority', () => {
  const names = namesOf(atlas);
  test.each([
    ['German Defense Ministry', 'DE'],
    ['the Italian general staff', 'IT'],
    ['UK Ministry of Defence', 'GB'],
    ['Ministry of Defence of Ukraine', 'UA'],
    ['a spokesman for the Danish army', 'DK'],
    ['Pentagon', 'US'],
    ['Defense Manpower Data Center', 'US'],
    ['DMDC', 'US'],
    ['United Nations Department of Peacekeeping Operations', 'UN'],
    ['U.S. Central Command', 'US'],
    ['Bundeswehr', 'DE'],
    ['KFOR', 'NATO'],
    ['UN DPKO', 'UN'],
  ])('%s speaks for %s and nobody else', (speaker, party) => {
    expect(names.speaksFor(speaker, party)).toBe(true);
    expect(names.speaksFor(speaker, party === 'FR' ? 'DE' : 'FR')).toBe(false);
  });
  test.each([
    ['an independent institute', 'DE'],
    ['German think tank', 'DE'],
    ['former German defence minister', 'DE'],
    ['UN Panel of Experts', 'UN'],
    ['International Crisis Group', 'US'],
    ['Nigerien Defence Ministry', 'US'],
  ])('%s does not speak for %s', (speaker, party) => {
    expect(names.speaksFor(speaker, party)).toBe(false);
  });
});
