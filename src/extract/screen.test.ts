import { expect, test } from 'vitest';
import { createScreen, isAboutForces } from './screen.ts';

test.each([
  'UNITAF landed there in 1992.',
  'The bill for UNIFIL grew.',
  'MINUSTAH left in 2017.',
  'EUROFOR was set up in 1996.',
  'A shell hit the market.',
  'They began to shell the town.',
  'The pay of 40 Kenyans was late.',
])('a text with words of forces may hold a claim: %s', (text) => {
  expect(isAboutForces(text)).toBe(true);
});

test.each([
  'WESTERN UNION, UNITED and UNIX shares fell.',
  'Prices in EUROPE: 40 EUR MINUS 4.',
  'Run `shell` or $shell, or write a shell script:\n\n```shell\nls\n```',
  'They sold 40 kettles to Kenyans.',
])('a text without any holds none: %s', (text) => {
  expect(isAboutForces(text)).toBe(false);
});

test('a sentence passes by its own words, or as what goes on with the story of the one before', () => {
  const parts = ['Rain fell.', 'Chad sent troops.', 'They came to 40.', 'Rain fell.', 'It fell for 40 days.'];
  const text = parts.join(' ');
  const { passes, isNear } = createScreen(text);
  let at = 0;
  const asked = parts.map((part) => {
    const [start, end] = [at, at + part.length];
    at = end + 1;
    return passes(start, end) ? 'passes' : isNear(end) ? 'near' : 'far';
  });
  expect(asked).toEqual(['near', 'passes', 'passes', 'near', 'far']);
});
