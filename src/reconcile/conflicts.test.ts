// Conflicts: found, minimal, explained, settled by judgement, and none where there is none.
import { describe, expect, test } from 'vitest';
import type { CaseReport } from './posture-cases.ts';
import { ask, has, moves, type Question, report, shown } from './scenario.ts';

type Case = readonly [
  title: string,
  reports: readonly CaseReport[],
  question: Question,
  row: string,
  conflicts: readonly (readonly string[])[],
];
const NOTE = '2020-01-20';
const q = (party: string, place: string, at: string, more: Partial<Question> = {}): Question => ({
  party,
  place,
  at,
  ...more,
});

const CASES: readonly Case[] = [
  [
    'two outlets of one day: the later published gives the row',
    [
      report('2020-01-22', 'B', has('b', 'GR XK 650', { time: NOTE })),
      report('2020-01-21', 'A', has('a', 'GR XK 400', { time: NOTE })),
    ],
    q('GR', 'XK', '2020-01-23'),
    '650',
    [['a', 'b']],
  ],
  [
    'the force’s own ministry stands before a later outlet',
    [
      report('2020-01-21', 'A', has('a', 'FR NE 1200', { time: NOTE, said: 'French Defence Ministry' })),
      report('2020-01-25', 'B', has('b', 'FR NE 1500', { time: NOTE, said: 'a research institute' })),
    ],
    q('FR', 'NE', '2020-01-26'),
    '1200',
    [['a', 'b']],
  ],
  [
    'the host’s ministry is no authority on a guest, more origins decide',
    [
      report('2020-01-21', 'A', has('a', 'US NE 800', { time: NOTE, said: 'Nigerien Defence Ministry' })),
      report('2020-01-21', 'B', has('b', 'US NE 800', { time: NOTE, said: 'Nigerien Defence Ministry' })),
      report('2020-01-21', 'C', has('c', 'US NE 1100', { time: NOTE, said: 'one group' })),
      report('2020-01-21', 'D', has('d', 'US NE 1100', { time: NOTE, said: 'another group' })),
    ],
    q('US', 'NE', '2020-01-22'),
    '1100',
    [['a', 'c']],
  ],
  [
    'a copy printed later is no later word',
    [
      report('2020-01-21', 'A', has('a', 'US NE 800', { time: NOTE, said: 'Nigerien Defence Ministry' })),
      report('2020-01-24', 'B', has('b', 'US NE 800', { time: NOTE, said: 'Nigerien Defence Ministry' })),
      report('2020-01-22', 'C', has('c', 'US NE 1100', { time: NOTE, said: 'one group' })),
    ],
    q('US', 'NE', '2020-01-25'),
    '1100',
    [['a', 'c']],
  ],
  [
    'numbers that can both be true tighten each other',
    [
      report('2020-01-21', 'A', has('a', 'RO AF ~500', { time: NOTE })),
      report('2020-01-25', 'B', has('b', 'RO AF <510', { time: NOTE })),
    ],
    q('RO', 'AF', '2020-01-26'),
    '450..510',
    [],
  ],
  [
    'a change from one day to the next is none',
    [report('2020-01-21', 'A', has('a', 'RO AF 500')), report('2020-01-22', 'B', has('b', 'RO AF 700'))],
    q('RO', 'AF', '2020-01-26'),
    '700',
    [],
  ],
  [
    'the same voice in the same outlet corrects itself',
    [
      report('2020-06-01', 'A', has('a', 'IT LY 300', { said: 'Italian Defence Ministry' })),
      report('2020-10-01', 'A', has('b', 'IT LY 400', { said: 'Italian Defence Ministry', time: '2020-03-01..' })),
    ],
    q('IT', 'LY', '2020-06-01', { known: '2020-10-02' }),
    '400',
    [],
  ],
  [
    'two counts for one month by two sources',
    [
      report('2009-01-01', 'A', has('a', 'US IQ 148750', { time: '2003-07-01..2003-07-31' })),
      report('2011-01-01', 'B', has('b', 'US IQ 149000', { time: '2003-07-01..2003-07-31' })),
    ],
    q('US', 'IQ', '2003-07-15', { known: '2012-01-01' }),
    '149000',
    [['a', 'b']],
  ],
  [
    'a departure larger than the stock',
    [report('2020-01-03', 'A', has('a', 'CZ EG 50')), report('2020-01-06', 'B', moves('b', 'CZ EG>CZ 80 completed'))],
    q('CZ', 'EG', '2020-01-07'),
    '0..50',
    [['a', 'b']],
  ],
  [
    'two departures that only together are too many',
    [
      report('2020-01-03', 'A', has('a', 'CZ EG 50'), has('z', 'CZ ML 100')),
      report('2020-02-06', 'B', moves('b', 'CZ EG>CZ 30 completed', { time: '2020-02-05' })),
      report('2020-03-06', 'B', moves('c', 'CZ EG>ML 40 completed', { time: '2020-03-05' })),
    ],
    q('CZ', 'EG', '2020-03-07'),
    '0..50',
    [['a', 'b', 'c']],
  ],
  [
    'an arrival between them makes it fit',
    [
      report('2020-01-03', 'A', has('a', 'CZ EG 50')),
      report('2020-02-06', 'B', moves('b', 'CZ EG>CZ 30 completed', { time: '2020-02-05' })),
      report('2020-02-16', 'B', moves('d', 'CZ CZ>EG 25 completed', { time: '2020-02-15' })),
      report('2020-03-06', 'B', moves('c', 'CZ EG>CZ 40 completed', { time: '2020-03-05' })),
    ],
    q('CZ', 'EG', '2020-03-07'),
    '5',
    [],
  ],
  [
    'one movement told twice with other numbers',
    [
      report('2020-01-03', 'A', has('a', 'SI IQ 40')),
      report('2020-01-07', 'A', moves('b', 'SI IQ>KW 10 completed', { time: '2020-01-06' })),
      report('2020-01-08', 'B', moves('c', 'SI IQ>KW 25 completed', { time: '2020-01-06' })),
    ],
    q('SI', 'IQ', '2020-01-09'),
    '15..30',
    [['b', 'c']],
  ],
  [
    'told twice, once by the force itself',
    [
      report('2020-01-03', 'A', has('a', 'NO IQ 40')),
      report(
        '2020-01-07',
        'A',
        moves('b', 'NO IQ>KW 10 completed', { time: '2020-01-06', said: 'Norwegian Defence Ministry' }),
      ),
      report('2020-01-08', 'B', moves('c', 'NO IQ>KW 25 completed', { time: '2020-01-06' })),
    ],
    q('NO', 'IQ', '2020-01-09'),
    '30',
    [['b', 'c']],
  ],
  [
    'parts beyond their whole: only those it takes',
    [
      report('2020-01-21', 'A', has('w', 'US R:BALTICS <1000', { time: NOTE })),
      report('2020-01-21', 'B', has('x', 'US EE 700', { time: NOTE })),
      report('2020-01-21', 'C', has('y', 'US LV 200', { time: NOTE })),
      report('2020-01-21', 'D', has('z', 'US LT 600', { time: NOTE })),
    ],
    q('US', 'R:BALTICS', '2020-01-22'),
    '0..1000',
    [['w', 'x', 'z']],
  ],
  [
    'contingents beyond the total of their mission',
    [
      report(
        '2020-01-31',
        'UN',
        has('t', 'UN LB 500', { mission: 'UNDOF' }),
        has('a', 'FJ LB 300', { mission: 'UNDOF' }),
        has('b', 'IN LB 250', { mission: 'UNDOF' }),
      ),
    ],
    q('UN', 'LB', '2020-01-31', { mission: 'UNDOF' }),
    '500',
    [['a', 'b', 't']],
  ],
  [
    'a unit larger than its force, the later published standing',
    [
      report('2020-01-21', 'A', has('w', 'GB EE 600', { time: NOTE })),
      report('2020-01-22', 'B', has('u', 'GB EE 800', { time: NOTE, unit: 'Royal Welsh' })),
    ],
    q('GB', 'EE', '2020-01-23'),
    '800..',
    [['u', 'w']],
  ],
  [
    'a ceiling, a vote and a battalion contradict no count',
    [
      report(
        '2020-05-29',
        'A',
        { id: 'v', kind: 'decision', evidence: 'up to 550', body: 'Bundestag', action: 'authorise', final: true },
        has('f', 'DE ML 2 battalion'),
        has('a', 'DE ML 1000'),
      ),
    ],
    q('DE', 'ML', '2020-05-30'),
    '1000',
    [],
  ],
];

