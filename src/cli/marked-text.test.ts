import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { harmless, type Mark, type MarkStyle, markedLines } from './marked-text.ts';
import { displayWidth } from './table.ts';

const braces: MarkStyle = {
  letters: (text) => text,
  before: () => '{',
  after: ({ number }) => `}[${number}]`,
};
/** Marks the words given, in their order. */
const marksOf = (text: string, ...words: readonly string[]): Mark[] =>
  words.map((word, i) => ({ number: i + 1, start: text.indexOf(word), end: text.indexOf(word) + word.length }));
const shown = (text: string, width: number | null, ...words: readonly string[]): string[] =>
  markedLines(text, marksOf(text, ...words), width, braces).map((line) => line.text);

describe('the number stands after the last letter of its words', () => {
  test.each([
    ['words inside a line', 'Oslo sent 40 men to Riga.', ['40 men'], 'Oslo sent {40 men}[1] to Riga.'],
    ['before a full stop', 'Oslo sent 40 men.', ['40 men'], 'Oslo sent {40 men}[1].'],
    ['a part of a word', 'an 80-strong unit', ['80'], 'an {80}[1]-strong unit'],
    [
      'one inside the other',
      'ten of the 40 men left',
      ['ten of the 40 men left', 'the 40 men'],
      '{ten of {the 40 men}[2] left}[1]',
    ],
    ['two that end together', 'left the 40 men', ['left the 40 men', '40 men'], '{left the {40 men}[2]}[1]'],
    ['two side by side', 'aa bb', ['aa', 'bb'], '{aa}[1] {bb}[2]'],
  ])('%s', (_, text, words, line) => {
    expect(shown(text, null, ...words)).toEqual([line]);
  });
});

test('white space at the ends of a mark is not marked, and a mark of white space alone is none', () => {
  const text = 'aa  bb';
  expect(
    markedLines(
      text,
      [
        { number: 1, start: 2, end: 6 },
        { number: 2, start: 2, end: 4 },
      ],
      null,
      braces,
    )[0]!.text,
  ).toBe('aa {bb}[1]');
});

test('lines are wrapped at spaces, the numbers counted in', () => {
  expect(shown('one two three four', 12, 'two three')).toEqual(['one {two', 'three}[1]', 'four']);
});

test('a word longer than the width is cut, and no line is wider', () => {
  expect(shown('abcdefghij kl', 4)).toEqual(['abcd', 'efgh', 'ij', 'kl']);
});

test('empty lines part paragraphs as one, at the ends they go', () => {
  expect(shown('\n\nAa\n\n \n\nbb\ncc\n', null)).toEqual(['Aa', '', 'bb', 'cc']);
});

test('a line says which marks begin on it', () => {
  const text = 'one two three four';
  expect(markedLines(text, marksOf(text, 'two three', 'four'), 12, braces).map((line) => line.begins)).toEqual([
    [1],
    [],
    [2],
  ]);
});

test('a report cannot steer the terminal', () => {
  expect(harmless('a\u001b[2Jb\u009bc\u202ed\te')).toBe('a[2Jbcd e');
  expect(shown('a \u001b]0;title\u0007 b', null)).toEqual(['a ]0;title b']);
});

test('whatever is marked, the letters stay in their order and no line is too wide', () => {
  const span = fc.tuple(fc.nat(60), fc.nat(30));
  fc.assert(
    fc.property(
      fc.string({ maxLength: 60 }),
      fc.array(span, { maxLength: 5 }),
      fc.integer({ min: 6, max: 20 }),
      (text, spans, width) => {
        const marks = spans.map(([start, length], i) => ({
          number: i + 1,
          start,
          end: Math.min(text.length, start + length),
        }));
        const silent: MarkStyle = { letters: (t) => t, before: () => '', after: () => '' };
        const lines = markedLines(text, marks, width, silent);
        const letters = (s: string) => s.replace(/\s+/g, '');
        expect(letters(lines.map((line) => line.text).join(''))).toBe(letters(harmless(text)));
        expect(Math.max(0, ...lines.map((line) => displayWidth(line.text)))).toBeLessThanOrEqual(width);
      },
    ),
    { seed: 7 },
  );
});
