// A count and a movement in one report.
import { q, rulings } from '../fixture-rulings.ts';
import { has, moves, report } from '../scenario.ts';

rulings({
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
});
