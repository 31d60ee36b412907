// Page models: what is drawn, how rows are ordered and worded, bands over time, citations and pictures.
import { expect, test } from 'vitest';
import { fixtureAtlas } from '../../reconcile/fixture-atlas.ts';
import { knowledgeOf } from '../../reconcile/knowledge.ts';
import { type CaseReport, knownOf } from '../../reconcile/posture-cases.ts';
import { has, moves, report } from '../../reconcile/scenario.ts';
import { viewPosture } from '../posture-view.ts';
import { address, numberAddress, placeCode } from './addresses.ts';
import { citationOf } from './cite.ts';
import { claimSentence } from './claims.ts';
import { viewHistory } from './history.ts';
import { viewNumber } from './number.ts';
import { effectsOf } from './review.ts';
import { viewRows } from './rows.ts';
import { numberPicture } from './share.ts';
import { calendarOf } from './situation.ts';
import { sortedRows } from './sorting.ts';
import { bandText, viewBand } from './timeline.ts';
import { ageText, answerText, countText, quantityText } from './words.ts';

const REPORTS: readonly CaseReport[] = [
  report('2020-01-02', 'A', has('de', 'DE IQ 120'), has('us', 'US R:MIDDLE-EAST 50000'), has('iq', 'US IQ 5200')),
  report('2020-01-08', 'B', moves('dj', 'DE IQ>JO 30 planned'), has('hr', 'HR IQ 14')),
  report('2020-01-09', 'C', moves('hk', 'HR IQ>KW 7 completed', { time: '2020-01-09' })),
];
const atlas = fixtureAtlas;
const knowledge = knowledgeOf(knownOf({ reports: REPORTS, judge: [] }, '2020-02-01'), atlas);
const iraq = { country: 'IQ', name: null };
const posture = (at: string) => viewPosture(knowledge, atlas, at);
const rows = viewRows(posture('2020-01-09').rows, { atlas });

test('draws the whole of a force in a state once, and a region that was counted', () => {
  const drawn = rows.filter((row) => row.isDrawn).map((row) => `${row.party.code} ${row.where} ${row.text}`);
  expect(drawn).toContain('DE Iraq 120');
  expect(drawn).toContain('US Middle East 50,000');
  expect(new Set(drawn).size).toBe(drawn.length);
});

test('orders rows as an address asks, the largest first where it asks nothing, and what has no value last', () => {
  expect(sortedRows(rows, null)[0]).toMatchObject({ party: { code: 'US' }, place: { country: 'R:MIDDLE-EAST' } });
  const parties = sortedRows(rows, 'party').map((row) => row.party.name);
  expect(parties).toEqual([...parties].sort());
  expect(sortedRows(rows, '-party').map((row) => row.party.name)[0]).toBe(parties.at(-1));
  expect(sortedRows(rows, 'expected')[0]?.expected).not.toBeNull();
  expect(sortedRows(rows, 'nonsense')).toEqual(sortedRows(rows, null));
});

test('shows of a range that only a larger whole ends its least, and sets apart what nobody counted', () => {
  const told = [
    report(
      '2020-01-02',
      'A',
      has('us', 'US R:MIDDLE-EAST 50000'),
      has('iq', 'US IQ 5200'),
      has('kw', 'US KW ?'),
      has('jo', 'US JO ?'),
    ),
    report('2020-01-03', 'B', moves('dep', 'US >KW 4000 planned'), has('sy', 'US SY >200')),
    report('2020-01-03', 'C', has('de', 'DE IQ 120'), has('taji', 'DE IQ/Taji >100')),
  ];
  const view = viewPosture(
    knowledgeOf(knownOf({ reports: told, judge: [] }, '2020-02-01'), atlas),
    atlas,
    '2020-01-05',
  );
  const shown = (party: string, where: string) =>
    viewRows(view.rows, { atlas }).find((row) => row.party.code === party && row.where === where);
  expect(shown('US', 'Kuwait')).toMatchObject({ min: 1, max: null, isMere: false, expected: { min: 4001, max: null } });
  expect(shown('US', 'Kuwait')?.within).toBe('at most 44,599, within Middle East');
  expect(shown('US', 'Jordan')).toMatchObject({ text: 'at least 1', isMere: true });
  expect(shown('US', 'Syria')).toMatchObject({ text: 'at least 200', isMere: false });
  // A range that its whole makes narrow says something.
  expect(shown('DE', 'Taji, Iraq')).toMatchObject({ text: '100–120', within: null });
});

