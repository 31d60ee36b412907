import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { NumberMention } from './document.ts';
import { findNumbers } from './numbers.ts';
import { tokenize } from './tokenize.ts';

/** "more than 500 -> 500.." for each number but "a" and "an": the words it covers, bounds, "~" approximate, what it is of where that is no count. */
function print(text: string, keep: (n: NumberMention) => boolean = (n) => n.kind !== 'article'): string {
  const tokens = tokenize(text);
  const shown = findNumbers(tokens).filter(keep);
  return shown
    .map((n) => {
      const words = text.slice(tokens[n.from]!.start, tokens[n.to - 1]!.end);
      const bounds =
        n.kind === 'share' ? `${n.shareBound ?? ''}${Math.round(n.share! * 100)}%` : `${n.min ?? ''}..${n.max ?? ''}`;
      const marks = [
        n.approx ? '~' : '',
        n.allBut ? ' all-but' : '',
        n.glued ? ` ${n.glued}` : '',
        n.use === 'count' ? '' : ` ${n.use}`,
      ];
      return `${words} = ${bounds}${marks.join('')}`;
    })
    .join('; ');
}

describe('findNumbers', () => {
  test.each([
    ['one hundred and forty-six engineers', 'one hundred and forty-six = 146..146'],
    ['twenty-five hundred men', 'twenty-five hundred = 2500..2500'],
    ['three and a half thousand men', 'three and a half thousand = 3500..3500'],
    ['two thousand three hundred and four', 'two thousand three hundred and four = 2304..2304'],
    ['about 12, 000 troops, 900 vehicles', 'about 12, 000 = 12000..12000~; 900 = 900..900'],
    ['seven thousand troops and nine trucks', 'seven thousand = 7000..7000; nine = 9..9'],
    ['12.5K marines and 2 million people', '12.5K = 12500..12500; 2 million = 2000000..2000000'],
    ['half a million men', 'half a million = 500000..500000~'],
    ['one and a half million people', 'one and a half million = 1500000..1500000'],
    ['4 700 of its gunners', '4 700 = 4700..4700'],
    [
      '4\u00a0700 gunners, 1\u202f200\u202f000 people',
      '4\u00a0700 = 4700..4700; 1\u202f200\u202f000 = 1200000..1200000',
    ],
    ['on 5 May 100 men left', '5 = 5..5 date; 100 = 100..100'],
    ['flown 300, 18 and three medics', '300 = 300..300; 18 = 18..18; three = 3..3'],
    ['5.000 soldiers', '5.000 = 5000..5000'],
    ['zero troops', 'zero = 0..0'],
    ['four hundred (400) cooks', 'four hundred (400) = 400..400'],
    ['90 (ninety) cooks and six (7) vans', '90 (ninety) = 90..90; six = 6..6; 7 = 7..7'],
  ])('reads a plain number in %j', (text, expected) => {
    expect(print(text)).toBe(expected);
  });

  test.each([
    ['about 300', 'about 300 = 300..300~'],
    ['some 220 men', 'some 220 = 220..220~'],
    ['some of its 70 cooks', '70 = 70..70'],
    ['an estimated 3,000', 'an estimated 3,000 = 3000..3000~'],
    ['est. 1,000 Eritrea', 'est. 1,000 = 1000..1000~'],
    ['300 or so', '300 or so = 300..300~'],
    ['300 soldiers or so', '300 = 300..300~'],
    ['just under 2,000', 'just under 2,000 = 2000..2000~'],
    ['more or less 40', 'more or less 40 = 40..40~'],
    ['300-odd gunners', '300-odd = 300..300~'],
    ['more than 12,000', 'more than 12,000 = 12000..'],
    ['upwards of 90', 'upwards of 90 = 90..'],
    ['no fewer than 60', 'no fewer than 60 = 60..'],
    ['600-plus', '600-plus = 600..'],
    ['600+ men', '600+ = 600..'],
    ['600 or more; 600 gunners or more', '600 or more = 600..; 600 = 600..'],
    ['600 plus 40 police', '600 = 600..600; 40 = 40..40'],
    ['at least a further 80', 'at least a further 80 = 80..'],
    ['up to 700', 'up to 700 = ..700'],
    ['up to about 700', 'up to about 700 = ..700~'],
    ['no more than 15', 'no more than 15 = ..15'],
    ['as many as two thousand', 'as many as two thousand = ..2000'],
    ['not exceeding 90', 'not exceeding 90 = ..90'],
    ['a maximum of 30', 'a maximum of 30 = ..30'],
    ['at least a dozen', 'at least a dozen = 12..'],
    ['talks about 600 troops', '600 = 600..600'],
  ])('keeps the hedge of %j', (text, expected) => {
    expect(print(text)).toBe(expected);
  });

  test.each([
    ['2,100 to 2,600 men', '2,100 to 2,600 = 2100..2600'],
    ['between 40 and 60', 'between 40 and 60 = 40..60'],
    ['700-800 and 900\u20131,100', '700-800 = 700..800; 900\u20131,100 = 900..1100'],
    ['four or five companies', 'four or five = 4..5'],
    ['3-4,000 Yemen; 25-35,000 Cyprus', '3-4,000 = 3000..4000; 25-35,000 = 25000..35000'],
    ['2-300 Peru; 200-300', '2-300 = 200..300; 200-300 = 200..300'],
    ['two to three thousand', 'two to three thousand = 2000..3000'],
    ['ranging from 50 to 70', '50 to 70 = 50..70'],
    ['from 1,400 to 900', '1,400 = 1400..1400; 900 = 900..900'],
    ['from 900 to 1,400', '900 = 900..900; 1,400 = 1400..1400'],
    ['raised by 600 to 1,500', '600 = 600..600; 1,500 = 1500..1500'],
    ['the vote was 88-3', '88 = 88..88; 3 = 3..3'],
    ['voted 44 to 51', '44 = 44..44; 51 = 51..51'],
  ])('tells a range from a change in %j', (text, expected) => {
    expect(print(text)).toBe(expected);
  });

  test.each([
    ['several', '3..9'],
    ['a few', '3..9'],
    ['a handful', '3..9'],
    ['a couple', '2..2'],
    ['a dozen', '12..12~'],
    ['two dozen', '24..24~'],
    ['a hundred', '100..100~'],
    ['dozens', '24..99'],
    ['scores of', '40..99'],
    ['a few dozen', '24..60'],
    ['hundreds', '200..999'],
    ['several hundred', '200..999'],
    ['a few hundred', '200..500'],
    ['thousands', '2000..9999'],
    ['several thousand', '3000..9999'],
    ['tens of thousands', '20000..99999'],
    ['hundreds of thousands', '200000..999999'],
    ['several thousands', '3000..9999'],
    ['another dozen', '12..12~'],
    ['another few hundred', '200..500'],
    ['a couple of hundred', '200..200~'],
  ])('gives %j the bounds of the ruling', (words, bounds) => {
    expect(print(`${words} sappers`)).toBe(`${words.replace(/ of$/, '')} = ${bounds}`);
  });

  test.each([
    ['half of the 90', 'half = 50%; 90 = 90..90'],
    ['more than half of its men', 'more than half = floor50%'],
    ['a third of its 600 troops', 'a third = 33%; 600 = 600..600'],
    ['two-thirds of them; three quarters of them', 'two-thirds = 67%; three quarters = 75%'],
    ['a third battalion; the northern half of Chad', ''],
    ['80 percent of the force', '80 percent = 80%'],
    ['rose by around 30 per cent', 'around 30 per cent = 30%~ percent'],
    ['one in five soldiers; nearly 1 in 4', 'one in five = 20%; nearly 1 in 4 = 25%~'],
    ["all but 15 of Peru's 70 sappers", 'all but 15 = 15..15 all-but; 70 = 70..70'],
  ])('reads the part of a whole in %j', (text, expected) => {
    expect(print(text)).toBe(expected);
  });

  test.each([
    ['a 900-strong brigade', '900-strong = 900..900 persons'],
    ['a nearly 6,000-strong brigade', 'nearly 6,000-strong = 6000..6000~ persons'],
    ['a 14-member team and a 300-man unit', '14-member = 14..14 persons; 300-man = 300..300 persons'],
    ['a twenty-five-member crew', 'twenty-five-member = 25..25 persons'],
    ['the contingent, 1,200 strong, left', '1,200 strong = 1200..1200 persons'],
    ['a 20-year war and a six-month tour', '20-year = 20..20 other time; six-month = 6..6 other time'],
    ['an 80 person team; one man', '80 person = 80..80 persons; one = 1..1'],
    ['a five-nation force', 'five-nation = 5..5 other'],
  ])('reads what a hyphen hangs on the number in %j', (text, expected) => {
    expect(print(text)).toBe(expected);
  });

  test.each([
    ['$12 billion and 90 euros', 'money money'],
    ['60 km, 3 nautical miles, 2.5 hectares', 'measure measure measure'],
    ['90 minutes, 12 long months, aged 19 years', 'time time time'],
    ['3- to 5-year terms and a two- or three-week stay', 'time time'],
    ['at 6 p.m., at 10:30, at 0900 hours', 'clock clock clock clock'],
    ['in 2018, the 2010 Oslo summit, (2025), 2001-2014', 'year year year year year'],
    ['on 5 May, May 5, 5-7 May', 'date date date'],
    ['Section 5, Resolution 1701, No. 4, Air Base 105, Task Force 50', 'label label label label label'],
    ['2020-05-14 and 555-0123-444', 'year label label label label label'],
    ['the 205 Hero Corps and 4 Squadron', 'label label'],
    ['about 200 Corps engineers; two Brigades', 'count count'],
    ['2000 troops, 1900 Norwegian soldiers, a force of 2000 men', 'count count count'],
    ['about 2000 in Mali; cut to 2000; cut by 2000 to 5,000', 'count count count count'],
  ])('says what the numbers are of in %j', (text, uses) => {
    const counted = findNumbers(tokenize(text)).filter((n) => n.kind !== 'article' && n.glued === null);
    const shown = counted.map((n) => n.use).join(' ');
    expect(shown).toBe(uses);
  });

  test.each([
    ['a brigade and another battalion', 'a another'],
    ['an 800-strong force and a further 40 men', ''],
    ['a total of 90', ''],
    ['an estimated 300', ''],
  ])('takes an article for one only where no number follows: %j', (text, expected) => {
    const tokens = tokenize(text);
    const articles = findNumbers(tokens).filter((n) => n.kind === 'article');
    expect(articles.map((n) => tokens[n.from]!.text).join(' ')).toBe(expected);
  });

  test.each([
    ['no one left'],
    ['one another'],
    ['at one point'],
    ['one of the most'],
    ['they may'],
    ['half past'],
    ['hundred-day'],
  ])('reads no number in %j', (text) => {
    expect(print(text, (n) => n.kind !== 'article' && n.glued === null)).toBe('');
  });

  test('keeps mentions in order, apart, with their core inside and min at most max', () => {
    const words = fc.constantFrom(
      ...'about up to 500 - – 600 2,000 some a few hundred and thousand half of the more than at least or so two twenty-five 800-strong $ % percent May 2018 between'.split(
        ' ',
      ),
    );
    fc.assert(
      fc.property(fc.array(words, { maxLength: 25 }), (parts) => {
        const tokens = tokenize(parts.join(' '));
        let at = 0;
        for (const n of findNumbers(tokens)) {
          expect(n.from).toBeGreaterThanOrEqual(at);
          expect(n.core[0]).toBeGreaterThanOrEqual(n.from);
          expect(n.core[1]).toBeGreaterThan(n.core[0]);
          expect(n.core[1]).toBeLessThanOrEqual(n.to);
          expect(n.to).toBeLessThanOrEqual(tokens.length);
          if (n.min !== null && n.max !== null) expect(n.min).toBeLessThanOrEqual(n.max);
          at = n.to;
        }
      }),
      { numRuns: 1000, seed: 11 },
    );
  });
});
