import { describe, expect, test } from 'vitest';
import { readTableTexts } from '../../adapters/gazetteer-files.ts';
import { curate, dataFromCurated, makeGazetteer, readTables, TABLE_NAMES } from '../../gazetteer/index.ts';
import { placesOf } from '../../model/claim.ts';
import { findDates } from '../../text/dates.ts';
import { findNumbers } from '../../text/numbers.ts';
import { readText } from '../../text/read-text.ts';
import { readListings } from './read-listings.ts';

const gazetteer = makeGazetteer(dataFromCurated(curate(readTables(readTableTexts(TABLE_NAMES)))));

const rowsOf = (title: string | null, body: string, published: string | null = null): string[] => {
  const document = readText(title ? `${title}\n\n${body}` : body, { title, published });
  const { claims } = readListings(document, {
    numbers: findNumbers,
    dates: (tokens) => findDates(tokens, published),
    mentions: (tokens) => gazetteer.find(tokens),
  });
  return claims.map((c) => {
    if (c.kind !== 'presence') throw new Error('a listing makes presences');
    const { min, max, approx } = c.quantity!;
    const count = `${approx ? '~' : ''}${min === max ? min : `${min ?? ''}..${max ?? ''}`}`;
    const places = placesOf(c.place)
      .map((p) => p.country)
      .join('+');
    const time = c.time ? ` ${c.time.start}/${c.time.end}` : '';
    return `${c.party} ${count} ${places}${c.mission ? ` (${c.mission})` : ''}${c.unit ? ` ${c.unit}` : ''}${time}`;
  });
};

describe('a listing under a country', () => {
  test.each<[string, string, string[]]>([
    [
      'reads rows with their missions, and the year at the end dates them all',
      '210 Lebanon (UNIFIL); approximately 60 Mali (EUTM Mali); up to 300 Latvia (NATO) (2022)',
      ['FI 210 LB (UNIFIL) 2022-01-01/2022-12-31', 'FI ~60 ML (EUTM Mali) 2022-01-01/2022-12-31', 'FI ..300 LV (NATO) 2022-01-01/2022-12-31'],
    ],
    [
      'reads a row with police beside the soldiers',
      '1,300 (plus about 90 police) South Sudan (UNMISS) (Jan 2021)',
      ['FI 1300 SS (UNMISS) 2021-01-01/2021-01-31', 'FI ~90 SS (UNMISS) police 2021-01-01/2021-01-31'],
    ],
    [
      'reads parts inside a remark under their own flag',
      'about 900 Central African Republic (about 700 under MINUSCA, plus some 50 police; 150 under a bilateral agreement)',
      ['FI ~900 CF', 'FI ~700 CF (MINUSCA)', 'FI ~50 CF (MINUSCA) police', 'FI 150 CF'],
    ],
    ['reads several states of one row as one place', '400 Burkina Faso/Mali/Niger (Operation Barkhane)', ['FI 400 BF+ML+NE (Operation Barkhane)']],
    ['keeps a range and its hedge', 'est. 2,000-3,000 Syria; est. 400-500 Armenia', ['FI ~2000..3000 SY', 'FI ~400..500 AM']],
    ['leaves out what is no row', 'information varies; 120 Kosovo (NATO/KFOR); note - Finland has trained in 12 countries', ['FI 120 XK (NATO/KFOR)']],
    ['reads behind a label', 'Military deployments: 75 Lebanon (UNIFIL); 40 Iraq (NATO)', ['FI 75 LB (UNIFIL)', 'FI 40 IQ (NATO)']],
    [
      'reads two counts before one place',
      'approximately 4,000 assigned with an additional estimated 2,000 deployed in the Middle East',
      ['FI ~4000 R:MIDDLE-EAST', 'FI ~2000 R:MIDDLE-EAST'],
    ],
    [
      'reads places with their counts behind them',
      'Lebanon 170 (UNIFIL); Kosovo (310), and Mali (est. 90); Iraq (40) (2023)',
      ['170 LB (UNIFIL)', '310 XK', '~90 ML', '40 IQ'].map((row) => `FI ${row} 2023-01-01/2023-12-31`),
    ],
    [
      'reads a place in the brackets behind the count, and where a mission named alone is',
      '200 (Azerbaijan; clearing mines); 60 UNIFIL',
      ['FI 200 AZ', 'FI 60 LB (UNIFIL)'],
    ],
    [
      'reads a list behind its total',
      'had 900 troops abroad, including: 340 Lebanon (UNIFIL); 20 Mali (EUTM) (2021)',
      ['FI 340 LB (UNIFIL) 2021-01-01/2021-12-31', 'FI 20 ML (EUTM) 2021-01-01/2021-12-31'],
    ],
    [
      'goes on behind a bracket that nobody closed',
      '250 Hungary (NATO; 150 Poland (NATO) (2022)',
      ['FI 250 HU (NATO) 2022-01-01/2022-12-31', 'FI 150 PL (NATO) 2022-01-01/2022-12-31'],
    ],
    [
      'reads a row without a subject, and a list within a sentence',
      'also has about 200 police deployed to the Central African Republic under MINUSCA; main deployments include 120 troops in Mali (MINUSMA), 70 in Iraq (NATO) and 30 in Niger',
      ['FI ~200 CF (MINUSCA) police', 'FI 120 ML (MINUSMA)', 'FI 70 IQ (NATO)', 'FI 30 NE'],
    ],
    [
      'reads parts of a region',
      '900 Africa (mostly in Djibouti, with approximately 100-200 in other countries of East Africa and about 50 in Mali)',
      ['FI 900 R:AFRICA', 'FI ~100..200 R:EAST-AFRICA', 'FI ~50 ML'],
    ],
  ])('%s', (_, body, expected) => {
    expect(rowsOf('Finland – Military and Security', body)).toEqual(expected);
  });
}); // biome-ignore format: a table

