import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { READABLE } from '../../src/formats/format-of.ts';
import { LIMITS } from '../../src/formats/limits.ts';

const page = readFileSync(new URL('../../docs/intake.md', import.meta.url), 'utf8');
const rows = new Map(
  [...page.matchAll(/^\| `(\w+)` \| ([^|]+) \|/gm)].map(([, name, value]) => [name!, value!.trim()]),
);

const written = (name: string, value: number): string => {
  if (name.endsWith('Bytes')) return `${(value / 1024 / 1024).toLocaleString('en')} MB`;
  return name.endsWith('Ms') ? `${value / 1000} s` : value.toLocaleString('en');
};

test.each(Object.entries(LIMITS))('docs/intake.md states the limit %s as it is', (name, value) => {
  expect(rows.get(name)).toBe(written(name, value));
});

test('docs/intake.md states no limit that is not there', () => {
  expect([...rows.keys()].sort()).toEqual(Object.keys(LIMITS).sort());
});

test.each(READABLE.map((ending) => [ending]))('docs/intake.md lists %s files', (ending) => {
  expect(page).toContain(`\`${ending}\``);
});
