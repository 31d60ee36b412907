// Some left several places together, by one number: each place may have lost them all, the region around them lost them once.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { q, rulings } from '../fixture-rulings.ts';
import { ask, has, moves, report } from '../scenario.ts';

const JAN = (day: number): string => `2020-01-${String(day).padStart(2, '0')}`;

rulings({
  'departures from several places': [
    [
      'two hundred left two countries, nobody says how many each',
      [
        report(JAN(5), 'A', has('a', 'US JO 150'), has('b', 'US KW 100')),
        report(JAN(9), 'A', moves('c', 'US JO+KW>US 200 completed', { time: JAN(8) })),
      ],
      [
        [q('US', 'JO', JAN(10)), '0..150'],
        [q('US', 'KW', JAN(10)), '0..100'],
        [q('US', 'R:MIDDLE-EAST', JAN(7)), '250..'],
        [q('US', 'R:MIDDLE-EAST', JAN(10)), '50..'],
      ],
    ],
    [
      'of more than left, and beside a country that nobody left',
      [
        report(JAN(5), 'A', has('a', 'US JO 3000'), has('b', 'US KW 13000'), has('d', 'US IQ 5200')),
        report(JAN(9), 'A', moves('c', 'US JO+KW>US 200 completed', { time: JAN(8) })),
      ],
      [
        [q('US', 'JO', JAN(10)), '2800..3000'],
        [q('US', 'R:GULF', JAN(10)), '12800..'],
        [q('US', 'R:MIDDLE-EAST', JAN(10)), '21000..'],
      ],
    ],
    [
      'twice together, and once from one of them',
      [
        report(JAN(5), 'A', has('a', 'US JO 300'), has('b', 'US KW 400')),
        report(JAN(9), 'A', moves('c', 'US JO+KW>US 200 completed', { time: JAN(8) })),
        report(JAN(15), 'A', moves('d', 'US JO+KW>US 90 completed', { time: JAN(14) })),
        report(JAN(20), 'A', moves('e', 'US JO>US 10 completed', { time: JAN(19) })),
      ],
      [
        [q('US', 'R:MIDDLE-EAST', JAN(10)), '500..'],
        [q('US', 'R:MIDDLE-EAST', JAN(16)), '410..'],
        [q('US', 'R:MIDDLE-EAST', JAN(21)), '400..'],
      ],
    ],
    [
      'two bases of one country',
      [
        report(JAN(5), 'A', has('a', 'US QA/Al_Udeid 60'), has('b', 'US QA/Camp_Snoopy 30')),
        report(JAN(9), 'A', moves('c', 'US QA/Al_Udeid+QA/Camp_Snoopy>US 50 completed', { time: JAN(8) })),
      ],
      [
        [q('US', 'QA/Al_Udeid', JAN(10)), '10..60'],
        [q('US', 'QA/Camp_Snoopy', JAN(10)), '0..30'],
        [q('US', 'QA', JAN(10)), '40..'],
      ],
    ],
    [
      'from two countries to a third around which the region lies: the region lost nobody',
      [
        report(JAN(5), 'A', has('a', 'US JO 150'), has('b', 'US KW 100'), has('d', 'US IQ 1000')),
        report(JAN(9), 'A', moves('c', 'US JO+KW>IQ 200 completed', { time: JAN(8) })),
      ],
      [
        [q('US', 'IQ', JAN(10)), '1200'],
        [q('US', 'R:MIDDLE-EAST', JAN(10)), '1250..'],
      ],
    ],
  ],

  'what they leave open': [
    [
      'some left together, nobody says how many',
      [
        report(JAN(5), 'A', has('a', 'US JO 150'), has('b', 'US KW 100')),
        report(JAN(9), 'A', moves('c', 'US JO+KW>US ? completed', { time: JAN(8) })),
      ],
      [[q('US', 'R:MIDDLE-EAST', JAN(10)), 'no row']],
    ],
    [
      'a later count of the region below what the parts had is no conflict',
      [
        report(JAN(5), 'A', has('a', 'US JO 150'), has('b', 'US KW 100')),
        report(JAN(9), 'A', moves('c', 'US JO+KW>US 200 completed', { time: JAN(8) })),
        report(JAN(20), 'A', has('d', 'US R:MIDDLE-EAST 20', { time: JAN(19) })),
      ],
      [
        [q('US', 'R:MIDDLE-EAST', JAN(21)), '20'],
        [q('US', 'JO', JAN(21)), '0..20'],
      ],
    ],
    [
      'a count of the region on the day of the parts’, that neither they nor those who left explain',
      [
        report(JAN(5), 'A', has('a', 'US JO 150'), has('b', 'US KW 100')),
        report(JAN(6), 'B', has('d', 'US R:MIDDLE-EAST 220', { time: JAN(5) })),
        report(JAN(9), 'A', moves('c', 'US JO+KW>US 200 completed', { time: JAN(8) })),
      ],
      [[q('US', 'R:MIDDLE-EAST', JAN(7)), '220', { conflicts: ['a b d'] }]],
    ],
    [
      'one of the places is to lose more: then the region is no longer sure to keep what is left',
      [
        report(JAN(5), 'A', has('a', 'US JO 150'), has('b', 'US KW 100')),
        report(
          JAN(9),
          'A',
          moves('c', 'US JO+KW>US 200 completed', { time: JAN(8) }),
          moves('d', 'US KW>US 30 planned'),
        ),
      ],
      [[q('US', 'R:MIDDLE-EAST', JAN(10)), '50.. -> 0..']],
    ],
  ],
});

test('whatever was where, the region has at least all that did not leave', () => {
  const COUNTRIES = ['JO', 'KW', 'IQ', 'QA'];
  const counts = fc.array(fc.nat({ max: 400 }), { minLength: COUNTRIES.length, maxLength: COUNTRIES.length });
  fc.assert(
    fc.property(counts, fc.integer({ min: 2, max: COUNTRIES.length }), fc.nat({ max: 900 }), (counted, of, left) => {
      const sum = (numbers: readonly number[]): number => numbers.reduce((a, b) => a + b, 0);
      const route = `${COUNTRIES.slice(0, of).join('+')}>US`;
      const reports = [
        report(JAN(5), 'A', ...COUNTRIES.map((country, i) => has(country, `US ${country} ${counted[i]}`))),
        report(JAN(9), 'A', moves('c', `US ${route} ${left} completed`, { time: JAN(8) })),
      ];
      const least = sum(counted.slice(of)) + Math.max(0, sum(counted.slice(0, of)) - left);
      expect(ask(reports, q('US', 'R:MIDDLE-EAST', JAN(10))).row?.min ?? 0).toBe(least);
    }),
    { numRuns: 60, seed: 20_200_108 },
  );
});
