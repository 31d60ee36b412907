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

test('keeps the order of keys whatever they are: numbers, odd names, in objects of objects', () => {
  const odd = JSON.parse('{"b":{"10":1,"9":2,"__proto__":3,"a":null},"a":[{"z":1,"y":[{"9":0,"10":0}]}]}');
  expect(canonicalJson(odd)).toBe('{"a":[{"y":[{"10":0,"9":0}],"z":1}],"b":{"10":1,"9":2,"__proto__":3,"a":null}}');
  const given = { b: 1, a: { d: undefined, c: [undefined, NaN] } };
  expect(canonicalJson(given)).toBe('{"a":{"c":[null,null]},"b":1}');
  expect(Object.keys(given)).toEqual(['b', 'a']);
  const orderly = { a: 1, b: { c: undefined, d: 2 }, e: [{ a: undefined }] };
  expect(canonicalJson(orderly)).toBe('{"a":1,"b":{"d":2},"e":[{}]}');
});

test('is the same for any order in which an object was made', () => {
  const value = fc.letrec((tie) => ({
    any: fc.oneof(
      { maxDepth: 4 },
      fc.string(),
      fc.integer(),
      fc.constant(null),
      fc.array(tie('any')),
      fc.dictionary(fc.string(), tie('any')),
    ),
  })).any;
  const turned = (v: unknown): unknown => {
    if (Array.isArray(v)) return v.map(turned);
    if (v === null || typeof v !== 'object') return v;
    return Object.fromEntries(
      Object.entries(v)
        .reverse()
        .map(([k, x]) => [k, turned(x)]),
    );
  };
  fc.assert(
    fc.property(value, (v) => {
      expect(canonicalJson(turned(v))).toBe(canonicalJson(v));
      expect(JSON.parse(canonicalJson(v))).toEqual(JSON.parse(JSON.stringify(v)));
    }),
    { seed: 7, numRuns: 300 },
  );
});
