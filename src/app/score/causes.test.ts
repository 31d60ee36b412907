import { describe, expect, test } from 'vitest';
import type { TraceStep } from '../../extract/trace.ts';
import type { ExtractedClaim, Span } from '../../model/claim.ts';
import { parseClaim } from '../../model/notation.ts';
import type { ReportReading } from '../read-report.ts';
import type { LooseClaim } from './agreement.ts';
import { type CausedMiss, causesOf, countCauses } from './causes.ts';

const STAYS = 'Oslo keeps 90 soldiers in Latvia';
const GOES = 'forty of them go home in May';
const TEXT = `${STAYS}, and ${GOES}. The weather was fine.`;

const at = (words: string): Span => [TEXT.indexOf(words), TEXT.indexOf(words) + words.length];
const claim = (line: string, words: string): ExtractedClaim => ({
  ...parseClaim(line, words),
  spans: { evidence: at(words) },
  rule: 'test/rule',
  confidence: 1,
});
const wanted = (line: string, words: string, more: object = {}): LooseClaim => ({
  ...parseClaim(line, words),
  ...more,
});
const step = (what: TraceStep['step'], c: ExtractedClaim): TraceStep => ({
  step: what,
  rule: 'test/rule',
  kind: c.kind,
  words: c.evidence,
  at: c.spans.evidence,
  why: 'party: it is not there',
  claims: what === 'unsettled' ? [] : [c],
});
const STAYED = 'presence NO 90 LV';
const sentence = (skipped: 'screened' | null) => ({ at: [0, TEXT.length] as Span, skipped, view: null });

function causes(expected: readonly LooseClaim[], reading: Partial<ReportReading>): CausedMiss[] {
  return causesOf({
    id: 'a',
    text: TEXT,
    expected,
    reading: { claims: [], trace: [], sentences: [sentence(null)], ...reading },
  });
}

describe('a claim that was not read', () => {
  const right = claim(STAYED, STAYS);
  test.each<[CausedMiss['cause'], Partial<ReportReading>]>([
    ['no rule fired', {}],
    ['not screened in', { sentences: [sentence('screened')] }],
    ['not screened in', { sentences: [] }],
    ['a field not settled', { trace: [step('unsettled', right)] }],
    ['refused by grounding', { trace: [step('claimed', right), step('refused', right)] }],
    ['dropped as a repeat', { trace: [step('claimed', right), step('repeated', right)] }],
  ])('%s', (cause, reading) => {
    expect(causes([wanted(STAYED, STAYS)], reading).map((m) => m.cause)).toEqual([cause]);
  });
});

describe('a claim that was read amiss is one miss with both sides', () => {
  test.each([
    ['wrong party', 'presence SE 90 LV', 'party'],
    ['wrong place', 'presence NO 90 LT', 'place'],
    ['wrong quantity', 'presence NO 9 LV', 'quantity'],
    ['several fields wrong', 'presence SE 9 LV', 'party, quantity'],
    ['wrong kind', 'movement NO 90 -> LV completed deploy', 'read as movement'],
  ])('%s', (cause, line, detail) => {
    const found = claim(line, STAYS);
    expect(causes([wanted(STAYED, STAYS)], { claims: [found] })).toEqual([
      { report: 'a', cause, detail, missed: wanted(STAYED, STAYS), extra: found },
    ]);
  });

  test('only where the words meet', () => {
    const found = claim('presence NO 40 LV', GOES);
    expect(causes([wanted(STAYED, STAYS)], { claims: [found] }).map((m) => m.cause)).toEqual([
      'no rule fired',
      'extra',
    ]);
  });

  test('the reading that differs least goes to its claim first', () => {
    const expected = [wanted('presence DK 70 LV', STAYS), wanted(STAYED, STAYS)];
    const [first, second] = causes(expected, { claims: [claim('presence NO 90 LT', STAYS)] });
    expect([first!.cause, first!.missed]).toEqual(['wrong place', expected[1]]);
    expect([second!.cause, second!.missed]).toEqual(['no rule fired', expected[0]]);
  });
});

test('a claim found with a further field wrong says which, once for each', () => {
  const expected = wanted('movement NO 40 LV -> planned withdraw by "ministry"', GOES);
  const found = claim('movement NO 40 LV -> completed withdraw', GOES);
  expect(causes([expected], { claims: [found] }).map((m) => m.cause)).toEqual(['wrong phase', 'wrong speaker']);
});

test('a claim that nobody asked for is told already, or extra', () => {
  const twice = [claim(STAYED, STAYS), claim(STAYED, STAYS)];
  expect(causes([wanted(STAYED, STAYS)], { claims: twice }).map((m) => m.cause)).toEqual(['told already']);
  expect(causes([], { claims: [twice[0]!] }).map((m) => m.cause)).toEqual(['extra in a report without claims']);
});

test('what is optional is no miss, found or not', () => {
  const optional = [wanted(STAYED, STAYS, { optional: true })];
  expect(causes(optional, {})).toEqual([]);
  expect(causes(optional, { claims: [claim(STAYED, STAYS)] })).toEqual([]);
});

test('counts each cause by what it cost', () => {
  const misses = causes([wanted(STAYED, STAYS), wanted('presence NO 40 LV', GOES)], {
    claims: [claim('presence SE 90 LV', STAYS)],
  });
  expect(countCauses(misses)).toEqual([
    { cause: 'no rule fired', missed: 1, extra: 0, inexact: 0 },
    { cause: 'wrong party', missed: 1, extra: 1, inexact: 0 },
  ]);
});
