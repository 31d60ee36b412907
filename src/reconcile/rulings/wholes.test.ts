// Places in places, units in forces, contingents in missions.
import { q, rulings } from '../fixture-rulings.ts';
import { has, moves, report } from '../scenario.ts';

rulings({
  'wholes and parts': [
    [
      'a country known only through its bases is at least their sum, and a base at most the country',
      [
        report(
          '2020-01-05',
          'A',
          has('a', 'US QA/Al_Udeid 8000'),
          has('b', 'US QA/Camp_Snoopy 500'),
          has('c', 'US BH/Juffair ?'),
          has('d', 'US BH 7000'),
        ),
      ],
      [
        [q('US', 'QA', '2020-01-06'), '8500..'],
        [q('US', 'BH/Juffair', '2020-01-06'), '1..7000'],
        [q('US', 'R:GULF', '2020-01-06'), '15500..'],
      ],
    ],
    [
      'a site of no known country is no part of what several countries have together',
      [
        report('2020-01-05', 'A', has('a', 'DE JO+KW 30'), has('c', 'DE JO ?'), {
          ...has('b', 'DE IQ 500'),
          place: { country: null, name: 'Camp Nowhere' },
        }),
      ],
      [[q('DE', 'JO', '2020-01-06'), '1..30']],
    ],
    [
      'a departure from the country leaves its bases’ sum no longer certain',
      [
        report('2020-01-05', 'A', has('a', 'US QA/Al_Udeid 8000')),
        report('2020-02-05', 'A', moves('b', 'US QA>US 3000 completed')),
      ],
      [[q('US', 'QA', '2020-02-06'), '5000..']],
    ],
    [
      'a newer count of the whole does not quarrel with older parts',
      [
        report(
          '2018-01-05',
          'A',
          has('a', 'US EE 600', { time: '2018-01-04' }),
          has('b', 'US LV 500', { time: '2018-01-04' }),
        ),
        report('2020-01-05', 'A', has('c', 'US R:BALTICS 700')),
      ],
      [[q('US', 'R:BALTICS', '2020-01-06'), '700']],
    ],
    [
      'newer parts beyond an older whole are its least',
      [
        report('2018-01-05', 'A', has('c', 'US R:BALTICS 700')),
        report('2020-01-05', 'A', has('a', 'US EE 600'), has('b', 'US LV 500')),
      ],
      [[q('US', 'R:BALTICS', '2020-01-06'), '1100..']],
    ],
    [
      'a contingent is part of the mission, and the rest bounds the one without a number',
      [
        report(
          '2021-10-04',
          'A',
          has('t', 'UN ML 10000', { mission: 'MINUSMA' }),
          has('a', 'TD ML 1400', { mission: 'MINUSMA' }),
          has('b', 'BD ML 1300', { mission: 'MINUSMA' }),
          has('c', 'DE ML ?', { mission: 'MINUSMA' }),
        ),
        report('2021-11-04', 'A', moves('m', 'TD ML>TD 600 completed', { mission: 'MINUSMA', time: '2021-11-01' })),
      ],
      [
        [q('DE', 'ML', '2021-10-05', { mission: 'MINUSMA' }), '1..7300'],
        [q('UN', 'ML', '2021-11-05', { mission: 'MINUSMA' }), '9400'],
        [q('TD', 'ML', '2021-11-05', { mission: 'MINUSMA' }), '800'],
      ],
    ],
    [
      'a withdrawal that names no mission is from the one mission they are known in',
      [
        report('2021-01-04', 'A', has('a', 'FR R:SAHEL 5100', { mission: 'Barkhane' })),
        report('2021-11-04', 'A', moves('m', 'FR R:SAHEL>FR 600 completed', { time: '2021-11-01' })),
      ],
      [[q('FR', 'R:SAHEL', '2021-11-05', { mission: 'Operation Barkhane' }), '4500']],
    ],
    [
      'a mission known only through its contingents is at least their sum',
      [
        report(
          '2021-10-04',
          'A',
          has('a', 'FJ SY 290', { mission: 'UNDOF' }),
          has('b', 'IN SY 200', { mission: 'UNDOF' }),
        ),
      ],
      [[q('UN', 'SY', '2021-10-04', { mission: 'UNDOF' }), '490..']],
    ],
    [
      'those announced for a region came to it, in whichever country',
      [
        report('2020-01-08', 'A', has('a', 'US R:MIDDLE-EAST 50000'), moves('b', 'US >R:MIDDLE-EAST 4500 planned')),
        report('2020-02-01', 'B', moves('c', 'US >KW 4000 completed', { time: '2020-01-30', unit: '1st Brigade' })),
      ],
      [[q('US', 'R:MIDDLE-EAST', '2020-02-02'), '54000 -> 54500']],
    ],
    [
      'two missions of a force in a country are part of all it has there',
      [
        report(
          '2021-01-04',
          'A',
          has('a', 'DE ML 900', { mission: 'MINUSMA' }),
          has('b', 'DE ML 300', { mission: 'EUTM Mali' }),
        ),
      ],
      [
        [q('DE', 'ML', '2021-01-04'), '1200..'],
        [q('DE', 'ML', '2021-01-04', { mission: 'EUTM Mali' }), '300'],
      ],
    ],
    [
      'a move inside the region leaves it as it was, one out of it does not',
      [
        report('2021-07-02', 'A', has('a', 'US R:MIDDLE-EAST 20000'), has('b', 'US IQ 2500'), has('c', 'US KW 10000')),
        report(
          '2021-07-11',
          'A',
          moves('d', 'US IQ>KW 400 completed', { time: '2021-07-10' }),
          moves('e', 'US KW>DE 100 completed', { time: '2021-07-10' }),
        ),
      ],
      [
        [q('US', 'R:MIDDLE-EAST', '2021-07-12'), '19900'],
        [q('US', 'KW', '2021-07-12'), '10300'],
      ],
    ],
  ],
});
