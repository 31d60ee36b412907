import { describe, expect, test } from 'vitest';
import { describeItem, describePredicate } from '../../scripts/rules/describe.ts';
import { matchPattern, parsePattern } from '../../scripts/rules/pattern.ts';
import { readWhole } from '../../scripts/rules/reading.ts';
import { textOf } from '../../src/extract/syntax/predicate.ts';
import { processorMs } from '../own-time.ts';
import { curatedNames } from './curated-names.ts';

const TEXT = 'Thirty of the 120 German soldiers in Iraq will be sent to Kuwait in May, the ministry said.';
const report = (text: string) => ({ id: 'a', text, title: null, published: '2020-02-03', publisher: null, url: null });
const read = (text: string) => readWhole(report(text), curatedNames)[0]!;
const { view } = read(TEXT);
const hits = (pattern: string): string[] => matchPattern(parsePattern(pattern), view).map((hit) => textOf(view, hit));

describe('a pattern matches', () => {
  test.each([
    ['a regular expression', '/sol\\w+ in/', ['soldiers in']],
    ['words in any case', 'THE 120', ['the 120']],
    ['one of several words', 'in|to kuwait|iraq', ['in Iraq', 'to Kuwait']],
    ['a verb by its base, with its auxiliaries', '{send}', ['will be sent']],
    ['one of several verbs', '{move|say}', ['said']],
    ['a chunk', '<actor>', ['the ministry']],
    ['a chunk after its preposition', 'to <place>', ['to Kuwait']],
    ['a chunk with its preposition', '{send} <place>', ['will be sent to Kuwait']],
    ['a chunk by its head', '<force:soldier>', ['Thirty of the 120 German soldiers']],
    ['a chunk by its owner', '<force:de>', ['Thirty of the 120 German soldiers']],
    ['a place by its country', '<place:kw>', ['to Kuwait']],
    ['any word', 'the * german', ['the 120 German']],
    [
      'a gap',
      '<force> ... {send} ... <date>',
      ['Thirty of the 120 German soldiers in Iraq will be sent to Kuwait in May'],
    ],
    ['nothing where the order differs', '<place:kw> ... {send}', []],
    ['nothing where a trait differs', '<force:unit>', []],
  ])('%s', (_, pattern, expected) => {
    expect(hits(pattern)).toEqual(expected);
  });
});

test.each([
  ['', /empty/],
  ['/(/', /no regular expression/],
  ['<frce>', /there is no <frce>; there are <force>/],
  ['{send', /not closed/],
  ['... *', /matches everything/],
])('refuses %j with a reason', (pattern, reason) => {
  expect(() => parsePattern(pattern)).toThrow(reason);
});

test('many gaps stay fast on a long sentence', () => {
  const long = read(`Soldiers ${'of the old guard, '.repeat(150)}left.`).view;
  const matched = () =>
    expect(matchPattern(parsePattern('of ... the ... old ... guard ... of ... <date>'), long)).toEqual([]);
  expect(processorMs(matched)).toBeLessThan(1000);
});

test('chunks and predicates are told in words', () => {
  const force = view.items.find((item) => item.kind === 'force')!;
  expect(describeItem(force, view)).toBe(
    'force[strong soldier 30 DE part of 120 at IQ] "Thirty of the 120 German soldiers"',
  );
  expect(describePredicate(view.predicates[0]!, view)).toMatch(
    /^will be sent = send, asserted; what: Thirty of the 120 German soldiers; where: to Kuwait.*; when: in May/,
  );
});

test('a sentence carries the rules that fired in it and the claims that stayed', () => {
  const reading = read(TEXT);
  expect(reading.skipped).toBeNull();
  expect(reading.claims.map((claim) => claim.kind).sort()).toEqual(['movement', 'presence']);
  expect(reading.steps.map((step) => step.step)).toContain('claimed');
  expect(read('The weather was fine.')).toMatchObject({ skipped: 'screened', claims: [], steps: [] });
});
