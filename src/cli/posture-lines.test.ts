// The posture's table for people: what a larger whole alone bounds stands apart, and is no number in it.
import pico from 'picocolors';
import { expect, test } from 'vitest';
import type { PostureRow } from './answers.ts';
import { postureLines } from './posture-lines.ts';

const plain = pico.createColors(false);
const terminal = {
  paint: plain,
  warnPaint: plain,
  width: 120,
  isTerminal: false,
  warnsToTerminal: false,
  say: () => undefined,
  warn: () => undefined,
  json: () => undefined,
};
const region = {
  party: 'US',
  place: { country: 'R:MIDDLE-EAST', name: null },
  mission: null,
  min: 45_000,
  max: 59_400,
};
const row = (country: string, over: Partial<PostureRow>): PostureRow => ({
  party: 'US',
  place: { country, name: null },
  mission: null,
  unit: null,
  min: 0,
  max: 54_050,
  expected: null,
  observed: '2020-01-08',
  age_days: 0,
  claims: ['a'],
  why: `US in ${country}`,
  conflicts: [],
  within: region,
  ...over,
});
const lines = (...rows: PostureRow[]): string =>
  postureLines({ at: '2020-01-08', known: '2020-01-08', rows }, terminal, (code) => code, false).join('\n');

test('a force that nobody counted stands below the table, with the whole that bounds it', () => {
  const text = lines(row('IQ', { min: 5150, max: 5250, within: null }), row('KW', {}), row('JO', { min: 1 }));
  expect(text).toContain('5,150–5,250');
  expect(text).toContain('  US, KW: at most 54,050, within R:MIDDLE-EAST: 45,000–59,400');
  expect(text).toContain('  US, JO: there, at most 54,050, within R:MIDDLE-EAST');
  expect(text).toContain('3 rows');
  expect(text.indexOf('5,150')).toBeLessThan(text.indexOf('Not counted, only bounded by a larger whole:'));
});

test('one that is to grow stays in the table, with the least that is expected', () => {
  const text = lines(row('KW', { expected: { min: 3600, max: 54_200 } }));
  expect(text).toMatch(/KW +not counted +at least 3,600/);
  expect(text).not.toContain('54,');
});

test('a range that is narrow, or whose end a claim gives, is shown whole', () => {
  const text = lines(row('SY', { min: 600, max: 900 }), row('QA', { min: 0, max: 500, within: null }));
  expect(text).toContain('600–900');
  expect(text).toContain('0–500');
});
