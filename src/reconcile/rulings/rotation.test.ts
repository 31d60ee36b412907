// Rotation, and moves for a time with their return.
import { q, rulings } from '../fixture-rulings.ts';
import { has, is, moves, report } from '../scenario.ts';

rulings({
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
  'rotation, from other sides': [
    [
      'one battalion out, another in, each told apart',
      [
        report('2018-01-01', 'A', has('a', 'DE LT 450')),
        report(
          '2018-02-05',
          'A',
          moves('b', 'DE LT>DE 450 completed', { move: 'rotate', time: '2018-02-03', unit: '122nd Battalion' }),
          moves('c', 'DE DE>LT 450 completed', { move: 'rotate', time: '2018-02-03', unit: '391st Battalion' }),
        ),
      ],
      [
        [q('DE', 'LT', '2018-02-06'), '450'],
        [q('DE', 'LT', '2018-02-06', { unit: '391st Battalion' }), '450'],
      ],
    ],
    [
      'a rotation that is under way or planned, of more than are there',
      [
        report('2018-01-01', 'A', has('a', 'US RO 900')),
        report('2018-02-05', 'A', moves('b', 'US US>RO 1000 underway', { move: 'rotate' })),
        report(
          '2018-03-05',
          'A',
          moves('c', 'US US>RO 1100 planned', { move: 'rotate', time: '2018-06-01..2018-06-30' }),
        ),
      ],
      [
        [q('US', 'RO', '2018-02-06'), '900'],
        [q('US', 'RO', '2018-03-06'), '900'],
      ],
    ],
    [
      'a count after the rotation is the count',
      [
        report('2018-01-01', 'A', has('a', 'US RO 900')),
        report('2018-02-05', 'A', moves('b', 'US US>RO 1000 completed', { move: 'rotate', time: '2018-02-01' })),
        report('2018-03-05', 'A', has('c', 'US RO 1000')),
      ],
      [[q('US', 'RO', '2018-03-06'), '1000']],
    ],
    [
      'a reinforcement beside a rotation counts',
      [
        report('2018-01-01', 'A', has('a', 'US RO 900')),
        report(
          '2018-02-05',
          'A',
          moves('b', 'US US>RO 900 completed', { move: 'rotate', time: '2018-02-01' }),
          moves('c', 'US US>RO 150 completed', { time: '2018-02-01' }),
        ),
      ],
      [[q('US', 'RO', '2018-02-06'), '1050']],
    ],
  ],
  'for a time': [
    [
      'a return that is announced is expected at both ends',
      [
        report('2020-03-01', 'A', has('a', 'NZ IQ 95'), has('k', 'NZ KW 5')),
        report('2020-03-10', 'A', moves('b', 'NZ IQ>KW 40 completed', { time: '2020-03-08', temporary: true })),
        report('2020-04-10', 'A', moves('c', 'NZ KW>IQ 40 planned', { time: '2020-05-01..2020-05-31' })),
      ],
      [
        [q('NZ', 'IQ', '2020-04-11'), '55 -> 95'],
        [q('NZ', 'KW', '2020-04-11'), '45 -> 5'],
        [q('NZ', 'IQ', '2020-08-01'), '55'],
      ],
    ],
    [
      'a return told without a number is of one at least',
      [
        report('2020-03-01', 'A', has('a', 'NZ IQ 95')),
        report('2020-03-10', 'A', moves('b', 'NZ IQ>KW 40 completed', { time: '2020-03-08', temporary: true })),
        report('2020-05-10', 'A', moves('c', 'NZ KW>IQ ? completed', { time: '2020-05-08' })),
      ],
      [[q('NZ', 'IQ', '2020-05-11'), '56..']],
    ],
    [
      'away until training resumes: the resumption alone brings nobody back',
      [
        report('2020-03-01', 'A', has('a', 'NZ IQ 95')),
        report(
          '2020-03-10',
          'A',
          moves('b', 'NZ IQ>KW 40 completed', { time: '2020-03-08', temporary: true }),
          is('s', 'NZ IQ suspended', { mission: 'training', time: '2020-03-08' }),
        ),
        report('2020-06-10', 'A', is('r', 'NZ IQ resumed', { mission: 'training', time: '2020-06-08' })),
      ],
      [
        [q('NZ', 'IQ', '2020-04-01'), '55'],
        [q('NZ', 'IQ', '2020-06-11'), '55'],
      ],
    ],
    [
      'a second turn out and back the next year',
      [
        report('2019-03-01', 'A', has('a', 'NZ IQ 95')),
        report('2019-03-10', 'A', moves('b', 'NZ IQ>KW 40 completed', { time: '2019-03-08', temporary: true })),
        report('2019-05-10', 'A', moves('c', 'NZ KW>IQ 40 completed', { time: '2019-05-08' })),
        report('2020-03-10', 'A', moves('d', 'NZ IQ>KW 40 completed', { time: '2020-03-08', temporary: true })),
        report('2020-05-10', 'A', moves('e', 'NZ KW>IQ 40 completed', { time: '2020-05-08' })),
      ],
      [
        [q('NZ', 'IQ', '2019-06-01'), '95'],
        [q('NZ', 'IQ', '2020-04-01'), '55'],
        [q('NZ', 'IQ', '2020-06-01'), '95'],
      ],
    ],
  ],
});
