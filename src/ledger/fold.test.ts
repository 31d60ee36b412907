import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Claim, claimSchema } from '../model/claim.ts';
import type { JudgementFact, LedgerClaim, LedgerFacts, ReadingFact, ReportFact } from '../model/event.ts';
import { compareVersions, IMPORT, knownClaims } from './fold.ts';

const presence = (n: number, country = 'ML'): Claim =>
  claimSchema.parse({
    kind: 'presence',
    evidence: `Sweden has ${n} troops there`,
    party: 'SE',
    quantity: { min: n, max: n },
    place: { country, name: null },
  });
const report = (id: string, published: string | null, recorded = '2021-01-01', transaction = 1): ReportFact => ({
  id,
  published,
  publisher: null,
  url: null,
  title: null,
  recorded,
  transaction,
  agency: null,
  signature: null,
});
const claim = (id: string, of: string, content: Claim): LedgerClaim => ({
  id,
  report: of,
  claim: content,
  spans: null,
  maker: 'rule',
  confidence: 1,
  grounded: true,
});
const reading = (of: string, claims: string[], version = '1.0', transaction = 1, extractor = 'rules'): ReadingFact => ({
  report: of,
  extractor,
  version,
  claims,
  transaction,
});
const judgement = (
  of: string,
  verdict: JudgementFact['verdict'],
  on: string,
  transaction = 2,
  correction: Claim | null = null,
): JudgementFact => ({
  claim: of,
  verdict,
  on,
  by: null,
  note: null,
  correction,
  transaction,
  ordinal: 0,
});
const facts = (over: Partial<LedgerFacts>): LedgerFacts => ({
  reports: [],
  readings: [],
  claims: [],
  judgements: [],
  entities: [],
  redactions: [],
  ...over,
});
const ids = (f: LedgerFacts, known = '2021-12-31') => knownClaims(f, known).map((k) => k.id);

const one = facts({
  reports: [report('r', '2021-02-03')],
  readings: [reading('r', ['a'])],
  claims: [claim('a', 'r', presence(90))],
});

test('knows a claim from the day its report was published, that day included', () => {
  expect(ids(one, '2021-02-02')).toEqual([]);
  expect(ids(one, '2021-02-03')).toEqual(['a']);
  expect(knownClaims(one, '2021-03-01')[0]!.known).toBe('2021-02-03');
});

test('knows a report without a date from the day it was recorded', () => {
  const undated = { ...one, reports: [report('r', null, '2021-05-05')] };
  expect(ids(undated, '2021-05-04')).toEqual([]);
  expect(ids(undated, '2021-05-05')).toEqual(['a']);
});

test('leaves out a rejected claim from the day of the judgement, and takes it back when that is withdrawn', () => {
  const judged = {
    ...one,
    judgements: [judgement('a', 'reject', '2021-03-01', 2), judgement('a', 'withdraw', '2021-04-01', 3)],
  };
  expect(ids(judged, '2021-02-28')).toEqual(['a']);
  expect(ids(judged, '2021-03-01')).toEqual([]);
  expect(ids(judged, '2021-04-01')).toEqual(['a']);
  expect(knownClaims(judged, '2021-04-01')).toEqual(knownClaims(one, '2021-04-01'));
});

test('lets the latest judgement win: the later day, then the later in the ledger', () => {
  const verdict = (...judgements: JudgementFact[]) =>
    knownClaims({ ...one, judgements }, '2021-12-31')[0]?.verdict ?? 'rejected';
  expect(verdict(judgement('a', 'accept', '2021-05-01', 2), judgement('a', 'reject', '2021-04-01', 3))).toBe('accept');
  expect(verdict(judgement('a', 'accept', '2021-05-01', 3), judgement('a', 'reject', '2021-05-01', 2))).toBe('accept');
});

