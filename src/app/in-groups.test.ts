import { expect, test } from 'vitest';
import { inGroups } from './in-groups.ts';

async function* each<T>(items: readonly T[]): AsyncGenerator<T> {
  yield* items;
}
const fullAt = (most: number) => async (group: readonly unknown[]) => group.length >= most;
const collect = async <T>(groups: AsyncIterable<T>): Promise<T[]> => {
  const all: T[] = [];
  for await (const group of groups) all.push(group);
  return all;
};

test('passes items on in order, in groups that are full, and the rest at the end', async () => {
  expect(await collect(inGroups(each([1, 2, 3, 4, 5]), fullAt(2)))).toEqual([[1, 2], [3, 4], [5]]);
  expect(await collect(inGroups(each([]), fullAt(2)))).toEqual([]);
});

test('holds nothing back while more is long in coming', async () => {
  let passedOn: () => void = () => undefined;
  const seen = new Promise<void>((resolve) => {
    passedOn = resolve;
  });
  // The second item comes only once the first was passed on.
  async function* slow(): AsyncGenerator<string> {
    yield 'first';
    await seen;
    yield 'second';
  }
  const groups: (readonly string[])[] = [];
  for await (const group of inGroups(slow(), fullAt(16))) {
    groups.push(group);
    passedOn();
  }
  expect(groups).toEqual([['first'], ['second']]);
});

test('throws what its source throws, after what came before', async () => {
  async function* broken(): AsyncGenerator<number> {
    yield 1;
    yield 2;
    throw new Error('torn');
  }
  const groups: (readonly number[])[] = [];
  const all = (async () => {
    for await (const group of inGroups(broken(), fullAt(1))) groups.push(group);
  })();
  await expect(all).rejects.toThrow('torn');
  expect(groups).toEqual([[1], [2]]);
});

test('lets its source close where nobody asks for more', async () => {
  let closed = false;
  async function* endless(): AsyncGenerator<number> {
    try {
      for (let i = 0; ; i++) yield i;
    } finally {
      closed = true;
    }
  }
  for await (const group of inGroups(endless(), fullAt(3))) if (group.length === 3) break;
  expect(closed).toBe(true);
});
