import { expect, test } from 'vitest';
import { datelineOf, openingEnd } from './dateline.ts';

test.each([
  ['BAGHDAD, Jan. 8 (Gulf Wire) \u2014 The trainers left.', 'BAGHDAD', 'Jan. 8', 'Gulf Wire'],
  ['KUWAIT CITY, January 7, 2020 (GW) - The brigade landed.', 'KUWAIT CITY', 'January 7, 2020', 'GW'],
  ['CAMP NORTH, Iraq (GW) -- The trainers left.', 'CAMP NORTH, Iraq', null, 'GW'],
  ['OTTAWA \u2014 The trainers left.', 'OTTAWA', null, null],
  ['BERLIN, 7 January 2020 \u2013 The trainers left.', 'BERLIN', '7 January 2020', null],
  ['Berlin, 7 January 2020 \u2013 The trainers left.', 'Berlin', '7 January 2020', null],
  ['Kuwait City (GW) - The brigade landed.', 'Kuwait City', null, 'GW'],
  ['PARIS, Tuesday, Jan. 7 - The trainers left.', 'PARIS', 'Tuesday, Jan. 7', null],
  ['KYIV, May 3 /Ukrpress/ - The trainers left.', 'KYIV', 'May 3', 'Ukrpress'],
  ["N'DJAMENA, Chad: The trainers left.", "N'DJAMENA, Chad", null, null],
  [
    '\u0130ZM\u0130R, T\u00fcrkiye, Jan. 8 (\u00c7a\u011fda\u015f Haber) \u2014 The trainers left.',
    '\u0130ZM\u0130R, T\u00fcrkiye',
    'Jan. 8',
    '\u00c7a\u011fda\u015f Haber',
  ],
  ['\u00c7orum /\u00d6ncu/ - The trainers left.', '\u00c7orum', null, '\u00d6ncu'],
  ['San\u02bfa, Jan. 8 - The trainers left.', 'San\u02bfa', 'Jan. 8', null],
  ['BAGHDAD,\u00a0Jan.\u00a08\u00a0(GW)\u00a0\u2014\u00a0The trainers left.', 'BAGHDAD', 'Jan. 8', 'GW'],
])('"%s" was written in %s', (paragraph, place, date, agency) => {
  const found = datelineOf(paragraph);
  expect(found).toMatchObject({ place, date, agency });
  expect(paragraph.slice(found!.end)).toMatch(/^The (?:trainers|brigade)/);
});

test.each([
  ['NATO \u2014 the alliance \u2014 said on Monday that it would stay.'],
  ['Jan. 8 was the day on which the trainers left.'],
  ['Berlin - the capital - was quiet.'],
  ['The ministry (MoD) - which owns the base - said so.'],
  ['QUESTION: How many trainers are left?'],
  ['Soldiers, 40 of them, left (as planned) - and stayed away.'],
  [`${'A '.repeat(10_000)}- x`],
])('"%s" opens with no dateline', (paragraph) => {
  expect(datelineOf(paragraph)?.place ?? null).toBeNull();
});

test.each([
  ['KABUL, Afghanistan (GW) - Soldiers left the valley on Tuesday, officials said.', 'KABUL, Afghanistan (GW) - '],
  [
    'CAMP NORTH NAVAL AIR BASE, Cuba -- The trial of two soldiers was put off until June.',
    'CAMP NORTH NAVAL AIR BASE, Cuba -- ',
  ],
  ['AFP - Chad said on Friday that its soldiers would leave Gao.', 'AFP - '],
  ['(GW) - Chad said on Friday that its soldiers would leave Gao.', '(GW) - '],
  ['NATO - an alliance of states - said on Friday that it would stay.', ''],
  ['CYPRUS - 240 troops (UNFICYP).', ''],
])('"%s" opens with "%s"', (paragraph, opening) => {
  expect(paragraph.slice(0, openingEnd(paragraph))).toBe(opening);
});
