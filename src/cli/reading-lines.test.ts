import pico from 'picocolors';
import { describe, expect, test } from 'vitest';
import type { ExtractedClaim } from '../model/claim.ts';
import { parseClaim } from '../model/notation.ts';
import { readingLines } from './reading-lines.ts';
import { displayWidth } from './table.ts';
import type { Terminal } from './terminal.ts';
import { traceLines } from './trace-lines.ts';

const TEXT = 'Oslo keeps 90 soldiers in Latvia.\n\nForty of them will go home in May, the ministry said.';
const claimOf = (line: string, evidence: string, rule: string): ExtractedClaim => {
  const start = TEXT.indexOf(evidence);
  return {
    ...parseClaim(line, evidence),
    spans: { evidence: [start, start + evidence.length] },
    rule,
    confidence: 0.9,
  };
};
const CLAIMS = [
  claimOf('presence NO 90 LV', 'Oslo keeps 90 soldiers in Latvia', 'presence/keeps'),
  claimOf(
    'movement NO 40 LV -> NO planned withdraw [2020-05-01..2020-05-31] by "ministry"',
    'Forty of them will go home in May',
    'movement/went',
  ),
];
const terminal = (width: number, colour: boolean): Terminal => ({
  paint: pico.createColors(colour),
  warnPaint: pico.createColors(false),
  width,
  isTerminal: true,
  warnsToTerminal: true,
  say: () => undefined,
  warn: () => undefined,
  json: () => undefined,
});

test('on a narrow terminal the claims stand beneath the text, each with time, speaker and rule', () => {
  expect(readingLines(TEXT, CLAIMS, terminal(80, false))).toEqual([
    '{Oslo keeps 90 soldiers in Latvia}[1].',
    '',
    '{Forty of them will go home in May}[2], the ministry said.',
    '',
    '[1] presence NO 90 LV',
    '    rule presence/keeps',
    '[2] movement NO 40 LV -> NO planned withdraw',
    '    time 2020-05-01..2020-05-31 · said by ministry · rule movement/went',
  ]);
});

test('on a wide terminal they stand beside the words they are of', () => {
  const lines = readingLines(TEXT, CLAIMS, terminal(140, false));
  expect(lines[0]).toMatch(/^\{Oslo keeps.*\[1\]\. +│ \[1\] presence NO 90 LV$/);
  expect(lines[2]).toMatch(/^\{Forty.*said\. +│ \[2\] movement/);
  expect(lines.every((line) => displayWidth(line) <= 140)).toBe(true);
});

test('in colour the words are underlined and stand without braces', () => {
  const [first] = readingLines(TEXT, CLAIMS, terminal(80, true));
  expect(first).toContain('\u001b[4mOslo keeps 90 soldiers in Latvia\u001b[24m');
  expect(first).not.toContain('{');
});

test('a text without claims is printed as it is', () => {
  expect(readingLines(TEXT, [], terminal(140, false))[0]).toBe('Oslo keeps 90 soldiers in Latvia.');
});

describe('the trace', () => {
  const [kept, moved] = CLAIMS as [ExtractedClaim, ExtractedClaim];
  const step = (claim: ExtractedClaim) => ({
    rule: claim.rule!,
    kind: claim.kind,
    at: claim.spans.evidence,
    claims: [claim],
  });
  const lines = traceLines(
    {
      claims: [kept],
      trace: [
        { step: 'claimed', ...step(kept), words: 'keeps', why: 'presence' },
        { step: 'claimed', ...step(moved), words: 'will go', why: 'movement' },
        {
          step: 'refused',
          ...step(moved),
          words: moved.evidence,
          why: 'party: the party NO does not stand there',
          field: 'party',
        },
      ],
      sentences: [
        { at: [0, 33], skipped: null, view: null },
        { at: [35, 90], skipped: 'screened', view: null },
      ],
    },
    pico.createColors(false),
  );

  test('names the rule, the words and the number of each claim', () => {
    expect(lines[1]).toBe('  [1] presence/keeps: “keeps” in “Oslo keeps 90 soldiers in Latvia”');
  });
  test('says once why a claim was refused', () => {
    expect(lines[2]).toBe(
      '  refused movement movement/went: “Forty of them will go home in May” (party: the party NO does not stand there)',
    );
  });
  test('counts the sentences read and passed over', () => {
    expect(lines[3]).toBe('2 sentences, 1 read by rules, 0 as rows of a list, 1 with no word of forces');
  });
});
