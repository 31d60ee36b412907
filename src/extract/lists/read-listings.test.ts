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
  ])('%s', (_, body, expected) => {
    expect(rowsOf('Finland – Military and Security', body)).toEqual(expected);
  });
}); // biome-ignore format: a table

test('without a country in the title nobody owns the rows', () => {
  expect(rowsOf('Deployments', '210 Lebanon (UNIFIL); 60 Mali (EUTM)')).toEqual([]);
});

test('prose is no listing', () => {
  expect(rowsOf('Finland sends troops', 'Some 200 Finnish soldiers left for Lebanon; 40 Iraqis watched.')).toEqual([]);
});
