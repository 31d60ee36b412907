import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { tokenize } from './tokenize.ts';

const texts = (text: string): string =>
  tokenize(text)
    .map((t) => t.text)
    .join(' | ');
const lowers = (text: string): string =>
  tokenize(text)
    .map((t) => t.lower)
    .join(' | ');

describe('tokenize', () => {
  test.each([
    ['an 800-strong battalion', 'an | 800-strong | battalion'],
    ['the U.S.-led force in the U.S.', 'the | U.S.-led | force | in | the | U.S.'],
    ["the U.S.'s bases", "the | U.S. | 's | bases"],
    ['F-16s, a CH-47D and the 82nd', 'F-16s | , | a | CH-47D | and | the | 82nd'],
    ["N'Djamena and Mar\u2019a", "N'Djamena | and | Mar\u2019a"],
    ['Spain\u2019s troops; the troops\u2019 camp', 'Spain | \u2019s | troops | ; | the | troops | \u2019 | camp'],
    ['10,000 men, 28.5K, 1.4 million', '10,000 | men | , | 28.5K | , | 1.4 | million'],
    ['500-600, 900\u20131,000, 3-4,000', '500 | - | 600 | , | 900 | \u2013 | 1,000 | , | 3 | - | 4,000'],
    ['$10 and 90%', '$ | 10 | and | 90 | %'],
    ['Maj. Gen. Smith of Fort Lee, Va., left.', 'Maj. | Gen. | Smith | of | Fort | Lee | , | Va. | , | left | .'],
    ['No. 4? No. He left', 'No. | 4 | ? | No | . | He | left'],
    ['at 5 a.m. sharp', 'at | 5 | a.m. | sharp'],
    ['war,--his', 'war | , | -- | his'],
    ['5-Feb, 1 May-31 August, May-June', '5 | - | Feb | , | 1 | May | - | 31 | August | , | May | - | June'],
    ['in 2019.', 'in | 2019 | .'],
    ['in 2,0000 or 12,34', 'in | 2 | , | 0000 | or | 12 | , | 34'],
    ['U.S.Army', 'U.S. | Army'],
    ['Iran\u2013Iraq', 'Iran | \u2013 | Iraq'],
  ])('splits %j', (text, expected) => {
    expect(texts(text)).toBe(expected);
  });

  test.each([
    ['It didn\u2019t, won\u2019t and can\u2019t', 'it | did | not | , | will | not | and | can | not'],
    ['We\u2019ll go; they\u2019ve gone', 'we | will | go | ; | they | have | gone'],
    ['Gen. X', 'gen | x'],
    ['re\u00addeploy\u00adment', 'redeployment'],
    ['\u201cYes\u201d', '" | yes | "'],
    ['US\u2011led', 'us-led'],
  ])('folds %j', (text, expected) => {
    expect(lowers(text)).toBe(expected);
  });

  test('gives the text back when joined with the gaps, and never overlaps', () => {
    const signs = fc.constantFrom(..."ab Z9,.-'\u2019\u2013\u00a0\u00ad$%\n()\u{1F1FA}U.S.n't".split(''));
    fc.assert(
      fc.property(
        fc.oneof(fc.string({ unit: signs, maxLength: 60 }), fc.string({ unit: 'binary', maxLength: 60 })),
        (text) => {
          let at = 0;
          for (const token of tokenize(text)) {
            expect(token.start).toBeGreaterThanOrEqual(at);
            expect(token.end).toBeGreaterThan(token.start);
            expect(text.slice(token.start, token.end)).toBe(token.text);
            expect(text.slice(at, token.start)).toMatch(/^[\s\u200b\ufeff\u180e\x00-\x1f\x7f-\x9f]*$/);
            at = token.end;
          }
          expect(text.slice(at)).toMatch(/^[\s\u200b\ufeff\u180e\x00-\x1f\x7f-\x9f]*$/);
        },
      ),
      { numRuns: 600, seed: 7 },
    );
  });
});
