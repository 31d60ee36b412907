// Who may do what: logging in, sessions, forms, tokens, and what each role is refused.
import { expect, test } from 'vitest';
import { addAccount, changeRole, removeAccount } from '../../src/app/accounts/keep-accounts.ts';
import { addToken, revokeToken } from '../../src/app/accounts/tokens.ts';
import { browse, leadsTo } from './browser.ts';
import { JANUARY } from './january.ts';
import { serveScratch } from './serving.ts';

const server = await serveScratch(JANUARY);
const { services } = server;
const PASSWORD = 'correct horse battery';
for (const role of ['reader', 'reviewer', 'editor', 'admin'])
  await addAccount(services, { name: `a-${role}`, role, password: PASSWORD });

const asRole = async (role: string) => {
  const browser = browse(server);
  await browser.logIn(`a-${role}`, PASSWORD);
  return browser;
};
const judge = { verdict: 'accept', back: '/conflicts' };
const user = async (browser: ReturnType<typeof browse>) =>
  ((await (await browser.get('/conflicts', { Accept: 'application/json' })).json()) as { shell: { user: unknown } })
    .shell.user;

test('a form logs in, and the cookie is out of reach of scripts and other sites', async () => {
  const browser = browse(server);
  const response = await browser.logIn('a-reviewer', PASSWORD);
  expect(leadsTo(response)).toBe('303 /conflicts?notice=logged-in');
  expect(response.headers.getSetCookie()[0]).toMatch(
    /^laydown=[\w-]{43}; Max-Age=604800; Path=\/; HttpOnly; SameSite=Lax$/,
  );
  expect(await user(browser)).toEqual({ name: 'a-reviewer', role: 'reviewer' });
});

test('behind HTTPS the cookie is for this host and HTTPS alone', async () => {
  const secure = await serveScratch([], { publicBase: 'https://ledger.example' });
  await addAccount(secure.services, { name: 'eva', role: 'reader', password: PASSWORD });
  const response = await browse(secure).post(
    '/login',
    { name: 'eva', password: PASSWORD },
    { Origin: 'https://ledger.example' },
  );
  expect(response.headers.getSetCookie()[0]).toMatch(/^__Host-laydown=.*; Path=\/; HttpOnly; Secure; SameSite=Lax$/);
  expect(response.headers.get('Strict-Transport-Security')).toBe('max-age=31536000');
});

test('a session that was planted before is not taken over, and each login makes a new one', async () => {
  const browser = browse(server);
  browser.cookies.set('laydown', 'planted-by-somebody-else-planted-by-somebody');
  await browser.logIn('a-reader', PASSWORD);
  const first = browser.cookies.get('laydown')!;
  expect(first).not.toContain('planted');
  await browser.logIn('a-reader', PASSWORD);
  expect(browser.cookies.get('laydown')).not.toBe(first);
  const thief = browse(server);
  thief.cookies.set('laydown', first);
  expect(await user(thief)).toBeNull();
});

test('logging out ends the session, not only the cookie', async () => {
  const browser = await asRole('reader');
  const held = browser.cookies.get('laydown')!;
  expect(leadsTo(await browser.post('/logout', {}))).toBe('303 /?notice=logged-out');
  expect(browser.cookies.has('laydown')).toBe(false);
  browser.cookies.set('laydown', held);
  expect(await user(browser)).toBeNull();
});

test('a session ends after a week, with a new role, and with its account', async () => {
  await addAccount(services, { name: 'leaving', role: 'reader', password: PASSWORD });
  const browser = browse(server);
  await browser.logIn('leaving', PASSWORD);
  server.setNow('2020-02-08T12:00:01.000Z');
  expect(await user(browser)).toBeNull();
  server.setNow('2020-02-01T12:00:00.000Z');
  await browser.logIn('leaving', PASSWORD);
  await changeRole(services, 'leaving', 'editor');
  expect(await user(browser)).toBeNull();
  await browser.logIn('leaving', PASSWORD);
  expect(await user(browser)).toEqual({ name: 'leaving', role: 'editor' });
  await removeAccount(services, 'leaving');
  expect(await user(browser)).toBeNull();
});

