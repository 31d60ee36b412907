import { describe, expect, test } from 'vitest';
import { tokenize } from '../text/tokenize.ts';
import { cities, curated, gazetteer } from './fixture.ts';
import { makeGazetteer } from './gazetteer.ts';
import { packGazetteer, unpackGazetteer } from './pack.ts';

const TEXT = 'Iraqi troops in Tarmiyah and Mosul, the 82nd Airborne at Al-Asad, Unifil, Paris, Texas, and Köln';

describe('a packed gazetteer', () => {
  const bytes = packGazetteer(curated, cities);

  test('finds and knows what the unpacked one does', () => {
    const packed = makeGazetteer(unpackGazetteer(bytes));
    expect(packed.find(tokenize(TEXT))).toEqual(gazetteer.find(tokenize(TEXT)));
    expect(packed.find(tokenize(TEXT)).length).toBe(8);
    expect(packed.atlas.partyCode('Britain')).toBe('GB');
    expect(packed.atlas.nearNames('Germny', 'party')).toEqual(gazetteer.atlas.nearNames('Germny', 'party'));
    expect(packed.atlas.pointOf({ country: 'IQ', name: 'Mosul' })?.at).toEqual([10, 20]);
  });

  test('is read from wherever the bytes start', () => {
    const shifted = new Uint8Array(bytes.length + 3);
    shifted.set(bytes, 3);
    const packed = makeGazetteer(unpackGazetteer(shifted.subarray(3)));
    expect(packed.find(tokenize('in Mosul')).length).toBe(1);
  });

  test('works without cities', () => {
    const packed = makeGazetteer(unpackGazetteer(packGazetteer(curated, null)));
    expect(packed.find(tokenize('in Tarmiyah, Iraq')).length).toBe(1);
  });

  test.each([
    ['nothing', new Uint8Array()],
    ['other bytes', new TextEncoder().encode('this is no gazetteer at all')],
  ])('refuses %s', (_, other) => {
    expect(() => unpackGazetteer(other)).toThrow('gazetteer file');
  });
});
