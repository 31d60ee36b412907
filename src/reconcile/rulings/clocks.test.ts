// What was learnt later of an earlier day.
import { q, rulings } from '../fixture-rulings.ts';
import { has, moves, report } from '../scenario.ts';

rulings({
  'other clocks': [
    [
      'a movement learnt later changes the days since it happened',
      [
        report('2019-03-02', 'A', has('a', 'UG SO 6200')),
        report('2019-06-20', 'B', moves('b', 'UG SO>UG 700 completed', { time: '2019-04-10' })),
      ],
      [
        [q('UG', 'SO', '2019-05-01', { known: '2019-05-02' }), '6200'],
        [q('UG', 'SO', '2019-05-01', { known: '2019-07-01' }), '5500'],
        [q('UG', 'SO', '2019-04-01', { known: '2019-07-01' }), '6200'],
      ],
    ],
    [
      'a movement within a month is done by its end',
      [
        report('2019-03-02', 'A', has('a', 'UG SO 6200')),
        report('2019-06-20', 'B', moves('b', 'UG SO>UG 700 completed', { time: '2019-04-01..2019-04-30' })),
      ],
      [
        [q('UG', 'SO', '2019-04-15', { known: '2019-07-01' }), '5500..6200'],
        [q('UG', 'SO', '2019-05-15', { known: '2019-07-01' }), '5500'],
      ],
    ],
  ],
  'corrections and backdated news': [
    [
      'the same outlet corrects its number of the day: no conflict',
      [
        report('2015-02-02', 'A', has('a', 'PE HT 370', { time: '2015-02-01' })),
        report('2015-02-09', 'A', has('b', 'PE HT 161', { time: '2015-02-01' })),
      ],
      [
        [q('PE', 'HT', '2015-02-05'), '370'],
        [q('PE', 'HT', '2015-02-10'), '161'],
      ],
    ],
    [
      'another outlet’s other number of the day is a conflict until a newer count',
      [
        report('2015-02-02', 'A', has('a', 'PE HT 370', { time: '2015-02-01' })),
        report('2015-02-09', 'B', has('b', 'PE HT 161', { time: '2015-02-01' })),
        report('2015-06-02', 'A', has('c', 'PE HT 150', { time: '2015-06-01' })),
      ],
      [
        [q('PE', 'HT', '2015-02-10'), '161', { conflicts: ['a b'] }],
        [q('PE', 'HT', '2015-06-03'), '150'],
      ],
    ],
    [
      'a count learnt late stands between two that were known',
      [
        report('2015-02-02', 'A', has('a', 'BR HT 1400')),
        report('2015-08-02', 'A', has('c', 'BR HT 970')),
        report('2015-12-02', 'B', has('b', 'BR HT 1200', { time: '2015-05-01' })),
      ],
      [
        [q('BR', 'HT', '2015-06-01', { known: '2015-09-01' }), '1400'],
        [q('BR', 'HT', '2015-06-01', { known: '2015-12-31' }), '1200'],
        [q('BR', 'HT', '2015-12-31'), '970'],
      ],
    ],
    [
      'a zero learnt late, and a departure learnt late before a count that lacks it',
      [
        report('2015-02-02', 'A', has('a', 'LK HT 860'), has('x', 'JO HT 250')),
        report('2015-06-02', 'A', has('y', 'JO HT 180', { time: '2015-06-01' })),
        report(
          '2015-09-02',
          'B',
          has('b', 'LK HT 0', { time: '2015-04-01' }),
          moves('z', 'JO HT>JO 70 completed', { time: '2015-04-10' }),
        ),
      ],
      [
        [q('LK', 'HT', '2015-05-01', { known: '2015-06-01' }), '860'],
        [q('LK', 'HT', '2015-05-01', { known: '2015-09-03' }), '0'],
        [q('JO', 'HT', '2015-05-01', { known: '2015-09-03' }), '180'],
        [q('JO', 'HT', '2015-09-03'), '180'],
      ],
    ],
  ],
  'days that are not exact': [
    [
      'some left in the year of the count, before it or after',
      [
        report('2019-06-01', 'A', has('a', 'DK AF 500', { time: '2019-06-01' })),
        report('2020-01-10', 'B', moves('b', 'DK AF>DK 100 completed', { time: '2019-01-01..2019-12-31' })),
      ],
      [[q('DK', 'AF', '2020-01-11'), '400..500']],
    ],
    [
      'a count of the month in which some came',
      [
        report('2019-07-01', 'A', has('a', 'DK AF 500', { time: '2019-06-01..2019-06-30' })),
        report('2019-07-10', 'B', moves('b', 'DK DK>AF 100 completed', { time: '2019-06-20' })),
      ],
      [[q('DK', 'AF', '2019-07-11'), '500..600']],
    ],
    [
      'a plan for a season is late by a month, and then done',
      [
        report(
          '2019-01-10',
          'A',
          has('a', 'DK AF 200'),
          moves('b', 'DK DK>AF 60 planned', { time: '2019-03-01..2019-05-31' }),
        ),
        report('2019-07-10', 'B', moves('c', 'DK DK>AF 60 completed', { time: '2019-06-28' })),
      ],
      [
        [q('DK', 'AF', '2019-06-15'), '200'],
        [q('DK', 'AF', '2019-07-11'), '260'],
      ],
    ],
  ],
});
