import { expect, test } from 'vitest';
import { printFields } from '../../../model/notation.ts';
import { reader } from '../../../wire-reader.ts';

const readIn = (text: string): string[] =>
  reader()
    .read({ id: 'r', title: null, text, published: '2022-06-14', publisher: null, url: null })
    .map((claim) => printFields(claim, false));

test('where a part of an army is, the army is not', () => {
  expect(readIn('The Danish army has 9,000 soldiers, 400 of them in Mali and 200 in Estonia.')).toEqual([
    'presence DK 400 ML',
    'presence DK 200 EE',
  ]);
});

test('a novel moves nobody', () => {
  expect(readIn('The novel tells how 300 Danish soldiers landed in Iceland.')).toEqual([]);
});

test('a deployment that is put off is still planned', () => {
  expect(readIn('The deployment of 90 Danish soldiers to Mali was delayed by a storm.')).toEqual([
    'movement DK 90 -> ML planned deploy',
  ]);
});
