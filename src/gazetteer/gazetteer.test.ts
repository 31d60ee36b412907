import { expect, test } from 'vitest';
import { readTableTexts } from '../adapters/gazetteer-files.ts';
import type { Token } from '../text/document.ts';
import type { Entry } from './entry.ts';
import { curate, dataFromCurated, makeGazetteer, readTables, TABLE_NAMES } from './index.ts';

const gazetteer = makeGazetteer(dataFromCurated(curate(readTables(readTableTexts(TABLE_NAMES)))));

/** Words, numbers and marks, a possessive apart: enough of a tokenizer for sentences of names. */
const tokensOf = (text: string): Token[] =>
  [
    ...text.matchAll(/(?:[A-Z]\.){2,}|['’]s\b|\d[\d,]*(?:st|nd|rd|th)?|[\p{L}\d]+(?:[-.’'](?!s\b)[\p{L}\d]+)*|[^\s]/gu),
  ].map((m) => {
    const kind = /^\d[\d,]*$/.test(m[0]) ? 'number' : /^[\p{L}\d'’]/u.test(m[0]) ? 'word' : 'punctuation';
    return {
      kind,
      text: m[0],
      lower: m[0].toLowerCase().replaceAll('’', "'"),
      start: m.index,
      end: m.index + m[0].length,
    };
  });

const show = (entry: Entry): string => {
  if (entry.kind === 'country') return `country ${entry.code}`;
  if (entry.kind === 'region' || entry.kind === 'site') return `${entry.place.country} ${entry.place.name}`;
  if (entry.kind === 'mission') return `mission ${entry.mission.name}`;
  if (entry.kind === 'unit' || entry.kind === 'office') return `${entry.kind} ${entry.name} ${entry.party}`;
  return `${entry.kind} ${entry.party}`;
};
const found = (text: string): string[] => {
  const tokens = tokensOf(text);
  return gazetteer.find(tokens).map(
    (m) =>
      `${tokens
        .slice(m.from, m.to)
        .map((t) => t.text)
        .join(' ')} = ${show(m.entries[0]!)}`,
  );
};

test.each([
  ['The Netherlands and Türkiye', ['Netherlands = country NL', 'Türkiye = country TR']],
  ['Basotho soldiers beside Ivorians', ['Basotho = demonym LS', 'Ivorians = demonym CI']],
  ['troops at Al-Asad Airbase', ['Al-Asad Airbase = IQ Al Asad Air Base']],
  ['paratroopers of the 82nd Airborne', ['82nd Airborne = unit 82nd Airborne Division US']],
  ['Nato and Unifil', ['Nato = organisation NATO', 'Unifil = mission UNIFIL']],
])('finds the names of "%s"', (text, expected) => {
  expect(found(text)).toEqual(expected);
});

test('a pronoun in small letters is no state', () => {
  expect(found('They told us and the turkey')).toEqual([]);
});
