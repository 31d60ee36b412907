// How quality is counted, and that the page shows the figures that are kept.
import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { fillPage, tablesOf } from '../../bench/quality/accuracy-page.ts';
import { measurePeerCases, readPeerCases, satisfies } from '../../bench/quality/peer-cases.ts';
import { measureQuotations } from '../../bench/quality/quotations.ts';
import { isRight, measureSentences, outcomeOf } from '../../bench/quality/sentences.ts';
import type { LooseClaim } from '../../src/app/score/agreement.ts';
import { CAUSES } from '../../src/app/score/causes.ts';
import type { ExtractedClaim } from '../../src/model/claim.ts';
import { parseClaim } from '../../src/model/notation.ts';

const read = (...lines: string[]): ExtractedClaim[] =>
  lines.map((line) => ({ ...parseClaim(line, 'x'), spans: { evidence: [0, 1] }, confidence: 1 }));
const wanted = (...lines: string[]): LooseClaim[] => lines.map((line) => ({ ...parseClaim(line, 'x') }));
const PLAN = 'movement NO 40 LV -> planned withdraw';

describe('a text of one construction is right', () => {
  test.each<[string, LooseClaim[], ExtractedClaim[], boolean]>([
    ['when each claim agrees and nothing else is claimed', wanted(PLAN), read(PLAN), true],
    ['not when a claim is missing', wanted(PLAN), [], false],
    ['not when something else is claimed', wanted(PLAN), read(PLAN, 'presence NO 90 LV'), false],
    ['not in another phase', wanted(PLAN), read(PLAN.replace('planned', 'completed')), false],
    ['without what is optional', wanted(PLAN).map((c) => ({ ...c, optional: true })), [], true],
    ['where it holds nothing and nothing is claimed', [], [], true],
  ])('%s', (_, expected, found, right) => {
    expect(isRight(outcomeOf(expected, found))).toBe(right);
  });

  test('a movement asserted where the text asserts none is counted by itself', () => {
    const refused = wanted(PLAN.replace('planned', 'cancelled'));
    expect(outcomeOf(refused, read(PLAN)).isOverclaimed).toBe(true);
    expect(outcomeOf(refused, read(PLAN.replace('planned', 'proposed'))).isOverclaimed).toBe(false);
    expect(outcomeOf(wanted(PLAN), read(PLAN)).isOverclaimed).toBe(false);
  });

  test('constructions are counted each', () => {
    const one = { published: '2020-01-08', title: null, text: 'x', claims: wanted(PLAN) };
    const cases = [
      { ...one, id: 'a', construction: 'voice/passive' },
      { ...one, id: 'b', construction: 'voice/passive', claims: [] },
    ];
    expect(measureSentences(cases, { read: () => read(PLAN) })).toEqual({
      right: 1,
      of: 2,
      overclaimed: ['b'],
      constructions: { 'voice/passive': { right: 1, of: 2 } },
    });
  });
});

describe('sentences of event coders', () => {
  const TABLE =
    'case_id\tsentence\tmust_yield\nm\tThey left.\tmovement\nn\tThey stay.\tno-movement\nf\tThey may.\tfree\np\tThere.\tpresence\n';

  test.each([
    ['movement', PLAN, true],
    ['movement', PLAN.replace('planned', 'proposed'), false],
    ['movement-proposed', PLAN.replace('planned', 'proposed'), true],
    ['movement-proposed', PLAN, false],
    ['presence', 'presence NO 90 LV', true],
    ['no-movement', PLAN, false],
    ['no-movement', PLAN.replace('planned', 'cancelled'), true],
  ] as const)('a row that must yield %s, read as %s: %s', (mustYield, line, right) => {
    expect(satisfies(mustYield, read(line))).toBe(right);
  });

  test('free rows are not scored, silence and finds are counted apart', () => {
    expect(measurePeerCases(readPeerCases(TABLE), { read: () => [] })).toEqual({
      found: 0,
      wanted: 2,
      silent: 1,
      forbidding: 1,
      wrong: ['m', 'p'],
    });
  });

  test('a table without its columns is refused', () => {
    expect(() => readPeerCases('a\tb\n1\t2')).toThrow(/case_id/);
  });
});

test('quotations are right where they stand, made-up ones where they are refused', () => {
  const text = 'Mali has 30 men. Chad has 30 men.';
  const figures = measureQuotations(text, [
    { id: 'v_chad', emit: 'Chad has 30 men', start: 17, end: 32, kind: 'verbatim' },
    { id: 'r_chad_qty', emit: '30', start: 26, end: 28, kind: 'repeated-mention' },
    { id: 'f', emit: 'Mali has 40 men', start: null, end: null, kind: 'fabrication' },
    { id: 'wrong', emit: 'Mali has 30 men', start: 1, end: 16, kind: 'verbatim' },
  ]);
  expect(figures).toEqual({ right: 3, of: 4, wrong: ['wrong'] });
});

const CASES = '../shared/eval/grounding-cases.json';
test.skipIf(!existsSync(CASES) && !process.env['LAYDOWN_ALL'])(
  'every shared quotation is right (skipped where ../shared is absent)',
  () => {
    const { text, cases } = JSON.parse(readFileSync(CASES, 'utf8'));
    expect(measureQuotations(text, cases)).toEqual({ right: 38, of: 38, wrong: [] });
  },
);

describe('the page', () => {
  const page = readFileSync(new URL('../../docs/accuracy.md', import.meta.url), 'utf8');
  const frozen = JSON.parse(readFileSync(new URL('../../bench/frozen/quality.json', import.meta.url), 'utf8'));

  test('docs/accuracy.md shows the kept figures (npm run quality -- --freeze)', () => {
    expect(fillPage(page, tablesOf(frozen))).toBe(page);
  });

  test.each(CAUSES.map((cause) => [cause]))('explains the cause: %s', (cause) => {
    expect(page).toContain(`**${cause}**`);
  });

  test('a table without a place on it, and a place without a table, are refused', () => {
    expect(() => fillPage('', { kinds: 'x' })).toThrow(/no place for: kinds/);
    expect(() => fillPage('<!-- table: none -->\n<!-- end -->', {})).toThrow(/"none"/);
  });
});
