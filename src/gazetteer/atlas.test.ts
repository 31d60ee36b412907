import { describe, expect, test } from 'vitest';
import type { Place } from '../model/place.ts';
import { gazetteer } from './fixture.ts';

const { atlas } = gazetteer;
const at = (country: string | null, name: string | null = null): Place => ({ country, name });

describe('partyCode', () => {
  test.each([
    ['DE', 'DE'],
    ['Germany', 'DE'],
    ['german', 'DE'],
    ['the Germans', 'DE'],
    ['UK', 'GB'],
    ['GB', 'GB'],
    ['Britain', 'GB'],
    ['IS', 'IS'],
    ['AU', 'AU'],
    ['African Union', 'AFRICAN-UNION'],
    ['Nato', 'NATO'],
    ['U.S.', 'US'],
    ['usa', 'US'],
    ['Bundeswehr', 'DE'],
    ['Pentagon', 'US'],
    ['the coalition', 'COALITION'],
    ['Wagner', 'WAGNER'],
    ['Houthis', 'OTHER:Houthis'],
    ['OTHER:Somebody', 'OTHER:Somebody'],
    ['NATO', 'NATO'],
    ['Kosovo', 'XK'],
    ['Türkiye', 'TR'],
    ['Atlantis', null],
    ['QQ', null],
    ['', null],
  ])('%s is %s', (name, code) => {
    expect(atlas.partyCode(name)).toBe(code);
  });
});

test.each([
  ['82nd Airborne', '82nd Airborne Division'],
  ['5th Fleet', 'Fifth Fleet'],
  ['4 RIFLES', '4 RIFLES'],
  ['US Army', 'Army'],
  ['Bundeswehr', null],
  ['Royal Thai Navy', 'Royal Thai Navy'],
  ['First Regiment of Foot and Mouth', 'First Regiment of Foot and Mouth'],
])('the formation %s is %s', (name, plain) => {
  expect(atlas.formation?.(name)).toBe(plain);
});

describe('placeNamed', () => {
  test.each([
    ['Iraq', at('IQ', 'Iraq')],
    ['IQ', at('IQ', 'Iraq')],
    ['the Sahel', at('R:SAHEL', 'Sahel')],
    ['R:SAHEL', at('R:SAHEL', 'Sahel')],
    ['al asad', at('IQ', 'Al Asad Air Base')],
    ['Camp Bondsteel', at('XK', 'Camp Bondsteel')],
    ['Crimea', at('UA', 'Crimea')],
    ['Kosovo', at('XK', 'Kosovo')],
    ['Taiwan', at('TW', 'Taiwan')],
    ['West Bank', at('PS', 'West Bank')],
    ['Western Sahara', at('EH', 'Western Sahara')],
    ['Baghdad', at('IQ', 'Baghdad')],
    ['Mosul', at('IQ', 'Mosul')],
    ['Paris, Texas', at('US', 'Paris')],
    ['Helmand Province', at('AF', 'Helmand')],
    ['northern Mali', at('ML', 'northern Mali')],
    ['Red Sea', at('R:AT-SEA', 'Red Sea')],
    ['Nowhere at all', null],
  ])('%s', (name, place) => {
    expect(atlas.placeNamed(name)).toEqual(place);
  });
});

describe('plainPlace', () => {
  test.each([
    [at('IQ'), at('IQ', 'Iraq')],
    [at(null, 'Fort Liberty'), at('US', 'Fort Bragg')],
    [at('IQ', 'Ain al-Asad'), at('IQ', 'Al Asad Air Base')],
    [at('AF', 'Oruzgan province'), at('AF', 'Uruzgan')],
    [at('UA', 'the hills'), at('UA', 'the hills')],
    [at('FR', 'Paris'), at('FR', 'Paris')],
    [at(null, 'Nowhere at all'), at(null, 'Nowhere at all')],
  ])('%j', (place, plain) => {
    expect(atlas.plainPlace(place)).toEqual(plain);
    expect(atlas.plainPlace(plain)).toEqual(plain);
  });
});

