import { describe, expect, test } from 'vitest';
import { dayFromText, dayFromWords } from './published.ts';

describe('the day of publication', () => {
  test.each([
    ['2020-01-07', '2020-01-07'],
    ['2020-01-07T23:30:00-05:00', '2020-01-07'],
    ['2020-01-07 10:15', '2020-01-07'],
    ['20200107', '2020-01-07'],
    ['January 7, 2020', '2020-01-07'],
    ['Jan. 7, 2020', '2020-01-07'],
    ['7 January 2020', '2020-01-07'],
    ['Tue, 7th Jan 2020 10:00 GMT', '2020-01-07'],
    ['Sept. 3 2019', '2019-09-03'],
    ['2020-13-45', null],
    ['31 February 2020', null],
    ['01/07/2020', null],
    ['yesterday', null],
    ['', null],
  ])('of "%s" is %s', (words, day) => {
    expect(dayFromWords(words)).toBe(day);
  });

  test.each([
    ['Troops leave\n\n8 January 2020\n\nThe troops left.', '2020-01-08'],
    ['Troops leave\n\nPublished: Wednesday, January 8, 2020 at 10:15 am\n\nThe troops left.', '2020-01-08'],
    ['Troops leave\n\nBERLIN, 7 January 2020 \u2014 Thirty soldiers will leave.', '2020-01-07'],
    ['KUWAIT CITY, Jan. 7, 2020 (Gulf Wire) - The brigade has landed.', '2020-01-07'],
    ['Troops leave\n\nThe vote was held on January 5, 2020, in Baghdad and drew large crowds to the streets.', null],
    ['Troops leave\n\nNo day is stated here.', null],
  ])('is read from the first lines of a text, not from its prose: %#', (text, day) => {
    expect(dayFromText(text)).toBe(day);
  });
});
