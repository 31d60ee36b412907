import { describe, expect, test } from 'vitest';
import { letterCaseOf, splitAtSemicolons } from './parts.ts';
import { tokenize } from './tokenize.ts';

describe('splitAtSemicolons', () => {
  test.each([
    [
      '40 Kosovo (KFOR); 90 Mali (EUTM; plus 20 police) (2023)',
      ['40 Kosovo (KFOR)', '90 Mali (EUTM; plus 20 police) (2023)'],
    ],
    ['no list here', ['no list here']],
    [';; a ;', ['a']],
  ])('parts %j', (text, expected) => {
    const tokens = tokenize(text);
    const items = splitAtSemicolons(tokens).map(([from, to]) => text.slice(tokens[from]!.start, tokens[to - 1]!.end));
    expect(items).toEqual(expected);
  });
});

describe('letterCaseOf', () => {
  test.each([
    ['PERU SENDS SAPPERS TO CHAD', 'caps'],
    ['Peru Sends Ninety Sappers to Northern Chad', 'title'],
    ['Peru sends ninety sappers to Chad', 'sentence'],
    ['Peru', 'sentence'],
  ])('reads the capitals of %j', (text, expected) => {
    expect(letterCaseOf(tokenize(text))).toBe(expected);
  });
});
