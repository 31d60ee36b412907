import fc from 'fast-check';
import { expect, test } from 'vitest';
import { firstOf, lastOf } from './some-of.ts';

const items = fc.array(fc.nat());
const most = fc.integer({ min: 1, max: 7 });

test('the first of a list, and how many are left', () => {
  fc.assert(
    fc.property(items, most, (list, n) => {
      expect(firstOf(list.values(), n)).toEqual({ shown: list.slice(0, n), left_off: Math.max(0, list.length - n) });
    }),
  );
});

test('the last of a list, the last first, and how many were before them', async () => {
  await fc.assert(
    fc.asyncProperty(items, most, fc.nat({ max: 12 }), async (list, n, end) => {
      const numbered = list.map((value, at) => ({ value, at }));
      const before = numbered.slice(0, end);
      const { shown, left_off } = await lastOf(numbered, n, ({ at }) => at >= end);
      expect(shown).toEqual(before.slice(-n).reverse());
      expect(left_off).toBe(before.length - shown.length);
    }),
  );
});
