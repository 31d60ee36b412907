// Parts of a force, levels at several times, sites told of before, who else goes: moves and levels of whole texts, and nothing else of these kinds.
import { expect, test } from 'vitest';
import { claimsOfKind } from './claims-of-kind.ts';

test.each<[string, readonly string[]]>([
  ['A tenth of the 900 Danish soldiers in Iraq will go home.', ['movement DK 90 IQ -> DK planned withdraw']],
  ['Nearly half of the 900 Danish soldiers in Iraq have left.', ['movement DK ~450 IQ -> completed withdraw']],
  ['More than half of the 900 Danish soldiers in Iraq have left.', ['movement DK 450.. IQ -> completed withdraw']],
  ['Denmark will withdraw about a fifth of its 900 soldiers in Iraq.', ['movement DK ~180 IQ -> planned withdraw']],
  [
    'Denmark has 900 soldiers in Iraq. Half of them will be sent to Kuwait.',
    ['movement DK 450 IQ -> KW planned relocate'],
  ],
  [
    'Denmark has some 900 soldiers in Iraq. A third of them will go home.',
    ['movement DK ~300 IQ -> DK planned withdraw'],
  ],
  ['Half of the bridges in Iraq have been repaired by Danish soldiers.', []],
  [
    'Denmark sent 300 soldiers to Iraq in May and 200 in June.',
    [
      'movement DK 300 -> IQ completed deploy [2020-05-01..2020-05-31]',
      'movement DK 200 -> IQ completed deploy [2020-06-01..2020-06-30]',
    ],
  ],
  [
    'Canada will send six jets to Romania. Canadian soldiers will also deploy to Romania.',
    ['movement CA 6 aircraft -> RO planned deploy', 'movement CA -> RO planned deploy'],
  ],
  ['Two Russian passenger jets landed in Caracas on Monday.', []],
  [
    'A Russian plane with 100 soldiers landed in Caracas on Monday.',
    ['movement RU 100 -> VE completed deploy [2020-06-15]'],
  ],
  [
    'Lebanese troops deployed near militant camps in the hills near the Syrian border.',
    ['movement LB -> LB completed deploy'],
  ],
  [
    'Canada sent 600 soldiers to Latvia in May. The Canadian soldiers were deployed to Latvia to train.',
    ['movement CA 600 -> LV completed deploy [2020-05-01..2020-05-31]'],
  ],
])('moves: %s', (text, lines) => {
  expect(claimsOfKind('movement', text)).toEqual(lines);
});

test.each<[string, readonly string[]]>([
  [
    'Denmark had 300 soldiers in Iraq and as many as 900 at the height of the war.',
    ['presence DK 300 IQ', 'presence DK ..900 mission "war" IQ'],
  ],
  [
    'Denmark had 300 soldiers in Iraq in 2019 and 900 in 2015.',
    ['presence DK 300 IQ [2019-01-01..2019-12-31]', 'presence DK 900 IQ [2015-01-01..2015-12-31]'],
  ],
  ['Denmark has deployed 200 of the 500 soldiers it pledged to Mali.', []],
  ['The United States has 170,000 troops worldwide.', ['presence US 170000 R:WORLD']],
  ['Thousands of people marched around the world.', []],
  ['Rockets hit Camp Taji. In Erbil, 40 Danish soldiers are stationed at the base.', ['presence DK 40 IQ']],
])('levels: %s', (text, lines) => {
  expect(claimsOfKind('presence', text)).toEqual(lines);
});