test('without a country in the title nobody owns the rows', () => {
  expect(rowsOf('Deployments', '210 Lebanon (UNIFIL); 60 Mali (EUTM)')).toEqual([]);
});

test('what is no row stays prose, with the words of the rows taken out', () => {
  const text = '120 Kosovo (KFOR); Finland sent 40 soldiers to Mali in 2019; 30 Iraq (NATO)';
  const document = readText(`Finland: Armed Forces\n\n${text}`, { title: 'Finland: Armed Forces', published: null });
  const read = readListings(document, {
    numbers: findNumbers,
    dates: (tokens) => findDates(tokens, null),
    mentions: (tokens) => gazetteer.find(tokens),
  });
  expect(read.claims).toHaveLength(2);
  expect(read.subject).toBe('FI');
  expect(read.document.sentences.map((s) => document.text.slice(s.start, s.end))).toEqual([
    'Finland: Armed Forces',
    'Finland sent 40 soldiers to Mali in 2019',
  ]);
});

test('prose is no listing', () => {
  expect(rowsOf('Finland sends troops', 'Some 200 Finnish soldiers left for Lebanon; 40 Iraqis watched.')).toEqual([]);
});

describe('lines that each name their state', () => {
  test('are read for that state, with semicolons or commas', () => {
    const lines =
      'Denmark: 800 Latvia (NATO), 165 in Estonia (2024)\n\nGhana: 870 Lebanon (UNIFIL); 725 South Sudan (UNMISS) (2023)';
    expect(rowsOf('Troops abroad', lines)).toEqual([
      'DK 800 LV (NATO) 2024-01-01/2024-12-31',
      'DK 165 EE 2024-01-01/2024-12-31',
      'GH 870 LB (UNIFIL) 2023-01-01/2023-12-31',
      'GH 725 SS (UNMISS) 2023-01-01/2023-12-31',
    ]);
  });

  test('are left to the sentences where more is told than counts and places', () => {
    expect(rowsOf(null, 'Iraq: 12 US soldiers killed in Mosul.')).toEqual([]);
    expect(rowsOf(null, 'Germany: 12 Mosul civilians treated in Berlin; 3 Iraqis flown home.')).toEqual([]);
  });
});
