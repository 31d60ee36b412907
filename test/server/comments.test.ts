// Readers' comments: pending until approved, plain text, without a trace of the e-mail address.
import { expect, test } from 'vitest';
import { addAccount } from '../../src/app/accounts/keep-accounts.ts';
import { exportLedgerLines } from '../../src/app/export-ledger.ts';
import { importClaims } from '../../src/app/import-claims.ts';
import { redactReport } from '../../src/app/redact-report.ts';
import { scratchLedger } from '../scratch-ledger.ts';
import { browse, leadsTo } from './browser.ts';
import { JANUARY } from './january.ts';
import { serveScratch } from './serving.ts';

const EMAIL = 'jo.reader@mail.example';
const PASSWORD = 'correct horse battery';
const NASTY = '<script>alert(1)</script>\u202e <b>see</b> javascript:alert(1)\u0000';

const server = await serveScratch(JANUARY);
const { services } = server;
await addAccount(services, { name: 'ed', role: 'editor', password: PASSWORD });
await addAccount(services, { name: 'rev', role: 'reviewer', password: PASSWORD });
const reader = browse(server);
const editor = browse(server);
await editor.logIn('ed', PASSWORD);

let now = Date.parse('2020-02-01T12:00:00.000Z');
const later = (seconds: number): void => {
  now += seconds * 1000;
  server.setNow(new Date(now).toISOString());
};
/** As a person does: the page stands open for a while. */
const comment = async (fields: Record<string, string>, report = 'a', from = reader) => {
  const csrf = await from.formToken();
  later(10);
  return from.post(`/reports/${report}/comments`, {
    name: 'Jo',
    email: EMAIL,
    text: 'Well told.',
    back: '/conflicts',
    csrf,
    ...fields,
  });
};
const shown = async (report = 'a') =>
  (
    (await (await server.get(`/api/v1/reports/${report}/comments`)).json()) as {
      comments: { id: string; text: string }[];
    }
  ).comments;
const pending = async () =>
  ((await (await editor.get('/api/v1/comments?state=pending')).json()) as { comments: { id: string }[] }).comments;
const decide = (id: string, verdict: string, as = editor) =>
  as.post(`/comments/${id}/moderation`, { verdict, back: '/conflicts' });

test('a comment is shown once it is approved, no longer when that is withdrawn', async () => {
  expect(leadsTo(await comment({ text: NASTY }))).toBe('303 /conflicts?notice=comment-waits');
  expect(await shown()).toEqual([]);
  const [{ id } = { id: '' }] = await pending();
  expect(leadsTo(await decide(id, 'approve'))).toBe('303 /conflicts?notice=moderated');
  expect(await shown()).toEqual([
    {
      id,
      report: 'a',
      name: 'Jo',
      text: '<script>alert(1)</script> <b>see</b> javascript:alert(1)',
      posted: '2020-02-01T12:00:10.000Z',
    },
  ]);
  await decide(id, 'withdraw');
  expect(await shown()).toEqual([]);
  await decide(id, 'refuse');
  expect(await pending()).toEqual([]);
  await decide(id, 'approve');
});

test.each([
  ['no name', { name: ' ' }, 'usage'],
  ['no text', { text: '\n\u200b' }, 'usage'],
  ['an address that is none', { email: 'jo at mail' }, 'usage'],
  ['a text that is too long', { text: 'x'.repeat(4001) }, 'too-large'],
  ['a name that is too long', { name: 'x'.repeat(81) }, 'too-large'],
])('a comment with %s is refused', async (_, fields, problem) => {
  expect(leadsTo(await comment(fields))).toBe(`303 /conflicts?problem=${problem}`);
});

test('a comment on no report is refused', async () => {
  expect(leadsTo(await comment({}, 'none'))).toBe('303 /conflicts?problem=not-found');
});

