import { expect, test } from 'vitest';
import { inBytes } from './in-bytes.ts';

test.each([
  [['']],
  [['', '']],
  [['quay', 'jetty', '']],
  [['船舶', 'é', '𐐀', 'tug']],
  [['x'.repeat(3_000_000), 'after a long one']],
  [['', 'short again']],
])('writes texts with what stands between them', (texts) => {
  expect(inBytes(texts, '\x1e\x1f').equals(Buffer.from(texts.join('\x1e\x1f')))).toBe(true);
});

test('leaves what it gave before as it was', () => {
  const first = inBytes(['one', 'two'], ' ');
  inBytes(['three'], ' ');
  expect(first.toString()).toBe('one two');
  expect(inBytes([], ' ')).toHaveLength(0);
});
