// What an attacker may send: scripts in texts, broken headers, slow and endless requests, paths out of the site.
import { connect } from 'node:net';
import { parseAtomFeed } from 'feedsmith';
import { parseHTML } from 'linkedom';
import { expect, test } from 'vitest';
import { moderateComment } from '../../src/app/comments/moderate-comment.ts';
import { postComment } from '../../src/app/comments/post-comment.ts';
import { importClaims } from '../../src/app/import-claims.ts';
import { serveScratch } from './serving.ts';

const SCRIPT = '"><script>alert(1)</script><img src=x onerror=alert(1)>\'';
const TEXT = `Lithuania has 40 soldiers in Iraq ${SCRIPT}, it said.`;
const HOSTILE = {
  report: {
    id: 'x',
    published: '2020-01-05',
    publisher: `Wire ${SCRIPT}`,
    title: `Title ${SCRIPT}`,
    url: 'javascript:alert(1)//',
    text: TEXT,
  },
  claims: [
    {
      id: 'lt-iq',
      kind: 'presence',
      evidence: `Lithuania has 40 soldiers in Iraq ${SCRIPT}`,
      party: 'LT',
      unit: `Unit ${SCRIPT}`,
      mission: `Mission ${SCRIPT}`,
      quantity: { min: 40, max: 40 },
      place: { country: 'IQ', name: `Camp ${SCRIPT}` },
      said_by: `Speaker ${SCRIPT}`,
    },
  ],
};
const server = await serveScratch([], { requestMs: 400 });
await importClaims(server.services, lines(), 'hostile.jsonl');
const { id: comment } = await postComment(server.services, server.services.secret, {
  report: 'x',
  name: `Jo ${SCRIPT}`,
  email: 'jo@mail.example',
  text: `See ${SCRIPT} and javascript:alert(1)`,
});
await moderateComment(server.services, { comment, verdict: 'approve', by: 'ed' });
async function* lines() {
  yield JSON.stringify(HOSTILE);
}

/** What a browser would run or load of a page, beyond the site's own files and blocks of data. */
function foreignIn(html: string): string[] {
  const { document } = parseHTML(html);
  const found: string[] = [];
  for (const element of document.querySelectorAll('*')) {
    const { localName } = element;
    const isData = localName === 'script' && /^application\/(?:ld\+)?json$/.test(element.getAttribute('type') ?? '');
    if (isData) expect(() => JSON.parse(element.textContent ?? '')).not.toThrow();
    else if (localName === 'script' && !/^\/assets\/[\w.-]+$/.test(element.getAttribute('src') ?? ''))
      found.push('script');
    if (['iframe', 'object', 'embed', 'base', 'style'].includes(localName)) found.push(localName);
    for (const name of element.getAttributeNames()) {
      const value = element.getAttribute(name)!;
      if (name.startsWith('on') || name === 'style') found.push(`${localName} ${name}=${value}`);
      if (/^(?:src|href|action|formaction|xlink:href)$/.test(name) && /^\s*(?:javascript|data|vbscript):/i.test(value))
        found.push(`${localName} ${name}=${value}`);
      if (name === 'src' && !value.startsWith('/assets/')) found.push(`${localName} src=${value}`);
    }
  }
  return found;
}

test.each([
  '/',
  '/?party=LT',
  '/reports/x',
  '/conflicts',
  '/changes',
  '/decisions',
  '/sources',
  '/search?q=Lithuania',
  `/search?q=${encodeURIComponent(SCRIPT)}`,
  `/?notice=${encodeURIComponent(SCRIPT)}`,
  '/parties/LT',
  '/places/IQ',
  '/numbers/LT/IQ',
  `/missions/${encodeURIComponent(`Mission ${SCRIPT}`)}`,
])('the page %s runs nothing that a report says', async (path) => {
  const html = await (await server.get(path)).text();
  expect(foreignIn(html)).toEqual([]);
});

test('an approved comment stands on its page as words', async () => {
  const { document } = parseHTML(await (await server.get('/reports/x')).text());
  expect(document.querySelector('main')?.textContent).toContain(`See ${SCRIPT} and javascript:alert(1)`);
});

