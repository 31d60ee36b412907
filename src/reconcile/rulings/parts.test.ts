// Parts of a movement, and what is left of a plan.
import { q, rulings } from '../fixture-rulings.ts';
import { has, moves, report } from '../scenario.ts';

rulings({
  'parts of a movement': [
    [
      'two parts arrive and come out of the plan, then the rest',
      [
        report('2022-02-01', 'A', has('a', 'US PL 1000')),
        report('2022-02-11', 'A', moves('b', 'US US>PL 4000 planned', { unit: '3rd Armored Brigade' })),
        report(
          '2022-03-12',
          'B',
          moves('c', 'US US>PL 1500 completed', { time: '2022-03-10', unit: '3rd Armored Brigade' }),
        ),
        report('2022-03-22', 'B', moves('d', 'US >PL 1000 completed', { time: '2022-03-20' })),
        report('2022-04-02', 'B', moves('e', 'US US>PL 4000 completed', { time: '2022-04-01' })),
      ],
      [
        [q('US', 'PL', '2022-03-13'), '2500 -> 5000'],
        [q('US', 'PL', '2022-03-25'), '3500 -> 5000'],
        [q('US', 'PL', '2022-04-05'), '5000'],
      ],
    ],
    [
      'a brigade named beside a larger number is part of it',
      [
        report(
          '2020-01-08',
          'A',
          has('a', 'US KW 13000'),
          moves('b', 'US >KW 4500 planned'),
          moves('c', 'US >KW 4000 planned', { unit: '1st Brigade' }),
        ),
      ],
      [[q('US', 'KW', '2020-01-09'), '13000 -> 17500']],
    ],
    [
      'two numbers to two places are two movements',
      [
        report(
          '2020-01-08',
          'A',
          has('a', 'DE IQ 120'),
          moves('b', 'DE IQ>JO 32 completed'),
          moves('c', 'DE IQ>KW 3 completed'),
        ),
      ],
      [
        [q('DE', 'IQ', '2020-01-09'), '85'],
        [q('DE', 'JO', '2020-01-09'), '32..'],
        [q('DE', 'KW', '2020-01-09'), '3..'],
      ],
    ],
    [
      'a plan to two places comes about as two movements with other numbers',
      [
        report('2020-01-08', 'A', has('a', 'DE IQ 120'), moves('p', 'DE IQ>JO+KW 30 planned')),
        report(
          '2020-01-12',
          'B',
          moves('b', 'DE IQ/Taji>JO 32 completed', { time: '2020-01-10' }),
          moves('c', 'DE IQ>KW 3 completed', { time: '2020-01-10' }),
        ),
      ],
      [
        [q('DE', 'IQ', '2020-01-13'), '85'],
        [q('DE', 'JO', '2020-01-13'), '32..'],
      ],
    ],
    [
      'one number to two places is shared',
      [
        report('2017-03-01', 'A', has('a', 'FI IQ 100'), has('b', 'FI LB 300')),
        report('2017-03-06', 'B', moves('c', 'FI IQ>LB+SY 60 completed', { time: '2017-03-05' })),
      ],
      [
        [q('FI', 'IQ', '2017-03-07'), '40'],
        [q('FI', 'LB', '2017-03-07'), '300..360'],
      ],
    ],
    [
      'a newer count that shows the plan spends it, one that does not leaves it',
      [
        report('2020-01-01', 'A', has('a', 'FR CI 1000'), has('x', 'FR ML 2000')),
        report('2020-02-01', 'A', moves('b', 'FR CI>FR 400 planned'), moves('y', 'FR ML>FR 400 planned')),
        report('2020-03-01', 'B', has('c', 'FR CI 600'), has('z', 'FR ML 2000')),
        report('2020-04-01', 'B', has('w', 'FR ML 1900')),
      ],
      [
        [q('FR', 'CI', '2020-03-02'), '600'],
        [q('FR', 'ML', '2020-03-02'), '2000 -> 1600'],
        [q('FR', 'ML', '2020-04-02'), '1900 -> 1600'],
      ],
    ],
    [
      'a part that has come stays part of the plan after a newer count',
      [
        report('2022-02-01', 'A', has('a', 'CA LV 600')),
        report('2022-02-11', 'A', moves('b', 'CA CA>LV 1000 planned')),
        report('2022-03-12', 'B', moves('c', 'CA CA>LV 400 completed', { time: '2022-03-10' })),
        report('2022-03-20', 'B', has('d', 'CA LV 1000')),
      ],
      [[q('CA', 'LV', '2022-03-21'), '1000 -> 1600']],
    ],
  ],
  'parts, rests and first arrivals': [
    [
      'the first have arrived, nobody says how many',
      [
        report('2022-02-01', 'A', has('a', 'FR RO 100'), moves('b', 'FR FR>RO 400 planned')),
        report('2022-02-20', 'A', moves('c', 'FR FR>RO ? completed', { time: '2022-02-19' })),
      ],
      [[q('FR', 'RO', '2022-02-21'), '101..500 -> 500']],
    ],
    [
      'thirty left, the rest are still there',
      [
        report('2021-05-02', 'A', has('a', 'EE ML 50', { time: '2021-05-01' })),
        report('2021-05-20', 'A', moves('c', 'EE ML>EE 30 completed', { time: '2021-05-18' }), has('d', 'EE ML ?')),
      ],
      [[q('EE', 'ML', '2021-05-21'), '20']],
    ],
    [
      'a tenth of those announced came, then a newer count shows all of them',
      [
        report('2022-02-01', 'A', has('a', 'IT LV 200'), moves('b', 'IT IT>LV 500 planned')),
        report('2022-03-01', 'A', moves('c', 'IT IT>LV 50 completed', { time: '2022-02-27' })),
        report('2022-05-01', 'A', has('d', 'IT LV 700')),
      ],
      [
        [q('IT', 'LV', '2022-03-02'), '250 -> 700'],
        [q('IT', 'LV', '2022-05-02'), '700'],
      ],
    ],
    [
      'a newer count of about the whole spends the plan',
      [
        report('2022-02-01', 'A', has('a', 'US PL 1000'), moves('b', 'US US>PL 4000 planned')),
        report('2022-05-01', 'A', has('d', 'US PL ~5000')),
      ],
      [[q('US', 'PL', '2022-05-02'), '4500..5500']],
    ],
    [
      'half of a plan shows in a newer count: the other half is still expected',
      [
        report('2022-02-01', 'A', has('a', 'BE ML 1000'), moves('b', 'BE ML>BE 400 planned')),
        report('2022-05-01', 'A', has('d', 'BE ML 800')),
      ],
      [[q('BE', 'ML', '2022-05-02'), '800 -> 600']],
    ],
    [
      'all are to leave, without a number',
      [report('2022-02-01', 'A', has('a', 'SE ML 200')), report('2022-03-01', 'A', moves('b', 'SE ML>SE ? planned'))],
      [[q('SE', 'ML', '2022-03-02'), '200 -> 0..199']],
    ],
    [
      'two outlets give two numbers of one plan: never their sum',
      [
        report('2022-02-01', 'A', has('a', 'IT LB 1000')),
        report('2022-03-01', 'A', moves('b', 'IT LB>IT 300 planned')),
        report('2022-03-02', 'B', moves('c', 'IT LB>IT 400 planned')),
      ],
      [[q('IT', 'LB', '2022-03-03'), '1000 -> 600']],
    ],
  ],
});
