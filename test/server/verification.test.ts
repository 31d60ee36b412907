// Points of the OWASP Application Security Verification Standard, level 1, that the other suites of this folder do not hold: who may call what, what is
// no statement of SQL, bodies that are bombs, slow senders, what an error tells, and what is kept by caches.
import { request } from 'node:http';
import { connect } from 'node:net';
import { gzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { addAccount, changePassword } from '../../src/app/accounts/keep-accounts.ts';
import { addToken } from '../../src/app/accounts/tokens.ts';
import { RIGHTS, ROLES } from '../../src/model/account.ts';
import { ownClock } from '../own-time.ts';
import { browse } from './browser.ts';
import { operationsOf } from './fuzzing.ts';
import { JANUARY } from './january.ts';
import { serveScratch } from './serving.ts';

const MANY = 1_000_000;
const server = await serveScratch(JANUARY, {
  requestMs: 600,
  requestsPerMinute: MANY,
  writesPerMinute: MANY,
  commentsPerHour: MANY,
});
const { services } = server;
const PASSWORD = 'correct horse battery';
for (const role of ROLES) await addAccount(services, { name: `a-${role}`, role, password: PASSWORD });
const operations = await operationsOf(server);

describe('access (V4): each caller may do what the roles say, on every route that writes or shows what is not public', () => {
  /** Who may: the least role; null is everybody. The fields are sound, so that nothing but the right decides. */
  const GUARDED: Readonly<
    Record<string, { readonly least: (typeof ROLES)[number] | null; readonly path: string; readonly fields: object }>
  > = {
    'post /reports/{id}/comments': {
      least: null,
      path: '/reports/a/comments',
      fields: { name: 'Jo', email: 'jo@mail.example', text: 'I was there.' },
    },
    'post /claims/{id}/judgements': {
      least: 'reviewer',
      path: '/claims/de-iq/judgements',
      fields: { verdict: 'accept' },
    },
    'get /review': { least: 'reviewer', path: '/review', fields: {} },
    'post /comments/{id}/moderation': {
      least: 'editor',
      path: '/comments/none/moderation',
      fields: { verdict: 'approve' },
    },
    'post /add': {
      least: 'editor',
      path: '/add',
      fields: { step: 'look', text: 'Latvia has 9 soldiers in Iraq, it said on Monday.' },
    },
    'get /comments': { least: 'editor', path: '/comments', fields: {} },
  };
  const isRefused = (status: number): boolean => status === 401 || status === 403;

  test('every such route is among these', async () => {
    const open = await Promise.all(
      operations
        .filter(({ method, path }) => method === 'get' && path !== '/events' && !path.includes('{'))
        .map(async ({ path }) => [`get ${path}`, (await server.get(`/api/v1${path}`)).status] as const),
    );
    const closed = open.filter(([, status]) => isRefused(status)).map(([name]) => name);
    const writing = operations.filter(({ method }) => method !== 'get').map(({ path }) => `post ${path}`);
    expect([...writing, ...closed].sort()).toEqual(Object.keys(GUARDED).sort());
  });

  test.each(Object.entries(GUARDED))('%s', async (name, { least, path, fields }) => {
    const send = (secret: string | null) =>
      server.get(`/api/v1${path}`, {
        method: name.startsWith('post') ? 'POST' : 'GET',
        headers: {
          'Content-Type': 'application/json',
          ...(secret === null ? {} : { Authorization: `Bearer ${secret}` }),
        },
        ...(name.startsWith('post') ? { body: JSON.stringify(fields) } : {}),
      });
    const needed = { reader: 'read', reviewer: 'judge', editor: 'moderate', admin: 'admin' } as const;
    if (least !== null) expect((await send(null)).status).toBe(401);
    for (const role of ROLES) {
      const may = least === null || ROLES.indexOf(role) >= ROLES.indexOf(least);
      for (const scope of RIGHTS) {
        const given = await addToken(services, { account: `a-${role}`, scopes: [scope], label: '', days: null }).catch(
          () => null,
        );
        // A role gets no token for what it may not do.
        if (given === null) continue;
        const right = path === '/add' ? 'add' : least === null ? null : needed[least];
        const { status } = await send(given.secret);
        expect([role, scope, isRefused(status)]).toEqual([role, scope, !(may && (right === null || scope === right))]);
      }
    }
  });

  test('pages that are not public are refused likewise, and tell nothing', async () => {
    for (const [path, least] of [
      ['/review', 'reviewer'],
      ['/moderation', 'editor'],
      ['/add', 'editor'],
    ] as const) {
      expect((await server.get(path)).status).toBe(401);
      for (const role of ROLES) {
        const browser = browse(server);
        await browser.logIn(`a-${role}`, PASSWORD);
        const may = ROLES.indexOf(role) >= ROLES.indexOf(least);
        expect([path, role, (await browser.get(path)).status]).toEqual([path, role, may ? 200 : 403]);
      }
    }
  });
});

describe('injection (V5): no parameter is a statement', () => {
  const SLEEP_SECONDS = 60;
  const STATEMENTS = [
    "'",
    "''",
    "' or 1=1--",
    "') or ('1'='1",
    "'; create table pwned (x int); --",
    '"; create table pwned (x int); --',
    "' union select password, null from account--",
    "1; update account set role = 'admin'",
    `\\'; select pg_sleep(${SLEEP_SECONDS}); --`,
    `' || pg_sleep(${SLEEP_SECONDS}) || '`,
    '$$; create table pwned (x int); $$',
    'IQ" or ""="',
    '%27%20or%201=1',
    "E'\\x27'",
  ];
  const PAGES: Readonly<Record<string, readonly string[]>> = {
    '/': ['at', 'known', 'party', 'place', 'mission', 'sort', 'rows', 'tx'],
    '/search': ['q', 'kind', 'party', 'place', 'min', 'max', 'known'],
    '/reports': ['search', 'publisher', 'from', 'known'],
    '/changes': ['since', 'until', 'known', 'before', 'after', 'at', 'party', 'place'],
    '/conflicts': ['at', 'known'],
    '/decisions': ['at', 'known'],
    '/sources': ['known'],
    '/numbers/DE/IQ': ['mission', 'unit', 'at', 'known', 'tx'],
    '/feeds/changes.atom': ['party', 'place', 'mission'],
    '/share/situation.svg': ['at', 'known', 'party', 'place', 'mission'],
  };
  const asked = [
    ...operations
      .filter(({ method, path }) => method === 'get' && path !== '/events')
      .flatMap(({ path, parameters }) =>
        parameters.map(({ name, in: where }) => ({ path: `/api/v1${path}`, name, where })),
      ),
    ...Object.entries(PAGES).flatMap(([path, names]) => names.map((name) => ({ path, name, where: 'query' as const }))),
  ];

  /** All of them to each parameter with `npm run fuzz`; else a quarter, by turns. */
  const isLong = process.env['LAYDOWN_FUZZ'] !== undefined;

  test(`in ${asked.length} parameters`, async () => {
    const before = JSON.stringify(await services.store.accounts.list());
    let slowest = 0;
    const bad: unknown[] = [];
    for (const [at, { path, name, where }] of asked.entries()) {
      for (const statement of STATEMENTS.filter((_, n) => isLong || n % 4 === at % 4)) {
        const value = encodeURIComponent(statement);
        const filled = path.replace(`{${name}}`, value).replace(/\{\w+\}/g, 'a');
        const since = path === '/api/v1/changes' && name !== 'since' ? 'since=2020-01-01&' : '';
        const begun = performance.now();
        const response = await server.get(where === 'path' ? filled : `${filled}?${since}${name}=${value}`);
        const text = await response.text();
        slowest = Math.max(slowest, performance.now() - begun);
        if (response.status >= 500 || /syntax error|unterminated|pg_catalog|SQLSTATE|relation "/i.test(text))
          bad.push([filled, name, statement, response.status]);
      }
    }
    expect(bad).toEqual([]);
    // Nothing slept: no machine is so busy that an answer takes as long.
    expect(slowest).toBeLessThan(SLEEP_SECONDS * 1_000);
    expect(JSON.stringify(await services.store.accounts.list())).toBe(before);
    expect(await services.store.verify()).toEqual([]);
    expect(asked.length).toBeGreaterThan(100);
  });

  test('nor is a field that is posted', async () => {
    const { secret } = await addToken(services, { account: 'a-admin', scopes: ['judge'], label: '', days: null });
    for (const note of STATEMENTS) {
      const response = await server.get('/api/v1/claims/hr-iq/judgements', {
        method: 'POST',
        headers: { Authorization: `Bearer ${secret}`, 'Content-Type': 'application/json' },
        body: JSON.stringify({ verdict: 'accept', note }),
      });
      expect(await response.json()).toMatchObject({ judgement: { note } });
    }
  });
});

describe('bodies (V12, V13)', () => {
  /** Over a connection of its own: one on which too much was sent is ended. */
  const post = (body: string | Buffer, headers: Record<string, string>): Promise<number> =>
    new Promise((resolve, reject) => {
      const { hostname, port } = new URL(server.url);
      const options = { hostname, port, path: '/login', method: 'POST', agent: false };
      request({ ...options, headers: { Accept: 'application/json', ...headers } }, (response) => {
        response.resume();
        resolve(response.statusCode!);
      })
        .on('error', reject)
        .end(body);
    });
  const JSON_TYPE = { 'Content-Type': 'application/json' };

  test.each([
    ['packed a thousandfold', gzipSync(Buffer.alloc(20_000_000, 'a')), { ...JSON_TYPE, 'Content-Encoding': 'gzip' }],
    ['nested ten thousand deep', '['.repeat(10_000), JSON_TYPE],
    [
      'of ten thousand fields',
      JSON.stringify(Object.fromEntries(Array.from({ length: 10_000 }, (_, n) => [n, '']))),
      JSON_TYPE,
    ],
    [
      'of a thousand parts',
      `${Array.from({ length: 1000 }, (_, n) => `--x\r\nContent-Disposition: form-data; name="${n}"\r\n\r\n\r\n`).join('')}--x--`,
      { 'Content-Type': 'multipart/form-data; boundary=x' },
    ],
    ['of a million letters', `{"name":"${'x'.repeat(1_000_000)}"}`, JSON_TYPE],
    [
      'that sets what all objects have',
      '{"__proto__":{"role":"admin"},"constructor":{"prototype":{"role":"admin"}}}',
      JSON_TYPE,
    ],
  ])('a body %s is refused, and the server goes on', async (_, body, headers) => {
    const status = await post(body, headers as Record<string, string>);
    expect(status).toBeGreaterThanOrEqual(400);
    expect(status).toBeLessThan(500);
    expect(({} as Record<string, unknown>)['role']).toBeUndefined();
    expect((await server.get('/healthz')).status).toBe(200);
  });

  test('a sender of one letter at a time is not waited for', async () => {
    const { hostname, port } = new URL(server.url);
    const socket = connect(Number(port), hostname);
    const clock = ownClock();
    socket.write('GET / HTTP/1.1\r\nHost: 127.0.0.1\r\nX-Slow: ');
    const drip = setInterval(() => socket.write('a'), 50);
    await new Promise((ended) => socket.on('error', ended).on('close', ended).resume());
    clearInterval(drip);
    expect(clock.stop()).toBeLessThan(10_000);
  });
});

test('names (V14.5): the server answers to its own name alone, whatever else a request says of it', async () => {
  const { hostname, port } = new URL(server.url);
  const ask = (headers: string): Promise<string> =>
    new Promise((resolve) => {
      let answer = '';
      connect(Number(port), hostname)
        .on('data', (part) => {
          answer += String(part);
        })
        .on('close', () => resolve(answer))
        .write(`GET /numbers/DE/IQ HTTP/1.1\r\nConnection: close\r\n${headers}\r\n\r\n`);
    });
  // A name that somebody points at this machine (DNS rebinding).
  for (const name of ['evil.example', `evil.example:${port}`, '127.0.0.1.evil.example', 'localhost.evil.example'])
    expect(await ask(`Host: ${name}`)).toMatch(/^HTTP\/1\.1 400 /);
  for (const two of ['Host: 127.0.0.1\r\nHost: evil.example', 'Host: evil.example\r\nhost: 127.0.0.1'])
    expect(await ask(two)).toMatch(/^HTTP\/1\.1 400 /);
  const answer = await ask('Host: 127.0.0.1\r\nX-Forwarded-Host: evil.example\r\nForwarded: host=evil.example');
  expect(answer).toMatch(/^HTTP\/1\.1 200 /);
  expect(answer).not.toContain('evil.example');
});

test('errors (V7): an answer tells what to do, and nothing of the program', async () => {
  for (const path of ['/api/v1/reports/none', '/api/v1/posture?at=x', '/nowhere', '/reports/none', '/api/v1/nowhere']) {
    const text = await (await server.get(path)).text();
    expect(text).not.toMatch(/\bat \S+ \(|node:internal|\.ts:\d|\/src\/|select .* from/i);
  }
  const { headers } = await server.get('/');
  expect([headers.get('X-Powered-By'), headers.get('Server')]).toEqual([null, null]);
});

test('caches (V8): what is shown to somebody logged in is kept by no shared cache', async () => {
  const browser = browse(server);
  await browser.logIn('a-editor', PASSWORD);
  for (const path of ['/', '/review', '/moderation', '/add', '/reports/a']) {
    const response = await browser.get(path);
    expect([path, response.headers.get('Cache-Control')]).toEqual([path, 'private, no-cache']);
    expect(response.headers.get('Vary')).toContain('Cookie');
  }
});

describe('passwords (V2)', () => {
  test('have twelve letters or more, of any writing, and are taken whole', async () => {
    const made = (password: string) => addAccount(services, { name: 'olga', role: 'reader', password });
    await expect(made('elf letters')).rejects.toMatchObject({ code: 'usage' });
    await expect(made('x'.repeat(201))).rejects.toMatchObject({ code: 'usage' });
    const whole = `пароль с пробелами 😀 ${'z'.repeat(100)}`;
    await made(whole);
    const name = 'olga';
    const outcome = async (password: string) =>
      (await browse(server).post('/login', { name, password, back: '/' })).headers.get('Location');
    expect(await outcome(whole.slice(0, -1))).toContain('wrong-password');
    expect(await outcome(whole)).toContain('logged-in');
  });

  test('a new one ends all sessions', async () => {
    await addAccount(services, { name: 'ivo', role: 'reader', password: PASSWORD });
    const browser = browse(server);
    await browser.logIn('ivo', PASSWORD);
    const user = async () =>
      ((await (await browser.get('/conflicts', { Accept: 'application/json' })).json()) as { shell: { user: unknown } })
        .shell.user;
    expect(await user()).not.toBeNull();
    await changePassword(services, 'ivo', 'another horse battery');
    expect(await user()).toBeNull();
  });
});
