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
  'many voices': [
    [
      'three numbers of one day: each against the one that stands',
      [
        report('2018-11-05', 'A', has('a', 'KE SO 3600', { time: '2018-11-04' })),
        report('2018-11-06', 'B', has('b', 'KE SO 3800', { time: '2018-11-04' })),
        report('2018-11-07', 'C', has('c', 'KE SO 4000', { time: '2018-11-04' })),
      ],
      [[q('KE', 'SO', '2018-11-08'), '4000', { conflicts: ['a c', 'b c'] }]],
    ],
    [
      'two of the three are near enough to hold together',
      [
        report('2018-11-05', 'A', has('a', 'KE SO ~3600', { time: '2018-11-04' })),
        report('2018-11-06', 'B', has('b', 'KE SO 3580', { time: '2018-11-04' })),
        report('2018-11-06', 'C', has('c', 'KE SO 4000', { time: '2018-11-04' })),
      ],
      [[q('KE', 'SO', '2018-11-08'), '3580', { conflicts: ['b c'] }]],
    ],
    [
      'a movement that three papers tell on three days happened once',
      [
        report('2018-11-05', 'A', has('a', 'KE SO 3600')),
        report('2018-12-05', 'A', moves('b', 'KE SO>KE 200 completed')),
        report('2018-12-06', 'B', moves('c', 'KE SO>KE 200 completed')),
        report('2018-12-09', 'C', moves('d', 'KE SO>KE ~200 completed')),
      ],
      [[q('KE', 'SO', '2018-12-10'), '3400']],
    ],
  ],
});
