import { expect, test } from 'vitest';
import { tokenize } from './tokenize.ts';
import { findToldDate } from './told-dates.ts';

const told = { start: '2013-12-01', end: '2013-12-31' };
const day = { start: '2019-08-18', end: '2019-08-18' };

test.each([
  ['By then all will have left.', told, { start: null, end: '2013-12-31' }],
  ['They will be gone by that time.', told, { start: null, end: '2013-12-31' }],
  ['They have been there since then.', told, { start: '2013-12-01', end: null }],
  ['A week later 50 were flown in.', day, { start: '2019-08-25', end: '2019-08-25' }],
  ['They had left two days earlier.', day, { start: '2019-08-16', end: '2019-08-16' }],
  ['The following month they left.', day, { start: '2019-09-01', end: '2019-09-30' }],
  ['They left the same day.', day, day],
  ['They came back a year later.', day, { start: '2020-01-01', end: '2020-12-31' }],
  ['That month they left.', day, { start: '2019-08-01', end: '2019-08-31' }],
])('"%s" hangs on the date told before', (text, before, time) => {
  expect(findToldDate(tokenize(text))?.after(before)).toEqual(time);
});

test.each([
  'They leave later this week.',
  'They will be led by that officer.',
  'Then they left.',
  'Since the coup they have left.',
  'The day was hot.',
  'They left the same way.',
])('"%s" hangs on no date', (text) => {
  expect(findToldDate(tokenize(text))).toBeNull();
});

test('days are not counted from a month', () => {
  expect(findToldDate(tokenize('Two days later they left.'))?.after(told)).toBeNull();
});
