import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { foldEquals, foldText } from './fold.ts';

describe('foldText', () => {
  test.each([
    ['  5\u00a0200\n troops ', ' 5 200 troops '],
    ['Peru\u2019s \u201csappers\u201d', 'Peru\'s "sappers"'],
    ['900\u20131,000 \u2014 at once', '900-1,000-at once'],
    ['re\u00adde\u00adployed', 'redeployed'],
    ['of\ufb01cers \u2026', 'officers ...'],
    ['\u0100da\u017ei', 'Adazi'],
    ['', ''],
  ])('folds %j', (text, folded) => {
    expect(foldText(text).folded).toBe(folded);
  });

  test('maps each unit of the folded text back into the stored text', () => {
    const unit = fc.constantFrom(...'ab 1,\u00a0\u00ad\u2019\u201c\u2013\u2026\ufb01\n'.split(''));
    fc.assert(
      fc.property(fc.string({ unit, maxLength: 60 }), (text) => {
        const { folded, starts, ends } = foldText(text);
        expect([starts.length, ends.length]).toEqual([folded.length, folded.length]);
        for (let k = 0; k < starts.length; k++) {
          expect(ends[k]!).toBeGreaterThan(starts[k]!);
          if (k > 0) expect(starts[k]!).toBeGreaterThanOrEqual(starts[k - 1]!);
        }
        for (const char of 'ab1,') {
          for (let k = folded.indexOf(char); k >= 0; k = folded.indexOf(char, k + 1))
            expect(text[starts[k]!]).toBe(char);
        }
        expect(foldText(folded).folded).toBe(folded);
      }),
      { numRuns: 700, seed: 13 },
    );
  });
});

describe('foldEquals', () => {
  test.each([
    ['5\u00a0200 troops', '5 200  troops', true],
    ['Peru\u2019s', "Peru's", true],
    [' \u0100da\u017ei ', 'Adazi', true],
    ['500', '5,000', false],
    ['Peru', 'peru', false],
  ])('compares %j with %j', (a, b, equal) => {
    expect(foldEquals(a, b)).toBe(equal);
  });
});
