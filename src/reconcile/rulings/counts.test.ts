// What counts say, and how long.
import { q, rulings } from '../fixture-rulings.ts';
import { has, moves, report } from '../scenario.ts';

rulings({
  'counts and carrying': [
    [
      'a later count replaces the carried one, whatever order they came in',
      [
        report('2020-06-01', 'B', has('b', 'PT CF 180')),
        report('2019-03-10', 'A', has('a', 'PT CF 159')),
        report('2019-09-10', 'C', has('c', 'PT CF ~170')),
      ],
      [
        [q('PT', 'CF', '2019-03-09', { known: '2020-07-01' }), 'no row'],
        [q('PT', 'CF', '2019-08-01', { known: '2020-07-01' }), '159'],
        [q('PT', 'CF', '2020-01-01', { known: '2020-07-01' }), '165..175'],
        [q('PT', 'CF', '2020-06-02', { known: '2020-07-01' }), '180'],
      ],
    ],
    [
      'troops without a number do not replace a count, but a zero',
      [
        report('2019-03-10', 'A', has('a', 'DE ML 900'), has('z', 'BE ML 0')),
        report('2019-06-10', 'B', has('b', 'DE ML ?'), has('y', 'BE ML ?')),
      ],
      [
        [q('DE', 'ML', '2019-07-01'), '900'],
        [q('BE', 'ML', '2019-05-01'), '0'],
        [q('BE', 'ML', '2019-07-01'), '1..'],
      ],
    ],
    [
      'a month holds from its first day, and a count of one day inside stands in its place',
      [
        report('2021-06-01', 'A', has('a', 'IT LB 1000', { time: '2021-03-01..2021-03-31' })),
        report('2021-06-02', 'B', has('b', 'IT LB 1100', { time: '2021-03-15' })),
      ],
      [
        [q('IT', 'LB', '2021-03-10', { known: '2021-07-01' }), '1000'],
        [q('IT', 'LB', '2021-03-20', { known: '2021-07-01' }), '1100'],
        [q('IT', 'LB', '2021-05-20', { known: '2021-07-01' }), '1100'],
      ],
    ],
    [
      'what is to be there is no observation, but expected until its day has passed',
      [report('2021-06-01', 'A', has('a', 'IT LB 1000'), has('b', 'IT LB 600', { time: '2021-09-01..2021-09-30' }))],
      [
        [q('IT', 'LB', '2021-07-01'), '1000 -> 600'],
        [q('IT', 'LB', '2021-09-15'), '1000 -> 600'],
        [q('IT', 'LB', '2021-10-15'), '1000'],
      ],
    ],
  ],
  'counts and hedges': [
    [
      'a least and a most of one day are a range',
      [report('2016-04-02', 'A', has('a', 'TR SY >1500')), report('2016-04-02', 'B', has('b', 'TR SY <2000'))],
      [[q('TR', 'SY', '2016-04-03'), '1500..2000']],
    ],
    [
      'an exact count inside a range of the same day is the count',
      [
        report('2016-04-02', 'A', has('a', 'MA CF 600-900', { time: '2016-04-01' })),
        report('2016-04-05', 'B', has('b', 'MA CF 753', { time: '2016-04-01' })),
      ],
      [
        [q('MA', 'CF', '2016-04-03'), '600..900'],
        [q('MA', 'CF', '2016-04-06'), '753'],
      ],
    ],
    [
      'about a number that ends in fifty, in hundreds, in thousands',
      [
        report(
          '2016-04-02',
          'A',
          has('a', 'IE LB ~350'),
          has('b', 'GH LB ~800'),
          has('c', 'IN LB ~1000'),
          has('d', 'CN SS ~12000'),
        ),
      ],
      [
        [q('IE', 'LB', '2016-04-03'), '345..355'],
        [q('GH', 'LB', '2016-04-03'), '750..850'],
        [q('IN', 'LB', '2016-04-03'), '900..1100'],
        [q('CN', 'SS', '2016-04-03'), '11500..12500'],
      ],
    ],
    [
      'a count since a day holds from that day on',
      [report('2017-09-10', 'A', has('a', 'NO AF 50', { time: '2017-02-01..' }))],
      [
        [q('NO', 'AF', '2017-01-31', { known: '2017-10-01' }), 'no row'],
        [q('NO', 'AF', '2017-02-01', { known: '2017-10-01' }), '50'],
        [q('NO', 'AF', '2017-09-30', { known: '2017-10-01' }), '50'],
      ],
    ],
    [
      'a past level does not speak of today where a newer count does',
      [
        report('2018-05-01', 'A', has('a', 'AU IQ 600')),
        report('2019-05-01', 'A', has('b', 'AU IQ 780', { time: '2017-01-01..2017-12-31' })),
      ],
      [
        [q('AU', 'IQ', '2019-05-02'), '600'],
        [q('AU', 'IQ', '2017-06-01', { known: '2019-05-02' }), '780'],
      ],
    ],
    [
      'none are left, then some come',
      [
        report('2021-08-31', 'A', has('a', 'ES AF 0')),
        report('2021-10-01', 'A', moves('b', 'ES >AF 20 completed', { time: '2021-09-28' })),
      ],
      [
        [q('ES', 'AF', '2021-09-01'), '0'],
        [q('ES', 'AF', '2021-10-02'), '20'],
      ],
    ],
    [
      'none beside some on one day: the later published stands, and they conflict',
      [
        report('2021-08-30', 'A', has('a', 'ES AF 110', { time: '2021-08-29' })),
        report('2021-08-31', 'B', has('b', 'ES AF 0', { time: '2021-08-29' })),
      ],
      [[q('ES', 'AF', '2021-09-01'), '0', { conflicts: ['a b'] }]],
    ],
    [
      'two outlets whose ranges overlap agree on what both allow',
      [
        report('2016-04-02', 'A', has('a', 'UG SO 5000-6500', { time: '2016-04-01' })),
        report('2016-04-03', 'B', has('b', 'UG SO 6200-7000', { time: '2016-04-01' })),
      ],
      [[q('UG', 'SO', '2016-04-04'), '6200..6500']],
    ],
  ],
  'ceilings and strengths on paper': [
    [
      'at most so many is no least, and a count beside it is the count',
      [report('2013-03-01', 'A', has('a', 'FR CF <400')), report('2013-04-01', 'A', has('b', 'FR CF 250'))],
      [
        [q('FR', 'CF', '2013-03-02'), '0..400'],
        [q('FR', 'CF', '2013-04-02'), '250'],
      ],
    ],
    [
      'a ceiling that is to hold later, and a plan up to it',
      [report('2013-03-01', 'A', has('a', 'FR CF 250'), moves('b', 'FR FR>CF <350 planned'))],
      [[q('FR', 'CF', '2013-03-02'), '250 -> 250..600']],
    ],
  ],
  'withheld, vague and one-ended': [
    [
      'the number is withheld now: the last one is carried',
      [report('2020-01-20', 'A', has('a', 'NL ML 300')), report('2021-01-20', 'A', has('b', 'NL ML ?'))],
      [[q('NL', 'ML', '2021-01-21'), '300']],
    ],
    [
      'five hundred of thousands left',
      [
        report('2020-01-20', 'A', has('a', 'EG LY 2000-9999')),
        report('2020-02-20', 'A', moves('b', 'EG LY>EG 500 completed', { time: '2020-02-18' })),
      ],
      [[q('EG', 'LY', '2020-02-21'), '1500..9499']],
    ],
    [
      'a thousand left of nobody knows how many',
      [
        report('2020-01-20', 'A', has('a', 'RU UA ?')),
        report('2020-02-20', 'A', moves('b', 'RU UA>RU 1000 completed', { time: '2020-02-18' })),
      ],
      [[q('RU', 'UA', '2020-02-21'), '0..']],
    ],
    [
      'some came, some of them left: at least the difference',
      [
        report('2014-11-20', 'A', moves('a', 'MR >CF 750 completed', { time: '2014-11-18' })),
        report('2014-12-20', 'A', moves('b', 'MR CF> 300 completed', { time: '2014-12-18' })),
      ],
      [[q('MR', 'CF', '2014-12-21'), '450..']],
    ],
    [
      'more than so many, and some more',
      [
        report('2014-08-29', 'A', has('a', 'TR CY >3000')),
        report('2014-09-29', 'A', moves('b', 'TR TR>CY 500 completed', { time: '2014-09-28' })),
      ],
      [[q('TR', 'CY', '2014-09-30'), '3500..']],
    ],
    [
      'who left before the first count says nothing of those who stayed',
      [
        report('2014-01-20', 'A', moves('a', 'TG CI>TG 50 completed', { time: '2014-01-18' })),
        report('2014-02-20', 'A', has('b', 'TG CI 300')),
      ],
      [[q('TG', 'CI', '2014-02-21'), '300']],
    ],
  ],
});
