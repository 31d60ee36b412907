// A table that lists all contingents of a mission: they sum to its whole, and where they do not that is a conflict of all of them.
import { describe, expect, test } from 'vitest';
import { COMPLETE } from '../ledger/known-claim.ts';
import { fixtureAtlas } from './fixture-atlas.ts';
import { reconcile } from './knowledge.ts';
import { type CaseReport, knownOf } from './posture-cases.ts';
import { has, moves, report, shown } from './scenario.ts';

const M = { mission: 'UNDOF' };
const on = (day: string) => ({ ...M, time: day });
/** Ids that begin with "l" are rows of the list. */
function ask(reports: readonly CaseReport[], at: string, party = 'UN') {
  const known = knownOf({ reports, judge: [] }, at).map((one) =>
    one.id.startsWith('l') ? { ...one, maker: COMPLETE } : one,
  );
  const { rows, conflicts } = reconcile(known, fixtureAtlas, { at, party });
  return [shown(rows.find((row) => row.mission === 'UNDOF') ?? null), conflicts.map((c) => c.claims.join(' '))];
}
const LIST = report(
  '2021-05-31',
  'List',
  has('l1', 'FJ SY 300', on('2021-05-31')),
  has('l2', 'NP SY 250', on('2021-05-31')),
  has('l3', 'IE SY 140', on('2021-05-31')),
);
const total = (n: number, day = '2021-05-31', id = 't') => report(day, 'Totals', has(id, `UN SY ${n}`, on(day)));

describe('a list of all contingents', () => {
  test.each([
    ['sums to the whole that is told', 690, '690', []],
    ['falls short of it', 700, '700', ['l1 l2 l3 t']],
    ['passes it: the fewest that do', 540, '540', ['l1 l2 t']],
  ])('%s', (_, n, row, conflicts) => {
    expect(ask([LIST, total(n)], '2021-06-02')).toEqual([row, conflicts]);
  });
  test('is the whole where nobody tells it', () => {
    expect(ask([LIST], '2021-06-02')).toEqual(['690', []]);
  });
  test('says nothing of a whole counted on another day', () => {
    expect(ask([LIST, total(900, '2021-06-30')], '2021-07-02')).toEqual(['900', []]);
    expect(ask([total(900, '2021-04-30'), LIST], '2021-06-02')[1]).toEqual([]);
  });
  test('leaves out who is listed no more, and takes each month by itself', () => {
    const june = report(
      '2021-06-30',
      'List',
      has('l4', 'FJ SY 310', on('2021-06-30')),
      has('l5', 'NP SY 250', on('2021-06-30')),
    );
    expect(ask([LIST, total(690), june, total(560, '2021-06-30', 'u')], '2021-07-02')).toEqual(['560', []]);
    expect(ask([LIST, total(690), june, total(565, '2021-06-30', 'u')], '2021-07-02')).toEqual(['565', ['l4 l5 u']]);
  });
  test('holds no more once one of them has moved', () => {
    const away = report('2021-06-10', 'B', moves('m', 'FJ SY>FJ 100 completed', { ...M, time: '2021-06-08' }));
    expect(ask([LIST, total(690), away], '2021-06-12')).toEqual(['590', []]);
  });
  test('of a table that does not say so is at most the whole, as any', () => {
    const loose = report(
      '2021-05-31',
      'List',
      has('x1', 'FJ SY 300', on('2021-05-31')),
      has('x2', 'NP SY 250', on('2021-05-31')),
    );
    expect(ask([loose, total(700)], '2021-06-02')).toEqual(['700', []]);
    expect(ask([loose], '2021-06-02')).toEqual(['550..', []]);
  });
});
