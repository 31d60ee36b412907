import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Period } from '../model/period.ts';
import { findDates } from './dates.ts';
import { tokenize } from './tokenize.ts';

const span = (p: Period | null): string =>
  p === null ? 'unknown' : p.start === p.end ? p.start! : `${p.start ?? ''}..${p.end ?? ''}`;

/** "on Monday = 2024-05-13 | 2024-05-20": the words, the past reading and, where it differs, the one ahead; the kind unless it is a point. */
function print(text: string, published: string | null): string {
  const tokens = tokenize(text);
  return findDates(tokens, published)
    .map((d) => {
      const words = text.slice(tokens[d.from]!.start, tokens[d.to - 1]!.end);
      const ahead = span(d.ahead) === span(d.period) ? '' : ` | ${span(d.ahead)}`;
      return `${words} = ${span(d.period)}${ahead}${d.kind === 'point' ? '' : ` ${d.kind}`}`;
    })
    .join('; ');
}
/** A Thursday. */
const MAY_16 = '2024-05-16';

describe('findDates', () => {
  test.each([
    ['landed on 5 May 2020', 'on 5 May 2020 = 2020-05-05'],
    ['on May 5, 2020, the', 'on May 5, 2020 = 2020-05-05'],
    ['by February 15 2006', 'by February 15 2006 = ..2006-02-15 until'],
    ['(Sep 2021)', 'Sep 2021 = 2021-09-01..2021-09-30'],
    ['in April, 2002', 'in April, 2002 = 2002-04-01..2002-04-30'],
    ['OnSeptember 15, 2024', 'OnSeptember 15, 2024 = 2024-09-15'],
    ['2023-11-08 and 14.05.2020', '2023-11-08 = 2023-11-08; 14.05.2020 = 2020-05-14'],
    ['Daily page: 2022 February 20', '2022 February 20 = 2022-02-20'],
    ['from mid-2007', 'from mid-2007 = 2007-05-01.. since'],
    ['5-7 May 2020', '5-7 May 2020 = 2020-05-05..2020-05-07'],
    ['in 2018', 'in 2018 = 2018-01-01..2018-12-31'],
    ['since 2018', 'since 2018 = 2018-01-01.. since'],
    ['beyond 2014; post-2014', 'beyond 2014 = 2015-01-01.. since; post-2014 = 2015-01-01.. since'],
    ['from 2003 to 2011', 'from 2003 to 2011 = 2003-01-01..2011-12-31 span'],
    ['(troops; 2001-2014)', '2001-2014 = 2001-01-01..2014-12-31'],
    ['(2012\u2013present)', '2012\u2013present = 2012-01-01.. since'],
    ['the 2019\u201320 season', 'the 2019\u201320 = 2019-01-01..2020-12-31'],
    ['in the 1990s', 'in the 1990s = 1990-01-01..1999-12-31'],
    ['early 2019', 'early 2019 = 2019-01-01..2019-04-30'],
    ['by mid-2007', 'by mid-2007 = ..2007-08-31 until'],
    ['in late 2019', 'in late 2019 = 2019-09-01..2019-12-31'],
    ['at the end of 2014', 'at the end of 2014 = 2014-12-01..2014-12-31'],
    ['in the first quarter of 2027', 'in the first quarter of 2027 = 2027-01-01..2027-03-31'],
    [
      'Q3 2015 and the first half of 2021',
      'Q3 2015 = 2015-07-01..2015-09-30; the first half of 2021 = 2021-01-01..2021-06-30',
    ],
    ['between 7 and 9 May 2021', 'between 7 and 9 May 2021 = 2021-05-07..2021-05-09 span'],
    ['from 7 to 9 May 2021', 'from 7 to 9 May 2021 = 2021-05-07..2021-05-09 span'],
    ['from 1 May-31 August 2020', 'from 1 May-31 August 2020 = 2020-05-01..2020-08-31 span'],
    ['May\u2013June 2020', 'May\u2013June 2020 = 2020-05-01..2020-06-30 span'],
    ['in the summer of 2021', 'in the summer of 2021 = 2021-06-01..2021-08-31'],
    ['winter 2019', 'winter 2019 = 2019-12-01..2020-02-29'],
    ['between May and July 2019', 'between May and July 2019 = 2019-05-01..2019-07-31 span'],
    ['from April 2002 until September 2007', 'from April 2002 until September 2007 = 2002-04-01..2007-09-30 span'],
    ['extended to November 2006', 'to November 2006 = ..2006-11-30 until'],
    ['as of October 2017', 'as of October 2017 = 2017-10-01..2017-10-31'],
    ['on the night of November 21, 2023', 'on the night of November 21, 2023 = 2023-11-21'],
  ])('resolves %j without a day of publication', (text, expected) => {
    expect(print(text, null)).toBe(expected);
  });

  test.each([
    ['on Monday', 'on Monday = 2024-05-13 | 2024-05-20'],
    ['on Thursday', 'on Thursday = 2024-05-16'],
    ['late on Tuesday night', 'late on Tuesday night = 2024-05-14 | 2024-05-21'],
    ["Wednesday's landing", 'Wednesday = 2024-05-15 | 2024-05-22'],
    ["from Wednesday's crash", 'Wednesday = 2024-05-15 | 2024-05-22'],
    ['last Thursday; next Thursday', 'last Thursday = 2024-05-09; next Thursday = 2024-05-23'],
    [
      'Monday last week; the week of May 7',
      'Monday last week = 2024-05-06; the week of May 7 = 2024-05-06..2024-05-12 | 2025-05-05..2025-05-11',
    ],
    ['Tuesday, May 14', 'Tuesday, May 14 = 2024-05-14'],
    ['from Monday to Friday', 'from Monday to Friday = 2024-05-06..2024-05-10 | 2024-05-20..2024-05-24 span'],
    ['today; yesterday; tomorrow', 'today = 2024-05-16; yesterday = 2024-05-15; tomorrow = 2024-05-17'],
    ['overnight', 'overnight = 2024-05-15..2024-05-16'],
    ['this morning; last night', 'this morning = 2024-05-16; last night = 2024-05-15'],
    [
      'last week; this week; next week',
      'last week = 2024-05-06..2024-05-12; this week = 2024-05-13..2024-05-19; next week = 2024-05-20..2024-05-26',
    ],
    ['over the weekend', 'over the weekend = 2024-05-11..2024-05-12 | 2024-05-18..2024-05-19'],
    ['last month; next year', 'last month = 2024-04-01..2024-04-30; next year = 2025-01-01..2025-12-31'],
    ['early next year', 'early next year = 2025-01-01..2025-04-30'],
    ['by the end of next month', 'by the end of next month = ..2024-06-30 until'],
    ['until the end of the year', 'until the end of the year = ..2024-12-31 until'],
    ['later this month', 'later this month = 2024-05-16..2024-05-31'],
    ['earlier this year', 'earlier this year = 2024-01-01..2024-05-16'],
    ['in the second half of next year', 'in the second half of next year = 2025-07-01..2025-12-31'],
    ['in August', 'in August = 2023-08-01..2023-08-31 | 2024-08-01..2024-08-31'],
    ['in May', 'in May = 2024-05-01..2024-05-31'],
    ['by May', 'by May = ..2024-05-31 until'],
    ['on 3 March', 'on 3 March = 2024-03-03 | 2025-03-03'],
    ['a February 23 raid', 'February 23 = 2024-02-23 | 2025-02-23'],
    ['since January', 'since January = 2024-01-01.. | 2025-01-01.. since'],
    ['starting in June', 'starting in June = 2023-06-01.. | 2024-06-01.. since'],
    ['before the summer', 'before the summer = ..2023-05-31 | ..2024-05-31 until'],
    ['this summer; last spring', 'this summer = 2024-06-01..2024-08-31; last spring = 2023-03-01..2023-05-31'],
    ['between 15 May and 30 June', 'between 15 May and 30 June = 2023-05-15..2023-06-30 | 2024-05-15..2024-06-30 span'],
    ['two weeks ago', 'two weeks ago = 2024-05-02'],
    ['two and a half weeks ago', 'two and a half weeks ago = 2024-04-28..2024-04-29'],
    ['six months ago', 'six months ago = 2023-11-16'],
    ['in the past three months', 'in the past three months = 2024-02-16..2024-05-16'],
    ['over the next year', 'over the next year = 2024-05-16..2025-05-16'],
    ['over the coming days', 'over the coming days = 2024-05-16..'],
    ['in recent weeks', 'in recent weeks = ..2024-05-16'],
    ['within 60 days', 'within 60 days = unknown | 2024-05-16..2024-07-15 span'],
    ['in six months', 'in six months = unknown | 2024-11-16'],
    ['for six months', 'for six months = unknown duration'],
    ['from today', 'from today = 2024-05-16.. since'],
    [
      'until at least 2026; since at least May 2019',
      'until at least 2026 = ..2026-12-31 until; since at least May 2019 = 2019-05-01.. since',
    ],
    ['on or before 3 June 2024', 'on or before 3 June 2024 = ..2024-06-03 until'],
    ['with effect from 1 July 2024', 'with effect from 1 July 2024 = 2024-07-01.. since'],
    ['in or around May 2019', 'in or around May 2019 = 2019-05-01..2019-05-31'],
    ['ahead of Monday', 'ahead of Monday = ..2024-05-12 | ..2024-05-19 until'],
    ['six months from now', 'six months from now = 2024-11-16'],
    ['up to 2000; up to May 2025', 'up to May 2025 = ..2025-05-31 until'],
    ['no later than June', 'no later than June = ..2023-06-30 | ..2024-06-30 until'],
    ['by Christmas', 'by Christmas = ..2023-12-25 | ..2024-12-25 until'],
  ])('counts %j from the day of the report', (text, expected) => {
    expect(print(text, MAY_16)).toBe(expected);
  });

  test('gives relative words no days where the report has none', () => {
    expect(print('on Monday; last month; in August; two weeks ago', null)).toBe(
      'on Monday = unknown; last month = unknown; in August = unknown; two weeks ago = unknown',
    );
  });

  test.each([
    ['They may leave, and they march at 5 bases.'],
    ['2,000 troops, 1500 troops and about 1900 more'],
    ['May I ask? The March to the sea'],
    ['fell of a hill in fall rain'],
    ['a second brigade and the third battalion'],
    ['in 2500 or 3,100'],
    ['cut to 2000'],
    ['the first time in over a decade'],
    ['the first of the four companies'],
  ])('reads no date in %j', (text) => {
    expect(print(text, MAY_16)).toBe('');
  });

  test('keeps a count after a month a count', () => {
    expect(print('In May 15 soldiers left; in June 2000 men came', MAY_16)).toBe(
      'In May = 2024-05-01..2024-05-31; in June = 2023-06-01..2023-06-30 | 2024-06-01..2024-06-30',
    );
  });

  test('marks what is worked out from a relative word', () => {
    const tokens = tokenize('on Monday, on 5 May 2020, in August');
    expect(findDates(tokens, MAY_16).map((d) => d.inferred)).toEqual([true, false, true]);
  });

  test('keeps mentions in order and apart, starts no later than ends', () => {
    const words = fc.constantFrom(
      ...'early mid- late the end of year next last May 5 2020 - to from since between and 31 February Monday night ago two weeks past summer first quarter 1990s for in by , 13 / this'.split(
        ' ',
      ),
    );
    fc.assert(
      fc.property(
        fc.array(words, { maxLength: 25 }),
        fc.constantFrom(null, '2024-02-29', '2019-12-31'),
        (parts, published) => {
          const tokens = tokenize(parts.join(' '));
          let at = 0;
          for (const d of findDates(tokens, published)) {
            expect(d.from).toBeGreaterThanOrEqual(at);
            expect(d.to).toBeGreaterThan(d.from);
            expect(d.to).toBeLessThanOrEqual(tokens.length);
            for (const p of [d.period, d.ahead]) {
              if (p?.start && p.end) expect(p.start <= p.end).toBe(true);
              expect(p === null || p.start !== null || p.end !== null).toBe(true);
            }
            at = d.to;
          }
        },
      ),
      { numRuns: 1000, seed: 5 },
    );
  });
});
