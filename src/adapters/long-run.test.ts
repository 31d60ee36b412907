import { expect, test } from 'vitest';
import { longRun } from './long-run.ts';

test('V8 is told once, and only by a long run', () => {
  const flags: string[] = [];
  const told = longRun((flag) => flags.push(flag));
  for (let i = 0; i < 1999; i++) told(1000);
  expect(flags).toEqual([]);
  for (let i = 0; i < 5000; i++) told(1000);
  expect(flags).toEqual(process.versions.node.startsWith('20.') ? ['--interrupt-budget=20000'] : []);
});
