// Moves between sites, countries and regions, and parts that pass their whole.
import { q, rulings } from '../fixture-rulings.ts';
import { has, is, moves, report } from '../scenario.ts';

rulings({
  'wholes, parts and moves between them': [
    [
      'a move from site to site leaves the country as it was',
      [
        report('2019-01-10', 'A', has('t', 'TR SY 2000'), has('a', 'TR SY/Jarablus 600'), has('b', 'TR SY/Azaz 300')),
        report('2019-02-10', 'A', moves('m', 'TR SY/Jarablus>SY/Azaz 100 completed', { time: '2019-02-08' })),
      ],
      [
        [q('TR', 'SY', '2019-02-11'), '2000'],
        [q('TR', 'SY/Jarablus', '2019-02-11'), '500'],
        [q('TR', 'SY/Azaz', '2019-02-11'), '400'],
      ],
    ],
    [
      'a departure from a site out of the country is one from the country, too',
      [
        report('2019-01-10', 'A', has('t', 'TR SY 2000'), has('a', 'TR SY/Jarablus 600')),
        report('2019-02-10', 'A', moves('m', 'TR SY/Jarablus>TR 150 completed', { time: '2019-02-08' })),
      ],
      [
        [q('TR', 'SY', '2019-02-11'), '1850'],
        [q('TR', 'SY/Jarablus', '2019-02-11'), '450'],
      ],
    ],
    [
      'contingents that together pass the whole of their mission on one day conflict with it',
      [
        report('2019-01-10', 'A', has('t', 'UN SY 800', { mission: 'UNDOF', time: '2019-01-09' })),
        report(
          '2019-01-10',
          'B',
          has('a', 'NP SY 500', { mission: 'UNDOF', time: '2019-01-09' }),
          has('b', 'FJ SY 400', { mission: 'UNDOF', time: '2019-01-09' }),
          has('c', 'IE SY 130', { mission: 'UNDOF', time: '2019-01-09' }),
        ),
      ],
      [[q('IE', 'SY', '2019-01-10', { mission: 'UNDOF' }), '130', { conflicts: ['a b t'] }]],
    ],
    [
      'an arrival in a country of a region is one in the region',
      [
        report('2019-01-10', 'A', has('r', 'GB R:BALTICS 1200'), has('a', 'GB EE 900')),
        report('2019-02-10', 'A', moves('m', 'GB GB>EE 300 completed', { time: '2019-02-08' })),
      ],
      [
        [q('GB', 'EE', '2019-02-11'), '1200'],
        [q('GB', 'R:BALTICS', '2019-02-11'), '1500'],
      ],
    ],
    [
      'half of a force of a known number',
      [
        report(
          '2019-01-10',
          'A',
          has('a', 'HU IQ 200', { evidence: 'half of its 200 soldiers' }),
          moves('m', 'HU IQ>HU 100 planned', { evidence: 'will bring home half of its 200 soldiers' }),
        ),
      ],
      [[q('HU', 'IQ', '2019-01-11'), '200 -> 100']],
    ],
    [
      'the rest went, too: none need be left',
      [
        report('2019-01-10', 'A', has('a', 'HU IQ 200')),
        report(
          '2019-02-10',
          'A',
          moves('m', 'HU IQ>KW 120 completed', { time: '2019-02-08' }),
          moves('n', 'HU IQ>HU 80 completed', { time: '2019-02-08' }),
        ),
      ],
      [[q('HU', 'IQ', '2019-02-11'), '0']],
    ],
    [
      'no number of battalions is one of soldiers',
      [
        report('2019-01-10', 'A', has('a', 'GB EE 850'), has('b', 'GB EE 1 battalion')),
        report('2019-02-10', 'A', moves('m', 'GB GB>EE 1 planned company'), moves('n', 'GB EE>GB 1 completed battery')),
      ],
      [[q('GB', 'EE', '2019-02-11'), '850']],
    ],
  ],
  'units and missions': [
    [
      'a unit that left is out of the force, too',
      [
        report('2020-01-20', 'A', has('a', 'US KW 13000'), has('b', 'US KW 750', { unit: '82nd Airborne Division' })),
        report(
          '2020-03-20',
          'A',
          moves('c', 'US KW>US 750 completed', { unit: '82nd Airborne Division', time: '2020-03-18' }),
        ),
      ],
      [
        [q('US', 'KW', '2020-03-21'), '12250'],
        [q('US', 'KW', '2020-03-21', { unit: '82nd Airborne Division' }), '0'],
      ],
    ],
    [
      'a contingent whose mission is not told is no part of the mission',
      [
        report(
          '2021-10-04',
          'A',
          has('t', 'UN ML 1000', { mission: 'MINUSMA', time: '2021-10-03' }),
          has('a', 'TD ML 1400', { time: '2021-10-03' }),
        ),
      ],
      [
        [q('TD', 'ML', '2021-10-05'), '1400'],
        [q('UN', 'ML', '2021-10-05', { mission: 'MINUSMA' }), '1000'],
      ],
    ],
    [
      'two units of different kinds may be one in the other',
      [
        report(
          '2020-01-20',
          'A',
          has('a', 'GB EE 1000', { time: '2020-01-19' }),
          has('b', 'GB EE 800', { unit: '20th Brigade', time: '2020-01-19' }),
          has('c', 'GB EE 600', { unit: '1st Battalion', time: '2020-01-19' }),
        ),
      ],
      [[q('GB', 'EE', '2020-01-21'), '1000']],
    ],
    [
      'two battalions of one force are beside each other',
      [
        report(
          '2020-01-20',
          'A',
          has('b', 'GB EE 500', { unit: '2nd Battalion', time: '2020-01-19' }),
          has('c', 'GB EE 600', { unit: '1st Battalion', time: '2020-01-19' }),
        ),
      ],
      [[q('GB', 'EE', '2020-01-21'), '1100..']],
    ],
    [
      'a mission that is reduced or ended is no number',
      [
        report('2020-01-20', 'A', has('a', 'AT XK 500', { mission: 'KFOR' })),
        report('2020-02-20', 'A', is('b', 'NATO XK reduced', { mission: 'KFOR' })),
        report('2020-03-20', 'A', is('c', 'NATO XK ended', { mission: 'KFOR' })),
      ],
      [[q('AT', 'XK', '2020-03-21', { mission: 'KFOR' }), '500']],
    ],
  ],
  'regions and their countries': [
    [
      'those who left a region left no country of it for certain',
      [
        report('2019-01-10', 'A', has('r', 'US R:MIDDLE-EAST 60000'), has('i', 'US IQ 5000')),
        report('2019-02-10', 'A', moves('m', 'US R:MIDDLE-EAST>US 1000 completed', { time: '2019-02-08' })),
      ],
      [
        [q('US', 'R:MIDDLE-EAST', '2019-02-11'), '59000'],
        [q('US', 'IQ', '2019-02-11'), '5000'],
      ],
    ],
    [
      'those who came to a region came to no country of it for certain',
      [
        report('2019-01-10', 'A', has('r', 'US R:MIDDLE-EAST 60000'), has('i', 'US KW 13000')),
        report('2019-02-10', 'A', moves('m', 'US US>R:MIDDLE-EAST 1500 completed', { time: '2019-02-08' })),
      ],
      [
        [q('US', 'R:MIDDLE-EAST', '2019-02-11'), '61500'],
        [q('US', 'KW', '2019-02-11'), '13000'],
      ],
    ],
    [
      'a region is known through a site in one of its countries',
      [report('2019-01-10', 'A', has('a', 'US QA/Al_Udeid 8000'))],
      [[q('US', 'R:GULF', '2019-01-11'), '8000..']],
    ],
    [
      'from a site to elsewhere in the country',
      [
        report('2019-01-10', 'A', has('t', 'GB IQ 400'), has('a', 'GB IQ/Baghdad 90')),
        report('2019-02-10', 'A', moves('m', 'GB IQ/Baghdad>IQ 50 completed', { time: '2019-02-08' })),
      ],
      [
        [q('GB', 'IQ', '2019-02-11'), '400'],
        [q('GB', 'IQ/Baghdad', '2019-02-11'), '40'],
      ],
    ],
    [
      'two sites that pass their country on one day',
      [
        report('2019-01-10', 'A', has('t', 'TR SY 1000', { time: '2019-01-09' })),
        report(
          '2019-01-10',
          'B',
          has('a', 'TR SY/Azaz 700', { time: '2019-01-09' }),
          has('b', 'TR SY/Jarablus 600', { time: '2019-01-09' }),
        ),
      ],
      [[q('TR', 'SY/Azaz', '2019-01-11'), '700', { conflicts: ['a b t'] }]],
    ],
    [
      'parts inside the leeway of their whole tighten it',
      [
        report(
          '2018-11-05',
          'A',
          has('r', 'US R:BALTICS ~1000', { time: '2018-11-04' }),
          has('e', 'US EE 600', { time: '2018-11-04' }),
          has('l', 'US LV 450', { time: '2018-11-04' }),
        ),
      ],
      [
        [q('US', 'R:BALTICS', '2018-11-06'), '1050..1100'],
        [q('US', 'LT', '2018-11-06'), 'no row'],
      ],
    ],
    [
      'one part alone passes a most of the whole',
      [
        report('2018-11-05', 'A', has('r', 'US R:BALTICS <500', { time: '2018-11-04' })),
        report('2018-11-05', 'B', has('e', 'US EE 600', { time: '2018-11-04' })),
      ],
      [[q('US', 'EE', '2018-11-06'), '600', { conflicts: ['e r'] }]],
    ],
  ],
});
