import { expect, test } from 'vitest';
import { LaydownError } from '../model/errors.ts';
import { storeError } from './store-errors.ts';

const fault = (code: string, message = 'the engine\u2019s words') => Object.assign(new Error(message), { code });

test.each([
  ['53100', 'store-unreachable', 'disk is full'],
  ['25006', 'store-read-only', 'takes no changes'],
  ['42501', 'store-read-only', 'may not write'],
  ['57014', 'store-time-limit', 'statement_timeout'],
  ['57P01', 'store-unreachable', 'ended the connection'],
  ['XX001', 'store-unreachable', 'damaged'],
  ['ECONNRESET', 'store-unreachable', 'not reachable'],
])('tells %s in words, with those of the engine', (state, code, words) => {
  const told = storeError(fault(state));
  expect(told).toMatchObject({ code, message: expect.stringContaining(words) });
  expect((told as Error).message).toContain('the engine\u2019s words');
});

test('leaves a defect as it is', () => {
  const defect = fault('42601', 'syntax error');
  expect(storeError(defect)).toBe(defect);
  const plain = new TypeError('x is not a function');
  expect(storeError(plain)).toBe(plain);
  const told = new LaydownError('bad-input', 'no claim');
  expect(storeError(told)).toBe(told);
});
