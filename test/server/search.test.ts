// Reports by their words: the same over the API, on the pages and on the command line; what is erased or not yet known is not found.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { redactReport } from '../../src/app/redact-report.ts';
import { runLaydown } from '../laydown-process.ts';
import { serveScratch } from './serving.ts';

const report = (id: string, published: string, text: string, claim: object, publisher = 'Gulf Wire') => ({
  report: { id, published, publisher, title: `Report ${id}`, text },
  claims: [{ id: `c-${id}`, kind: 'presence', place: { country: 'IQ', name: null }, ...claim }],
});
const SCRIPT = '<script>alert(1)</script>';
const server = await serveScratch([
  report('taji', '2020-01-05', `Germany has 120 soldiers in Iraq. The training was suspended in ${SCRIPT} Camp Taji.`, {
    evidence: 'Germany has 120 soldiers in Iraq',
    party: 'DE',
    quantity: { min: 120, max: 120 },
  }),
  report(
    'erbil',
    '2020-01-08',
    'Norway has 70 soldiers in Iraq. Nobody spoke of suspending the training in Erbil.',
    { evidence: 'Norway has 70 soldiers in Iraq', party: 'NO', quantity: { min: 70, max: 70 } },
    'Northern Post',
  ),
  report('erased', '2020-01-09', 'Latvia has 9 soldiers in Iraq, where training was suspended.', {
    evidence: 'Latvia has 9 soldiers in Iraq',
    party: 'LV',
    quantity: { min: 9, max: 9 },
  }),
]);
await redactReport(server.services, { report: 'erased', why: 'asked' });

interface Found {
  readonly reports: readonly {
    readonly id: string;
    readonly passages?: readonly { readonly text: string; readonly marks: readonly [number, number][] }[];
  }[];
  readonly next: string | null;
}
const ask = async (query: string): Promise<Found> =>
  (await (await server.get(`/api/v1/reports?${query}`)).json()) as Found;
const idsFor = async (query: string) => (await ask(query)).reports.map(({ id }) => id);

test('reports are found by their words, with the passages, and by the claims in them', async () => {
  expect(await idsFor('search=training+suspended')).toEqual(['taji', 'erbil']);
  expect(await idsFor('search="training+was+suspended"')).toEqual(['taji']);
  expect(await idsFor('search=training+-erbil')).toEqual(['taji']);
  expect(await idsFor('search=training&known=2020-01-06')).toEqual(['taji']);
  expect(await idsFor('search=training&publisher=Northern+Post')).toEqual(['erbil']);
  expect(await idsFor('search=training&party=Norway')).toEqual(['erbil']);
  expect(await idsFor('search=training&place=IQ&min=100')).toEqual(['taji']);
  expect(await idsFor('search=training&max=100')).toEqual(['erbil']);
  expect(await idsFor('party=LV')).toEqual(['erased']);
  const [found] = (await ask('search=suspended')).reports;
  const [passage] = found!.passages!;
  expect(passage!.marks.map(([start, end]) => passage!.text.slice(start, end))).toEqual(['suspended']);
});

test('a page of them is as long as asked, and the next goes on', async () => {
  const first = await ask('search=training&limit=1');
  expect(first.reports.map(({ id, passages }) => [id, passages?.length])).toEqual([['taji', 1]]);
  expect(await idsFor(`search=training&limit=1&cursor=${first.next}`)).toEqual(['erbil']);
});

test('an erased text is found by none of its words', async () => {
  expect(await idsFor('search=Latvia')).toEqual([]);
  expect(await idsFor('search=redacted')).toEqual(['erased']);
});

test.each([
  ['min=200&max=100', 400, /more than max/],
  ['min=x', 400, /whole number/],
  ['party=Germny', 404, /did you mean .*Germany/],
  ['search=', 400, /search/],
])('a question that is none is told so: %s', async (query, status, words) => {
  const response = await server.get(`/api/v1/reports?${query}`);
  expect([response.status, await response.text()]).toEqual([status, expect.stringMatching(words)]);
});

test('the pages show them as words, the latest first', async () => {
  const search = await (await server.get('/search?q=training')).text();
  expect(search).toContain('2 reports have it in their text');
  expect(search.indexOf('/reports/erbil')).toBeLessThan(search.indexOf('/reports/taji'));
  const reports = await (await server.get('/reports?search=taji')).text();
  expect(reports).toContain('<mark>Taji</mark>');
  expect(reports).toContain('suspended in alert(1) Camp');
  expect(reports).not.toContain(SCRIPT);
  expect(await (await server.get('/reports?search=gyrocopter')).text()).toContain('No report holds all of that');
});

test('the command line finds the same', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'laydown-search-'));
  const ledger = join(folder, 'ledger');
  try {
    writeFileSync(join(folder, 'a.txt'), 'Erbil\n\nNorway has 70 soldiers in Iraq. The training goes on in Erbil.');
    await runLaydown(['--db', ledger, 'add', join(folder, 'a.txt')]);
    const json = await runLaydown(['--db', ledger, 'reports', '--search', 'trained', '--min', '70', '--json']);
    expect((JSON.parse(json.stdout) as Found).reports[0]?.passages?.[0]?.text).toContain('The training goes on');
    const people = await runLaydown(['--db', ledger, 'reports', '--search', 'training']);
    expect(people.stdout).toMatch(/\n {4}… .*training goes on in Erbil/);
    const none = await runLaydown(['--db', ledger, 'reports', '--search', 'training', '--min', '71']);
    expect(none.stdout).toContain('0 reports');
    const wrong = await runLaydown(['--db', ledger, 'reports', '--min', 'many']);
    expect([wrong.status, wrong.stderr]).toEqual([2, expect.stringContaining('--min many: a whole number')]);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});
