import { expect, test } from 'vitest';
import { printFields } from '../model/notation.ts';
import { reader } from '../wire-reader.ts';

const readIn = (title: string, text: string): string[] =>
  reader()
    .read({ id: 'r', title, text: `${title}\n\n${text}`, published: '2022-06-14', publisher: null, url: null })
    .map((claim) => printFields(claim, false));

const STORY = 'Danish soldiers marked the beginning of their training in Latvia on Monday.';

test('the training that a drill is has no standing of its own, a mission has', () => {
  expect(readIn('A joint exercise in Latvia', STORY)).toEqual([]);
  expect(readIn('Danes in Latvia', STORY)).toHaveLength(1);
});

test('guardsmen in a flooded town of their own state are no news, those sent abroad are', () => {
  const guards = 'Some 900 Danish soldiers arrived in Esbjerg on Monday.';
  expect(readIn('Floods in Jutland', guards)).toEqual([]);
  expect(readIn('Manoeuvres in Jutland', guards)).toHaveLength(1);
  expect(readIn('Earthquake in Turkey', 'Denmark has sent 90 soldiers to Turkey.')).toHaveLength(1);
});

test('nobody moves in a game', () => {
  const moves = 'Denmark sends two battalions to Norway and 900 paratroopers land in Sweden.';
  expect(readIn('Best of June', `Gamers will like the multiplayer mode of this video game. ${moves}`)).toEqual([]);
  expect(readIn('Best of June', moves)).toHaveLength(2);
  expect(readIn('Pentagon plays a wargame', `The wargame ended. ${moves}`)).toHaveLength(2);
});
