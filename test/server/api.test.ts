// The API answers as the command line does, in pages, with tags, and says what is wrong in one shape.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { openStore } from '../../src/adapters/open-store.ts';
import { runLaydown } from '../laydown-process.ts';
import { JANUARY } from './january.ts';
import { serveScratch } from './serving.ts';

const folder = mkdtempSync(join(tmpdir(), 'laydown-api-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const ledger = join(folder, 'ledger');
writeFileSync(join(folder, 'claims.jsonl'), JANUARY.map((line) => JSON.stringify(line)).join('\n'));
await runLaydown(['--db', ledger, 'import', join(folder, 'claims.jsonl')]);

/** The address of a question, and the same on the command line. */
const QUESTIONS: readonly (readonly [address: string, command: readonly string[]])[] = [
  ['/why?party=DE&place=IQ&known=2020-01-15', ['why', 'DE', 'IQ', '--known', '2020-01-15']],
  ['/history?party=DE&place=IQ&known=2020-01-15', ['history', 'DE', 'IQ', '--known', '2020-01-15']],
  ['/changes?since=2020-01-04&known=2020-01-15', ['changes', '--since', '2020-01-04', '--known', '2020-01-15']],
  [
    '/changes?learnt-since=2020-01-06&known=2020-01-15&at=2020-01-08&party=DE',
    ['changes', '--learnt-since', '2020-01-06', '--known', '2020-01-15', '--at', '2020-01-08', '--party', 'DE'],
  ],
  ['/conflicts?known=2020-01-15', ['conflicts', '--known', '2020-01-15']],
  ['/decisions?known=2020-01-15', ['decisions', '--known', '2020-01-15']],
  ['/claims?known=2020-01-15&kind=presence', ['claims', '--known', '2020-01-15', '--kind', 'presence']],
  ['/reports?known=2020-01-08', ['reports', '--known', '2020-01-08']],
  ['/posture?at=2020-01-10&known=2020-01-15', ['posture', '--at', '2020-01-10', '--known', '2020-01-15']],
  [
    '/posture?known=2020-01-15&party=Germany&place=Iraq',
    ['posture', '--known', '2020-01-15', '--party', 'DE', '--place', 'IQ'],
  ],
];
const told = new Map<string, unknown>();
/** Options that only say how an answer is printed, or which ledger is asked. */
const NO_QUESTION = new Set(['help', 'version', 'db', 'read-db', 'json', 'csv', 'no-why']);
/** Where a list goes on is told by an id on the command line, by a cursor in the API. */
const NAMED_OTHERWISE: Readonly<Record<string, string>> = { after: 'cursor' };
const VERBS = ['posture', 'why', 'history', 'changes', 'conflicts', 'decisions', 'claims', 'reports'];
const optionsOf = new Map<string, readonly string[]>();
for (const verb of VERBS) {
  const { stdout } = await runLaydown([verb, '--help']);
  const options = [...stdout.matchAll(/^ {2}(?:-\w, )?--([a-z-]+)/gm)].map(([, option]) => option!);
  optionsOf.set(
    verb,
    options
      .filter((option) => !NO_QUESTION.has(option))
      .map((option) => NAMED_OTHERWISE[option] ?? option)
      .sort(),
  );
}
for (const [address, command] of QUESTIONS) {
  const { stdout, stderr } = await runLaydown(['--db', ledger, '--json', ...command]);
  expect(stderr).toBe('');
  told.set(address, JSON.parse(stdout));
}
const csv = await runLaydown(['--db', ledger, 'posture', '--known', '2020-01-15', '--csv']);
const store = await openStore(ledger);
afterAll(() => store.close());
const server = await serveScratch([], {}, store);
const api = (path: string, init?: RequestInit) => server.get(`/api/v1${path}`, init);
const json = async (path: string): Promise<Record<string, unknown>> => (await api(path)).json() as never;

describe('the API', () => {
  test.each(QUESTIONS)('answers %s as the command line does', async (address) => {
    const { next, ...answer } = await json(address);
    expect(next ?? null).toBeNull();
    expect(answer).toEqual(told.get(address));
  });

  test.each(VERBS)('takes every option of `laydown %s` as a parameter', async (verb) => {
    const { paths } = (await json('/openapi.json')) as {
      readonly paths: Readonly<Record<string, { readonly get: { readonly parameters: readonly { name: string }[] } }>>;
    };
    const parameters = paths[`/${verb}`]!.get.parameters.map(({ name }) => name);
    expect(optionsOf.get(verb)).not.toEqual([]);
    expect(parameters).toEqual(expect.arrayContaining([...optionsOf.get(verb)!]));
  });

  test('writes a table as the command line does, at the same address', async () => {
    const { stdout } = csv;
    const response = await api('/posture.csv?known=2020-01-15');
    expect(response.headers.get('Content-Type')).toContain('text/csv');
    expect((await response.text()).split('\r\n')).toEqual(stdout.split('\n'));
  });

  test('puts rows and claims on the map', async () => {
    const rows = (await json('/posture.geojson?known=2020-01-15&party=LT')) as {
      features: { geometry: { type: string } }[];
    };
    expect(rows.features.map((f) => f.geometry.type)).toEqual(['Point', 'Point']);
    const { features } = (await json('/claims.geojson?known=2020-01-15&kind=movement')) as typeof rows;
    expect(features.map((f) => f.geometry.type)).toEqual(['MultiLineString']);
  });

  test('shows a report with its claims, and the ledger by names, sources and words', async () => {
    expect(await json('/reports/a?known=2020-01-15')).toMatchObject({
      report: { id: 'a' },
      claims: [{ id: 'de-iq' }, { id: 'hr-iq' }],
    });
    expect((await api('/reports/none')).status).toBe(404);
    expect(((await json('/parties'))['parties'] as { party: string }[]).map((p) => p.party)).toEqual([
      'HR',
      'DE',
      'LT',
      'NATO',
    ]);
    expect(((await json('/places'))['places'] as { name: string }[]).map((p) => p.name)).toEqual([
      'Erbil, Iraq',
      'Iraq',
      'Jordan',
    ]);
    expect(((await json('/missions'))['missions'] as { claims: number }[]).map((m) => m.claims)).toEqual([1]);
    expect((await json('/sources'))['sources']).toContainEqual(
      expect.objectContaining({ name: 'Gulf Wire', reports: 2, claims: 3 }),
    );
    const found = async (query: string) =>
      ((await json(`/search?${query}`))['claims'] as { id: string }[]).map((c) => c.id);
    expect(await found('q=germans%20Jordan')).toEqual(['de-jo']);
    expect(await found('party=DE&kind=presence&min=140')).toEqual(['de-iq-other']);
    expect(await found('place=Erbil')).toEqual(['lt-erbil']);
  });

  test('gives a list in pages that together are the whole', async () => {
    const whole = (await json('/posture?known=2020-01-15'))['rows'] as unknown[];
    const rows: unknown[] = [];
    let cursor: unknown = null;
    do {
      const page = await json(`/posture?known=2020-01-15&limit=1${cursor === null ? '' : `&cursor=${cursor}`}`);
      rows.push(...(page['rows'] as unknown[]));
      cursor = page['next'];
    } while (cursor !== null);
    expect(whole.length).toBeGreaterThan(2);
    expect(rows).toEqual(whole);
  });

  test('spares the answer where the client has it, until the ledger grows', async () => {
    const path = '/posture?at=2020-01-10&known=2020-01-15';
    const tag = (await api(path)).headers.get('ETag')!;
    expect((await api(path, { headers: { 'If-None-Match': tag } })).status).toBe(304);
    expect((await api(`${path}&party=DE`, { headers: { 'If-None-Match': tag } })).status).toBe(200);
    const judgement = {
      claim: 'hr-iq',
      verdict: 'accept',
      on: '2020-01-15',
      by: null,
      note: null,
      correction: null,
    } as const;
    await server.services.store.append([{ kind: 'claim-judged', judgement }], server.services.clock.now());
    expect((await api(path, { headers: { 'If-None-Match': tag } })).status).toBe(200);
  });

  test.each([
    ['/changes', 400, 'since'],
    ['/why?party=DE', 400, 'place'],
    ['/search?min=5&max=3', 400, 'min 5 is more than max 3'],
    ['/claims?kind=rumour', 400, 'kind'],
    ['/posture?plac=IQ', 400, 'unknown parameter plac'],
    ['/posture?at=2020-02-30', 400, 'at: is no date'],
    ['/posture?place=Irak%20North', 404, 'no place "Irak North" is known'],
    ['/posture?cursor=bm9uZQ', 400, 'cursor "bm9uZQ" is none'],
    ['/posture?limit=0', 400, 'limit: is no number from 1 to 5000'],
    ['/posture?party=DE&party=US', 400, 'party'],
    ['/nothing', 404, 'there is nothing at /api/v1/nothing'],
  ])('refuses %s with one shape of problem', async (path, status, detail) => {
    const response = await api(path);
    expect(response.status).toBe(status);
    expect(response.headers.get('Content-Type')).toBe('application/problem+json');
    const problem = (await response.json()) as Record<string, unknown>;
    expect(problem).toMatchObject({ status, detail: expect.stringContaining(detail) });
    expect(problem['instance']).toBe(response.headers.get('X-Request-Id'));
  });

  test('may be read from any site, and describes itself', async () => {
    const response = await api('/openapi.json', { headers: { Origin: 'https://newsroom.example' } });
    expect(response.headers.get('Access-Control-Allow-Origin')).toBe('*');
    const description = (await response.json()) as { openapi: string; paths: Record<string, unknown> };
    expect(description.openapi).toBe('3.1.0');
    expect(Object.keys(description.paths)).toContain('/posture');
  });

  test('answers as judged by an earlier day, and asks for one of two ways to tell of changes', async () => {
    const judgement = {
      claim: 'lt-erbil',
      verdict: 'reject',
      on: '2020-01-14',
      by: 'ada',
      note: null,
      correction: null,
    } as const;
    await server.services.store.append([{ kind: 'claim-judged', judgement }], server.services.clock.now());
    const of = async (address: string) =>
      ((await json(address))['rows'] as { readonly min: number }[]).map(({ min }) => min);
    const question = '/posture?party=LT&place=IQ&at=2020-01-13&known=2020-01-15';
    const [judged, before] = [await of(question), await of(`${question}&judged=2020-01-13`)];
    expect(judged).not.toEqual(before);
    for (const address of ['/changes', '/changes?since=2020-01-01&learnt-since=2020-01-01']) {
      const response = await api(address);
      expect(response.status).toBe(400);
      expect(((await response.json()) as { readonly detail: string }).detail).toContain('say either since');
    }
  });
});
