import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { anyClaim } from '../../test/any-claim.ts';
import { claimSchema } from './claim.ts';
import { parseClaim, printClaim, printFields } from './notation.ts';

describe('the one-line notation', () => {
  test('reads back every claim that it prints, on one line', () => {
    fc.assert(
      fc.property(anyClaim, (c) => {
        const line = printClaim(c);
        expect(line).not.toMatch(/[\n\r\u2028\u2029]/);
        expect(parseClaim(line)).toEqual(claimSchema.parse(c));
      }),
      { numRuns: 3000 },
    );
  });

  test.each([
    'movement DE 30 IQ -> JO+KW planned relocate temporary [2020-01-07..] by "German Defense Ministry" : "Thirty soldiers"',
    'movement US ~4000 unit "82nd Airborne Division" US(Fort Bragg) -> KW underway deploy : "has started deploying"',
    'movement ? -> completed withdraw : "They left"',
    'presence US ~5200 IQ(Iraq) : "About 5,200 troops in Iraq"',
    'presence OTHER(Some (armed\\) group) 200..999 R:SAHEL : "several hundred fighters"',
    'presence UN ..15200 mission "MINUSMA" ML+NE [2020-02-01..2020-02-29] : "up to 15,200"',
    'presence GB 2 battalion EE : "two battalions"',
    'status COALITION mission "campaign" IQ+SY suspended [2020-01-05] : "halted its campaign"',
    'decision "Iraqi parliament" expel vote 170-0/328 not-final pending "signature" [2020-01-05] : "voted"',
    'incident IR IQ killed 0 [2020-01-08] by "officials" : "attacked"',
  ])('prints what it read: %s', (line) => {
    expect(printClaim(parseClaim(line))).toBe(line);
  });

  test('leaves names and quotation out of a heading', () => {
    const c = parseClaim('movement DE 30 IQ(Iraq) -> JO(Jordan)+KW(Kuwait) planned relocate : "Thirty"');
    expect(printFields(c, false)).toBe('movement DE 30 IQ -> JO+KW planned relocate');
  });

  test('takes the quotation given beside a line that has none', () => {
    expect(parseClaim('presence DE 120 IQ', 'the 120 soldiers').evidence).toBe('the 120 soldiers');
  });

  test.each([
    ['presence DE thirty IQ : "x"', /column 13: expected a field of a presence instead of "thirty"/],
    ['parade DE : "x"', /kind/],
    ['presence DE 120 IQ : unquoted', /column 22: expected the quotation/],
    ['presence DE 120 IQ', /evidence/],
    ['movement DE 30 IQ -> KW planned : "x"', /move/],
    ['presence DE 30 [2020-02-30] IQ : "x"', /not a day/],
    ['presence DE 30..20 IQ : "x"', /min <= max/],
  ])('says where a line goes wrong: %s', (line, message) => {
    expect(() => parseClaim(line)).toThrow(message);
  });
});
