// Each ruling of reconciliation, with other forces, numbers and orders of reports than any scenario file holds.
import { describe, expect, test } from 'vitest';
import type { CaseReport } from './posture-cases.ts';
import { ask, has, is, moves, type Question, report, shown } from './scenario.ts';

type Case = readonly [
  title: string,
  reports: readonly CaseReport[],
  questions: readonly (readonly [Question, string])[],
];
const q = (party: string, place: string, at: string, more: Partial<Question> = {}): Question => ({
  party,
  place,
  at,
  ...more,
});

const GROUPS: Record<string, readonly Case[]> = {
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
  'counts and movements in one report': [
    [
      'its 14, of whom seven went',
      [
        report(
          '2020-01-08',
          'A',
          has('a', 'SI IQ 14', { evidence: 'its 14 soldiers' }),
          moves('b', 'SI IQ>KW 6 completed', { evidence: 'moved six of its 14 soldiers' }),
        ),
      ],
      [[q('SI', 'IQ', '2020-01-08'), '8']],
    ],
    [
      '60 left, leaving 90',
      [
        report(
          '2020-01-08',
          'A',
          has('a', 'SI IQ 90', { evidence: 'leaving 90 in Iraq' }),
          moves('b', 'SI IQ>SI 60 completed', { evidence: 'withdrew 60 soldiers' }),
        ),
      ],
      [[q('SI', 'IQ', '2020-01-08'), '90']],
    ],
    [
      'an earlier count tells which of the two it is',
      [
        report('2019-12-08', 'A', has('z', 'SI IQ 150'), has('x', 'DK IQ 150')),
        report(
          '2020-01-08',
          'A',
          has('a', 'SI IQ 90'),
          moves('b', 'SI IQ>SI 60 completed'),
          has('c', 'DK IQ 150'),
          moves('d', 'DK IQ>DK 60 completed'),
        ),
      ],
      [
        [q('SI', 'IQ', '2020-01-08'), '90'],
        [q('DK', 'IQ', '2020-01-08'), '90'],
      ],
    ],
    [
      'in two reports of one day it is open',
      [
        report('2020-01-08', 'A', has('a', 'SI IQ 150')),
        report('2020-01-08', 'B', moves('b', 'SI IQ>SI 60 completed')),
      ],
      [[q('SI', 'IQ', '2020-01-08'), '90..150']],
    ],
  ],
  'rotation and return': [
    [
      'one relieves another: no net change, planned or done',
      [
        report('2019-01-20', 'A', has('a', 'US KR 4500')),
        report('2019-02-15', 'A', moves('b', 'US US>KR 4400 completed', { move: 'rotate' })),
        report('2019-07-01', 'A', moves('c', 'US US>KR 3900 planned', { move: 'rotate' })),
      ],
      [[q('US', 'KR', '2019-07-02'), '4500']],
    ],
    [
      'part of those who went for a time is back',
      [
        report('2020-01-05', 'A', has('a', 'ES IQ 500')),
        report('2020-01-10', 'A', moves('b', 'ES IQ>KW 200 completed', { time: '2020-01-09', temporary: true })),
        report('2020-03-04', 'B', moves('c', 'ES KW>IQ 150 completed', { time: '2020-03-02' })),
      ],
      [
        [q('ES', 'IQ', '2020-02-01'), '300'],
        [q('ES', 'IQ', '2020-03-05'), '450'],
        [q('ES', 'KW', '2020-03-05'), '50..'],
      ],
    ],
  ],
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
};

describe.each(Object.entries(GROUPS))('%s', (_, cases) => {
  for (const [title, reports, questions] of cases)
    for (const [question, answer] of questions)
      test(`${title}: ${question.party} in ${question.place} at ${question.at} is ${answer}`, () => {
        const { row, conflicts } = ask(reports, question);
        expect(shown(row), row?.why).toBe(answer);
        expect(conflicts.map((c) => c.why)).toEqual([]);
        const shuffled = [...reports].reverse().map((r) => ({ ...r, claims: [...r.claims].reverse() }));
        expect(shown(ask(shuffled, question).row)).toBe(answer);
      });
});
