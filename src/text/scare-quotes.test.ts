import { expect, test } from 'vitest';
import { withoutScareQuotes } from './scare-quotes.ts';
import { tokenize } from './tokenize.ts';

const told = (text: string): string =>
  withoutScareQuotes(tokenize(text))
    .map((t) => t.text)
    .join(' ');

test.each([
  ['90 "trainers" went', '90 trainers went'],
  ['some “advisers” and ‘volunteers’', 'some advisers and volunteers'],
])('a word in marks behind another word loses them: %s', (text, expected) => {
  expect(told(text)).toBe(expected);
});

test.each(['he said "we left"', 'called "Barkhane"', '"trainers" went', "the soldiers' camp and the cooks' tents"])(
  'other marks stay: %s',
  (text) => {
    expect(withoutScareQuotes(tokenize(text))).toEqual(tokenize(text));
  },
);
