import { expect, test } from 'vitest';
import { formOf } from './word-forms.ts';

test('keeps each form once, whichever text it stands in', () => {
  const first = formOf('The Troops left', 4, 10);
  expect(first).toEqual({ text: 'Troops', lower: 'troops' });
  expect(formOf('our Troops', 4, 10)).toBe(first);
});

test('never takes one form for another, however many there are', () => {
  const wrong: string[] = [];
  for (const ending of ['', 'a', '\u2019s', '\u00ad', 'Z'])
    for (let n = 0; n < 40_000; n++) {
      const word = `${n.toString(36)}${ending}`;
      if (formOf(`-${word}-`, 1, word.length + 1).text !== word) wrong.push(word);
    }
  expect(wrong).toEqual([]);
});

test('a run of letters longer than any word is its own text', () => {
  const run = 'X'.repeat(5000);
  expect(formOf(run, 0, run.length)).toEqual({ text: run, lower: run.toLowerCase() });
});
