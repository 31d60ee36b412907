import { expect, test } from 'vitest';
import type { Gazetteer } from '../gazetteer/index.ts';
import { printFields } from '../model/notation.ts';
import type { Report } from '../model/report.ts';
import { gazetteer } from '../wire-gazetteer.ts';
import { extract, extractAll } from './extract.ts';
import { RULES } from './rules/index.ts';

const report = (text: string, i: number): Report => ({
  id: `r${i}`,
  text,
  title: i % 3 === 0 ? 'Troops on the move' : null,
  published: i % 5 === 0 ? null : '2020-06-15',
  publisher: null,
  url: null,
});
const TEXTS = RULES.flatMap((rule) => [...Object.keys(rule.examples), ...rule.not]).filter((_, i) => i % 5 === 0);

test('gives each of several reports the claims that it has when read by itself', () => {
  const names: Gazetteer = gazetteer();
  const reports = [
    ...TEXTS.map(report),
    // Longer than the window, between reports of one sentence.
    report(TEXTS.slice(0, 400).join('\n\n'), 1),
    ...TEXTS.slice(0, 20).map(report),
  ];
  const alone = reports.map((one) => extract(one, names));
  expect(alone.flat().length).toBeGreaterThan(TEXTS.length / 2);
  expect(extractAll(reports, names)).toEqual(alone);
});

test('gives nothing for reports without a word of forces, wherever they stand among others', () => {
  const texts = ['The harvest was good.', 'Chad sent 200 soldiers to Mali.', '', 'Rain fell.'];
  const claims = extractAll(texts.map(report), gazetteer());
  expect(claims.map((own) => own.length)).toEqual([0, 1, 0, 0]);
  expect(extractAll([], gazetteer())).toEqual([]);
});

test('reads what opens a list where forces are told of soon behind it, and not where nothing is', () => {
  const opens = 'The ministry of Chad named the following:';
  const far = Array.from(
    { length: 12 },
    (_, i) => `Paragraph ${i} is about the harvest, the rain and the price of bread.`,
  );
  const skippedIn = (...parts: string[]): (string | null)[] => {
    const steps: (string | null)[] = [];
    const one = report(parts.join('\n\n'), 1);
    extract(one, gazetteer(), {
      sentence: ({ at, skipped }) => {
        if (one.text?.slice(...at) === opens) steps.push(skipped);
      },
    });
    return steps;
  };
  const force = 'Chad sent 200 soldiers to Mali.';
  expect(skippedIn('News of the day', opens, force, ...far)).toEqual([null]);
  expect(skippedIn('News of the day', force, opens, ...far)).toEqual([null]);
  expect(skippedIn('News of the day', opens, ...far, force)).toEqual(['screened']);
});

test('takes in what headings and sentences without findings named before, however many they are', () => {
  const idle = Array.from({ length: 80 }, () => 'The soldiers sang.');
  const text = ['News of the day', 'Mali', 'Words below.', ...idle, 'Chad sent 200 soldiers there.'].join('\n\n');
  expect(extract(report(text, 1), gazetteer()).map((claim) => printFields(claim, false))).toEqual([
    'movement TD 200 -> ML completed deploy',
  ]);
});
