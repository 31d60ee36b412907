// Rulings that meet in one row: known late and moved since, rested on a part and left in another, told again by one voice.
import { q, rulings } from '../fixture-rulings.ts';
import { has, moves, report } from '../scenario.ts';

const JAN = (day: number): string => `2020-01-${String(day).padStart(2, '0')}`;

rulings({
  remainders: [
    [
      'two parts went with a number, the rest without one',
      [
        report(JAN(5), 'A', has('a', 'DE IQ 120')),
        report(
          JAN(9),
          'A',
          moves('b', 'DE IQ>JO 30 completed', { time: JAN(8) }),
          moves('c', 'DE IQ>KW 40 completed', { time: JAN(8) }),
          moves('d', 'DE IQ>DE ? completed', { time: JAN(8), evidence: 'and sent the rest home' }),
        ),
      ],
      [
        [q('DE', 'IQ', JAN(10)), '0..49'],
        [q('DE', 'JO', JAN(10)), '30..'],
        [q('DE', 'KW', JAN(10)), '40..'],
      ],
    ],
    [
      'of about so many, exactly so many left',
      [
        report(JAN(5), 'A', has('a', 'IT IQ ~500')),
        report(JAN(9), 'B', moves('b', 'IT IQ>IT 120 completed', { time: JAN(8) })),
      ],
      [[q('IT', 'IQ', JAN(10)), '330..430']],
    ],
    [
      'of at most so many, some left; of more than so many, some left',
      [
        report(JAN(5), 'A', has('a', 'CA IQ <500'), has('b', 'US KW >1500')),
        report(
          JAN(9),
          'B',
          moves('c', 'CA IQ>CA 100 completed', { time: JAN(8) }),
          moves('d', 'US KW>US 200 completed', { time: JAN(8) }),
        ),
      ],
      [
        [q('CA', 'IQ', JAN(10)), '0..400'],
        [q('US', 'KW', JAN(10)), '1300..'],
      ],
    ],
    [
      'what a region leaves to the country without a number, before and after some left it',
      [
        report(
          JAN(5),
          'A',
          has('w', 'US R:BALTICS 1500'),
          has('a', 'US EE 600'),
          has('b', 'US LV 500'),
          has('c', 'US LT ?'),
        ),
        report(JAN(20), 'A', moves('d', 'US LT>US 100 completed', { time: JAN(18) })),
      ],
      [
        [q('US', 'LT', JAN(6)), '1..400'],
        [q('US', 'R:BALTICS', JAN(21)), '1400'],
        [q('US', 'LT', JAN(21)), '0..300'],
      ],
    ],
    [
      'a unit leaves the force that is counted beside it',
      [
        report(JAN(5), 'A', has('a', 'US PL 10000'), has('b', 'US PL 4000', { unit: '3rd Armored Brigade' })),
        report(JAN(20), 'A', moves('c', 'US PL>US 4000 completed', { unit: '3rd Armored Brigade', time: JAN(18) })),
      ],
      [
        [q('US', 'PL', JAN(6)), '10000'],
        [q('US', 'PL', JAN(21)), '6000'],
      ],
    ],
  ],

  'two clocks': [
    [
      'an earlier count learnt later holds for its own days alone',
      [
        report(JAN(8), 'A', has('a', 'SK IQ 7', { time: JAN(8) })),
        report('2020-02-01', 'B', has('b', 'SK IQ 20', { time: JAN(2) })),
      ],
      [
        [q('SK', 'IQ', JAN(5), { known: JAN(20) }), 'no row'],
        [q('SK', 'IQ', JAN(5), { known: '2020-02-02' }), '20'],
        [q('SK', 'IQ', JAN(9), { known: '2020-02-02' }), '7'],
      ],
    ],
    [
      'an outlet that takes its number back two months later corrects it from then on',
      [
        report('2020-03-02', 'A', has('a', 'TR SY 12000', { time: '2020-03-01' })),
        report('2020-05-09', 'A', has('b', 'TR SY 11000', { time: '2020-03-01' })),
      ],
      [
        [q('TR', 'SY', '2020-03-15', { known: '2020-04-01' }), '12000'],
        [q('TR', 'SY', '2020-03-15', { known: '2020-05-10' }), '11000'],
      ],
    ],
    [
      'another outlet’s number of that day two months later is a conflict from then on',
      [
        report('2020-03-02', 'A', has('a', 'TR SY 12000', { time: '2020-03-01' })),
        report('2020-05-09', 'B', has('b', 'TR SY 11000', { time: '2020-03-01' })),
      ],
      [
        [q('TR', 'SY', '2020-03-15', { known: '2020-04-01' }), '12000'],
        [q('TR', 'SY', '2020-03-15', { known: '2020-05-10' }), '11000', { conflicts: ['a b'] }],
      ],
    ],
    [
      'a count learnt late before a departure that was known is what the departure is taken from',
      [
        report('2020-03-02', 'A', has('a', 'KE SO 1000', { time: '2020-03-01' })),
        report('2020-03-22', 'A', moves('b', 'KE SO>KE 200 completed', { time: '2020-03-20' })),
        report('2020-05-09', 'B', has('c', 'KE SO 900', { time: '2020-03-10' })),
      ],
      [
        [q('KE', 'SO', '2020-03-25', { known: '2020-04-01' }), '800'],
        [q('KE', 'SO', '2020-03-15', { known: '2020-05-10' }), '900'],
        [q('KE', 'SO', '2020-03-25', { known: '2020-05-10' }), '700'],
      ],
    ],
    [
      'a plan is expected until the day it is known to be done, and as known then it was done on its day',
      [
        report(JAN(2), 'A', has('a', 'GB DE 1000')),
        report(JAN(5), 'A', moves('b', 'GB DE>GB 300 planned')),
        report(JAN(20), 'B', moves('c', 'GB DE>GB 300 completed', { time: JAN(15) })),
      ],
      [
        [q('GB', 'DE', JAN(16), { known: JAN(17) }), '1000 -> 700'],
        [q('GB', 'DE', JAN(16), { known: JAN(21) }), '700'],
        [q('GB', 'DE', JAN(14), { known: JAN(21) }), '1000 -> 700'],
      ],
    ],
    [
      'an arrival before the count is in it, and is all that is known of the day before',
      [
        report(JAN(10), 'A', has('a', 'FR NE 300', { time: JAN(10) })),
        report(JAN(12), 'B', moves('b', 'FR FR>NE 100 completed', { time: JAN(8) })),
      ],
      [
        [q('FR', 'NE', JAN(13)), '300'],
        [q('FR', 'NE', JAN(9), { known: JAN(13) }), '100..'],
      ],
    ],
  ],

  'for a time': [
    [
      'gone for a time, then home from there: they do not come back',
      [
        report(JAN(2), 'A', has('a', 'HR IQ 14')),
        report(JAN(9), 'A', moves('b', 'HR IQ>KW 7 completed', { time: JAN(8), temporary: true })),
        report('2020-02-10', 'B', moves('c', 'HR KW>HR 7 completed', { time: '2020-02-08' })),
      ],
      [
        [q('HR', 'KW', JAN(20)), '7..'],
        [q('HR', 'IQ', '2020-02-11'), '7'],
      ],
    ],
    [
      'what was so while they were away stays so when their return is known',
      [
        report(JAN(2), 'A', has('a', 'CA IQ 500')),
        report(JAN(10), 'A', moves('b', 'CA IQ>KW 200 completed', { time: JAN(9), temporary: true })),
        report('2020-03-04', 'B', moves('c', 'CA KW>IQ 200 completed', { time: '2020-03-02' })),
      ],
      [
        [q('CA', 'IQ', JAN(20), { known: '2020-03-05' }), '300'],
        [q('CA', 'IQ', '2020-03-05'), '500'],
      ],
    ],
  ],

  'phases and most': [
    [
      'a departure under way may have taken any of them, until it is done',
      [
        report(JAN(2), 'A', has('a', 'US SY 1000')),
        report(JAN(8), 'A', moves('b', 'US SY>US 300 underway')),
        report(JAN(20), 'A', moves('c', 'US SY>US 300 completed', { time: JAN(18) })),
      ],
      [
        [q('US', 'SY', JAN(9)), '700..1000 -> 700'],
        [q('US', 'SY', JAN(21)), '700'],
      ],
    ],
    [
      'up to so many are to come',
      [report(JAN(2), 'A', has('a', 'DE ML 400')), report(JAN(8), 'A', moves('b', 'DE DE>ML <300 planned'))],
      [[q('DE', 'ML', JAN(9)), '400 -> 400..700']],
    ],
    [
      'aircraft that leave are no soldiers',
      [
        report(JAN(2), 'A', has('a', 'FR JO 300'), has('b', 'FR JO 6 aircraft')),
        report(JAN(8), 'A', moves('c', 'FR JO>FR 2 completed aircraft', { time: JAN(7) })),
      ],
      [[q('FR', 'JO', JAN(9)), '300']],
    ],
    [
      'some of those in a mission are to leave: out of the mission and out of the country',
      [
        report(JAN(2), 'A', has('a', 'DE XK 100'), has('b', 'DE XK 70', { mission: 'KFOR' })),
        report(JAN(8), 'A', moves('c', 'DE XK>DE 20 planned', { mission: 'KFOR' })),
      ],
      [
        [q('DE', 'XK', JAN(9)), '100 -> 80'],
        [q('DE', 'XK', JAN(9), { mission: 'KFOR' }), '70 -> 50'],
      ],
    ],
  ],

  'missions by their names': [
    [
      'one operation under two names, in two countries of a region',
      [
        report(JAN(2), 'A', has('a', 'FR ML 2500', { mission: 'Barkhane' })),
        report(JAN(3), 'B', has('b', 'FR NE 800', { mission: 'Operation Barkhane' })),
      ],
      [[q('FR', 'R:SAHEL', JAN(4)), '3300..']],
    ],
    [
      'a mission leaves to one of its contingents what the others do not have',
      [
        report(
          JAN(2),
          'A',
          has('w', 'NATO XK 4000', { mission: 'KFOR' }),
          has('a', 'US XK 600', { mission: 'KFOR' }),
          has('b', 'IT XK 500', { mission: 'KFOR' }),
          has('c', 'DE XK ?', { mission: 'KFOR' }),
        ),
      ],
      [
        [q('DE', 'XK', JAN(3)), '1..2900'],
        [q('NATO', 'XK', JAN(3)), '4000'],
      ],
    ],
  ],

  voices: [
    [
      'one voice told again on a later day is no later word',
      [
        report(JAN(5), 'A', has('a', 'ET SO 500', { time: JAN(4), said: 'a regional official' })),
        report(JAN(6), 'B', has('b', 'ET SO 480', { time: JAN(4), said: 'an aid worker' })),
        report(JAN(8), 'C', has('c', 'ET SO 500', { time: JAN(4), said: 'a regional official' })),
      ],
      [[q('ET', 'SO', JAN(9)), '480', { conflicts: ['a b'] }]],
    ],
    [
      'three numbers of a day, no two of which hold together: the last stands, each of the others against it',
      [
        report(JAN(5), 'A', has('a', 'UG SS 100', { time: JAN(4) })),
        report(JAN(6), 'B', has('b', 'UG SS 150', { time: JAN(4) })),
        report(JAN(7), 'C', has('c', 'UG SS ~140', { time: JAN(4) })),
      ],
      [[q('UG', 'SS', JAN(9)), '135..145', { conflicts: ['a c', 'b c'] }]],
    ],
    [
      'a range and more than so many, of one day',
      [
        report(JAN(5), 'A', has('a', 'RU SY 600-1000', { time: JAN(4) })),
        report(JAN(6), 'B', has('b', 'RU SY >800', { time: JAN(4) })),
      ],
      [[q('RU', 'SY', JAN(9)), '800..1000']],
    ],
    [
      'three sites that only together pass their country conflict with it all four',
      [
        report(
          JAN(5),
          'A',
          has('w', 'US QA 100'),
          has('a', 'US QA/Al_Udeid 60'),
          has('b', 'US QA/Camp_Snoopy 30'),
          has('c', 'US QA/As_Sayliyah 40'),
        ),
      ],
      [
        [q('US', 'QA', JAN(6)), '100', { conflicts: ['a b c w'] }],
        [q('US', 'QA/Al_Udeid', JAN(6)), '60', { conflicts: ['a b c w'] }],
      ],
    ],
  ],

  'wholes of wholes': [
    [
      'a unit of more than its whole force, on one day',
      [report(JAN(5), 'A', has('a', 'US PL 3000'), has('b', 'US PL 4000', { unit: '3rd Armored Brigade' }))],
      [[q('US', 'PL', JAN(6)), '3000', { conflicts: ['a b'] }]],
    ],
    [
      'a site of more than the region around its country, on one day',
      [
        report(JAN(5), 'A', has('a', 'US R:BALTICS 100', { time: JAN(4) })),
        report(JAN(6), 'B', has('b', 'US EE/Tapa 120', { time: JAN(4) })),
      ],
      [
        [q('US', 'EE/Tapa', JAN(7)), '120', { conflicts: ['a b'] }],
        [q('US', 'EE', JAN(7)), '120..', { conflicts: ['a b'] }],
      ],
    ],
    [
      'those who come to a base come to its country and leave the one they came from',
      [
        report(JAN(5), 'A', has('a', 'US IQ 5000'), has('b', 'US KW 13000')),
        report(JAN(9), 'A', moves('c', 'US KW>IQ/Al_Asad 300 completed', { time: JAN(8) })),
      ],
      [
        [q('US', 'IQ', JAN(10)), '5300'],
        [q('US', 'KW', JAN(10)), '12700'],
        [q('US', 'IQ/Al_Asad', JAN(10)), '300..5300'],
        [q('US', 'R:MIDDLE-EAST', JAN(10)), '18000..'],
      ],
    ],
    [
      'a quarter of a city bounds the city',
      [report(JAN(5), 'A', has('a', 'US IQ/Green_Zone 300'), has('b', 'US IQ/Baghdad ?'))],
      [[q('US', 'IQ/Baghdad', JAN(6)), '300..']],
    ],
    [
      'none in the country any more are none at its base',
      [
        report('2022-02-02', 'A', has('a', 'FR ML/Gao 300', { time: '2022-02-01' })),
        report('2022-08-16', 'B', has('b', 'FR ML 0', { time: '2022-08-15' })),
      ],
      [
        [q('FR', 'ML/Gao', '2022-08-01'), '300'],
        [q('FR', 'ML/Gao', '2022-08-17'), '0'],
      ],
    ],
    [
      'a contingent of more than its mission, until a reviewer rejects the mission’s number',
      [
        report(JAN(5), 'A', has('a', 'UN SY 1000', { mission: 'UNDOF', time: JAN(4) })),
        report(JAN(6), 'B', has('b', 'FJ SY 1200', { mission: 'UNDOF', time: JAN(4) })),
      ],
      [
        [q('FJ', 'SY', JAN(7)), '1200', { conflicts: ['a b'] }],
        [q('FJ', 'SY', JAN(7)), '1200', { judge: [{ claim: 'a', verdict: 'reject', on: JAN(7) }] }],
        [q('UN', 'SY', JAN(7)), '1200..', { judge: [{ claim: 'a', verdict: 'reject', on: JAN(7) }] }],
        [
          q('FJ', 'SY', JAN(8)),
          '1200',
          {
            conflicts: ['a b'],
            judge: [
              { claim: 'a', verdict: 'reject', on: JAN(7) },
              { claim: 'a', verdict: 'withdraw', on: JAN(8) },
            ],
          },
        ],
      ],
    ],
    [
      'two papers print one sentence, two others each their own: two origins before one',
      [
        report(
          JAN(5),
          'A',
          has('a', 'RW CF 500', {
            time: JAN(4),
            evidence:
              'Some 500 Rwandan special forces have been guarding the presidential palace and the airport road in Bangui since Christmas',
          }),
        ),
        report(
          JAN(5),
          'C',
          has('c', 'RW CF 500', {
            time: JAN(4),
            evidence:
              'Some 500 Rwandan special forces have been guarding the presidential palace and the airport road in Bangui since Christmas',
          }),
        ),
        report(JAN(5), 'B', has('b', 'RW CF 480', { time: JAN(4), evidence: 'We counted 480 Rwandans' })),
        report(
          JAN(5),
          'D',
          has('d', 'RW CF 480', { time: JAN(4), evidence: 'The base at the airport houses 480 men of Kigali' }),
        ),
      ],
      [[q('RW', 'CF', JAN(6)), '480', { conflicts: ['a b'] }]],
    ],
  ],
});
