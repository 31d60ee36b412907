// What the server tells without being asked again: feeds, events, counts; and to whom it answers at all.
import { request } from 'node:http';
import { parseAtomFeed, parseJsonFeed } from 'feedsmith';
import { expect, test } from 'vitest';
import { judgeClaim } from '../../src/app/judge-claim.ts';
import { JANUARY } from './january.ts';
import { serveScratch } from './serving.ts';

const server = await serveScratch(JANUARY);
const text = async (path: string) => (await server.get(path)).text();
const titles = async (query: string) =>
  parseAtomFeed(await text(`/feeds/${query}`)).entries?.map(({ title }) => title?.value) ?? [];

test('feeds tell changes, conflicts and decisions, of all and of one party, place or mission', async () => {
  expect(await titles('changes.atom')).toContain('Germany: relocation of 30 from Iraq to Jordan, planned');
  const ofLithuania = await titles('changes.atom?party=LT');
  expect(ofLithuania.length).toBeGreaterThan(0);
  expect(ofLithuania.every((title) => title?.startsWith('Lithuania'))).toBe(true);
  expect(await titles('changes.atom?mission=NATO%20Mission%20Iraq')).toEqual([
    expect.stringContaining('Iraqi parliament'),
    'NATO Mission Iraq: suspended in Iraq',
  ]);
  expect(await titles('conflicts.atom?place=IQ')).toEqual([expect.stringContaining('Germany')]);
  expect(await titles('conflicts.atom?party=HR')).toEqual([]);
  expect(await titles('decisions.atom?party=DE')).toEqual([expect.stringContaining('Iraqi parliament')]);
  expect(await titles('decisions.atom?party=LT')).toEqual([]);
});

test('both formats tell the same, under addresses of this site', async () => {
  const json = parseJsonFeed(JSON.parse(await text('/feeds/decisions.json')));
  const atom = parseAtomFeed(await text('/feeds/decisions.atom'));
  expect(json.items?.map(({ id }) => id)).toEqual(atom.entries?.map(({ id }) => id));
  expect(json.items?.map(({ url }) => url)).toEqual([`${server.url}/reports/b#c-vote`]);
  expect(json.items?.[0]?.content_text).toContain('voted 170-0');
});

test('a feed is spared where the reader has it, and refuses what it does not know', async () => {
  const tag = (await server.get('/feeds/changes.atom')).headers.get('ETag')!;
  expect((await server.get('/feeds/changes.atom', { headers: { 'If-None-Match': tag } })).status).toBe(304);
  expect((await server.get('/feeds/changes.atom?plac=IQ')).status).toBe(400);
  expect((await server.get('/feeds/changes.atom?party=Nowhereland')).status).toBe(404);
});

/** What comes over a stream until it holds the words. */
async function heard(response: Response, words: string): Promise<string> {
  const reader = response.body!.getReader();
  let all = '';
  while (!all.includes(words)) {
    const { value, done } = await reader.read();
    if (done) break;
    all += new TextDecoder().decode(value);
  }
  await reader.cancel();
  return all;
}

test('listeners hear of a judgement, and of what they missed', async () => {
  const listening = await server.get('/api/v1/events');
  expect(listening.headers.get('Content-Type')).toBe('text/event-stream');
  const before = server.services.watch.transaction;
  await judgeClaim(server.services, { claim: 'hr-iq', verdict: 'accept' });
  expect(await heard(listening, 'event: ledger')).toBe(
    `retry: 5000\nid: ${before}\n\nid: ${before + 1}\nevent: ledger\ndata: {"transaction":${before + 1}}\n\n`,
  );
  const again = await server.get('/api/v1/events', { headers: { 'Last-Event-ID': String(before) } });
  expect(await heard(again, 'event: ledger')).toContain(`{"transaction":${before + 1}}`);
});

test('counts what was asked, by route, and names nobody', async () => {
  await server.get('/api/v1/reports/a?known=2020-01-15');
  const counts = await text('/metrics');
  expect(counts).toContain('laydown_http_requests_total{method="GET",route="/api/v1/reports/:id",status="200"} 1');
  expect(counts).toContain(`laydown_ledger_transaction ${server.services.watch.transaction}`);
  expect(counts).not.toContain('2020-01-15');
});

test('counts the reports that have no words in the index yet, and since when', async () => {
  const recorded = '2020-02-01T12:00:00.000Z';
  const counted = async (name: string): Promise<number> =>
    Number(new RegExp(`^${name} (\\d+)$`, 'm').exec(await text('/metrics'))?.[1]);
  server.setNow('2020-02-01T12:01:30.000Z');
  try {
    // They get them within seconds: on a slow machine another is added until one is seen without.
    let lag = 0;
    for (let n = 0; lag === 0; n++) {
      const report = {
        id: `tug-${n}`,
        title: null,
        publisher: null,
        url: null,
        published: null,
        text: `Tug ${n} came.`,
      };
      const event = { kind: 'report-added', report, agency: null, signature: null } as const;
      await server.services.store.append([event], recorded);
      lag = await counted('laydown_words_lag_seconds');
    }
    expect(lag).toBe(90);
    await expect.poll(() => counted('laydown_words_behind'), { timeout: 60_000 }).toBe(0);
    expect(await counted('laydown_words_lag_seconds')).toBe(0);
  } finally {
    server.setNow('2020-02-01T12:00:00.000Z');
  }
}, 90_000);

test('the log has a line of JSON a request, without address, query or name', async () => {
  await server.get('/api/v1/search?q=secretword', { headers: { 'User-Agent': 'my-own-browser' } });
  const line = server.logged.at(-1)!;
  expect(JSON.parse(line)).toMatchObject({ method: 'GET', route: '/api/v1/search', status: 200 });
  expect(line).not.toMatch(/secretword|my-own-browser|127\.0\.0\.1/);
});

const askedAs = (host: string) =>
  new Promise<number>((resolve, reject) => {
    const { hostname, port } = new URL(server.url);
    request({ hostname, port, path: '/api/v1/posture', headers: { Host: host } }, (answer) => {
      answer.resume();
      resolve(answer.statusCode!);
    })
      .on('error', reject)
      .end();
  });

test('answers to its own names only, so that no other site can pass for it', async () => {
  const { port } = new URL(server.url);
  expect(await askedAs(`127.0.0.1:${port}`)).toBe(200);
  expect(await askedAs('localhost')).toBe(200);
  expect(await askedAs('rebound.example')).toBe(400);
  expect(await askedAs('[::1]:80')).toBe(200);
});
