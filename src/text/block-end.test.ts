import { expect, test } from 'vitest';
import { endsInBracket } from './block-end.ts';

test.each([
  ['They left on Monday. (BBC)', true],
  ['They left on Monday. (BBC) \n', true],
  ['They (all) left.', false],
  ['', false],
  ['   ', false],
])('%j ends in a bracket: %s', (text, expected) => {
  expect(endsInBracket(text, { kind: 'paragraph', start: 0, end: text.length })).toBe(expected);
});
