// Moves between sites, countries and regions, and parts that pass their whole.
import { q, rulings } from '../fixture-rulings.ts';
import { has, moves, report } from '../scenario.ts';

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
});