test('marks a row as stale once its count is more than a year old', () => {
  const stale = (at: string) =>
    viewRows(posture(at).rows, { atlas }).find((row) => row.party.code === 'DE' && row.place.country === 'IQ')?.stale;
  expect([stale('2021-01-01'), stale('2021-01-03')]).toEqual([false, true]);
});

test('gives the band of a force at a place a step for each day on which something changed, and a mark for each claim', () => {
  const band = viewBand(knowledge, atlas, { label: 'Croatia', party: 'HR', place: iraq, mission: null }, '2020-01-20')!;
  expect(band.steps.map(({ day, bounds }) => [day, bounds?.min ?? null, bounds?.max ?? null])).toEqual([
    ['2020-01-08', 14, 14],
    ['2020-01-09', 7, 7],
  ]);
  expect(band.marks.map(({ kind, claim }) => [kind, claim])).toEqual([
    ['count', 'hr'],
    ['departure', 'hk'],
  ]);
  expect(bandText(band)).toBe('Croatia: from 14 on 8 Jan 2020 to 7 on 9 Jan 2020, 2 claims');
  expect(
    viewBand(knowledge, atlas, { label: 'France', party: 'FR', place: iraq, mission: null }, '2020-01-20'),
  ).toBeNull();
});

const question = { known: '2020-02-01', party: 'DE', place: iraq, mission: null, unit: null };
const number = viewNumber(
  viewPosture(knowledge, atlas, '2020-01-08', { party: 'DE', place: iraq }),
  knowledge,
  question,
  { atlas },
);

test('shows a number with its steps and every quotation, the latest first', () => {
  expect(number.row).toMatchObject({ text: '120', expected: { text: '90' } });
  expect(number.claims.map((claim) => claim.id)).toEqual(['dj', 'de']);
  expect(number.steps?.expected?.value).toBe(90);
});

test('names the other end of a route where readers look, and gives its code where programs do', () => {
  const line = (known: typeof knowledge): string =>
    viewPosture(known, atlas, '2020-01-08', { party: 'DE', place: iraq }).rows[0]!.why;
  expect(line(knowledge)).toMatch(/^DE in IQ 120 = .* 30 to JO /);
  expect(line(knowledge.inNames())).toMatch(/^Germany in Iraq 120 = .* 30 to Jordan /);
});

test('tells a row step by step, the latest first, with the claims that came in', () => {
  const step = { observed: null, claims: ['de'], dropped: [], conflicts: [], judgements: [] };
  const row = { party: 'DE', place: iraq, mission: 'NMI', unit: null, of: 'personnel' as const };
  const state = { min: 120, max: 120, expected: null, within: null };
  const judged = { claim: 'dj', verdict: 'reject', on: '2020-01-11', by: 'ada', note: null, correction: null } as const;
  const page = viewHistory(
    {
      party: 'DE',
      place: iraq,
      mission: null,
      at: '2020-01-20',
      known: '2020-02-01',
      valid: [
        {
          ...row,
          steps: [
            { ...step, since: '2020-01-02', until: '2020-01-10', state, why: 'because', added: ['de', 'unheard of'] },
            {
              ...step,
              since: '2020-01-11',
              until: null,
              state: null,
              why: '',
              added: [],
              dropped: ['dj'],
              judgements: [judged],
            },
          ],
        },
      ],
      learnt: [],
    },
    knowledge,
    atlas,
  );
  expect(page).toMatchObject({ page: 'history', party: { name: 'Germany' }, where: 'Iraq', learnt: [] });
  const [track] = page.valid;
  expect(track!.name).toBe('NMI');
  expect(track!.steps.map(({ since, text }) => [since, text])).toEqual([
    ['2020-01-11', 'not reported'],
    ['2020-01-02', '120'],
  ]);
  expect(track!.steps[1]!.added.map(({ id }) => id)).toEqual(['de']);
  expect(track!.steps[0]!.judgements).toEqual([{ verdict: 'reject', on: '2020-01-11', by: 'ada', note: null }]);
});