test('machines are kept out: by the trap, the least time, and the rate', async () => {
  const strict = await serveScratch(JANUARY, { commentsPerHour: 2 });
  const machine = browse(strict);
  const fields = { name: 'M', email: EMAIL, text: 'Buy this.', back: '/conflicts' };
  expect(leadsTo(await machine.post('/reports/a/comments', fields))).toContain('problem=too-many-requests');
  const csrf = await machine.formToken();
  strict.setNow('2020-02-01T12:00:05.000Z');
  const trapped = await machine.post('/reports/a/comments', { ...fields, csrf, website: 'https://spam.example' });
  expect(leadsTo(trapped)).toContain('notice=comment-waits');
  expect((await strict.services.store.comments()).comments).toEqual([]);
  for (const [text, outcome] of [
    ['one', 'notice'],
    ['two', 'notice'],
    ['three', 'problem=too-many-requests'],
  ] as const)
    expect(leadsTo(await machine.post('/reports/a/comments', { ...fields, csrf, text }))).toContain(outcome);
});

test('only moderators see what is pending, and decide', async () => {
  const reviewer = browse(server);
  await reviewer.logIn('rev', PASSWORD);
  expect((await reader.get('/api/v1/comments')).status).toBe(401);
  expect((await reviewer.get('/api/v1/comments')).status).toBe(403);
  const [{ id } = { id: '' }] = await shown();
  const refused = await reviewer.post(
    `/comments/${id}/moderation`,
    { verdict: 'refuse' },
    { Accept: 'application/json' },
  );
  expect(refused.status).toBe(403);
  expect(await shown()).toHaveLength(1);
});

test('the e-mail address is in no answer, page, export, log or table, and its hash only in the ledger and its export', async () => {
  const [{ author } = { author: '' }] = (await services.store.comments()).comments;
  const answers = await Promise.all(
    [
      '/',
      '/conflicts',
      '/api/v1/comments',
      '/api/v1/reports/a',
      '/api/v1/reports/a/comments',
      '/api/v1/openapi.json',
    ].map(async (path) => (await editor.get(path)).text()),
  );
  for (const text of [...answers, ...server.logged]) {
    expect(text).not.toContain(EMAIL);
    expect(text).not.toContain(author);
  }
  const lines: string[] = [];
  for await (const line of exportLedgerLines(services)) lines.push(JSON.stringify(line));
  expect(lines.join('\n')).toContain(author);
  expect(lines.join('\n').toLowerCase()).not.toContain(EMAIL);
});

test('comments go with the export into an equal ledger, and again without a trace', async () => {
  const lines: string[] = [];
  for await (const line of exportLedgerLines(services)) lines.push(JSON.stringify(line));
  const copy = { ...services, store: await scratchLedger() };
  for (let i = 0; i < 2; i++) {
    const { faults } = await importClaims(copy, each(lines), 'ledger.jsonl');
    expect(faults).toEqual([]);
    expect(await copy.store.comments()).toEqual(await services.store.comments());
  }
  expect(await copy.store.cursor()).toBe(await services.store.cursor());
  expect(await copy.store.verify()).toEqual([]);
});

test('a comment is erased on demand, and with the words of its report; the ledger stays whole', async () => {
  await comment({ text: 'I am named here.' }, 'a');
  await comment({ text: 'As the report says: secret.' }, 'b');
  const [first, second] = await pending();
  expect(leadsTo(await decide(first!.id, 'erase'))).toContain('notice=moderated');
  await redactReport(services, { report: 'b', why: 'the publisher asked' });
  const { comments } = await services.store.comments();
  const left = comments.filter(({ id }) => id === first!.id || id === second!.id);
  expect(left.map(({ name, author, text }) => [name, author, text])).toEqual([
    [null, null, null],
    [null, null, null],
  ]);
  expect(await services.store.verify()).toEqual([]);
});

async function* each<T>(items: readonly T[]): AsyncGenerator<T> {
  yield* items;
}
