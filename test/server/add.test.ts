// Adding reports over HTTP: looked at first, kept then; from the public web only. And by address on the command line.
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer, request, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { publicWebOnly } from '../../src/adapters/web-fetch.ts';
import { addAccount } from '../../src/app/accounts/keep-accounts.ts';
import { runLaydown } from '../laydown-process.ts';
import { browse, leadsTo } from './browser.ts';
import { serveScratch } from './serving.ts';

const STORY = 'VILNIUS - Lithuania has 40 soldiers in Iraq, the Defence Ministry said on Monday.';
const PAGE = `<!doctype html><html><head><title>Forty in Iraq</title></head><body><article><h1>Forty in Iraq</h1>${`<p>${STORY}</p>`.repeat(3)}</article></body></html>`;
const PASSWORD = 'correct horse battery';

const site: Server = createServer((asked, response) => {
  if (asked.url === '/moved') response.writeHead(302, { Location: '/story' }).end();
  else if (asked.url === '/inside') response.writeHead(302, { Location: `http://127.0.0.1:1/admin` }).end();
  else response.writeHead(200, { 'Content-Type': 'text/html; charset=utf-8' }).end(PAGE);
});
await new Promise<void>((resolve) => site.listen(0, '127.0.0.1', resolve));
const sitePort = (site.address() as AddressInfo).port;
const at = (path: string) => `http://127.0.0.1:${sitePort}${path}`;
const folder = mkdtempSync(join(tmpdir(), 'laydown-add-'));
afterAll(() => {
  site.closeAllConnections();
  site.close();
  rmSync(folder, { recursive: true, force: true });
});

/** The test's own site stands for the public web. */
const server = await serveScratch(
  [],
  {},
  undefined,
  (address, port) => port === sitePort || publicWebOnly(address, port),
);
const { services } = server;
for (const role of ['reviewer', 'editor']) await addAccount(services, { name: role, role, password: PASSWORD });
const as = async (name: string) => {
  const browser = browse(server);
  await browser.logIn(name, PASSWORD);
  return browser;
};
const editor = await as('editor');
const JSON_ANSWER = { Accept: 'application/json' };
const add = async (fields: Record<string, string>, from = editor) => {
  const response = await from.post('/add', fields, JSON_ANSWER);
  return { status: response.status, answer: (await response.json()) as Record<string, unknown> };
};
const held = async () => (await services.store.reports()).length;

test('a pasted text is looked at, and kept when it is said so', async () => {
  const { status, answer } = await add({
    step: 'look',
    text: STORY,
    published: '2020-01-06',
    publisher: 'Baltic Wire',
  });
  expect(status).toBe(200);
  expect(answer).toMatchObject({
    reports: [
      {
        report: { publisher: 'Baltic Wire', published: '2020-01-06' },
        claims: [{ party: 'LT', quantity: { min: 40 } }],
      },
    ],
    faults: [],
  });
  expect(await held()).toBe(0);
  const kept = await editor.post('/add', { step: 'keep', draft: String(answer['draft']) });
  const [{ id } = { id: '' }] = await services.store.reports();
  expect(leadsTo(kept)).toBe(`303 /reports/${id}?notice=added`);
  expect(await add({ text: STORY, published: '2020-01-06', publisher: 'Baltic Wire' })).toMatchObject({
    status: 200,
    answer: { known: 1 },
  });
});

test('what one account looked at is not kept by another', async () => {
  await addAccount(services, { name: 'other', role: 'editor', password: PASSWORD });
  const { answer } = await add({ step: 'look', text: `${STORY} Again.` });
  const before = await held();
  expect((await add({ draft: String(answer['draft']) }, await as('other'))).status).toBe(404);
  expect(await held()).toBe(before);
});

test('only an editor adds', async () => {
  expect((await add({ text: STORY }, browse(server))).status).toBe(401);
  expect((await add({ text: STORY }, await as('reviewer'))).status).toBe(403);
});

