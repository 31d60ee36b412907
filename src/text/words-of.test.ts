import { expect, test } from 'vitest';
import { wordsOf } from './words-of.ts';

test.each([
  [/^(?:den(?:y|ied)|refus(?:e|al)s?)$/, ['deny', 'denied', 'refuse', 'refuses', 'refusal', 'refusals']],
  [/^authori[sz]ed?$/, ['authorise', 'authorised', 'authorize', 'authorized']],
  [/^(?:and|,|[/&-])$/, ['and', ',', '/', '&', '-']],
  [/^north(?:-?east)?$/, ['north', 'northeast', 'north-east']],
])('%s spells out its words', (pattern, words) => {
  expect([...wordsOf(pattern)].sort()).toEqual([...words].sort());
  for (const word of words) expect(word).toMatch(pattern);
});

test.each([/troops?/, /^deploy\w*$/, /^[a-z]$/, /^(?:un|eu)$/i, /^a+$/, /^a.b$/, /^(?<=a)b$/])(
  '%s is no list of words',
  (pattern) => {
    expect(() => wordsOf(pattern)).toThrow(/not a/);
  },
);