test('wrong passwords are told apart from nothing, and after five tries nothing is tried for a while', async () => {
  const strict = await serveScratch();
  await addAccount(strict.services, { name: 'anna', role: 'admin', password: PASSWORD });
  const browser = browse(strict);
  const unknown = await browser.logIn('nobody', PASSWORD);
  const wrong = await browser.logIn('anna', 'not this one');
  expect(leadsTo(wrong)).toBe('303 /conflicts?problem=wrong-password');
  expect(leadsTo(unknown)).toBe(leadsTo(wrong));
  for (let i = 0; i < 4; i++) await browser.logIn('anna', `guess ${i}`);
  expect(leadsTo(await browser.logIn('anna', PASSWORD))).toBe('303 /conflicts?problem=too-many-requests');
  const asProgram = await browser.post('/login', { name: 'anna', password: PASSWORD }, { Accept: 'application/json' });
  expect([asProgram.status, asProgram.headers.get('Retry-After')]).toEqual([429, '900']);
  strict.setNow('2020-02-01T12:15:00.000Z');
  expect(leadsTo(await browser.logIn('anna', PASSWORD))).toBe('303 /conflicts?notice=logged-in');
});

test('many tries at once are many tries', async () => {
  const strict = await serveScratch();
  await addAccount(strict.services, { name: 'anna', role: 'admin', password: PASSWORD });
  const browser = browse(strict);
  const tries = await Promise.all(Array.from({ length: 12 }, (_, i) => browser.logIn('anna', `guess ${i}`)));
  expect(tries.map(leadsTo).filter((to) => to.endsWith('wrong-password'))).toHaveLength(5);
});

test.each([
  ['no token', { csrf: '' }, {}],
  ['a made-up token', { csrf: 'k6g1a.abcdefghijklmnopqrstuvwxyz' }, {}],
  ['the right token from another site', {}, { Origin: 'https://evil.example' }],
  ['the right token from another site, as its browser says', {}, { 'Sec-Fetch-Site': 'cross-site' }],
  ['the right token from a neighbour', {}, { 'Sec-Fetch-Site': 'same-site' }],
])('nothing is posted with %s', async (_, fields, headers) => {
  const browser = await asRole('reviewer');
  const response = await browser.post('/claims/hr-iq/judgements', { ...judge, ...fields }, headers);
  expect(leadsTo(response)).toBe('303 /conflicts?problem=bad-form-token');
  expect((await services.store.facts()).judgements).toEqual([]);
});

test("a form's token is good for its own session only, and for a day", async () => {
  const [mine, other] = [await asRole('reviewer'), await asRole('reviewer')];
  const csrf = await other.formToken();
  expect(leadsTo(await mine.post('/claims/hr-iq/judgements', { ...judge, csrf }))).toContain('problem=bad-form-token');
  const old = await mine.formToken();
  server.setNow('2020-02-02T12:00:01.000Z');
  expect(leadsTo(await mine.post('/claims/hr-iq/judgements', { ...judge, csrf: old }))).toContain(
    'problem=bad-form-token',
  );
  server.setNow('2020-02-01T12:00:00.000Z');
});

test.each([
  '//evil.example/',
  'https://evil.example/',
  '/\\evil.example',
  '/%0d%0aSet-Cookie:x=1',
  'javascript:alert(1)',
  '/\t/evil.example',
  '/..//evil.example/',
  '/.//evil.example/',
  '/conflicts/..//evil.example/',
])('a form leads back to this site, whatever it asks: %s', async (back) => {
  const response = await (await asRole('reader')).post('/logout', { back });
  const to = new URL(response.headers.get('Location')!, server.url);
  expect(to.origin).toBe(server.url);
  expect(response.headers.getSetCookie().join()).not.toContain('x=1');
});

