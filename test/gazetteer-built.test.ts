// The gazetteer as it is built for use: the tables and the cities of the world in dist/gazetteer.bin.
import { describe, expect, test } from 'vitest';
import { readGazetteerFile } from '../src/adapters/gazetteer-files.ts';
import { makeGazetteer, unpackGazetteer } from '../src/gazetteer/index.ts';
import { tokenize } from '../src/text/tokenize.ts';

const bytes = readGazetteerFile();
if (bytes === null) throw new Error('dist/gazetteer.bin is not built: run `npm run build`');
const gazetteer = makeGazetteer(unpackGazetteer(bytes));

const placesIn = (text: string): string[] =>
  gazetteer.find(tokenize(text)).flatMap((mention) => {
    const [first] = mention.entries;
    return first?.kind === 'site' ? [`${first.place.country} ${first.place.name}`] : [];
  });

describe('the built gazetteer', () => {
  test.each([
    ['Ukrainian drones over Kramatorsk and Tokmak', ['UA Kramatorsk', 'UA Tokmak']],
    ['a patrol near Dulab, Iraq, and one in Tikrit', ['IQ Tikrit']],
    ['a Polish garrison in Bartoszyce, Poland', ['PL Bartoszyce']],
    ['in Köln, Munich and Saint Petersburg', ['DE Köln', 'DE Munich', 'RU Saint Petersburg']],
    ['The OSS of the army met near Oss', ['NL Oss']],
    ['We left. As of May, Many of the Men came. Spring is Nice. Mobile units, Reading, Split decisions', []],
    ['Secretary Antony Blinken, Bryan Whitman, Hamid Mir and David Satterfield spoke', []],
    ['in Springfield, Illinois, and Lebanon, Ohio', ['US Springfield', 'US Lebanon']],
  ])('%s', (text, expected) => {
    expect(placesIn(text)).toEqual(expected);
  });

  test.each([
    ['Tikrit', { country: 'IQ', name: 'Tikrit' }],
    ['Lombardy', { country: 'IT', name: 'Lombardy' }],
    ['Kharkov', { country: 'UA', name: 'Kharkiv' }],
    ['Sevastopol', { country: 'UA', name: 'Sevastopol' }],
    ['Mitrovica', { country: 'XK', name: 'Mitrovica' }],
  ])('knows %s', (name, place) => {
    expect(gazetteer.atlas.placeNamed(name)).toEqual(place);
  });

  test('puts Crimea in Ukraine, Kosovo apart, Laayoune in Western Sahara', () => {
    const { atlas } = gazetteer;
    expect(atlas.placeNamed('Simferopol')?.country).toBe('UA');
    expect(atlas.placeNamed('Prizren')?.country).toBe('XK');
    expect(atlas.placeNamed('Laayoune')?.country).toBe('EH');
  });

  test('knows where places lie', () => {
    const at = (country: string, name: string | null = null) => {
      const point = gazetteer.atlas.pointOf({ country, name });
      return point === null ? null : [point.of, ...point.at.map(Math.round)];
    };
    expect(at('IQ', 'Baghdad')).toEqual(['Baghdad', 33, 44]);
    expect(at('IQ', 'Al Asad Air Base')).toEqual(['Anbar', 33, 43]);
    expect(at('IQ', 'Baghdad Green Zone')).toEqual(['Baghdad', 33, 44]);
    expect(at('ML')).toEqual(['Bamako', 13, -8]);
    expect(at('ML', 'northern Mali')).toEqual(['Bamako', 13, -8]);
    expect(at('R:BALTICS')).toEqual(['the middle of Baltic states', 57, 25]);
    expect(at('R:WORLD')).toBeNull();
    expect(
      gazetteer.atlas.liesIn({ country: 'UA', name: 'Kramatorsk' }, { country: 'UA', name: 'Donetsk Oblast' }),
    ).toBe(true);
  });
});