describe('liesIn', () => {
  test.each([
    ['a state in its region', at('IQ'), at('R:MIDDLE-EAST')],
    ['a base in its state', at('IQ', 'Al Asad'), at('IQ')],
    ['a base in its region', at('IQ', 'Al Asad'), at('R:MIDDLE-EAST', 'Middle East')],
    ['a region in a region', at('R:SAHEL'), at('R:AFRICA')],
    ['the Gulf in the Middle East', at('R:GULF'), at('R:MIDDLE-EAST')],
    ['the Baltic states in Europe', at('R:BALTICS'), at('R:EUROPE')],
    ['a part of a region in it', at('R:EAST-AFRICA', 'Horn of Africa'), at('R:AFRICA')],
    ['a state in a part of a region', at('SO'), at('R:EAST-AFRICA', 'Horn of Africa')],
    ['anything in the world', at('R:AT-SEA', 'Red Sea'), at('R:WORLD')],
    ['a sea at sea', at('R:AT-SEA', 'Red Sea'), at('R:AT-SEA')],
    ['a quarter in its city', at('IQ', 'Green Zone'), at('IQ', 'Baghdad')],
    ['a town in its province', at('IQ', 'Fallujah'), at('IQ', 'Anbar')],
    ['a district over two steps', at('IQ', 'Union III'), at('IQ', 'Baghdad')],
    ['a base in a province by another name', at('IQ', 'Al Asad'), at('IQ', 'Anbar Province')],
    ['a GeoNames city in its division', at('IQ', 'Mosul'), at('IQ', 'Nineveh')],
    ['an airport in its city', at('IQ', 'Mosul airport'), at('IQ', 'Mosul')],
    ['a direction in its place', at('AF', 'northern Helmand'), at('AF', 'Helmand')],
    ['a place in itself', at('ML', 'Gao'), at('ML', 'Gao')],
    ['an unknown place in its state', at('UA', 'the hills'), at('UA')],
    ['Erbil in the Kurdistan Region', at('IQ', 'Erbil'), at('IQ', 'Kurdish region')],
    ['a US base in its state', at('US', 'Fort Campbell'), at('US', 'Kentucky')],
  ])('%s', (_, inner, outer) => {
    expect(atlas.liesIn(inner, outer)).toBe(true);
  });

  test.each([
    ['a state in another region', at('IQ'), at('R:AFRICA')],
    ['a region in its state', at('R:MIDDLE-EAST'), at('IQ')],
    ['a region in a smaller one', at('R:AFRICA'), at('R:SAHEL')],
    ['a state in a base of it', at('IQ'), at('IQ', 'Al Asad')],
    ['two towns of one state', at('IQ', 'Mosul'), at('IQ', 'Baghdad')],
    ['a province in its town', at('IQ', 'Anbar'), at('IQ', 'Fallujah')],
    ['a base of another state', at('KW', 'Camp Arifjan'), at('IQ')],
    ['a region in a part of it', at('R:EAST-AFRICA'), at('R:EAST-AFRICA', 'Horn of Africa')],
    ['two seas', at('R:AT-SEA', 'Red Sea'), at('R:AT-SEA', 'Black Sea')],
    ['a sea in the Middle East', at('R:AT-SEA', 'Red Sea'), at('R:MIDDLE-EAST')],
    ['an unknown place in another', at('UA', 'the hills'), at('UA', 'the plain')],
    ['nowhere in a state', at(null, 'Nowhere at all'), at('UA')],
  ])('not %s', (_, inner, outer) => {
    expect(atlas.liesIn(inner, outer)).toBe(false);
  });
});

