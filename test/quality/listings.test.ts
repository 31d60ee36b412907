// How the items of a list are told apart and which of them count something.
import { describe, expect, test } from 'vitest';
import { hasCount, itemsOf, measureListings } from '../../bench/quality/listings.ts';
import { parseClaim } from '../../src/model/notation.ts';

test('items end at semicolons outside of brackets', () => {
  expect(itemsOf('40 Mali (EUTM; note - ends in May); 90 Latvia (2022)').map((i) => i.text)).toEqual([
    '40 Mali (EUTM; note - ends in May)',
    '90 Latvia (2022)',
  ]);
});

describe('an item counts something', () => {
  test.each([
    ['90 Latvia (NATO)', true],
    ['2,025 Mali', true],
    ['a few hundred in Yemen', true],
    ['as of May 2022', false],
    ['takes part in 17 UN missions', false],
    ['a G5 member since 2017-18', false],
    ['rotates every 9 months', false],
  ])('%s: %s', (text, counts) => {
    expect(hasCount(text)).toBe(counts);
  });
});

test('an item is read where a presence of the owner has its number', () => {
  const text = '40 Mali; 90 Latvia; 12 Iraq';
  const claim = (line: string, at: number) => ({
    ...parseClaim(line, 'x'),
    spans: { evidence: [at, at + 2] as [number, number] },
    confidence: 1,
  });
  const page = 'Estonia – Military and Security\n\n'.length;
  const read = () => [claim('presence EE 40 ML', page), claim('presence LT 90 LV', page + 9)];
  const listing = { party: 'EE', country: 'Estonia', first_seen: '2022-01-01', text };
  expect(measureListings([listing], { read })).toEqual({ texts: 1, counting: 1, unread: 0, items: 3, withRow: 1 });
});
