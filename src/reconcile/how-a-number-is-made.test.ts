// The page docs/how-a-number-is-made.md shows whys as the program writes them.
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { ask, has, moves, report } from './scenario.ts';

const page = readFileSync('docs/how-a-number-is-made.md', 'utf8');
const shown = page
  .split('```')
  .filter((_, i) => i % 2 === 1)
  .flatMap((block) => block.trim().split('\n'));

const ministry = { said: 'Croatian Defence Ministry' };
const WHYS = [
  ask(
    [
      report(
        '2020-01-08',
        'A',
        has('a', 'DE IQ 120', { said: 'German Defence Ministry' }),
        moves('b', 'DE IQ>JO+KW 30 planned'),
      ),
    ],
    { party: 'DE', place: 'IQ', at: '2020-01-08' },
  ),
  ask([report('2017-06-01', 'Outlet A', has('a', 'ES ML ~500'))], { party: 'ES', place: 'ML', at: '2017-06-02' }),
  ask(
    [
      report(
        '2020-01-08',
        'A',
        has('a', 'HR IQ 14', ministry),
        moves('b', 'HR IQ>KW 7 completed', ministry),
        moves('c', 'HR IQ>HR 7 completed', ministry),
      ),
    ],
    { party: 'HR', place: 'IQ', at: '2020-01-08' },
  ),
  ask(
    [
      report('2016-09-01', 'Outlet A', has('a', 'NO IQ 100')),
      report('2016-09-10', 'Outlet B', moves('b', 'NO IQ>NO 40 underway')),
    ],
    { party: 'NO', place: 'IQ', at: '2016-09-12' },
  ),
  ask(
    [
      report(
        '2019-09-05',
        'Outlet A',
        has('a', 'US R:BALTICS 1500'),
        has('b', 'US EE 600'),
        has('c', 'US LV 500'),
        has('d', 'US LT ?'),
      ),
    ],
    { party: 'US', place: 'LT', at: '2019-09-05' },
  ),
].map(({ row }) => row?.why);
const time = '2020-01-20';
const disputed = ask(
  [
    report('2020-01-21', 'A', has('a', 'DE AF 1200', { time, said: 'German Defence Ministry' })),
    report('2020-01-25', 'B', has('b', 'DE AF 1350', { time, said: 'an independent institute' })),
  ],
  { party: 'DE', place: 'AF', at: '2020-01-26' },
);

test('every line that the page shows is what the program says', () => {
  expect([...WHYS, ...disputed.conflicts.map((c) => c.why)]).toEqual(shown);
});
