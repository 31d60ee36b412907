import fc from 'fast-check';
import { expect, test } from 'vitest';
import { canonicalJson } from './canonical-json.ts';

test('sorts keys at every depth and leaves out what is undefined', () => {
  expect(canonicalJson({ b: 1, a: [2, { d: 3, c: undefined, e: 'x"\u00e9' }, undefined] })).toBe(
    '{"a":[2,{"d":3,"e":"x\\"\u00e9"},null],"b":1}',
  );
});

test('says the same of a value after JSON has carried it', () => {
  fc.assert(
    fc.property(fc.jsonValue(), (value) => canonicalJson(JSON.parse(JSON.stringify(value))) === canonicalJson(value)),
  );
});
