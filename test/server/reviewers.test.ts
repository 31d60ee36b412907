// Who judged is told to those who judge; every reader sees the verdict, the day and the reason.
import { expect, test } from 'vitest';
import { addAccount } from '../../src/app/accounts/keep-accounts.ts';
import { addToken } from '../../src/app/accounts/tokens.ts';
import { judgeEntities } from '../../src/app/judge-entities.ts';
import { browse } from './browser.ts';
import { JANUARY } from './january.ts';
import { serveScratch } from './serving.ts';

const server = await serveScratch(JANUARY);
const { services } = server;
const PASSWORD = 'correct horse battery';
const NAME = 'q-the-reviewer';
await addAccount(services, { name: NAME, role: 'reviewer', password: PASSWORD });
await addAccount(services, { name: 'a-reader', role: 'reader', password: PASSWORD });
const loggedIn = async (name: string) => {
  const browser = browse(server);
  await browser.logIn(name, PASSWORD);
  return browser;
};
const reviewer = await loggedIn(NAME);
await reviewer.post('/claims/hr-iq/judgements', { verdict: 'accept', note: 'both editions say so', back: '/' });
const { claims } = (await (await server.get('/api/v1/claims?party=HR')).json()) as {
  readonly claims: readonly { readonly id: string; readonly report: { readonly id: string } }[];
};
const { report } = claims.find(({ id }) => id === 'hr-iq')!;

const PAGES = [`/reports/${report.id}`, '/history/HR/IQ'];
const ANSWERS = [`/api/v1/reports/${report.id}`, '/api/v1/history?party=HR&place=IQ'];
const HTML = { Accept: 'text/html' };
const JSON_MODEL = { Accept: 'application/json' };

test.each([...PAGES, ...ANSWERS])(
  '%s tells readers of a judgement without its name, and reviewers with it',
  async (path) => {
    const isPage = !path.startsWith('/api');
    const readings = isPage ? [HTML, JSON_MODEL] : [{}];
    const reader = await loggedIn('a-reader');
    for (const headers of readings) {
      // In both orders: an answer that is kept for the one is not given to the other.
      for (const browser of [browse(server), reviewer, reader, reviewer]) {
        const text = await (await browser.get(path, headers)).text();
        expect(text).toContain('both editions say so');
        // The shell names who is logged in.
        const told = browser === reviewer ? text.replaceAll(`{"name":"${NAME}"`, '') : text;
        expect(told.includes(NAME), `${path} for ${browser === reviewer ? 'the reviewer' : 'a reader'}`).toBe(
          browser === reviewer,
        );
      }
    }
  },
);

test('a token sees the names where its scopes let it judge', async () => {
  const asked = async (scopes: readonly string[]) => {
    const { secret } = await addToken(services, { account: NAME, scopes, label: 'for the test', days: null });
    const response = await server.get(ANSWERS[0]!, { headers: { Authorization: `Bearer ${secret}` } });
    const { judgements } = (await response.json()) as {
      readonly judgements: readonly { readonly by: string | null }[];
    };
    return judgements.map(({ by }) => by);
  };
  expect(await asked(['read'])).toEqual([null]);
  expect(await asked(['read', 'judge'])).toEqual([NAME]);
});

test('what a client has of one reader is not taken for what another may see', async () => {
  const first = await server.get(ANSWERS[0]!);
  const tag = first.headers.get('ETag')!;
  expect(first.headers.get('Vary')).toContain('Authorization, Cookie');
  expect((await server.get(ANSWERS[0]!, { headers: { 'If-None-Match': tag } })).status).toBe(304);
  expect((await reviewer.get(ANSWERS[0]!, { 'If-None-Match': tag })).status).toBe(200);
});

test('names that were merged are told of to everybody, who merged them to those who judge', async () => {
  await judgeEntities(services, { verdict: 'merge', kind: 'unit', names: ['2nd Coy'], into: '2nd Company', by: NAME });
  const told = { verdict: 'merge', kind: 'unit', names: ['2nd Coy'], into: '2nd Company', note: null };
  const asked = async (browser: ReturnType<typeof browse>) =>
    ((await (await browser.get('/api/v1/entities')).json()) as { readonly entities: readonly object[] }).entities;
  expect(await asked(browse(server))).toMatchObject([{ ...told, by: null }]);
  expect(await asked(reviewer)).toMatchObject([{ ...told, by: NAME }]);
});

test('what waits for a judgement is told to those who judge, as the page has it', async () => {
  const address = '/api/v1/review?order=uncertainty&limit=3&at=2020-01-09';
  expect((await server.get(address)).status).toBe(401);
  expect((await (await loggedIn('a-reader')).get(address)).status).toBe(403);
  const response = await reviewer.get(address);
  expect(response.headers.get('Cache-Control')).toBe('private, no-store');
  const answer = (await response.json()) as { readonly open: number; readonly claims: readonly object[] };
  const page = await reviewer.get('/review?order=uncertainty&at=2020-01-09', JSON_MODEL);
  const { model } = (await page.json()) as { readonly model: { readonly open: number; readonly items: object[] } };
  expect(answer).toMatchObject({ order: 'uncertainty', open: model.open });
  expect(answer.claims).toEqual(model.items.slice(0, 3));
  for (const wrong of ['limit=0', 'limit=51', 'order=luck', 'at=2020-02-30', 'zebra=1'])
    expect((await reviewer.get(`/api/v1/review?${wrong}`)).status).toBe(400);
});
