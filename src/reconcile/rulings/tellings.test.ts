// One movement told twice, and two that look alike.
import { q, rulings } from '../fixture-rulings.ts';
import { has, moves, report } from '../scenario.ts';

rulings({
  'one movement told twice': [
    [
      'with two numbers for one day, home or elsewhere',
      [
        report('2020-01-05', 'A', has('a', 'HU IQ 40')),
        report('2020-01-08', 'A', moves('b', 'HU IQ>KW 10 completed', { time: '2020-01-07' })),
        report('2020-01-09', 'B', moves('c', 'HU IQ>KW 18 completed', { time: '2020-01-07' })),
      ],
      [
        [q('HU', 'IQ', '2020-01-10'), '22..30', { conflicts: ['b c'] }],
        [q('HU', 'KW', '2020-01-10'), '10..', { conflicts: ['b c'] }],
      ],
    ],
    [
      'about so many and exactly so many are one',
      [
        report('2020-01-05', 'A', has('a', 'HU IQ 400')),
        report('2020-01-08', 'A', moves('b', 'HU IQ>HU ~100 completed', { time: '2020-01-07' })),
        report('2020-01-09', 'B', moves('c', 'HU IQ>HU 104 completed', { time: '2020-01-07' })),
      ],
      [[q('HU', 'IQ', '2020-01-10'), '296']],
    ],
    [
      'two companies of one strength on one day are two',
      [
        report('2020-01-05', 'A', has('a', 'HU IQ 400')),
        report(
          '2020-01-08',
          'A',
          moves('b', 'HU IQ>HU 100 completed', { time: '2020-01-07', unit: '3rd Company' }),
          moves('c', 'HU IQ>HU 100 completed', { time: '2020-01-07', unit: '4th Company' }),
        ),
      ],
      [[q('HU', 'IQ', '2020-01-10'), '200']],
    ],
  ],
});
