import { expect, test } from 'vitest';
import { readTableTexts } from '../../src/adapters/gazetteer-files.ts';
import { extract } from '../../src/extract/extract.ts';
import { curate, dataFromCurated, makeGazetteer, readTables, TABLE_NAMES } from '../../src/gazetteer/index.ts';
import { faultsOf } from './faults.ts';
import { mutatedReport } from './mutated-report.ts';

const gazetteer = makeGazetteer(dataFromCurated(curate(readTables(readTableTexts(TABLE_NAMES)))));
const COUNT = 150;

test(`${COUNT} reports spoilt at random are read without a fault, and some are read at all`, () => {
  let claims = 0;
  for (let seed = 1; seed <= COUNT; seed++) {
    const report = mutatedReport(seed);
    const read = extract(report, gazetteer);
    expect(faultsOf(report.text ?? '', read), `seed ${seed}: ${JSON.stringify(report.text)}`).toEqual([]);
    claims += read.length;
  }
  expect(claims).toBeGreaterThan(COUNT / 2);
});

test('a seed gives one report, and a report one reading', () => {
  for (const seed of [1, 2, 3]) {
    expect(mutatedReport(seed)).toEqual(mutatedReport(seed));
    expect(extract(mutatedReport(seed), gazetteer)).toEqual(extract(mutatedReport(seed), gazetteer));
  }
});

test('a span outside of the text, and a quotation that is not its own, are faults', () => {
  const report = Array.from({ length: 50 }, (_, i) => mutatedReport(i + 1)).find(
    (r) => extract(r, gazetteer).length > 0,
  )!;
  const [claim] = extract(report, gazetteer);
  expect(faultsOf((report.text ?? '').slice(0, claim!.spans.evidence[1] - 1), [claim!]).length).toBeGreaterThan(0);
  expect(faultsOf(report.text ?? '', [{ ...claim!, evidence: `${claim!.evidence}.` }])).toHaveLength(1);
});

test.each([
  'Both were there. They voted to expel the Omani troops from Chad.',
  'Two Omani soldiers moved to Camp Zulu.',
  'Two. It voted to expel the Omani troops from Chad.',
  'Both, too. Both voted to send 40 soldiers to Mali.',
  'Near the border, its officials said 40 men had left.',
  'A blast killed 2.5 soldiers in Mali.',
  'There are 2.5 to 3 Omani soldiers in Chad.',
  'Some 999,999,999,999,999 million Omani troops are in Chad.',
])('holds for a text that once broke it: %s', (text) => {
  const report = { id: 'once', text, title: null, published: '2020-06-15', publisher: null, url: null };
  expect(faultsOf(text, extract(report, gazetteer))).toEqual([]);
});