test.each([
  ['nothing', {}, 400],
  ['two things', { text: STORY, address: 'https://example.org/' }, 400],
  ['a day that is none', { text: STORY, published: '2020-02-30' }, 400],
  ['an address that is none', { address: 'file:///etc/passwd' }, 400],
  ['a text that is too long', { text: 'x '.repeat(150_000) }, 413],
])('refuses %s', async (_, fields, status) => {
  expect((await add(fields)).status).toBe(status);
});

test('a page is added by its address, after redirects', async () => {
  const { answer } = await add({ address: at('/moved'), published: '2020-01-07' });
  expect(answer).toMatchObject({ added: 1, faults: [] });
  const report = (await services.store.reports()).find(({ published }) => published === '2020-01-07');
  expect(report).toMatchObject({ url: at('/story'), title: 'Forty in Iraq' });
});

test.each([
  'http://127.0.0.1/',
  'http://localhost:5432/',
  'http://[::1]/',
  'http://169.254.169.254/latest/meta-data',
  'http://0x7f000001/',
  'http://[::ffff:10.0.0.1]/',
  at('/inside'),
])('the private network is not read: %s', async (address) => {
  const { status, answer } = await add({ address });
  expect([status, answer['detail']]).toEqual([422, expect.stringContaining('private network')]);
});

const upload = async (name: string, content: string) => {
  const form = new FormData();
  form.set('csrf', await editor.formToken());
  form.set('step', 'look');
  form.set('file', new File([content], name));
  return editor.cookies.size === 0
    ? Promise.reject(new Error('not logged in'))
    : server.get('/add', {
        method: 'POST',
        body: form,
        headers: { ...JSON_ANSWER, Origin: server.url, Cookie: [...editor.cookies].map((c) => c.join('=')).join() },
      });
};

test('a file is read by its content; its name leads nowhere', async () => {
  for (const name of ['../../../../etc/passwd', 'C:\\secret\\story.html', 'story.html', '..', 'a\u0000.txt']) {
    const response = await upload(name, PAGE);
    expect([name, response.status]).toEqual([name, 200]);
    const { reports } = (await response.json()) as { reports: { report: { title: string } }[] };
    expect(reports.map(({ report }) => report.title)).toEqual(['Forty in Iraq']);
  }
});

test('a body that is too large is refused before it is read, also where it lies about its length', async () => {
  const [cookie] = [...editor.cookies].map((c) => c.join('='));
  const send = (headers: Record<string, string>, chunks: number) =>
    new Promise<number | string>((resolve) => {
      const { hostname, port } = new URL(server.url);
      const sent = request({
        hostname,
        port,
        path: '/add',
        method: 'POST',
        headers: { ...JSON_ANSWER, Cookie: cookie!, ...headers },
      });
      sent.on('response', (answer) => {
        resolve(answer.statusCode!);
        sent.destroy();
      });
      sent.on('error', (error) => resolve((error as NodeJS.ErrnoException).code!));
      const chunk = Buffer.alloc(1 << 20, 'x');
      const write = (left: number): void => {
        if (left === 0) sent.end();
        else sent.write(chunk, () => write(left - 1));
      };
      write(chunks);
    });
  const form = { 'Content-Type': 'application/x-www-form-urlencoded' };
  expect(await send({ ...form, 'Content-Length': String(30 << 20) }, 1)).toBe(413);
  expect([413, 'ECONNRESET', 'EPIPE']).toContain(await send({ ...form, 'Transfer-Encoding': 'chunked' }, 40));
  expect((await server.get('/healthz')).status).toBe(200);
});

test('the command line adds by address, too, and says which it could not read', async () => {
  const { status, stdout, stderr } = await runLaydown([
    '--db',
    join(folder, 'ledger'),
    'add',
    at('/story'),
    'http://127.0.0.1:1/none',
  ]);
  expect(status).toBe(1);
  expect(stdout).toMatch(/^added .* claims? +http:\/\/127/);
  expect(stderr).toContain('http://127.0.0.1:1/none: 127.0.0.1:1: the site does not answer');
});