describe('mission', () => {
  test.each([
    ['Operation Barkhane', 'Operation Barkhane'],
    ['barkhane', 'Operation Barkhane'],
    ['UNIFIL', 'UNIFIL'],
    ['United Nations Interim Force in Lebanon', 'UNIFIL'],
    ['U.N. mission in Lebanon', 'UNIFIL'],
    ['Kosovo Force', 'KFOR'],
  ])('%s', (name, plain) => {
    expect(atlas.mission(name)?.name).toBe(plain);
  });

  test.each([
    ['NATO mission in Afghanistan', '2012-06-01', 'ISAF'],
    ['NATO mission in Afghanistan', '2018-06-01', 'Resolute Support'],
    ['NATO training mission in Iraq', '2006-06-01', 'NATO Training Mission-Iraq'],
    ['NATO training mission in Iraq', '2020-01-08', 'NATO Mission Iraq'],
    ['UN peacekeeping mission in Congo', '2005-01-01', 'MONUC'],
    ['UN peacekeeping mission in Congo', '2022-01-01', 'MONUSCO'],
    ['AU mission in Somalia', '2010-01-01', 'AMISOM'],
    ['AU mission in Somalia', '2023-01-01', 'ATMIS'],
    ['AU mission in Somalia', '2025-06-01', 'AUSSOM'],
  ])('%s on %s is %s', (name, day, plain) => {
    expect(atlas.mission(name, day)?.name).toBe(plain);
  });

  test('tells flag, places and days', () => {
    expect(atlas.mission('ISAF')).toMatchObject({
      flag: 'NATO',
      places: [at('AF', 'Afghanistan')],
      start: '2001-12-20',
      end: '2014-12-31',
    });
    expect(atlas.mission('Operation Nothing')).toBeNull();
  });
});

describe('names to show and to suggest', () => {
  test.each([
    ['DE', 'Germany'],
    ['R:SAHEL', 'Sahel'],
    ['COALITION', 'coalition'],
    ['AFRICAN-UNION', 'African Union'],
    ['OTHER:Houthis', 'Houthis'],
    ['OTHER:Somebody', 'Somebody'],
    ['QQ', 'QQ'],
  ])('%s shows as %s', (code, name) => {
    expect(atlas.displayName(code)).toBe(name);
  });

  test.each([
    ['Germny', 'party', 'Germany'],
    ['Afganistan', 'place', 'Afghanistan'],
    ['Kyrgistan', 'place', 'Kyrgyzstan'],
    ['Bagram Airfeild', 'place', 'Bagram Airfield'],
    ['NATTO', 'party', 'NATO'],
  ] as const)('%s as a %s suggests %s', (name, kind, near) => {
    const names = atlas.nearNames(name, kind);
    expect(names).toContain(near);
    expect(names.length).toBeLessThanOrEqual(5);
  });

  test('suggests nothing for what is near nothing', () => {
    expect(atlas.nearNames('xqzzwv', 'party')).toEqual([]);
    expect(atlas.nearNames('', 'place')).toEqual([]);
  });
});

test('memberships hold from day to day', () => {
  expect(gazetteer.membershipsOf('SE', '2024-03-06')).not.toContain('NATO');
  expect(gazetteer.membershipsOf('SE', '2024-03-07')).toContain('NATO');
  expect(gazetteer.membershipsOf('GB', '2019-01-01')).toContain('EU');
  expect(gazetteer.membershipsOf('GB')).toEqual(['NATO']);
  expect(gazetteer.membershipsOf('NE')).toEqual(['AFRICAN-UNION']);
});

test('a place has a point where its city is known', () => {
  const { pointOf } = gazetteer.atlas;
  expect(pointOf(at('IQ', 'Mosul'))).toEqual({ at: [10, 20], of: 'Mosul' });
  expect(pointOf(at('FR'))).toEqual({ at: [10, 20], of: 'Paris' });
  expect(pointOf(at('FR', 'Camp Nowhere'))).toEqual({ at: [10, 20], of: 'Paris' });
  expect(pointOf(at('R:WORLD'))).toBeNull();
  expect(pointOf({ country: null, name: 'Nowhere' })).toBeNull();
});
