// Tolls told in the sentence of an attack and in those after it: what is claimed of incidents, and nothing else.
import { expect, test } from 'vitest';
import { claimsOfKind } from './claims-of-kind.ts';

test.each<[string, readonly string[]]>([
  ['Rockets hit Camp Taji on Friday. Three soldiers died.', ['incident ? IQ killed 3 [2020-06-12]']],
  [
    'Rockets hit Camp Taji on Friday. Three of them died and five were wounded.',
    ['incident ? IQ killed 3 wounded 5 [2020-06-12]'],
  ],
  [
    'Rockets hit Camp Taji on Friday. The dead were two sergeants and a captain.',
    ['incident ? IQ killed 3 [2020-06-12]'],
  ],
  [
    'Rockets hit Camp Taji on Friday, killing two soldiers. Five others were injured.',
    ['incident ? IQ killed 2 wounded 5 [2020-06-12]'],
  ],
  ['Rockets hit Camp Taji on Friday. There were no casualties.', ['incident ? IQ killed 0 wounded 0 [2020-06-12]']],
  ['Rockets hit Camp Taji on Friday. No one was hurt, officials said.', ['incident ? IQ wounded 0 [2020-06-12]']],
  ['Rockets hit Camp Taji on Friday without causing casualties.', ['incident ? IQ killed 0 wounded 0 [2020-06-12]']],
  ['Rockets hit Camp Taji on Friday. 0.5 soldiers were killed.', ['incident ? IQ [2020-06-12]']],
  ['Rockets hit Camp Taji on Friday. Three militants were killed.', ['incident ? IQ [2020-06-12]']],
  ['Rockets hit Camp Taji on Friday. Three people died in a storm on Saturday.', ['incident ? IQ [2020-06-12]']],
  ['Rockets hit Camp Taji on Friday. At least 4,000 Americans have died there.', ['incident ? IQ [2020-06-12]']],
  [
    'Rockets hit Camp Taji on Friday. The base is large. It is old. Three soldiers died.',
    ['incident ? IQ [2020-06-12]'],
  ],
  ['No casualties were reported on Friday.', []],
])('%s', (text, lines) => {
  expect(claimsOfKind('incident', text)).toEqual(lines);
});
