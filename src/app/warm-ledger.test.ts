// The ledger in memory says what the fold of the whole ledger says, after every kind of event, on any day of knowing.
import { expect, test } from 'vitest';
import { scratchLedger } from '../../test/scratch-ledger.ts';
import type { KnownClaim } from '../ledger/known-claim.ts';
import { LaydownError } from '../model/errors.ts';
import { fixedClock } from '../ports/clock.ts';
import type { FactsFilter } from '../ports/store.ts';
import { fixtureAtlas } from '../reconcile/fixture-atlas.ts';
import { askChanges, askLearnt } from './ask-changes.ts';
import { askConflicts } from './ask-conflicts.ts';
import { askDecisions } from './ask-decisions.ts';
import { askHistory } from './ask-history.ts';
import { askPosture } from './ask-posture.ts';
import { askStatus } from './ask-status.ts';
import { askWhy } from './ask-why.ts';
import { importClaims } from './import-claims.ts';
import { judgeClaim } from './judge-claim.ts';
import type { Asking } from './known-on.ts';
import { listClaims, listSomeClaims } from './list-claims.ts';
import type { ClaimsQuestion } from './questions.ts';
import { redactReport } from './redact-report.ts';
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

/** The claims, two by two; each part from behind the last of the one before. */
async function inParts(services: Asking, question: ClaimsQuestion): Promise<KnownClaim[]> {
  const all: KnownClaim[] = [];
  for (let more = true; more; ) {
    const after = all.at(-1)?.id;
    const { claims } = await listSomeClaims(services, { ...question, limit: 2, ...(after ? { after } : {}) });
    all.push(...claims);
    more = claims.length === 2;
  }
  return all;
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
      await askHistory(services, { known, party: 'DE', place: 'IQ' }),
      await askConflicts(services, { known }),
      await askDecisions(services, { known }),
      await askStatus(services, { known }),
      await askChanges(services, { known, since: '2018-01-01' }),
      await listClaims(services, { known }),
      await listClaims(services, { known, kind: 'presence', place: 'IQ' }),
    );
    for (const filter of [{}, { kind: 'presence' as const, place: 'IQ' }]) {
      const whole = await listClaims(services, { known, ...filter });
      expect(await inParts(services, { known, ...filter })).toEqual(whole.claims);
    }
  }
  all.push(await askLearnt(services, { before: '2018-02-15', after: '2018-12-31' }));
  return all;
}

test('answers from what it stands on while the ledger is read anew, without the words that were erased', async () => {
  const own = await scratchLedger();
  const services = { ...cold, store: own };
  const line = (id: string, n: number) =>
    JSON.stringify({
      report: { id, published: '2018-02-01', title: `${id} tells`, text: null },
      claims: [presence(`${id}-1`, 'DE', n, { said_by: 'A. Speaker' })],
    });
  async function* lines(...all: string[]) {
    yield* all;
  }
  await importClaims(services, lines(line('told', 150), line('kept', 90)), 'x.jsonl');
  let gate = (): Promise<void> => Promise.resolve();
  const slow = new Proxy(own, {
    get: (target, name) =>
      name === 'facts'
        ? async (filter: FactsFilter) => {
            const facts = await target.facts(filter);
            await gate();
            return facts;
          }
        : Reflect.get(target, name, target)?.bind?.(target),
  });
  const memory = warmLedger({ store: slow, atlas: fixtureAtlas });
  const asked = { ...services, store: slow, warm: memory };
  const quotations = async (of: Asking) =>
    (await listClaims(of, { known: '2018-12-31' })).claims.map((one) => one.claim.evidence);
  expect(await quotations(asked)).toEqual(await quotations(services));
  const [before, standing] = [memory.transaction(), memory.standing()];

  await redactReport(services, { report: 'told', why: 'asked', speakers: true });
  await importClaims(services, lines(line('new', 70)), 'y.jsonl');
  // Reading anew takes as long as this test likes: from the second read of the ledger on.
  let open = (): void => {};
  let reads = 0;
  const closed = new Promise<void>((resolve) => {
    open = resolve;
  });
  gate = () => (++reads > 1 ? closed : Promise.resolve());
  const rebuilt = memory.refreshed();
  await until(() => memory.standing() !== standing);
  const shown = await quotations(asked);
  expect(shown).toHaveLength(2);
  expect(shown).toContain('[redacted 2018-12-31: asked]');
  expect(shown).not.toContain('150 troops are in Iraq');
  expect((await listClaims(asked, { known: '2018-12-31' })).claims.map((one) => one.claim.said_by).sort()).toEqual(
    ['A. Speaker', null].sort(),
  );
  expect(memory.transaction()).toBe(before);

  open();
  await rebuilt;
  expect(memory.transaction()).toBe(await own.cursor());
  expect(await quotations(asked)).toEqual(await quotations(services));
  expect(await quotations(asked)).toHaveLength(3);
});

test('answers from memory while the store is away, and says what they stand on', async () => {
  const own = await scratchLedger();
  const services = { ...cold, store: own };
  async function* one() {
    yield JSON.stringify({ report: { id: 'r', published: '2018-02-01' }, claims: [presence('c', 'DE', 150)] });
  }
  await importClaims(services, one(), 'x.jsonl');
  let isAway = false;
  const leaving = new Proxy(own, {
    get: (target, name) => {
      if (isAway) return () => Promise.reject(new LaydownError('store-unreachable', 'away'));
      return Reflect.get(target, name, target)?.bind?.(target);
    },
  });
  const memory = warmLedger({ store: leaving, atlas: fixtureAtlas });
  const held = await askPosture({ ...services, warm: memory }, { known: '2018-12-31' });
  isAway = true;
  expect(await askPosture({ ...services, warm: memory }, { known: '2018-12-31' })).toEqual(held);
  expect(memory.transaction()).toBe(1);
});

async function until(holds: () => boolean): Promise<void> {
  while (!holds()) await new Promise((resolve) => setTimeout(resolve, 5));
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
