// Changes between days and between days of knowing, decisions with what they still need, statuses, claims and posture by mission.
import { describe, expect, test } from 'vitest';
import type { Day } from '../model/day.ts';
import { fixtureAtlas } from '../reconcile/fixture-atlas.ts';
import { type CaseReport, knownOf } from '../reconcile/posture-cases.ts';
import { has, is, moves, report } from '../reconcile/scenario.ts';
import { viewChanges, viewLearnt } from './changes.ts';
import { viewClaims } from './claims-view.ts';
import { viewConflicts } from './conflicts-view.ts';
import { viewDecisions } from './decisions.ts';
import { viewPosture } from './posture-view.ts';
import { viewStatus } from './status.ts';

const known = (reports: readonly CaseReport[], day: Day) => knownOf({ reports, judge: [] }, day);
const votes = (id: string, more: object): Record<string, unknown> => ({
  id,
  kind: 'decision',
  evidence: id,
  body: 'Iraqi parliament',
  action: 'expel',
  time: { start: '2020-01-05', end: '2020-01-05' },
  ...more,
});

const REPORTS: readonly CaseReport[] = [
  report(
    '2020-01-02',
    'A',
    has('de', 'DE IQ 120'),
    has('sk', 'SK IQ 7'),
    has('fr', 'FR R:SAHEL 4500', { mission: 'Operation Barkhane' }),
  ),
  report(
    '2020-01-08',
    'B',
    moves('dm', 'DE IQ>JO 30 planned'),
    moves('sm', 'SK IQ>SK 7 completed', { time: '2020-01-07' }),
    is('st', 'NATO IQ suspended', { mission: 'training mission', time: '2020-01-04' }),
  ),
  report(
    '2020-01-08',
    'C',
    has('hr', 'HR IQ 14'),
    votes('v1', { vote: { for: 170, against: 0, members: 328 }, final: false, pending: 'signature' }),
  ),
  report(
    '2020-01-20',
    'D',
    moves('dd', 'DE IQ>JO 30 completed', { time: '2020-01-15' }),
    votes('v2', { final: true }),
    is('re', 'NATO IQ resumed', { mission: 'training mission', time: '2020-01-18' }),
  ),
];

describe('changes between two days', () => {
  const all = known(REPORTS, '2020-02-01');
  const changes = viewChanges(all, fixtureAtlas, '2020-01-03', '2020-01-31');
  test('rows that appeared, changed or ended, with the claims that did it', () => {
    expect(
      changes.rows.map((r) => [
        r.what,
        r.party,
        r.place.country,
        r.before?.max ?? null,
        r.after?.max ?? null,
        r.claims,
      ]),
    ).toEqual([
      ['changed', 'DE', 'IQ', 120, 90, ['dd']],
      ['appeared', 'DE', 'JO', null, null, ['dd']],
      ['appeared', 'HR', 'IQ', null, 14, ['hr']],
      ['ended', 'SK', 'IQ', 7, 0, ['sm']],
    ]);
  });
  test('movements by the day they happened', () => {
    expect(changes.movements.map((m) => [m.claim, m.phase, m.day])).toEqual([
      ['sm', 'completed', '2020-01-07'],
      ['dm', 'planned', '2020-01-08'],
      ['dd', 'completed', '2020-01-15'],
    ]);
  });
  test('statuses and decisions of those days', () => {
    expect(changes.statuses.map((s) => [s.mission, s.status, s.history.length])).toEqual([
      ['training mission', 'resumed', 1],
    ]);
    expect(changes.decisions.map((d) => d.claims)).toEqual([['v1', 'v2']]);
  });
  test('nothing changes between a day and itself', () => {
    expect(viewChanges(all, fixtureAtlas, '2020-01-31', '2020-01-31')).toEqual({
      rows: [],
      movements: [],
      statuses: [],
      decisions: [],
      conflicts: { opened: [], closed: [] },
    });
  });
});

test('what was learnt between two days of knowing, of one day', () => {
  const learnt = viewLearnt(known(REPORTS, '2020-01-10'), known(REPORTS, '2020-01-21'), fixtureAtlas, '2020-01-16');
  expect(learnt.rows.map((r) => [r.what, r.party, r.place.country])).toEqual([
    ['changed', 'DE', 'IQ'],
    ['changed', 'DE', 'JO'],
  ]);
  expect(learnt.movements.map((m) => m.claim)).toEqual(['dd']);
});

test('a conflict opens with the report that brings it, and is listed on its day', () => {
  const reports = [
    report('2021-03-11', 'A', has('a', 'GR XK 400', { time: '2021-03-10' })),
    report('2021-03-14', 'B', has('b', 'GR XK 650', { time: '2021-03-10' })),
  ];
  const learnt = viewLearnt(known(reports, '2021-03-12'), known(reports, '2021-03-15'), fixtureAtlas, '2021-03-12');
  expect(learnt.conflicts.opened.map((c) => c.claims)).toEqual([['a', 'b']]);
  expect(viewConflicts(known(reports, '2021-03-15'), fixtureAtlas, '2021-03-15', { party: 'GR' })).toHaveLength(1);
  expect(viewConflicts(known(reports, '2021-03-15'), fixtureAtlas, '2021-03-15', { party: 'AL' })).toEqual([]);
});

test('a decision tells what it still needs until a report says that it is done', () => {
  const [before] = viewDecisions(known(REPORTS, '2020-01-10'), '2020-01-10');
  expect(before).toMatchObject({
    final: false,
    pending: 'signature',
    day: '2020-01-05',
    vote: { for: 170, members: 328 },
  });
  const [after] = viewDecisions(known(REPORTS, '2020-02-01'), '2020-02-01');
  expect(after).toMatchObject({ final: true, pending: null, claims: ['v1', 'v2'] });
  expect(viewDecisions(known(REPORTS, '2020-02-01'), '2020-01-04')).toEqual([]);
});

test('a mission is as its latest status says, on the day asked', () => {
  const at = (day: Day) => viewStatus(known(REPORTS, '2020-02-01'), fixtureAtlas, day).map((s) => [s.status, s.since]);
  expect([at('2020-01-03'), at('2020-01-10'), at('2020-01-19')]).toEqual([
    [],
    [['suspended', '2020-01-04']],
    [['resumed', '2020-01-18']],
  ]);
});

test('claims by party, place and kind, movements at either end', () => {
  const all = known(REPORTS, '2020-02-01');
  const ids = (filter: Parameters<typeof viewClaims>[2]) => viewClaims(all, fixtureAtlas, filter).map((c) => c.id);
  expect(ids({ party: 'DE', kind: 'movement' })).toEqual(['dm', 'dd']);
  expect(ids({ place: { country: 'JO', name: null } })).toEqual(['dm', 'dd']);
  expect(ids({ place: { country: 'R:SAHEL', name: null } })).toEqual(['fr']);
});

test('posture by mission takes any of its names', () => {
  const rows = (mission: string) =>
    viewPosture(known(REPORTS, '2020-02-01'), fixtureAtlas, '2020-02-01', { mission }).rows.map((r) => r.party);
  expect([rows('Barkhane'), rows('Operation Barkhane'), rows('KFOR')]).toEqual([['FR'], ['FR'], []]);
});
