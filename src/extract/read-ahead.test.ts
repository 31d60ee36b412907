import { expect, test } from 'vitest';
import type { Gazetteer } from '../gazetteer/index.ts';
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
