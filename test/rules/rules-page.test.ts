import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { rulesPage } from '../../scripts/rules/rules-page.ts';
import type { Rule } from '../../src/extract/rule.ts';
import { RULES } from '../../src/extract/rules/index.ts';

test('docs/rules.md is of the rules as they are (npm run rules -- --write)', () => {
  expect(readFileSync(new URL('../../docs/rules.md', import.meta.url), 'utf8')).toBe(rulesPage(RULES));
});

const rule: Rule = {
  id: 'movement/floats',
  why: 'What floats goes somewhere.',
  on: 'predicate',
  lemmas: new Set(['float', 'drift']),
  read: () => [],
  examples: { 'Forty *men* float to Malta.': ['movement ? 40 -> MT completed deploy'] },
  not: ['A cork floats.'],
};

test('a rule is shown with its reason, what wakes it, its examples with their claims and its counter-examples', () => {
  const page = rulesPage([rule]);
  expect(page).toContain('1 rules with 1 example sentences and 1 counter-examples');
  expect(page).toContain(
    [
      '### movement/floats',
      '',
      'What floats goes somewhere.',
      '',
      'Woken by a verb or doing-noun: drift, float.',
      '',
      '> Forty \\*men\\* float to Malta.',
      '',
      '```',
      'movement ? 40 -> MT completed deploy',
      '```',
      '',
      'Reads nothing in:',
      '',
      '- A cork floats.',
    ].join('\n'),
  );
});

test('a rule whose id names no kind is refused', () => {
  expect(() => rulesPage([{ ...rule, id: 'floats' }])).toThrow(/floats/);
});
