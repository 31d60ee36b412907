// Whose word a row gives where two cannot both be so.
import { q, rulings } from '../fixture-rulings.ts';
import { has, moves, report } from '../scenario.ts';

rulings({
  'whose word stands': [
    [
      'the force’s own word before two others that agree',
      [
        report('2020-01-21', 'A', has('a', 'NO AF 60', { time: '2020-01-20', said: 'Norwegian Defence Ministry' })),
        report('2020-01-22', 'B', has('b', 'NO AF 90', { time: '2020-01-20', said: 'a think tank' })),
        report('2020-01-23', 'C', has('c', 'NO AF 90', { time: '2020-01-20', said: 'an aid group' })),
      ],
      [[q('NO', 'AF', '2020-01-24'), '60', { conflicts: ['a b', 'a c'] }]],
    ],
    [
      'an accepted count before the force’s own, and then no conflict',
      [
        report('2020-01-21', 'A', has('a', 'NO AF 60', { time: '2020-01-20', said: 'Norwegian Defence Ministry' })),
        report('2020-01-22', 'B', has('b', 'NO AF 90', { time: '2020-01-20' })),
      ],
      [
        [
          q('NO', 'AF', '2020-01-24', { known: '2020-02-01' }),
          '90',
          { judge: [{ claim: 'b', verdict: 'accept', on: '2020-01-30' }] },
        ],
        [
          q('NO', 'AF', '2020-01-24', { known: '2020-01-29' }),
          '60',
          { judge: [{ claim: 'b', verdict: 'accept', on: '2020-01-30' }], conflicts: ['a b'] },
        ],
      ],
    ],
    [
      'a rejected departure did not happen, a rejected count was not made',
      [
        report('2020-01-21', 'A', has('a', 'NO AF 60')),
        report('2020-02-21', 'A', moves('b', 'NO AF>NO 20 completed', { time: '2020-02-20' })),
        report('2020-03-21', 'A', has('c', 'NO AF 10')),
      ],
      [
        [
          q('NO', 'AF', '2020-03-22', { known: '2020-05-01' }),
          '40',
          { judge: [{ claim: 'c', verdict: 'reject', on: '2020-04-01' }] },
        ],
        [
          q('NO', 'AF', '2020-03-22', { known: '2020-05-01' }),
          '60',
          {
            judge: [
              { claim: 'c', verdict: 'reject', on: '2020-04-01' },
              { claim: 'b', verdict: 'reject', on: '2020-04-02' },
            ],
          },
        ],
      ],
    ],
    [
      'more left than were there, in two steps',
      [
        report('2020-01-21', 'A', has('a', 'CZ EG 50', { time: '2020-01-20' })),
        report('2020-02-21', 'B', moves('b', 'CZ EG>CZ 30 completed', { time: '2020-02-20' })),
        report('2020-03-21', 'C', moves('c', 'CZ EG>CZ 35 completed', { time: '2020-03-20' })),
      ],
      [
        [q('CZ', 'EG', '2020-02-22'), '20'],
        [q('CZ', 'EG', '2020-03-22'), '0..50', { conflicts: ['a b c'] }],
      ],
    ],
    [
      'about as many left as were there',
      [
        report('2020-01-21', 'A', has('a', 'CZ EG ~50', { time: '2020-01-20' })),
        report('2020-02-21', 'B', moves('b', 'CZ EG>CZ 54 completed', { time: '2020-02-20' })),
      ],
      [[q('CZ', 'EG', '2020-02-22'), '0..1']],
    ],
    [
      'two papers with one army’s word are one voice, and two observers are two',
      [
        report('2020-01-21', 'A', has('a', 'PK SD 900', { time: '2020-01-20', said: 'Sudanese army' })),
        report('2020-01-22', 'B', has('b', 'PK SD 900', { time: '2020-01-20', said: 'Sudanese army' })),
        report('2020-01-22', 'C', has('c', 'PK SD 700', { time: '2020-01-20', said: 'an observer' })),
        report('2020-01-22', 'D', has('d', 'PK SD 700', { time: '2020-01-20', said: 'a diplomat' })),
      ],
      [[q('PK', 'SD', '2020-01-23'), '700', { conflicts: ['a c'] }]],
    ],
  ],
});
