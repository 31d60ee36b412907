// A row's history: a step for each day on which it changed, with the claims that changed it, over days of holding and of knowing.
import { describe, expect, test } from 'vitest';
import type { LedgerFacts } from '../model/event.ts';
import { fixtureAtlas } from '../reconcile/fixture-atlas.ts';
import { factsOf, type PostureCase } from '../reconcile/posture-cases.ts';
import { has, moves, report } from '../reconcile/scenario.ts';
import { historyOverKnown, historyOverValid, type RowHistory } from './history.ts';

const REPORTS = [
  report('2020-01-05', 'A', has('a', 'DK IQ 150')),
  report('2020-01-10', 'B', moves('b', 'DK IQ>KW 40 planned', { time: '2020-02-01..2020-02-28' })),
  report('2020-02-15', 'B', moves('c', 'DK IQ>KW 40 completed', { time: '2020-02-12' })),
  report('2020-06-01', 'A', has('d', 'DK IQ 160', { time: '2020-01-20' }), has('m', 'DK IQ 30', { mission: 'KFOR' })),
  report('2020-07-01', 'A', has('e', 'DK IQ 20')),
];
const facts = (judge: PostureCase['judge'] = []): LedgerFacts => factsOf({ reports: REPORTS, judge: judge! });
const question = { party: 'DK', place: { country: 'IQ', name: null }, since: null };

const told = ({ steps }: RowHistory) =>
  steps.map(({ since, until, state, added, dropped }) => {
    const bounds = state === null ? 'nothing' : `${state.min}..${state.max ?? ''}`;
    const next = state?.expected ? ` -> ${state.expected.min}..${state.expected.max ?? ''}` : '';
    return `${since}/${until ?? ''} ${bounds}${next} +${added} -${dropped}`;
  });

describe('over valid days', () => {
  const [whole, mission] = historyOverValid(facts(), fixtureAtlas, '2020-06-15', '2020-06-15', {
    ...question,
    until: '2020-06-15',
  });
  test('each change with the claims that made it, without gaps', () => {
    expect(told(whole!)).toEqual([
      '2020-01-05/2020-01-09 150..150 +a -',
      '2020-01-10/2020-01-19 150..150 -> 110..110 +b -',
      '2020-01-20/2020-02-11 160..160 -> 120..120 +d -a',
      '2020-02-12/ 120..120 +c -b',
    ]);
  });
  test('a row of its own for each mission', () => {
    expect([whole!.mission, mission?.mission]).toEqual([null, 'KFOR']);
    expect(told(mission!)[0]).toMatch(/^2020-06-01\/ 30\.\.30/);
  });
  test('from a day on: the row as it was then, and what came after', () => {
    const [later] = historyOverValid(facts(), fixtureAtlas, '2020-05-30', '2020-05-30', {
      ...question,
      since: '2020-02-01',
      until: '2020-05-30',
    });
    expect(told(later!)).toEqual(['2020-02-01/2020-02-11 150..150 -> 110..110 +a,b -', '2020-02-12/ 110..110 +c -b']);
  });
});

describe('over days of knowing', () => {
  const over = (judge: PostureCase['judge'] = []) =>
    historyOverKnown(facts(judge), fixtureAtlas, '2020-01-25', { ...question, until: '2020-12-31' });
  test('a backdated count changes what was thought of the day', () => {
    expect(told(over()[0]!)).toEqual([
      '2020-01-05/2020-01-09 150..150 +a -',
      '2020-01-10/2020-05-31 150..150 -> 110..110 +b -',
      '2020-06-01/ 160..160 -> 120..120 +d -a',
    ]);
  });
  test('a judgement is a step of its own, and is named; its withdrawal is another', () => {
    const steps = over([
      { claim: 'd', verdict: 'reject', on: '2020-08-01' },
      { claim: 'd', verdict: 'withdraw', on: '2020-09-01' },
    ])[0]!.steps;
    const [rejected, again] = steps.slice(-2);
    expect(rejected).toMatchObject({ since: '2020-08-01', until: '2020-08-31', state: { min: 150 }, dropped: ['d'] });
    expect(rejected!.judgements).toMatchObject([{ claim: 'd', verdict: 'reject' }]);
    expect(again).toMatchObject({
      since: '2020-09-01',
      until: null,
      state: { min: 160 },
      added: ['d'],
      judgements: [],
    });
  });
  test('claims about others make no step', () => {
    const more = { reports: [...REPORTS, report('2020-10-01', 'Z', has('z', 'SE ML 9'))], judge: [] };
    expect(historyOverKnown(factsOf(more), fixtureAtlas, '2020-01-25', { ...question, until: '2020-12-31' })).toEqual(
      over(),
    );
  });
});
