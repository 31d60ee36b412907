// The phases of a movement over reports: one movement with a history.
import { q, rulings } from '../fixture-rulings.ts';
import { has, is, moves, report } from '../scenario.ts';

rulings({
  phases: [
    [
      'a deployment told in four phases happens once',
      [
        report('2021-01-05', 'A', has('a', 'TR QA 3000')),
        report('2021-02-01', 'A', moves('b', 'TR TR>QA 500 proposed')),
        report('2021-03-01', 'B', moves('c', 'TR TR>QA 500 planned', { time: '2021-05-01..2021-06-30' })),
        report('2021-05-10', 'C', moves('d', 'TR >QA ~500 underway')),
        report('2021-06-20', 'D', moves('e', 'TR TR>QA 500 completed', { time: '2021-06-18' })),
        report('2021-06-25', 'E', moves('f', 'TR TR>QA 500 completed')),
      ],
      [
        [q('TR', 'QA', '2021-02-10'), '3000'],
        [q('TR', 'QA', '2021-03-10'), '3000 -> 3500'],
        [q('TR', 'QA', '2021-05-12'), '3000..3550 -> 3450..3550'],
        [q('TR', 'QA', '2021-06-26'), '3500'],
      ],
    ],
    [
      'the same number months apart is two movements',
      [
        report('2019-01-10', 'A', has('a', 'PL AF 900')),
        report('2019-03-04', 'A', moves('b', 'PL AF>PL 300 completed')),
        report('2019-07-04', 'A', moves('c', 'PL AF>PL 300 completed')),
      ],
      [
        [q('PL', 'AF', '2019-05-01'), '600'],
        [q('PL', 'AF', '2019-08-01'), '300'],
      ],
    ],
    [
      'two dated movements of one number within a month are two',
      [
        report('2019-01-10', 'A', has('a', 'PL AF 900')),
        report('2019-03-04', 'A', moves('b', 'PL AF>PL 300 completed', { time: '2019-03-03' })),
        report('2019-03-29', 'A', moves('c', 'PL AF>PL 300 completed', { time: '2019-03-28' })),
      ],
      [[q('PL', 'AF', '2019-05-01'), '300']],
    ],
    [
      'a plan called off is expected no more; a part called off comes out of it',
      [
        report('2016-09-01', 'A', has('a', 'BE IQ 90'), has('x', 'NL ML 400')),
        report('2016-09-10', 'B', moves('b', 'BE IQ>BE 30 planned'), moves('y', 'NL ML>NL 200 planned')),
        report('2016-09-20', 'C', moves('c', 'BE IQ>BE ? cancelled'), moves('z', 'NL ML>NL 50 cancelled')),
      ],
      [
        [q('BE', 'IQ', '2016-09-12', { known: '2016-10-01' }), '90 -> 60'],
        [q('BE', 'IQ', '2016-09-21'), '90'],
        [q('NL', 'ML', '2016-09-21'), '400 -> 250'],
      ],
    ],
    [
      'a plan done without a number is none to all of it, one without a number is done with the number that went',
      [
        report('2021-01-08', 'A', has('a', 'IT LB 1000'), has('x', 'ES LB 600')),
        report('2021-01-10', 'A', moves('b', 'IT LB>IT 400 planned'), moves('y', 'ES LB>ES ? planned')),
        report('2021-02-10', 'B', moves('c', 'IT LB>IT ? completed'), moves('z', 'ES LB>ES 100 completed')),
      ],
      [
        [q('IT', 'LB', '2021-02-11'), '600..999 -> 600'],
        [q('ES', 'LB', '2021-02-11'), '500'],
      ],
    ],
    [
      'a plan put off to a later day is one plan, two by two days are two',
      [
        report(
          '2021-01-08',
          'A',
          has('a', 'IT LB 1000'),
          moves('b', 'IT LB>IT 300 planned', { time: '2021-03-01..2021-03-31' }),
          moves('c', 'IT LB>IT 200 planned', { time: '2021-10-01..2021-10-31' }),
        ),
        report('2021-03-15', 'B', moves('d', 'IT LB>IT 300 planned', { time: '2021-06-01..2021-06-30' })),
      ],
      [
        [q('IT', 'LB', '2021-01-09'), '1000 -> 500'],
        [q('IT', 'LB', '2021-04-15'), '1000 -> 500'],
        [q('IT', 'LB', '2021-07-15'), '1000 -> 800'],
      ],
    ],
    [
      'a revised number takes the place of the earlier one',
      [
        report('2021-01-08', 'A', has('a', 'IT LB 1000'), moves('b', 'IT LB>IT 300 planned')),
        report('2021-02-15', 'B', moves('d', 'IT LB>IT 450 planned')),
      ],
      [[q('IT', 'LB', '2021-02-16'), '1000 -> 550']],
    ],
    [
      'what was called off after a part had gone',
      [
        report('2021-01-08', 'A', has('a', 'IT LB 1000'), moves('b', 'IT LB>IT 300 planned')),
        report('2021-02-15', 'B', moves('c', 'IT LB>IT 100 completed', { time: '2021-02-14' })),
        report('2021-03-15', 'B', moves('d', 'IT LB>IT 200 cancelled')),
      ],
      [
        [q('IT', 'LB', '2021-02-16'), '900 -> 700'],
        [q('IT', 'LB', '2021-03-16'), '900'],
      ],
    ],
    [
      'a plan whose day has passed is not done',
      [
        report('2020-01-15', 'A', has('a', 'NO ML 120'), has('c', 'SE ML 200')),
        report(
          '2020-01-20',
          'A',
          moves('b', 'NO NO>ML 60 planned', { time: '2020-03-01..2020-03-31' }),
          moves('d', 'SE ML>SE 200 planned'),
        ),
      ],
      [
        [q('NO', 'ML', '2020-02-01'), '120 -> 180'],
        [q('NO', 'ML', '2020-09-01'), '120'],
        [q('SE', 'ML', '2020-09-01'), '200 -> 0'],
        [q('SE', 'ML', '2021-06-01'), '200'],
      ],
    ],
    [
      'a suspended deployment does not arrive until it is resumed',
      [
        report('2022-04-02', 'A', has('a', 'DE NE 70')),
        report('2022-04-05', 'A', moves('b', 'DE DE>NE 130 planned')),
        report('2022-04-12', 'A', is('c', 'DE NE suspended', { time: '2022-04-11' })),
        report('2022-05-12', 'A', is('d', 'DE NE resumed', { time: '2022-05-11' })),
      ],
      [
        [q('DE', 'NE', '2022-04-08'), '70 -> 200'],
        [q('DE', 'NE', '2022-04-20'), '70'],
        [q('DE', 'NE', '2022-05-20'), '70 -> 200'],
      ],
    ],
  ],
  'phases of one movement': [
    [
      'may be sent, is sent, has come: only the last counts, and once',
      [
        report('2014-10-01', 'A', has('a', 'CA KW 70')),
        report('2014-10-03', 'A', moves('b', 'CA CA>KW 600 proposed')),
        report('2014-10-20', 'B', moves('c', 'CA CA>KW 600 completed', { time: '2014-10-18' })),
      ],
      [
        [q('CA', 'KW', '2014-10-05'), '70'],
        [q('CA', 'KW', '2014-10-21'), '670'],
      ],
    ],
    [
      'called off and then ordered again is expected again',
      [
        report('2014-10-01', 'A', has('a', 'CA KW 70')),
        report('2014-10-03', 'A', moves('b', 'CA CA>KW 600 planned')),
        report('2014-10-13', 'B', moves('c', 'CA CA>KW 600 cancelled')),
        report('2014-11-02', 'C', moves('d', 'CA CA>KW 600 planned')),
      ],
      [
        [q('CA', 'KW', '2014-10-15'), '70'],
        [q('CA', 'KW', '2014-11-03'), '70 -> 670'],
      ],
    ],
    [
      'a plan to leave by a day, told late to have been kept',
      [
        report(
          '2014-10-01',
          'A',
          has('a', 'PL AF 300'),
          moves('b', 'PL AF>PL 200 planned', { time: '2014-11-01..2014-11-30' }),
        ),
        report('2015-01-15', 'B', moves('c', 'PL AF>PL 200 completed', { time: '2014-12-20' })),
      ],
      [
        [q('PL', 'AF', '2014-10-02'), '300 -> 100'],
        [q('PL', 'AF', '2014-12-10'), '300'],
        [q('PL', 'AF', '2015-01-16'), '100'],
      ],
    ],
    [
      'two plans out of one country add up',
      [
        report(
          '2014-10-01',
          'A',
          has('a', 'PL AF 300'),
          moves('b', 'PL AF>PL 100 planned', { time: '2014-11-01..2014-11-30' }),
          moves('c', 'PL AF>IQ 60 planned', { time: '2015-02-01..2015-02-28' }),
        ),
      ],
      [[q('PL', 'AF', '2014-10-02'), '300 -> 140']],
    ],
    [
      'one plan out and one in',
      [
        report(
          '2014-10-01',
          'A',
          has('a', 'RO AF 400'),
          moves('b', 'RO AF>RO 150 planned'),
          moves('c', 'RO RO>AF 50 planned'),
        ),
      ],
      [[q('RO', 'AF', '2014-10-02'), '400 -> 300']],
    ],
    [
      'under way, of about a number',
      [
        report('2014-10-01', 'A', has('a', 'SE ML 250')),
        report('2014-10-11', 'A', moves('b', 'SE ML>SE ~100 underway')),
      ],
      [[q('SE', 'ML', '2014-10-12'), '140..250 -> 140..160']],
    ],
    [
      'a request of another is no plan of theirs',
      [
        report('2014-10-01', 'A', has('a', 'BD ML 1400', { mission: 'MINUSMA' })),
        report('2014-10-11', 'A', moves('b', 'BD BD>ML 400 proposed', { mission: 'MINUSMA' })),
      ],
      [[q('BD', 'ML', '2014-10-12', { mission: 'MINUSMA' }), '1400']],
    ],
    [
      'done in two reports of which only one gives the number',
      [
        report('2014-10-01', 'A', has('a', 'SE ML 250')),
        report('2014-10-11', 'A', moves('b', 'SE ML>SE ? completed', { time: '2014-10-09' })),
        report('2014-10-12', 'B', moves('c', 'SE ML>SE 90 completed', { time: '2014-10-09' })),
      ],
      [
        [q('SE', 'ML', '2014-10-11'), '0..249'],
        [q('SE', 'ML', '2014-10-13'), '160'],
      ],
    ],
  ],
});
