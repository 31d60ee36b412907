import { expect, test } from 'vitest';
import { printFields } from '../model/notation.ts';
import { reader } from '../wire-reader.ts';

const readIn = (title: string, text: string): string[] =>
  reader()
    .read({ id: 'r', title, text: `${title}\n\n${text}`, published: '2022-06-14', publisher: null, url: null })
    .map((claim) => printFields(claim, false));

test('what a commemoration recalls is no movement, what it tells of today is a presence', () => {
  expect(
    readIn(
      '40th anniversary of the battle of Gao',
      'Forty years ago Danish soldiers entered Gao, in Mali. Some 900 Danes served in Mali. Today 120 Danish soldiers are in Mali.',
    ),
  ).toEqual(['presence DK 120 ML [2022-06-14]']);
});

test('what stands behind "anniversary of" is recalled anywhere', () => {
  expect(
    readIn('Parliament sits', 'This week marks the 20th anniversary of the withdrawal of Danish troops from Mali.'),
  ).toEqual([]);
});

test('a report of today tells the past as it was', () => {
  expect(readIn('Danes in Mali', 'Danish soldiers entered Gao, in Mali, on Sunday.')).toEqual([
    'movement DK -> ML completed deploy [2022-06-12]',
  ]);
});

test('a text of an old war tells of today only what it says of today', () => {
  const war =
    'In April 1915 Danish soldiers landed at Gallipoli. Danish troops attacked Smyrna. They were sent to Egypt.';
  expect(readIn('The landing of 1915', war)).toEqual([]);
  expect(readIn('The landing of 1915', `${war} Danish troops are in Mali.`)).toEqual(['presence DK ML']);
});

test('a report of today that opens with an old year is read', () => {
  expect(
    readIn('Danes in Lebanon', 'Danish soldiers, in Lebanon since 1978, left for Syria on Sunday.').length,
  ).toBeGreaterThan(0);
});
