// What is told as done and then denied.
import { q, rulings } from '../fixture-rulings.ts';
import { has, moves, report } from '../scenario.ts';

rulings({
  'a movement that is denied': [
    [
      'told as done, later denied: the two conflict, and it may or may not be so',
      [
        report('2019-10-01', 'A', has('a', 'IT TR 200')),
        report('2019-10-10', 'A', moves('b', 'IT TR>IT 80 completed', { time: '2019-10-08' })),
        report('2019-10-14', 'B', moves('c', 'IT TR>IT 80 cancelled')),
      ],
      [
        [q('IT', 'TR', '2019-10-12'), '120'],
        [q('IT', 'TR', '2019-10-15'), '120..200', { conflicts: ['b c'] }],
      ],
    ],
    [
      'denied by the force itself, then told again by others: its own word stands',
      [
        report('2019-10-01', 'A', has('a', 'IT TR 200')),
        report('2019-10-10', 'A', moves('b', 'IT TR>IT 80 completed', { time: '2019-10-08' })),
        report('2019-10-14', 'B', moves('c', 'IT TR>IT ? cancelled', { said: 'Italian Defence Ministry' })),
        report('2019-10-16', 'C', moves('d', 'IT TR>IT 80 completed', { time: '2019-10-08' })),
      ],
      [[q('IT', 'TR', '2019-10-17'), '200', { conflicts: ['c d'] }]],
    ],
    [
      'said by the force to have been done, denied by others: done',
      [
        report('2019-10-01', 'A', has('a', 'IT TR 200')),
        report(
          '2019-10-10',
          'A',
          moves('b', 'IT TR>IT 80 completed', { time: '2019-10-08', said: 'Italian Defence Ministry' }),
        ),
        report('2019-10-14', 'B', moves('c', 'IT TR>IT 80 cancelled')),
      ],
      [[q('IT', 'TR', '2019-10-15'), '120', { conflicts: ['b c'] }]],
    ],
    [
      'settled by a reviewer there is no conflict',
      [
        report('2019-10-01', 'A', has('a', 'IT TR 200')),
        report('2019-10-10', 'A', moves('b', 'IT TR>IT 80 completed', { time: '2019-10-08' })),
        report('2019-10-14', 'B', moves('c', 'IT TR>IT 80 cancelled')),
      ],
      [
        [
          q('IT', 'TR', '2019-10-15', { known: '2019-11-01' }),
          '120',
          { judge: [{ claim: 'c', verdict: 'reject', on: '2019-10-20' }] },
        ],
        [
          q('IT', 'TR', '2019-10-15', { known: '2019-11-01' }),
          '120',
          { judge: [{ claim: 'b', verdict: 'accept', on: '2019-10-20' }] },
        ],
        [
          q('IT', 'TR', '2019-10-15', { known: '2019-11-01' }),
          '200',
          { judge: [{ claim: 'c', verdict: 'accept', on: '2019-10-20' }] },
        ],
      ],
    ],
    [
      'a plan of another year that is called off denies nothing that was done',
      [
        report('2018-01-01', 'A', has('a', 'IT TR 200')),
        report('2018-01-10', 'A', moves('b', 'IT TR>IT 80 completed', { time: '2018-01-08' })),
        report('2019-10-10', 'A', moves('c', 'IT TR>IT 80 planned')),
        report('2019-10-14', 'B', moves('d', 'IT TR>IT 80 cancelled')),
      ],
      [[q('IT', 'TR', '2019-10-15'), '120']],
    ],
  ],
});
