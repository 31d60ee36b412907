import { expect, test } from 'vitest';
import { scratchLedger } from '../../test/scratch-ledger.ts';
import { fixedClock } from '../ports/clock.ts';
import { fixtureAtlas } from '../reconcile/fixture-atlas.ts';
import { askChanges, askLearnt } from './ask-changes.ts';
import { askConflicts } from './ask-conflicts.ts';
import { askDecisions } from './ask-decisions.ts';
import { askPosture } from './ask-posture.ts';
import { askStatus } from './ask-status.ts';
import { askWhy } from './ask-why.ts';
import { importClaims } from './import-claims.ts';
import { judgeClaim } from './judge-claim.ts';
import { listClaims } from './list-claims.ts';

const store = await scratchLedger();
const services = { store, clock: fixedClock('2018-12-31T00:00:00.000Z'), atlas: fixtureAtlas };
const iraq = { country: 'IQ', name: 'Iraq' };
const claims = (published: string, publisher: string, ...list: object[]) =>
  JSON.stringify({ report: { id: `${publisher} ${published}`, published, publisher }, claims: list });
const presence = (id: string, n: number, over: object = {}) => ({
  id,
  kind: 'presence',
  evidence: `${n} Germans are in Iraq`,
  party: 'DE',
  quantity: { min: n, max: n },
  place: iraq,
  ...over,
});

async function* lines() {
  yield claims('2018-02-01', 'Kurier', presence('first', 150));
  yield claims(
    '2018-06-01',
    'Bote',
    presence('later', 120),
    {
      id: 'vote',
      kind: 'decision',
      evidence: 'the chamber voted 90-10 to end it',
      body: 'Upper chamber',
      action: 'end',
      vote: { for: 90, against: 10 },
      final: false,
    },
    {
      id: 'halt',
      kind: 'status',
      evidence: 'the training is suspended',
      party: 'DE',
      mission: null,
      place: iraq,
      status: 'suspended',
    },
  );
  yield claims('2018-06-01', 'Anzeiger', presence('other', 90));
}
await importClaims(services, lines(), 'claims.jsonl');

test('answers with the rows of a day as known on a day, by any common name', async () => {
  const answer = await askPosture(services, { party: 'Germany', place: 'Iraq', at: '2018-03-01', known: '2018-03-01' });
  expect(answer).toMatchObject({
    at: '2018-03-01',
    known: '2018-03-01',
    rows: [{ party: 'DE', min: 150, max: 150, claims: ['first'] }],
  });
});

test('takes today where no day is asked', async () => {
  const answer = await askPosture(services, { party: 'DE' });
  expect([answer.at, answer.known]).toEqual(['2018-12-31', '2018-12-31']);
});

test('shows what does not fit together until it is judged, and again when the judgement is withdrawn', async () => {
  const ask = async (known: string) =>
    (await askConflicts(services, { at: '2018-07-01', known })).conflicts.map((c) => [...c.claims].sort());
  expect(await ask('2018-07-01')).toEqual([['later', 'other']]);
  await judgeClaim(services, { claim: 'other', verdict: 'reject', on: '2018-07-02' });
  await judgeClaim(services, { claim: 'other', verdict: 'withdraw', on: '2018-07-09' });
  expect(await ask('2018-07-05')).toEqual([]);
  expect(await ask('2018-07-09')).toEqual([['later', 'other']]);
  expect(await ask('2018-07-01')).toEqual([['later', 'other']]);
});

test('gives the claims behind a number', async () => {
  const { rows, claims: behind } = await askWhy(services, {
    party: 'DE',
    place: 'IQ',
    at: '2018-07-05',
    known: '2018-07-05',
  });
  expect(rows[0]).toMatchObject({ min: 120, max: 120 });
  expect(behind.map((c) => c.id)).toContain('later');
});

test('tells changes between two days, and what was learnt between two days of knowing', async () => {
  const changes = await askChanges(services, {
    since: '2018-03-01',
    until: '2018-07-05',
    known: '2018-07-05',
    party: 'DE',
  });
  expect(changes.rows).toMatchObject([{ what: 'changed', party: 'DE', before: { min: 150 }, after: { min: 120 } }]);
  const learnt = await askLearnt(services, { before: '2018-03-01', after: '2018-07-05', at: '2018-07-05' });
  expect(learnt.decisions.map((d) => d.claims)).toEqual([['vote']]);
});

test('lists decisions, statuses and claims', async () => {
  expect((await askDecisions(services, { at: '2018-07-01' })).decisions).toMatchObject([
    { body: 'Upper chamber', final: false, vote: { for: 90 } },
  ]);
  expect((await askStatus(services, { at: '2018-07-01', party: 'DE' })).statuses).toMatchObject([
    { status: 'suspended', claim: 'halt' },
  ]);
  const listed = await listClaims(services, { kind: 'presence', party: 'Germany', place: 'Iraq', known: '2018-05-01' });
  expect(listed.claims.map((c) => c.id)).toEqual(['first']);
});

test.each([
  [() => askPosture(services, { party: 'Germny' }), 'not-found', 'no party "Germny"'],
  [() => askPosture(services, { place: 'Atlantis' }), 'not-found', 'no place "Atlantis"'],
  [() => askPosture(services, { at: '2018-02-30' }), 'usage', '2018-02-30'],
  [() => askConflicts(services, { known: 'yesterday' }), 'usage', 'yesterday'],
  [() => askChanges(services, { since: '2018-09-01', until: '2018-08-01' }), 'usage', 'lies after'],
])('refuses a name or day that is none: %s', async (ask, code, words) => {
  await expect(ask()).rejects.toMatchObject({ code, message: expect.stringContaining(words) });
});
