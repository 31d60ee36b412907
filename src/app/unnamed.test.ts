import { expect, test } from 'vitest';
import { unnamed } from './unnamed.ts';

const judged = { claim: 'c', verdict: 'reject', on: '2020-01-11', by: 'ada', note: 'see the second edition' };

test('who judged is left out wherever judgements stand, and what else is told is not', () => {
  const answer = {
    by: 'whoever posted',
    claims: [{ id: 'c', judgements: [judged] }],
    valid: [{ steps: [{ judgements: [judged, judged] }] }],
  };
  const told = { ...judged, by: null };
  expect(unnamed(answer)).toEqual({
    by: 'whoever posted',
    claims: [{ id: 'c', judgements: [told] }],
    valid: [{ steps: [{ judgements: [told, told] }] }],
  });
  expect(answer.claims[0]!.judgements[0]!.by).toBe('ada');
});

test('an answer without judgements is the very same', () => {
  const answer = { rows: [{ party: 'DE', place: null, list: [1, 'two', null] }] };
  expect(unnamed(answer)).toBe(answer);
});
