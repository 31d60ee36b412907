import { expect, test } from 'vitest';
import type { ExtractedClaim } from '../model/claim.ts';
import type { Report } from '../model/report.ts';
import { claimsOfEach, groupsFor, MOST_CHARACTERS } from './read-together.ts';
import type { Reader } from './services.ts';

const report = (id: string, text = 'x'): Report => ({
  id,
  text,
  title: null,
  published: null,
  publisher: null,
  url: null,
});
const told = (one: Report): readonly ExtractedClaim[] => [{ evidence: one.id } as ExtractedClaim];
/** Cannot read a report of the id "torn". */
const reader = (most?: number): Reader => {
  const read = (one: Report) => {
    if (one.id === 'torn') throw new Error('torn');
    return told(one);
  };
  return {
    name: 'r',
    version: '1',
    read,
    ...(most === undefined ? {} : { together: { most, read: (all: readonly Report[]) => all.map(read) } }),
  };
};
const groups = (own: Reader, reports: readonly Report[]) =>
  groupsFor(own, reports, (one) => one).map((group) => group.map((one) => one.id).join(''));

test('gives a reader as many reports at a time as it reads together, and long ones by themselves', () => {
  const five = ['a', 'b', 'c', 'd', 'e'].map((id) => report(id));
  expect(groups(reader(2), five)).toEqual(['ab', 'cd', 'e']);
  expect(groups(reader(), five)).toEqual(['a', 'b', 'c', 'd', 'e']);
  const long = report('L', 'x'.repeat(MOST_CHARACTERS));
  expect(groups(reader(9), [five[0]!, long, five[1]!, five[2]!])).toEqual(['a', 'L', 'bc']);
});

test('reads the others where one of a group cannot be read', async () => {
  const given = [report('a'), report('torn'), report('b')];
  for (const own of [reader(9), reader()]) {
    const [first, second, third] = await claimsOfEach(own, given);
    expect([first, third]).toEqual([told(given[0]!), told(given[2]!)]);
    expect(second).toBeInstanceOf(Error);
  }
});
