// A small atlas for the tests of this folder: the countries by their English names, a few regions and missions. The real one is the gazetteer.
import type { Atlas, MissionEntry } from '../model/atlas.ts';
import type { Place } from '../model/place.ts';
import { fold } from '../model/plain-name.ts';

const english = new Intl.DisplayNames('en', { type: 'region', fallback: 'none' });

const REGIONS: Record<string, { names: string[]; members: string[] }> = {
  'R:MIDDLE-EAST': {
    names: ['Middle East'],
    members: ['IQ', 'SY', 'KW', 'JO', 'QA', 'BH', 'AE', 'SA', 'OM', 'LB', 'IL', 'YE', 'IR', 'R:GULF'],
  },
  'R:GULF': { names: ['Gulf', 'Persian Gulf'], members: ['KW', 'QA', 'BH', 'AE', 'SA', 'OM'] },
  'R:SAHEL': { names: ['Sahel'], members: ['ML', 'NE', 'TD', 'BF', 'MR'] },
  'R:AFRICA': { names: ['Africa'], members: ['ML', 'NE', 'TD', 'BF', 'MR', 'SO', 'SS', 'CF', 'CI', 'R:SAHEL'] },
  'R:BALTICS': { names: ['Baltic states', 'Baltics'], members: ['EE', 'LV', 'LT'] },
  'R:EUROPE': {
    names: ['Europe'],
    members: ['EE', 'LV', 'LT', 'PL', 'BG', 'HU', 'SK', 'RO', 'XK', 'DE', 'R:BALTICS'],
  },
};
const SITES: Record<string, string> = { 'green zone': 'baghdad', 'baghdad green zone': 'baghdad' };
const NAMES: Record<string, string> = {
  uk: 'GB',
  britain: 'GB',
  'ivory coast': 'CI',
  turkey: 'TR',
  'czech republic': 'CZ',
  italian: 'IT',
  german: 'DE',
  chadian: 'TD',
  croatian: 'HR',
  us: 'US',
  british: 'GB',
  nigerien: 'NE',
  norwegian: 'NO',
  french: 'FR',
};
const ORGANISATIONS = ['NATO', 'UN', 'EU', 'AFRICAN-UNION', 'COALITION'];

const mission = (name: string, flag: string, ...aliases: string[]): MissionEntry => ({
  name,
  aliases,
  flag,
  places: [],
  start: null,
  end: null,
});
const MISSIONS = [
  mission('UNDOF', 'UN'),
  mission('MINUSMA', 'UN'),
  mission('ISAF', 'NATO'),
  mission('KFOR', 'NATO'),
  mission('AMISOM', 'AFRICAN-UNION'),
  mission('Operation Barkhane', 'FR', 'Barkhane'),
  mission('EUTM Mali', 'EU'),
];

const codes = new Map<string, string>(Object.entries(NAMES));
for (let i = 0; i < 26 * 26; i++) {
  const code = String.fromCharCode(65 + Math.floor(i / 26), 65 + (i % 26));
  const name = english.of(code);
  if (name) {
    codes.set(fold(name), code);
    if (!codes.has(fold(code))) codes.set(fold(code), code);
  }
}
codes.set('uk', 'GB');

const regionNamed = (name: string): string | undefined =>
  Object.entries(REGIONS).find(([code, { names }]) => code === name || names.some((n) => fold(n) === fold(name)))?.[0];

export const fixtureAtlas: Atlas = {
  plainPlace: (place) => place,
  liesIn: (inner, outer) => liesIn(inner, outer),
  mission: (name) => MISSIONS.find((m) => [m.name, ...m.aliases].some((n) => fold(n) === fold(name))) ?? null,
  partyCode: (name) =>
    ORGANISATIONS.find((code) => code === name || fold(code) === fold(name)) ?? codes.get(fold(name)) ?? null,
  placeNamed: (name) => {
    const country = regionNamed(name) ?? codes.get(fold(name));
    return country === undefined ? null : { country, name: null };
  },
  nearNames: () => [],
  displayName: (code) => REGIONS[code]?.names[0] ?? (/^[A-Z]{2}$/.test(code) ? english.of(code) : undefined) ?? code,
  pointOf: () => null,
};

function liesIn(inner: Place, outer: Place): boolean {
  if (inner.country === outer.country) {
    if (outer.name === null || (inner.name !== null && fold(inner.name) === fold(outer.name))) return true;
    return inner.name !== null && SITES[fold(inner.name)] === fold(outer.name);
  }
  if (outer.name !== null || outer.country === null || inner.country === null) return false;
  return REGIONS[outer.country]?.members.includes(inner.country) ?? false;
}
