import fc from 'fast-check';
import { expect, test } from 'vitest';
import { lastNamed } from './last-named.ts';

test('a label is found where a search of the whole text finds it', () => {
  const letters = fc.string({ unit: fc.constantFrom('a', 'b', ' '), maxLength: 60 });
  const label = fc.string({ unit: fc.constantFrom('a', 'b'), minLength: 1, maxLength: 3 });
  fc.assert(
    fc.property(letters, fc.array(fc.tuple(label, fc.nat(60)), { maxLength: 12 }), (text, asked) => {
      const find = lastNamed(text);
      for (const [word, at] of asked.sort((x, y) => x[1] - y[1]))
        expect(find(word, at)).toBe(text.lastIndexOf(word, at));
    }),
  );
});
