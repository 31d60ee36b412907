// What is put for what, and what must follow from it in the claim.
import { describe, expect, test } from 'vitest';
import { readStates } from '../../bench/quality/substitution-figures.ts';
import { findVerb, inflected } from '../../bench/quality/substitution-verbs.ts';
import { type Base, fateOf, type Variant, variants } from '../../bench/quality/substitutions.ts';
import { parseClaim } from '../../src/model/notation.ts';

const STATES = readStates(new URL('../..', import.meta.url).pathname);

const claimIn = (text: string, line: string) => ({
  ...parseClaim(line, text),
  spans: { evidence: [0, text.length] as [number, number] },
  confidence: 1,
});

function baseOf(text: string, line: string): Base {
  const claim = claimIn(text, line);
  const report = { id: 'x', text, title: null, published: '2020-06-15', publisher: null, url: null };
  return { report, read: [claim], right: [claim] };
}

function variantOf(base: Base, family: string, word: string): Variant {
  const found = [...variants(base, STATES)].find((v) => v.family === family && v.word === word);
  if (found === undefined) throw new Error(`no ${family} "${word}"`);
  return found;
}

test.each([
  ['pull out of', 'past', 'pulled out of'],
  ['pack up and leave', 'past', 'packed up and left'],
  ['still have', 'third', 'still has'],
  ['withdraw', 'participle', 'withdrawn'],
  ['set up', 'gerund', 'setting up'],
] as const)('%s, %s: %s', (phrase, form, expected) => {
  expect(inflected(phrase, form)).toBe(expected);
});

describe('a verb is found in its form', () => {
  test.each([
    ['Ghana will cut its contingent', 'cut', { form: 'base', isPassive: false }],
    ['the contingent was recently reduced', 'reduce', { form: 'participle', isPassive: true }],
    ['they have left Gao', 'leave', { form: 'participle', isPassive: false }],
    ['the cut came when Ghana cut posts', 'cut', { at: 24, form: 'past' }],
  ])('%s', (text, verb, expected) => {
    expect(findVerb(text, verb, 0, text.length)).toMatchObject(expected);
  });

  test('and not as a noun', () => {
    expect(findVerb('the cut of its leave', 'cut', 0, 20)).toBeNull();
  });
});

test('the form of a verb and the article go with the word put in', () => {
  const left = baseOf('Some 340 Kenyan soldiers left Burundi.', 'movement KE 340 BI -> completed withdraw');
  expect(variantOf(left, 'verbs: leaving', 'pull out of').report().text).toBe(
    'Some 340 Kenyan soldiers pulled out of Burundi.',
  );
  const sent = baseOf('A Kenyan battalion left Burundi.', 'movement KE BI -> completed withdraw');
  expect(variantOf(sent, 'states', 'India').report().text).toBe('An Indian battalion left Burundi.');
});

test.each([
  ['more than #', 'Kenya has more than 340 soldiers in Burundi.', { min: 340, max: null }],
  ['up to #', 'Kenya has up to 340 soldiers in Burundi.', { min: null, max: 340 }],
  ['between # and %', 'Kenya has between 340 and 680 soldiers in Burundi.', { min: 340, max: 680 }],
  ['several hundred', 'Kenya has several hundred soldiers in Burundi.', { min: 200, max: 999 }],
])('a hedge changes the bounds: %s', (hedge, text, bounds) => {
  const base = baseOf('Kenya has 340 soldiers in Burundi.', 'presence KE 340 BI');
  const variant = variantOf(base, 'numbers', hedge);
  expect(variant.report().text).toBe(text);
  expect(variant.expected['quantity']).toMatchObject(bounds);
});

test('a state is put for another throughout, and the claim is of that one', () => {
  const base = baseOf('Kenya said 340 Kenyan soldiers were in Burundi.', 'presence KE 340 BI');
  const variant = variantOf(base, 'states', 'Ghana');
  expect(variant.report().text).toBe('Ghana said 340 Ghanaian soldiers were in Burundi.');
  expect(variant.expected['party']).toBe('GH');
});

test('a claim is kept, told otherwise or lost', () => {
  const base = baseOf('Kenya has 340 soldiers in Burundi.', 'presence KE 340 BI');
  const variant = variantOf(base, 'numbers', 'up to #');
  const read = (line: string) => [claimIn('Kenya', line)];
  expect(fateOf(variant, read('presence KE ..340 BI'))).toBe('kept');
  expect(fateOf(variant, read('presence KE 340 BI'))).toBe('wrong');
  expect(fateOf(variant, [])).toBe('lost');
});
