// Feeds watched on real servers on this machine: each may behave as badly as the web does.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type IncomingMessage, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { webFetcher } from '../src/adapters/web-fetch.ts';
import { backOff } from '../src/app/watch/feed-state.ts';
import { PoliteWeb } from '../src/app/watch/polite-web.ts';
import type { Fetcher } from '../src/ports/fetcher.ts';
import { runLaydown, startLaydown } from './laydown-process.ts';

const folder = mkdtempSync(join(tmpdir(), 'laydown-watch-'));
const servers: Server[] = [];
afterAll(() => {
  for (const server of servers) {
    server.closeAllConnections();
    server.close();
  }
  rmSync(folder, { recursive: true, force: true });
});

interface Asked {
  readonly path: string;
  readonly headers: IncomingMessage['headers'];
}
interface Site {
  readonly base: string;
  readonly asked: Asked[];
  paths(): string[];
}

async function site(listener: RequestListener, robots = ''): Promise<Site> {
  const asked: Asked[] = [];
  const server = createServer((request, response) => {
    asked.push({ path: request.url!, headers: request.headers });
    if (request.url !== '/robots.txt') listener(request, response);
    else if (robots === '') response.writeHead(404).end();
    else response.end(robots);
  });
  servers.push(server);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return { base, asked, paths: () => asked.map(({ path }) => path) };
}

const item = (n: number, text = `Spain has ${n} soldiers in Gabon.`, link = `/story/${n}`): string =>
  `<item><title>Figure ${n}</title><link>${link}</link><description>${text}</description><pubDate>Wed, 08 Jan 2020 08:00:00 GMT</pubDate></item>`;
const rss = (...items: readonly string[]): string =>
  `<?xml version="1.0"?><rss version="2.0"><channel><title>Wire</title><link>/</link><description>d</description>${items.join('')}</channel></rss>`;
const article = (words: string): string =>
  `<html><head><title>Story</title></head><body><article><h1>Story</h1><p>${words}</p><p>${'It was told at length. '.repeat(20)}</p></article></body></html>`;
const watch = (ledger: string, ...args: readonly string[]) =>
  runLaydown(['--json', '--db', join(folder, ledger), 'watch', ...args, '--once', '--gap', '0']);
const evidence = async (ledger: string): Promise<string[]> =>
  JSON.parse((await runLaydown(['--json', '--db', join(folder, ledger), 'claims'])).stdout).claims.map(
    (claim: { evidence: string }) => claim.evidence,
  );