test('each role may judge, or is refused, as the roles say', async () => {
  const nobody = await browse(server).post('/claims/hr-iq/judgements', judge);
  expect(leadsTo(nobody)).toContain('problem=not-logged-in');
  const reader = await (await asRole('reader')).post('/claims/hr-iq/judgements', judge, { Accept: 'application/json' });
  expect(reader.status).toBe(403);
  const reviewer = await (await asRole('reviewer')).post('/claims/hr-iq/judgements', { ...judge, note: 'checked' });
  expect(leadsTo(reviewer)).toBe('303 /conflicts?notice=judged');
  const again = await (await asRole('reviewer')).post(
    '/claims/hr-iq/judgements',
    { ...judge, note: 'checked' },
    { Accept: 'application/json' },
  );
  expect(again.status).toBe(200);
  expect(await again.json()).toMatchObject({
    new: false,
    judgement: { by: 'a-reviewer', note: 'checked', on: '2020-02-01' },
  });
  const corrected = await (await asRole('admin')).post(
    '/claims/lt-erbil/judgements',
    {
      verdict: 'correct',
      notation: 'presence LT 41 IQ(Erbil)',
      by: 'somebody else',
    },
    { Accept: 'application/json' },
  );
  expect(await corrected.json()).toMatchObject({ judgement: { by: 'a-admin', correction: { quantity: { min: 41 } } } });
});

test('a note may hold what no database text can: it is mended or left out', async () => {
  const reviewer = await asRole('reviewer');
  const fields = { verdict: 'accept', note: 'a\u0000b' };
  const response = await reviewer.post('/claims/training/judgements', fields, { Accept: 'application/json' });
  expect(await response.json()).toMatchObject({ judgement: { note: 'ab' } });
  const { secret } = await addToken(services, { account: 'a-reviewer', scopes: ['judge'], label: '', days: null });
  const asProgram = await server.get('/claims/training/judgements', {
    method: 'POST',
    headers: { Authorization: `Bearer ${secret}`, 'Content-Type': 'application/json' },
    body: '{"verdict":"accept","note":"a\\ud800b\\u0000"}',
  });
  expect(await asProgram.json()).toMatchObject({ judgement: { note: 'a\ufffdb' } });
});

test('a token does what its scopes and its role say, until it ends', async () => {
  const make = (account: string, scopes: string[], days: number | null = null) =>
    addToken(services, { account, scopes, label: 'test', days });
  const post = (secret: string) =>
    server.get('/claims/de-iq/judgements', {
      method: 'POST',
      headers: { Authorization: `Bearer ${secret}`, 'Content-Type': 'application/json' },
      body: JSON.stringify({ verdict: 'accept' }),
    });
  await expect(make('a-reader', ['judge'])).rejects.toMatchObject({ code: 'usage' });
  const reading = await make('a-reviewer', ['read']);
  expect((await post(reading.secret)).status).toBe(403);
  const judging = await make('a-reviewer', ['read', 'judge'], 30);
  expect((await post(judging.secret)).status).toBe(201);
  await changeRole(services, 'a-reviewer', 'reader');
  expect((await post(judging.secret)).status).toBe(403);
  await changeRole(services, 'a-reviewer', 'reviewer');
  server.setNow('2020-03-03T12:00:00.000Z');
  expect((await post(judging.secret)).status).toBe(401);
  server.setNow('2020-02-01T12:00:00.000Z');
  await revokeToken(services, judging.token.id);
  expect((await post(judging.secret)).status).toBe(401);
  expect((await post('x'.repeat(48))).status).toBe(401);
});

test('a private server answers nobody without an account, but for the way in', async () => {
  const hidden = await serveScratch(JANUARY, { isPrivate: true });
  await addAccount(hidden.services, { name: 'eva', role: 'reader', password: PASSWORD });
  for (const path of ['/', '/api/v1/posture', '/api/v1/openapi.json', '/api/v1/reports/a'])
    expect((await hidden.get(path)).status).toBe(401);
  expect((await hidden.get('/healthz')).status).toBe(200);
  const { secret } = await addToken(hidden.services, { account: 'eva', scopes: ['read'], label: '', days: null });
  expect((await hidden.get('/api/v1/posture', { headers: { Authorization: `Bearer ${secret}` } })).status).toBe(200);
});
