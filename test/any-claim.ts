// For property tests: any claim that the schema takes, with the texts that break formats.
import fc from 'fast-check';
import { ACTIONS, type Claim, MOVES, PHASES, STATUSES } from '../src/model/claim.ts';
import { addDays } from '../src/model/day.ts';
import { ORGANISATIONS } from '../src/model/party.ts';
import { REGIONS } from '../src/model/place.ts';
import { COUNTED_THINGS } from '../src/model/quantity.ts';

// Text with everything that a quotation may hold: quotes, brackets, line ends, lone surrogates, astral letters.
export const anyText = fc.oneof(
  fc.string({ minLength: 1, unit: 'binary' }),
  fc
    .array(
      fc.constantFrom('"', ')', '(', '\\', '\n', '\r', '\u2028', ' ', 'n', 'u0041', '+', ':', '->', '\ud800', 'ä'),
      { minLength: 1 },
    )
    .map((parts) => parts.join('')),
);
export const maybe = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: null });
const code = fc.constantFrom('DE', 'IQ', 'US', 'HR', 'XK', 'AU');
const party = fc.oneof(
  code,
  fc.constantFrom(...ORGANISATIONS),
  anyText.filter((t) => /^\S/.test(t)).map((t) => `OTHER:${t}`),
);
const place = fc.record({ country: maybe(fc.oneof(code, fc.constantFrom(...REGIONS))), name: maybe(anyText) });
const where = maybe(fc.oneof(place, fc.array(place, { maxLength: 3 })));
export const anyDay = fc
  .integer({ min: -400_000, max: 400_000 })
  .map((n) => addDays('2020-01-01', n))
  .filter((d) => /^\d{4}-/.test(d));
const period = fc
  .tuple(maybe(anyDay), maybe(anyDay))
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
const common = { evidence: anyText, time: maybe(period), said_by: maybe(anyText) };
const force = { party: maybe(party), unit: maybe(anyText), mission: maybe(anyText), quantity: maybe(quantity) };
export const anyClaim: fc.Arbitrary<Claim> = fc.oneof(
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
    mission: maybe(anyText),
    place: where,
    status: fc.constantFrom(...STATUSES),
    temporary: fc.boolean(),
  }),
  fc.record({
    kind: fc.constant('decision' as const),
    ...common,
    body: maybe(anyText),
    action: fc.constantFrom(...ACTIONS),
    vote: maybe(fc.record({ for: maybe(count), against: maybe(count), abstain: maybe(count), members: maybe(count) })),
    final: maybe(fc.boolean()),
    pending: maybe(anyText),
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
