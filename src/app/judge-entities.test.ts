// Merges and splits of names: effective in every answer from their day on, and not in one asked as judged before.
import { beforeAll, describe, expect, test } from 'vitest';
import { scratchLedger } from '../../test/scratch-ledger.ts';
import { fixedClock } from '../ports/clock.ts';
import { fixtureAtlas as atlas } from '../reconcile/fixture-atlas.ts';
import { has, report } from '../reconcile/scenario.ts';
import { askConflicts } from './ask-conflicts.ts';
import { askPosture } from './ask-posture.ts';
import { importClaims } from './import-claims.ts';
import { type EntityRequest, judgeEntities, listEntities, withdrawEntities } from './judge-entities.ts';
import { listClaims } from './list-claims.ts';

const store = await scratchLedger();
const clock = fixedClock('2022-09-01T10:00:00.000Z');
const services = { store, clock, atlas };

const REPORTS = [
  report(
    '2022-01-10',
    'A',
    has('a1', 'RO PL 100', { mission: 'Task Force Bison' }),
    has('a2', 'OTHER:Blue_Group SY ?'),
  ),
  report('2022-01-10', 'B', has('b1', 'RO PL 160', { mission: 'TF Bison-1' })),
  report('2022-01-12', 'C', has('c1', 'PT LT/Rukla 40', { unit: '2nd Company' })),
  report('2022-01-12', 'D', has('d1', 'PT LT/Camp_Rukla_North 55', { unit: '2nd Company' }), has('d2', 'EE ML 30')),
];
async function* lines() {
  for (const one of REPORTS) yield JSON.stringify(one);
}
beforeAll(async () => {
  await importClaims({ store, clock }, lines(), 'c.jsonl');
});

const day = { at: '2022-02-01', known: '2022-09-01' };
const rows = async (party: string, place: string, more: object = {}) =>
  (await askPosture(services, { party, place, ...day, ...more })).rows.map(
    (r) => `${[r.mission ?? r.unit, r.place.name].filter(Boolean).join(', ') || 'all'} ${r.min}..${r.max ?? ''}`,
  );
const say = (request: Pick<EntityRequest, 'verdict' | 'kind' | 'names' | 'into'> & Partial<EntityRequest>) =>
  judgeEntities(services, { on: '2022-06-01', by: 'A. Reviewer', ...request });

describe('a merge of missions', () => {
  let id: string;
  test('lets what was told of two be told of one, and shows that it cannot hold together', async () => {
    expect((await askConflicts(services, { party: 'RO', ...day })).conflicts).toEqual([]);
    const { judgement } = await say({
      verdict: 'merge',
      kind: 'mission',
      names: ['TF Bison-1', 'Task Force Bison'],
      into: 'Task Force Bison',
      note: 'one force',
    });
    id = judgement.id;
    expect((await rows('RO', 'PL')).filter((row) => row.includes('Bison'))).toHaveLength(1);
    const [conflict] = (await askConflicts(services, { party: 'RO', ...day })).conflicts;
    expect(conflict?.claims).toEqual(['a1', 'b1']);
  });
  test('counts from its day on, for whoever asks as judged then', async () => {
    for (const judged of ['2022-05-31', '2022-01-15'])
      expect((await rows('RO', 'PL', { judged })).filter((row) => row.includes('Bison'))).toHaveLength(2);
    expect((await askConflicts(services, { party: 'RO', ...day, judged: '2022-05-31' })).conflicts).toEqual([]);
    expect((await rows('RO', 'PL', { known: '2022-03-01' })).filter((row) => row.includes('Bison'))).toHaveLength(2);
    const early = { known: '2022-03-01', judged: '2022-06-01' };
    expect((await rows('RO', 'PL', early)).filter((row) => row.includes('Bison'))).toHaveLength(1);
  });
  test('leaves the claims in the ledger as they are, and names itself on those that it changed', async () => {
    expect((await store.claim('b1'))?.claim).toMatchObject({ mission: 'TF Bison-1' });
    const { claims } = await listClaims(services, { known: '2022-09-01', party: 'RO' });
    expect(claims.map((c) => [c.id, c.entities])).toEqual([
      ['a1', undefined],
      ['b1', [id]],
    ]);
  });
  test('said again is the same; withdrawn it is as if it had never been', async () => {
    const again = await say({
      verdict: 'merge',
      kind: 'mission',
      names: ['Task Force Bison', 'TF Bison-1'],
      into: 'Task Force Bison',
      note: 'one force',
    });
    expect([again.isNew, again.judgement.id]).toEqual([false, id]);
    expect((await listEntities(services)).map((e) => e.id)).toEqual([id]);
    await withdrawEntities(services, id, { on: '2022-07-01' });
    expect(await listEntities(services)).toEqual([]);
    expect(await listEntities(services, '2022-06-15')).toHaveLength(1);
    expect((await rows('RO', 'PL')).filter((row) => row.includes('Bison'))).toHaveLength(2);
    expect((await askConflicts(services, { party: 'RO', ...day })).conflicts).toEqual([]);
  });
});

test('a merge of places puts two counts of one site against each other', async () => {
  expect(await rows('PT', 'LT')).toContain('all 95..');
  await say({ verdict: 'merge', kind: 'place', names: ['LT/Camp Rukla North'], into: 'LT/Rukla' });
  const { conflicts } = await askConflicts(services, { party: 'PT', ...day });
  expect(conflicts.map((c) => c.claims)).toContainEqual(['c1', 'd1']);
});

test('a split of a unit takes only the claims that it names, and undoes what a merge joined', async () => {
  await say({
    verdict: 'split',
    kind: 'unit',
    names: ['2nd Company'],
    into: '2nd Company (reserve)',
    claims: ['d1'],
    party: 'Portugal',
  });
  expect((await rows('PT', 'LT')).filter((row) => row.includes('Company')).map((row) => row.split(',')[0])).toEqual(
    expect.arrayContaining(['2nd Company', '2nd Company (reserve)']),
  );
});

test('a party that the gazetteer does not know is merged into one that it does', async () => {
  await say({ verdict: 'merge', kind: 'party', names: ['Blue_Group'], into: 'Romania' });
  expect(await rows('RO', 'SY')).toEqual(['all 1..']);
});

test.each([
  [{ verdict: 'merge', kind: 'mission', names: ['X'], into: 'X' }, 'usage'],
  [{ verdict: 'split', kind: 'unit', names: ['X'], into: 'Y', claims: ['nowhere'] }, 'not-found'],
  [{ verdict: 'merge', kind: 'place', names: ['Nowhere Camp'], into: 'LT/Rukla' }, 'not-found'],
  [{ verdict: 'merge', kind: 'unit', names: [' '], into: 'Y' }, 'usage'],
] as const)('refuses %j', async (request, code) => {
  await expect(
    say({ ...request, ...('claims' in request ? { claims: [...request.claims] } : {}) }),
  ).rejects.toMatchObject({ code });
});

test('refuses to withdraw what was never said', async () => {
  await expect(withdrawEntities(services, 'n000000000000')).rejects.toMatchObject({ code: 'not-found' });
});
