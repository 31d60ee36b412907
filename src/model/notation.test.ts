import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { ACTIONS, type Claim, claimSchema, MOVES, PHASES, STATUSES } from './claim.ts';
import { addDays } from './day.ts';
import { parseClaim, printClaim, printFields } from './notation.ts';
import { ORGANISATIONS } from './party.ts';
import { REGIONS } from './place.ts';
import { COUNTED_THINGS } from './quantity.ts';

// Text with everything that a quotation may hold: quotes, brackets, line ends, lone surrogates, astral letters.
const text = fc.oneof(
  fc.string({ minLength: 1, unit: 'binary' }),
  fc
    .array(
      fc.constantFrom('"', ')', '(', '\\', '\n', '\r', '\u2028', ' ', 'n', 'u0041', '+', ':', '->', '\ud800', 'ä'),
      { minLength: 1 },
    )
    .map((parts) => parts.join('')),
);
const maybe = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: null });
const code = fc.constantFrom('DE', 'IQ', 'US', 'HR', 'XK', 'AU');
const party = fc.oneof(
  code,
  fc.constantFrom(...ORGANISATIONS),
  text.filter((t) => /^\S/.test(t)).map((t) => `OTHER:${t}`),
);
const place = fc.record({ country: maybe(fc.oneof(code, fc.constantFrom(...REGIONS))), name: maybe(text) });
const where = maybe(fc.oneof(place, fc.array(place, { maxLength: 3 })));
const day = fc
  .integer({ min: -400_000, max: 400_000 })
  .map((n) => addDays('2020-01-01', n))
  .filter((d) => /^\d{4}-/.test(d));
const period = fc
  .tuple(maybe(day), maybe(day))
  .map(([a, b]) => (a !== null && b !== null && a > b ? { start: b, end: a } : { start: a, end: b }));
const count = fc.nat({ max: 2_000_000 });
const quantity = fc
  .tuple(maybe(count), maybe(count), fc.boolean(), fc.constantFrom(...COUNTED_THINGS))
  .filter(([a, b]) => a !== null || b !== null)
  .map(([a, b, approx, of]) => ({
    min: a !== null && b !== null ? Math.min(a, b) : a,
    max: a !== null && b !== null ? Math.max(a, b) : b,
    approx,
    of,
  }));
const common = { evidence: text, time: maybe(period), said_by: maybe(text) };
const force = { party: maybe(party), unit: maybe(text), mission: maybe(text), quantity: maybe(quantity) };
const claim: fc.Arbitrary<Claim> = fc.oneof(
  fc.record({ kind: fc.constant('presence' as const), ...common, ...force, place: where }),
  fc.record({
    kind: fc.constant('movement' as const),
    ...common,
    ...force,
    from: fc.array(place, { maxLength: 3 }),
    to: fc.array(place, { maxLength: 3 }),
    move: fc.constantFrom(...MOVES),
    phase: fc.constantFrom(...PHASES),
    temporary: fc.boolean(),
  }),
  fc.record({
    kind: fc.constant('status' as const),
    ...common,
    party: maybe(party),
    mission: maybe(text),
    place: where,
    status: fc.constantFrom(...STATUSES),
    temporary: fc.boolean(),
  }),
  fc.record({
    kind: fc.constant('decision' as const),
    ...common,
    body: maybe(text),
    action: fc.constantFrom(...ACTIONS),
    vote: maybe(fc.record({ for: maybe(count), against: maybe(count), abstain: maybe(count), members: maybe(count) })),
    final: maybe(fc.boolean()),
    pending: maybe(text),
  }),
  fc.record({
    kind: fc.constant('incident' as const),
    ...common,
    party: maybe(party),
    place: where,
    killed: maybe(count),
    wounded: maybe(count),
  }),
);

describe('the one-line notation', () => {
  test('reads back every claim that it prints, on one line', () => {
    fc.assert(
      fc.property(claim, (c) => {
        const line = printClaim(c);
        expect(line).not.toMatch(/[\n\r\u2028\u2029]/);
        expect(parseClaim(line)).toEqual(claimSchema.parse(c));
      }),
      { numRuns: 3000 },
    );
  });

  test.each([
    'movement DE 30 IQ -> JO+KW planned relocate temporary [2020-01-07..] by "German Defense Ministry" : "Thirty soldiers"',
    'movement US ~4000 unit "82nd Airborne Division" US(Fort Bragg) -> KW underway deploy : "has started deploying"',
    'movement ? -> completed withdraw : "They left"',
    'presence US ~5200 IQ(Iraq) : "About 5,200 troops in Iraq"',
    'presence OTHER(Some (armed\\) group) 200..999 R:SAHEL : "several hundred fighters"',
    'presence UN ..15200 mission "MINUSMA" ML+NE [2020-02-01..2020-02-29] : "up to 15,200"',
    'presence GB 2 battalion EE : "two battalions"',
    'status COALITION mission "campaign" IQ+SY suspended [2020-01-05] : "halted its campaign"',
    'decision "Iraqi parliament" expel vote 170-0/328 not-final pending "signature" [2020-01-05] : "voted"',
    'incident IR IQ killed 0 [2020-01-08] by "officials" : "attacked"',
  ])('prints what it read: %s', (line) => {
    expect(printClaim(parseClaim(line))).toBe(line);
  });

  test('leaves names and quotation out of a heading', () => {
    const c = parseClaim('movement DE 30 IQ(Iraq) -> JO(Jordan)+KW(Kuwait) planned relocate : "Thirty"');
    expect(printFields(c, false)).toBe('movement DE 30 IQ -> JO+KW planned relocate');
  });

  test('takes the quotation given beside a line that has none', () => {
    expect(parseClaim('presence DE 120 IQ', 'the 120 soldiers').evidence).toBe('the 120 soldiers');
  });

  test.each([
    ['presence DE thirty IQ : "x"', /column 13: expected a field of a presence instead of "thirty"/],
    ['parade DE : "x"', /kind/],
    ['presence DE 120 IQ : unquoted', /column 22: expected the quotation/],
    ['presence DE 120 IQ', /evidence/],
    ['movement DE 30 IQ -> KW planned : "x"', /move/],
    ['presence DE 30 [2020-02-30] IQ : "x"', /not a day/],
    ['presence DE 30..20 IQ : "x"', /min <= max/],
  ])('says where a line goes wrong: %s', (line, message) => {
    expect(() => parseClaim(line)).toThrow(message);
  });
});
