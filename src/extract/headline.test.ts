import { expect, test } from 'vitest';
import { printFields } from '../model/notation.ts';
import { reader } from '../wire-reader.ts';

const readIn = (title: string, text: string): string[] =>
  reader()
    .read({ id: 'r', title, text: `${title}\n\n${text}`, published: '2022-06-14', publisher: null, url: null })
    .map((claim) => printFields(claim, false));

test('a headline that rounds what the story tells tells nothing more', () => {
  expect(
    readIn('Denmark to send 900 soldiers to Mali', 'Denmark will send over 900 soldiers to Mali, a minister said.'),
  ).toEqual(['movement DK 900.. -> ML planned deploy by "minister"']);
});

test('a headline whose number is another than the story has is kept', () => {
  expect(
    readIn('Denmark to send 900 soldiers to Mali', 'Denmark will send 120 soldiers to Mali in July.'),
  ).toHaveLength(2);
});

test('what the story tells twice stays the counted telling, whatever the headline over it says', () => {
  expect(
    readIn(
      'UN to deploy over 900 more troops to Mali',
      'The UN said it will send up to 935 more troops to Mali. The UN said that the troops will be deployed at once.',
    ),
  ).toEqual(['movement UN ..935 -> ML planned deploy by "UN"']);
});