test('takes what is new, with the text of its page, and asks again only for what has changed', async () => {
  let items = [item(11), item(12), item(13, 'The harvest was good.')];
  const wire = await site((request, response) => {
    if (request.url === '/feed') {
      const etag = `"${items.length}"`;
      if (request.headers['if-none-match'] === etag) response.writeHead(304).end();
      else response.writeHead(200, { ETag: etag, 'Last-Modified': 'Wed, 08 Jan 2020 08:00:00 GMT' }).end(rss(...items));
    } else if (request.url === '/story/12')
      response.writeHead(200, { 'Content-Type': 'text/html' }).end(article('Italy has 120 soldiers in Kenya.'));
    else if (request.url === '/story/13') response.end(article('Nothing but the harvest.'));
    else response.writeHead(302, { Location: '/story/12?moved' }).end();
  }, 'User-agent: *\nDisallow: /story/11\n');
  const list = join(folder, 'feeds.txt');
  writeFileSync(list, `# our feeds\n${wire.base}/feed  the wire\n`);

  const first = await watch('news', list);
  expect(first.stdout).toContain('"summary":{"added":2,"known":0,"reread":0,"claims":2,"passed_over":1,"failed":0}');
  expect(first.stderr).toContain('robots.txt keeps this address');
  expect((await evidence('news')).sort()).toEqual([
    'Italy has 120 soldiers in Kenya',
    'Spain has 11 soldiers in Gabon',
  ]);
  expect(wire.paths().sort()).toEqual(['/feed', '/robots.txt', '/story/12', '/story/13']);
  expect(wire.asked[0]!.headers['user-agent']).toMatch(/^Laydown\//);

  wire.asked.length = 0;
  expect((await watch('news', list)).stdout).toContain('"added":0');
  expect(wire.paths()).toEqual(['/robots.txt', '/feed']);
  expect(wire.asked[1]!.headers['if-modified-since']).toBe('Wed, 08 Jan 2020 08:00:00 GMT');

  items = [item(14, 'Chile has 14 soldiers in Ghana.', '/story/14'), ...items];
  wire.asked.length = 0;
  const third = await watch('news', list, '--no-pages');
  expect(third.stdout).toContain('"added":1');
  expect(wire.paths()).toEqual(['/robots.txt', '/feed']);
});

test('a site that fails stops no other, and is left alone for as long as it asks', async () => {
  const good = await site((_request, response) => response.end(rss(item(21))));
  const busy = await site((_request, response) => response.writeHead(429, { 'Retry-After': '7200' }).end());
  const broken = await site((_request, response) => response.writeHead(500).end());
  const large = await site((_request, response) => response.end(Buffer.alloc(25 * 1024 * 1024, 'x')));
  const page = await site((_request, response) => response.end(article('No feed at all.')));
  const closed = await site((_request, response) => response.end(rss(item(22))), 'User-agent: *\nDisallow: /\n');
  const away = 'http://127.0.0.1:9/feed';
  const feeds = [away, ...[busy, broken, large, page, closed, good].map(({ base }) => `${base}/feed`)];
  const began = Date.now();
  const run = await watch('failing', ...feeds, '--no-pages');
  expect(run.status).toBe(1);
  expect(run.stdout).toContain('"added":1');
  expect(run.stdout).toContain('"failed":6');
  for (const why of ['answers 429', 'answers 500', 'larger than 20 MB', 'is no feed', 'robots.txt keeps this'])
    expect(run.stderr).toContain(why);
  const due = /answers 429; asked again after (\S+)/.exec(run.stderr)![1]!;
  expect(Date.parse(due)).toBeGreaterThan(began + 7_100_000);
  busy.asked.length = 0;
  const again = await watch('failing', ...feeds, '--no-pages');
  expect(again.stderr).toContain('failed once: asked again after');
  expect(busy.paths()).toEqual([]);
});

test('what a feed leads to is not read inside the network, wherever it redirects', async () => {
  const inside = await site((_request, response) => response.end(article('Secret: Peru has 99 soldiers in Togo.')));
  const wire = await site((request, response) => {
    if (request.url === '/feed')
      response.end(
        rss(
          item(31, 'Spain has 31 soldiers in Gabon.', `${inside.base}/a`),
          item(32, 'Spain has 32 soldiers in Togo.'),
        ),
      );
    else response.writeHead(302, { Location: `${inside.base}/b` }).end();
  });
  const run = await watch('inside', `${wire.base}/feed`);
  expect(run.stdout).toContain('"added":2');
  expect(run.stderr).toContain('private network');
  expect(inside.paths()).toEqual([]);
  expect((await evidence('inside')).join()).not.toContain('Peru');
});

test('ends when told to, with what was taken in the ledger, and goes on there', async () => {
  const wire = await site((request, response) => {
    const n = /story\/(\d+)/.exec(request.url!)?.[1];
    if (n === undefined) response.end(rss(...Array.from({ length: 40 }, (_, i) => item(100 + i))));
    else response.end(article(`Spain has ${n} soldiers in Gabon, the ministry said.`));
  });
  const args = ['--json', '--db', join(folder, 'ended'), 'watch', `${wire.base}/feed`, '--gap', '0.3'];
  let isTold = false;
  const running = startLaydown(args, {
    onStdout: () => {
      if (!isTold) running.child.kill('SIGTERM');
      isTold = true;
    },
  });
  const { status, stdout } = await running.ended;
  expect(status).toBe(0);
  const added = Number(/"summary":\{"added":(\d+)/.exec(stdout)![1]);
  expect(added).toBeGreaterThan(0);
  expect(added).toBeLessThan(40);
  wire.asked.length = 0;
  expect((await watch('ended', `${wire.base}/feed`)).stdout).toContain(`"added":${40 - added}`);
  expect(wire.paths().filter((path) => path.startsWith('/story'))).toHaveLength(40 - added);
});

test('one site is asked one thing at a time, as far apart as it asks, and a slow drip is given up', async () => {
  const wire = await site((request, response) => {
    if (request.url === '/drip') {
      response.writeHead(200);
      const drip = setInterval(() => response.write('x'), 50);
      response.on('close', () => clearInterval(drip));
    } else response.end('words');
  }, 'User-agent: *\nCrawl-delay: 0.2\n');
  const fetcher = webFetcher({ mayConnect: () => true, userAgent: 'Laydown test', timeoutMs: 5_000 });
  const times: number[] = [];
  const timed: Fetcher = {
    fetch: (url, limit) => fetcher.fetch(url, limit),
    ask: (url, limit, { before, ...question } = {}) =>
      fetcher.ask(url, limit, {
        ...question,
        before: async (hop) => {
          await before?.(hop);
          if (hop.pathname !== '/robots.txt') times.push(performance.now());
        },
      }),
  };
  const web = new PoliteWeb(timed, { gapMs: 10, signal: new AbortController().signal });
  const answers = await Promise.allSettled(['/drip', '/a', '/b', '/c'].map((path) => web.ask(wire.base + path, 1_000)));
  expect(answers.map(({ status }) => status)).toEqual(['rejected', 'fulfilled', 'fulfilled', 'fulfilled']);
  expect(times).toHaveLength(4);
  expect(wire.paths()).toHaveLength(5);
  for (let i = 1; i < times.length; i++) expect(times[i]! - times[i - 1]!).toBeGreaterThan(180);
});

test('waits twice as long after each failure, up to a day, and never shorter than the site asks', () => {
  const minutes = (failures: number, retryMs: number | null = null) =>
    backOff(failures, 600_000, retryMs, 0.5) / 60_000;
  expect([1, 2, 3, 4].map((n) => minutes(n))).toEqual([10, 20, 40, 80]);
  expect(minutes(30)).toBe(1_440);
  expect(minutes(1, 3_600_000)).toBe(60);
  expect(backOff(1, 600_000, null, 0)).toBeCloseTo(480_000);
  expect(backOff(1, 600_000, null, 1)).toBeCloseTo(720_000);
});