test('shows a corrected claim as corrected, with the quotation of the original', () => {
  const fixed = { ...presence(19), evidence: 'made up' };
  const known = knownClaims({ ...one, judgements: [judgement('a', 'correct', '2021-03-01', 2, fixed)] }, '2021-12-31');
  expect(known[0]).toMatchObject({
    id: 'a',
    verdict: 'correct',
    claim: { quantity: { min: 19 }, evidence: presence(90).evidence },
  });
});

test('lets a newer version of an extractor supersede its older claims, in whatever order they were read', () => {
  const f = facts({
    reports: [report('r', '2021-02-03')],
    readings: [reading('r', ['b', 'c'], '1.10', 1), reading('r', ['a', 'b'], '1.9', 2)],
    claims: [claim('a', 'r', presence(90)), claim('b', 'r', presence(7, 'NE')), claim('c', 'r', presence(91))],
  });
  expect(ids(f)).toEqual(['b', 'c']);
});

test('leaves the readings of another extractor, and imported claims, as they are', () => {
  const f = facts({
    reports: [report('r', '2021-02-03')],
    readings: [
      reading('r', ['a'], '1', 1, IMPORT),
      reading('r', ['b'], '2', 2, IMPORT),
      reading('r', ['c'], '9', 3, 'model'),
      reading('r', [], '10', 4, 'rules'),
    ],
    claims: [claim('a', 'r', presence(1)), claim('b', 'r', presence(2)), claim('c', 'r', presence(3))],
  });
  expect(ids(f)).toEqual(['a', 'b', 'c']);
});

test('keeps what a reviewer accepted when a newer reading misses it, but not beside that reading\u2019s own word for it', () => {
  const f = (newer: LedgerClaim[]) =>
    facts({
      reports: [report('r', '2021-02-03')],
      readings: [
        reading('r', ['a', 'x'], '1', 1),
        reading(
          'r',
          newer.map((c) => c.id),
          '2',
          3,
        ),
      ],
      claims: [claim('a', 'r', presence(90)), claim('x', 'r', presence(5, 'TD')), ...newer],
      judgements: [judgement('a', 'accept', '2021-03-01', 2)],
    });
  expect(ids(f([]))).toEqual(['a']);
  expect(ids(f([claim('b', 'r', presence(95))]))).toEqual(['b']);
  expect(ids(f([claim('b', 'r', presence(95, 'NE'))]))).toEqual(['a', 'b']);
});

test('gives the same answer whatever the order of arrival', () => {
  const f = facts({
    reports: [report('r', '2021-02-03'), report('q', '2021-02-04'), report('p', null, '2021-02-05')],
    readings: [
      reading('r', ['a', 'b'], '1', 1),
      reading('r', ['b'], '2', 4),
      reading('q', ['c'], '1', 2),
      reading('p', ['d'], 'x', 3, IMPORT),
    ],
    claims: [
      claim('a', 'r', presence(1)),
      claim('b', 'r', presence(2)),
      claim('c', 'q', presence(2)),
      claim('d', 'p', presence(4)),
    ],
    judgements: [
      judgement('a', 'accept', '2021-03-01', 5),
      judgement('c', 'reject', '2021-03-02', 6),
      judgement('c', 'withdraw', '2021-03-03', 7),
    ],
  });
  const expected = knownClaims(f, '2021-12-31');
  const shuffled = <T>(list: readonly T[]) => fc.shuffledSubarray([...list], { minLength: list.length });
  fc.assert(
    fc.property(
      shuffled(f.reports),
      shuffled(f.readings),
      shuffled(f.claims),
      shuffled(f.judgements),
      (reports, readings, claims, judgements) => {
        expect(knownClaims({ ...f, reports, readings, claims, judgements }, '2021-12-31')).toEqual(expected);
      },
    ),
  );
});

test.each([
  ['1.9', '1.10', -1],
  ['2', '1.99.1', 1],
  ['1.0', '1', 0],
  ['0.1.0+12', '0.1.0+9', 1],
  ['a', 'b', -1],
])('orders version %s against %s as %i', (a, b, order) => {
  expect(Math.sign(compareVersions(a, b))).toBe(order);
});
