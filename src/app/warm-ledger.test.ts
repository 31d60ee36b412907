// The ledger in memory says what the fold of the whole ledger says, after every kind of event, on any day of knowing.
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
import type { Asking } from './known-on.ts';
import { listClaims } from './list-claims.ts';
import { warmLedger } from './warm-ledger.ts';

const store = await scratchLedger();
const cold = { store, clock: fixedClock('2018-12-31T00:00:00.000Z'), atlas: fixtureAtlas };
const warm = { ...cold, warm: warmLedger(cold) };

const place = { country: 'IQ', name: 'Iraq' };
const presence = (id: string, party: string, n: number, over: object = {}) => ({
  id,
  kind: 'presence',
  evidence: `${n} troops are in Iraq`,
  party,
  quantity: { min: n, max: n },
  place,
  ...over,
});
const movement = (id: string, party: string, n: number, phase: string) => ({
  id,
  kind: 'movement',
  evidence: `${n} troops leave Iraq`,
  party,
  quantity: { min: n, max: n },
  from: [place],
  to: [{ country: party, name: null }],
  move: 'withdraw',
  phase,
});
const status = (id: string, word: string) => ({
  id,
  kind: 'status',
  evidence: `the training is ${word}`,
  party: 'DE',
  mission: null,
  place,
  status: word,
});
const vote = { kind: 'decision', evidence: 'the chamber voted 90-10', body: 'Upper chamber', action: 'end' };

async function take(published: string, publisher: string, ...claims: object[]): Promise<void> {
  const line = JSON.stringify({ report: { id: `${publisher} ${published}`, published, publisher }, claims });
  async function* lines() {
    yield line;
  }
  const { faults } = await importClaims(cold, lines(), 'claims.jsonl');
  expect(faults).toEqual([]);
}

/** Every question, of several days of knowing. */
async function answers(services: Asking): Promise<unknown> {
  const all: unknown[] = [];
  for (const known of ['2018-02-15', '2018-07-01', '2018-12-31']) {
    all.push(
      await askPosture(services, { known }),
      await askPosture(services, { known, party: 'DE' }),
      await askPosture(services, { known, place: 'Iraq', at: '2018-02-10' }),
      await askWhy(services, { known, party: 'DE', place: 'IQ' }),
      await askConflicts(services, { known }),
      await askDecisions(services, { known }),
      await askStatus(services, { known }),
      await askChanges(services, { known, since: '2018-01-01' }),
      await listClaims(services, { known }),
      await listClaims(services, { known, kind: 'presence', place: 'IQ' }),
    );
  }
  all.push(await askLearnt(services, { before: '2018-02-15', after: '2018-12-31' }));
  return all;
}

test('answers every question as the fold of the whole ledger does, as events come in', async () => {
  const events: (() => Promise<unknown>)[] = [
    async () => {},
    () => take('2018-02-01', 'Kurier', presence('first', 'DE', 150), { id: 'v', ...vote }),
    () =>
      take('2018-06-01', 'Bote', presence('later', 'DE', 120), presence('us', 'US', 5000), status('halt', 'suspended')),
    () => take('2018-06-01', 'Anzeiger', presence('other', 'DE', 90)),
    () => take('2018-01-15', 'Archiv', presence('backdated', 'DE', 170), movement('out', 'DE', 30, 'planned')),
    () => judgeClaim(cold, { claim: 'other', verdict: 'reject', on: '2018-06-20' }),
    () => take('2018-06-10', 'Bote', movement('gone', 'DE', 30, 'completed'), status('on', 'resumed')),
    () => judgeClaim(cold, { claim: 'us', verdict: 'accept', on: '2018-08-01' }),
    () => judgeClaim(cold, { claim: 'other', verdict: 'withdraw', on: '2018-09-01' }),
  ];
  for (const event of events) {
    await event();
    expect(await answers(warm)).toEqual(await answers(cold));
    expect(warm.warm.transaction()).toBe(await store.cursor());
  }
});
