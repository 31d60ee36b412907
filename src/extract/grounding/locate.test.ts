import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import type { Span } from '../../model/claim.ts';
import { foldText } from '../../text/fold.ts';
import { locate } from './locate.ts';

const found = (text: string, quotation: string, near?: Span): string | null => {
  const span = locate(foldText(text), quotation, near);
  return span && text.slice(...span);
};

describe('a quotation is found in the text as stored', () => {
  test.each([
    [
      'no-break spaces',
      'The ministry sent 40\u00a0sailors to\u00a0Malta.',
      'sent 40 sailors to Malta',
      'sent 40\u00a0sailors to\u00a0Malta',
    ],
    ['line ends', 'sent 40\n  sailors', 'sent 40 sailors', 'sent 40\n  sailors'],
    ['curly quotation marks', 'He said “we’re off”.', '"we\'re off"', '“we’re off”'],
    ['dashes with and without spaces', 'forces — some 40 — left', 'forces - some 40 - left', 'forces — some 40 — left'],
    ['an unspaced dash', 'forces—some 40', 'forces - some', 'forces—some'],
    ['soft hyphens', 'the bat\u00adtalion left', 'the battalion left', 'the bat\u00adtalion left'],
    ['accents composed and not', 'at A\u0304daz\u030ci camp', 'Ādaži camp', 'A\u0304daz\u030ci camp'],
    ['an ellipsis sign', 'they left … at once', 'left ... at', 'left … at'],
    ['the first letter in the other case', 'On Friday the troops left.', 'The troops left', 'the troops left'],
    ['wide characters before it', '🛩️ 𝟝 jets, 12 men left', '12 men', '12 men'],
  ])('%s', (_, text, quotation, expected) => {
    expect(found(text, quotation)).toBe(expected);
  });
});

describe('a quotation that cuts a number or word in two is not found', () => {
  test.each([
    ['a group of digits', 'about 4,500 men', '500 men'],
    ['the head of a number', 'about 500,000 men', 'about 500'],
    ['a number that goes on in words', 'some 3 million men', 'some 3'],
    ['a suffix', 'some 28.5K men', 'some 28.5'],
    ['a spelled number', 'twenty-seven men', 'seven men'],
    ['a word', 'in Nigeria', 'in Niger'],
    ['nothing', 'in Nigeria', ' '],
    ['other words', 'in Nigeria', 'in Ghana'],
  ])('%s', (_, text, quotation) => {
    expect(found(text, quotation)).toBeNull();
  });
});

test('a mention that stands more than once is the one in or nearest to the hint, else the first', () => {
  const text = 'Mali has 30. Chad has 30. Togo has 30.';
  const report = foldText(text);
  expect(locate(report, '30')).toEqual([9, 11]);
  expect(locate(report, '30', [13, 24])).toEqual([22, 24]);
  expect(locate(report, '30', [26, 30])).toEqual([22, 24]);
  expect(locate(report, '30', [30, 38])).toEqual([35, 37]);
});

const CASES = '../shared/eval/grounding-cases.json';
interface Case {
  readonly id: string;
  readonly emit: string;
  readonly start: number | null;
  readonly end: number | null;
  readonly kind: string;
}

describe.skipIf(!existsSync(CASES) && !process.env['LAYDOWN_ALL'])(
  'the shared quotations (skipped where ../shared is absent)',
  () => {
    const { text, cases } = existsSync(CASES)
      ? (JSON.parse(readFileSync(CASES, 'utf8')) as { text: string; cases: Case[] })
      : { text: '', cases: [] as Case[] };
    const report = foldText(text);

    test('all are there', () => {
      expect(cases).toHaveLength(38);
    });

    test.each(cases.filter((c) => c.kind === 'fabrication'))('refuses $id', ({ emit }) => {
      expect(locate(report, emit)).toBeNull();
    });

    // A field's own mention is looked for in the evidence of its claim: "r_can_qty" belongs to the quotation "v_can".
    test.each(cases.filter((c) => c.kind !== 'fabrication'))('locates $id', ({ id, emit, start, end, kind }) => {
      const owner = id.replace(/^r_/, 'v_').split('_').slice(0, 2).join('_');
      const evidence = cases.find((c) => c.kind !== 'repeated-mention' && OWNERS[owner] === c.id);
      const near: Span | undefined =
        kind === 'repeated-mention' && evidence ? [evidence.start ?? 0, evidence.end ?? 0] : undefined;
      expect(locate(report, emit, near)).toEqual([start, end]);
    });
  },
);

const OWNERS: Readonly<Record<string, string>> = {
  v_nato: 'v_nato500',
  v_can: 'v_can',
  v_ger: 'v_ger30',
  v_cro: 'v_cro',
  v_svk: 'v_svk',
  v_bde: 'v_bde',
  v_us: 'v_us5200',
};