describe('conflicts', () => {
  test.each(CASES)('%s', (_, reports, question, answer, sets) => {
    const { row, conflicts } = ask(reports, question);
    expect(shown(row), row?.why).toBe(answer);
    expect(conflicts.map((c) => c.claims)).toEqual(sets);
    for (const c of conflicts) expect(row?.conflicts).toContain(c.id);
    const reversed = ask([...reports].reverse(), question);
    expect(reversed.conflicts).toEqual(conflicts);
    expect(reversed.row).toEqual(row);
  });

  test.each(CASES.filter(([, , , , sets]) => sets.length > 0))('minimal: %s', (_, reports, question, __, sets) => {
    for (const set of sets) {
      const only = (ids: readonly string[]): CaseReport[] =>
        reports.map((r) => ({ ...r, claims: r.claims.filter((c) => ids.includes(String(c['id']))) }));
      expect(ask(only(set), question).conflicts.map((c) => c.claims)).toEqual([set]);
      for (const one of set) expect(ask(only(set.filter((id) => id !== one)), question).conflicts).toEqual([]);
    }
  });

  test('a judgement settles a conflict, and its withdrawal brings it back under the same id', () => {
    const reports = [
      report('2021-03-11', 'A', has('a', 'AL XK 30', { time: '2021-03-10' })),
      report('2021-03-12', 'B', has('b', 'AL XK 90', { time: '2021-03-10' })),
    ];
    const accepted = { claim: 'a', verdict: 'accept', on: '2021-03-20' } as const;
    const withdrawn = { claim: 'a', verdict: 'withdraw', on: '2021-03-25' } as const;
    const at = (day: string) => ask(reports, q('AL', 'XK', day), [accepted, withdrawn]);
    expect([shown(at('2021-03-15').row), shown(at('2021-03-21').row), shown(at('2021-03-26').row)]).toEqual([
      '90',
      '30',
      '90',
    ]);
    expect(at('2021-03-21').conflicts).toEqual([]);
    expect(at('2021-03-26').conflicts).toEqual(at('2021-03-15').conflicts);
    const rejected = ask(reports, q('AL', 'XK', '2021-03-21'), [{ claim: 'b', verdict: 'reject', on: '2021-03-20' }]);
    expect([shown(rejected.row), rejected.conflicts]).toEqual(['30', []]);
  });

  test('a conflict says who says what in one sentence', () => {
    const [, reports, question] = CASES[1]!;
    const [conflict] = ask(reports, question).conflicts;
    expect(conflict?.why).toBe(
      'FR in NE: 1,200 (French Defence Ministry, 21 Jan 2020) and 1,500 (a research institute, 25 Jan 2020) cannot both be so',
    );
    expect(conflict?.preferred).toMatchObject({ reason: 'the force’s own authority', reading: { claims: ['a'] } });
    expect(conflict?.alternatives).toMatchObject([{ claims: ['b'] }]);
  });
});