test('every answer forbids scripts from elsewhere and inline, frames and guesses of its type', async () => {
  for (const path of ['/', '/api/v1/posture', '/nothing', '/api/v1/posture?x=1', '/feeds/changes.atom', '/healthz']) {
    const { headers } = await server.get(path);
    const policy = headers.get('Content-Security-Policy')!;
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain("script-src 'self';");
    expect(policy).not.toMatch(/unsafe|\*/);
    expect(headers.get('X-Content-Type-Options')).toBe('nosniff');
    expect(headers.get('X-Frame-Options')).toBe('DENY');
  }
});

test('feeds and tables carry the words as words', async () => {
  const csv = await (await server.get('/api/v1/claims.csv?known=2020-02-01')).text();
  expect(csv.split('\r\n')).toHaveLength(3);
  const feed = await (await server.get('/feeds/changes.atom')).text();
  expect(feed).not.toMatch(/type="x?html"/);
  for (const { title } of parseAtomFeed(feed).entries ?? []) expect(title?.value).toContain(SCRIPT);
});

/** Sends bytes as they are -> what comes back until the server ends the connection. */
const raw = (bytes: string): Promise<string> =>
  new Promise((resolve) => {
    const { hostname, port } = new URL(server.url);
    const socket = connect(Number(port), hostname);
    let answer = '';
    socket.setEncoding('latin1').on('data', (part: string) => {
      answer += part;
    });
    socket.on('close', () => resolve(answer));
    socket.on('error', () => resolve(answer));
    socket.write(bytes);
  });
const firstLine = (answer: string): string => answer.split('\r\n')[0]!;
const HEAD = 'Host: 127.0.0.1\r\nConnection: close\r\n';

test.each([
  '/assets/../../package.json',
  '/assets/..%2f..%2fpackage.json',
  '/assets/%2e%2e/%2e%2e/package.json',
  '/assets/..\\..\\package.json',
  '/assets/%2fetc%2fpasswd',
  '/assets/....//package.json',
  '/../../../etc/passwd',
  '/api/v1/reports/..%2f..%2f..%2fetc%2fpasswd',
])('no path leads out of the site: %s', async (path) => {
  const answer = await raw(`GET ${path} HTTP/1.1\r\n${HEAD}\r\n`);
  expect(firstLine(answer)).toMatch(/ (?:400|404) /);
  expect(answer).not.toMatch(/"dependencies"|root:/);
});

test.each([
  '/api/v1/posture?party=%0d%0aSet-Cookie:%20stolen=1',
  '/reports/x%0d%0aLocation:%20https://evil.example',
  '/feeds/changes.atom?place=%0aX-Stolen:%201',
])('no header is made of an address: %s', async (path) => {
  const answer = await raw(`GET ${path} HTTP/1.1\r\n${HEAD}\r\n`);
  expect(firstLine(answer)).toContain(' 400 ');
  expect(answer).not.toMatch(/^(?:set-cookie|location|x-stolen):/im);
});

test.each([
  ['headers that are too long', `GET / HTTP/1.1\r\n${HEAD}X-Long: ${'a'.repeat(20_000)}\r\n\r\n`, / 431 /],
  ['an address that is too long', `GET /?q=${'a'.repeat(8000)} HTTP/1.1\r\n${HEAD}\r\n`, / 400 /],
  ['two lengths', `POST /login HTTP/1.1\r\n${HEAD}Content-Length: 5\r\nContent-Length: 6\r\n\r\nabcde`, / 400 /],
  [
    'a length and chunks',
    `POST /login HTTP/1.1\r\n${HEAD}Content-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n`,
    / 400 /,
  ],
  ['no HTTP at all', '\u0016\u0003\u0001\u0002\u0000\u0001\u0000\u0001', / 400 /],
  ['another method', `TRACE / HTTP/1.1\r\n${HEAD}\r\n`, / 40[045] /],
])('refuses %s', async (_, bytes, status) => {
  expect(firstLine(await raw(bytes))).toMatch(status);
});

test.each([
  ['headers that never end', 'GET / HTTP/1.1\r\nHost: 127.0.0.1\r\nX-Slow: '],
  [
    'a body that never comes',
    `POST /login HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Type: application/json\r\nContent-Length: 50\r\n\r\n{`,
  ],
])('does not wait for %s, and goes on answering others', async (_, bytes) => {
  const waiting = raw(bytes);
  expect((await server.get('/healthz')).status).toBe(200);
  expect(firstLine(await waiting)).toMatch(/ 408 |^$/);
});
