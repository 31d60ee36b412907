// What is kept of a ledger's memory gives the answers of the ledger itself, or is thrown away.
import { copyFileSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { openStore } from '../adapters/open-store.ts';
import { fixedClock } from '../ports/clock.ts';
import type { FactsFilter, Store } from '../ports/store.ts';
import { fixtureAtlas } from '../reconcile/fixture-atlas.ts';
import { askPosture } from './ask-posture.ts';
import { importClaims } from './import-claims.ts';
import { judgeClaim } from './judge-claim.ts';
import { judgeEntities } from './judge-entities.ts';
import { type Asking, foldedOn } from './known-on.ts';
import { listClaims } from './list-claims.ts';
import { redactReport } from './redact-report.ts';
import { warmLedger } from './warm-ledger.ts';

const directory = mkdtempSync(join(tmpdir(), 'laydown-kept-'));
afterAll(() => rmSync(directory, { recursive: true, force: true }));
const clock = fixedClock('2018-12-31T00:00:00.000Z');

async function take(store: Store, report: string, published: string, ...counts: readonly [string, number][]) {
  const claims = counts.map(([party, n], i) => ({
    ...(i === 0 ? { id: `${report}-first` } : {}),
    kind: 'presence',
    evidence: `${n} soldiers of ${party} are in Iraq, says ${report}`,
    party,
    mission: i % 2 === 0 ? 'MINUSMA' : null,
    quantity: { min: n, max: n },
    place: { country: 'IQ', name: null },
  }));
  async function* lines() {
    yield JSON.stringify({ report: { id: report, published, publisher: 'Bote' }, claims });
  }
  await importClaims({ store, clock }, lines(), 'claims.jsonl');
}

/** The answers of a memory that begins now, and the transactions that it read from the ledger itself. */
async function begun(store: Store) {
  const read: number[] = [];
  const watched = new Proxy(store, {
    get: (target, name) => {
      const value = Reflect.get(target, name, target);
      if (name !== 'facts') return typeof value === 'function' ? value.bind(target) : value;
      return (filter: FactsFilter) => {
        for (let n = filter.after! + 1; n <= filter.transaction!; n++) read.push(n);
        return target.facts(filter);
      };
    },
  });
  const services = { store: watched, clock, atlas: fixtureAtlas };
  const answers = await asked({ ...services, warm: warmLedger(services, { fewestKept: 1 }) });
  return { answers, read };
}

async function asked(services: Asking): Promise<unknown> {
  const all: unknown[] = [];
  for (const known of ['2018-02-15', '2018-12-31'])
    all.push(await askPosture(services, { known }), await listClaims(services, { known }));
  return JSON.parse(JSON.stringify(all));
}

const cold = (store: Store): Promise<unknown> => asked({ store, clock, atlas: fixtureAtlas });

test('a start reads what was kept, and from the ledger only what came since', async () => {
  const path = join(directory, 'grows');
  const file = join(path, 'laydown.memory');
  let store = await openStore(path);
  await take(store, 'r1', '2018-01-05', ['DE', 150], ['US', 5000], ['UN', 900]);
  await take(store, 'r2', '2018-02-05', ['DE', 120], ['FR', 70]);
  await judgeClaim({ store, clock }, { claim: 'r1-first', verdict: 'accept', on: '2018-03-01' });
  expect(existsSync(file)).toBe(false);
  expect(await begun(store)).toEqual({ answers: await cold(store), read: [1, 2, 3] });
  expect(await store.memory!.about()).toMatchObject({ transaction: 3, fits: true });
  await store.close();

  store = await openStore(path);
  expect(await begun(store)).toEqual({ answers: await cold(store), read: [] });
  await take(store, 'r3', '2018-04-05', ['DE', 120], ['FR', 80], ['SE', 12]);
  const correction = { ...(await foldedOn(store, '2018-12-31'))[0]!.claim, party: 'NO' };
  await judgeClaim({ store, clock }, { claim: 'r3-first', verdict: 'correct', on: '2018-05-01', correction } as never);
  await judgeEntities({ store, clock, atlas: fixtureAtlas }, {
    verdict: 'merge',
    kind: 'party',
    names: ['SE'],
    into: 'FR',
    on: '2018-06-01',
  } as never);
  expect(await begun(store)).toEqual({ answers: await cold(store), read: [4, 5, 6] });
  expect(await begun(store)).toEqual({ answers: await cold(store), read: [] });
  await store.close();
});

test('what does not fit is thrown away: damaged, cut off, or of another ledger', async () => {
  const [path, other] = [join(directory, 'fits'), join(directory, 'other')];
  const file = join(path, 'laydown.memory');
  for (const [where, party] of [
    [path, 'DE'],
    [other, 'FR'],
  ] as const) {
    const store = await openStore(where);
    await take(store, 'r1', '2018-01-05', [party, 150], ['US', 5000]);
    await begun(store);
    await store.close();
  }
  const whole = readFileSync(file);
  const spoilt = Buffer.from(whole);
  spoilt[spoilt.length - 9] = spoilt.at(-9)! ^ 1;
  const store = await openStore(path);
  for (const spoil of [
    () => writeFileSync(file, spoilt),
    () => writeFileSync(file, whole.subarray(0, whole.length - 100)),
    () => writeFileSync(file, 'no memory'),
    () => copyFileSync(join(other, 'laydown.memory'), file),
  ]) {
    spoil();
    expect(await store.memory!.about()).toMatchObject({ fits: false });
    expect(existsSync(file)).toBe(false);
    spoil();
    expect(await begun(store)).toEqual({ answers: await cold(store), read: [1] });
    expect(await store.memory!.about()).toMatchObject({ transaction: 1, fits: true });
  }
  await store.close();
});

test('an erased report is not kept: neither at once nor where the file was brought back', async () => {
  const path = join(directory, 'erased');
  const file = join(path, 'laydown.memory');
  const store = await openStore(path);
  await take(store, 'r1', '2018-01-05', ['DE', 150]);
  await take(store, 'r2', '2018-01-06', ['FR', 80]);
  await begun(store);
  const before = readFileSync(file);
  expect(before.includes('says r1')).toBe(true);
  await redactReport({ store, clock }, { report: 'r1', why: 'asked' });
  expect(existsSync(file)).toBe(false);
  writeFileSync(file, before);
  const { answers } = await begun(store);
  expect(answers).toEqual(await cold(store));
  expect(JSON.stringify(answers)).not.toContain('says r1');
  expect(readFileSync(file).includes('says r1')).toBe(false);
  await store.close();
});
