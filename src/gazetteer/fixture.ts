// For this folder's tests: the curated tables with a handful of cities, and mentions of a sentence as short lines.
import { readTableTexts } from '../adapters/gazetteer-files.ts';
import { tokenize } from '../text/tokenize.ts';
import { type CityRow, packCities } from './cities.ts';
import type { Entry } from './entry.ts';
import type { FindContext } from './find-mentions.ts';
import { curate, dataFromCurated, makeGazetteer, readTables, TABLE_NAMES } from './index.ts';

const city = (
  name: string,
  country: string,
  admin: string | null,
  population: number,
  others: string[] = [],
  seat = 0,
): CityRow => ({ name, others, country, admin, population, seat, at: [10, 20] });

export const CITIES: readonly CityRow[] = [
  city('Mosul', 'IQ', 'Nineveh', 1_739_800, ['Al Mawsil'], 2),
  city('Tarmiyah', 'IQ', 'Saladin', 8_000),
  city('Reading', 'GB', 'England', 318_014),
  city('Paris', 'FR', 'Île-de-France', 2_138_551, [], 3),
  city('Paris', 'US', 'Texas', 24_782),
  city('Austin', 'US', 'Texas', 931_830, [], 2),
  city('Lebanon', 'US', 'Pennsylvania', 25_534),
  city('Szczytno', 'PL', 'Warmia-Masuria', 24_000),
  city('Of', 'TR', 'Trabzon', 43_499),
  city('Sánchez', 'DO', 'Samaná', 26_000, ['Sanchez']),
  city('Köln', 'DE', 'North Rhine-Westphalia', 963_395, ['Cologne'], 1),
];

export const curated = curate(readTables(readTableTexts(TABLE_NAMES)));
const kinds = new Map([
  ['reading', 'word'],
  ['of', 'word'],
] as const);
export const cities = packCities(CITIES, kinds);
export const gazetteer = makeGazetteer(dataFromCurated(curated, cities));

export const showEntry = (entry: Entry): string => {
  switch (entry.kind) {
    case 'country':
      return `country ${entry.code}`;
    case 'region':
      return `region ${entry.place.country} ${entry.place.name}`;
    case 'site':
      return `${entry.what} ${entry.place.country} ${entry.place.name}`;
    case 'mission':
      return `mission ${entry.mission.name}`;
    case 'unit':
      return `unit ${entry.name}, ${entry.party}`;
    case 'office':
      return `office ${entry.name}, ${entry.party}`;
    case 'force':
      return `force ${entry.party}, ${entry.unit}`;
    case 'demonym':
      return `${entry.person ? 'persons' : 'demonym'} ${entry.party}`;
    default:
      return `${entry.kind} ${entry.party}`;
  }
};

/** "words = best entry" of each mention; a glued word behind "+". */
export function namesIn(text: string, context?: FindContext): string[] {
  const tokens = tokenize(text);
  return gazetteer.find(tokens, context).map((mention) => {
    const words = text.slice(tokens[mention.from]!.start, tokens[mention.to - 1]!.end);
    const glued = mention.glued === undefined ? '' : ` +${mention.glued}`;
    return `${words} = ${showEntry(mention.entries[0]!)}${glued}`;
  });
}