test('tells a force that nobody reports from one that is reported as none', () => {
  const nobody = viewNumber(
    viewPosture(knowledge, atlas, '2020-01-08', { party: 'FR', place: iraq }),
    knowledge,
    { ...question, party: 'FR' },
    { atlas },
  );
  expect([nobody.row, nobody.claims]).toEqual([null, []]);
});

test('cites a number with both days and the transaction that it stands on', () => {
  const shell = { publicBase: 'https://ledger.example', transaction: 12 };
  expect(citationOf(number, shell, '/numbers/DE/IQ?notice=judged')).toEqual({
    text: 'Germany in Iraq: 120, as of 8 Jan 2020, as known on 1 Feb 2020. Laydown, ledger.example.',
    address: 'https://ledger.example/numbers/DE/IQ?at=2020-01-08&known=2020-02-01&tx=12',
  });
  expect(citationOf(number, shell, '/numbers/DE/IQ?tx=3')?.address).toContain('tx=3');
  expect(citationOf({ page: 'login' }, shell, '/login')).toBeNull();
});

test('draws a number as a picture: who and where, the number, its quotation and its days', () => {
  const texts = numberPicture(number).shapes.flatMap((shape) => (shape.kind === 'text' ? [shape.text] : []));
  expect(texts).toContain(`${number.party.name} in ${number.where}`);
  expect(texts).toContain(number.row!.text);
  expect(texts.some((text) => text.startsWith('“'))).toBe(true);
});

test('lists what a claim decides: the rows that would read otherwise without it', () => {
  const without = knowledgeOf(knownOf({ reports: REPORTS.slice(0, 2), judge: [] }, '2020-02-01'), atlas);
  const ask = (known: typeof knowledge) => viewPosture(known, atlas, '2020-01-20', { party: 'HR' }).rows;
  const effects = effectsOf(ask(knowledge), ask(without), atlas.displayName, (row) => row.place.country ?? '');
  expect(effects).toContainEqual({ party: 'Croatia', where: 'IQ', now: '7', without: '14' });
  expect(effects).toContainEqual({ party: 'Croatia', where: 'KW', now: 'at least 7', without: 'not reported' });
});

test('runs the calendar from the first day that a claim speaks of to the known day', () => {
  const { first, last, heard } = calendarOf(knowledge, '2020-02-01');
  expect([first, last, heard.map(([day]) => day)]).toEqual([
    '2020-01-02',
    '2020-02-01',
    ['2020-01-02', '2020-01-08', '2020-01-09'],
  ]);
});

test.each([
  [{ min: 120, max: 120 }, '120'],
  [{ min: 450, max: 550 }, '450–550'],
  [{ min: 7, max: null }, 'at least 7'],
  [{ min: 0, max: 5300 }, 'up to 5,300'],
  [{ min: 0, max: null }, 'unknown'],
])('writes %o as %s', (bounds, text) => {
  expect(countText(bounds)).toBe(text);
});

test('writes answers that are no number, quantities as stated, and ages', () => {
  expect([answerText({ min: 1, max: null }, 'present'), answerText({ min: 0, max: 0 }, 'zero')]).toEqual([
    'present, not counted',
    '0',
  ]);
  expect(quantityText({ min: 500, max: 500, approx: true, of: 'personnel' })).toBe('about 500');
  expect(quantityText({ min: null, max: 3, approx: false, of: 'ship' })).toBe('at most 3 ship');
  expect([ageText(0), ageText(1), ageText(45), ageText(200), ageText(900)]).toEqual([
    'that day',
    '1 day',
    '45 days',
    '7 months',
    '2 years',
  ]);
});

test('says what a claim asserts in a sentence', () => {
  expect(claimSentence(knowledge.claim('dj')!.claim, atlas)).toBe(
    'Germany: 30 from Iraq to Jordan, relocation, planned',
  );
});

test('writes addresses that hold any name', () => {
  expect(placeCode({ country: null, name: 'Camp Nowhere' })).toBe('?:Camp Nowhere');
  expect(
    numberAddress(
      { party: 'OTHER:A/B', place: { country: 'IQ', name: 'Al Asad' }, mission: 'R&D', unit: null },
      { at: '2020-01-08', known: null },
    ),
  ).toBe('/numbers/OTHER%3AA%2FB/IQ%3AAl%20Asad?mission=R%26D&at=2020-01-08');
  expect(address('/', { a: '', b: null, c: 0 })).toBe('/?c=0');
});
