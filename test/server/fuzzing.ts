// Bad input for every route that the API describes, the same for the same seed; and what came back that is not documented.
import { wellFormed } from '../../src/app/sound-text.ts';
import type { TestServer } from './serving.ts';

export interface Operation {
  /** What stands before the path: "/api/v1"; "" for pages. */
  readonly root: string;
  readonly method: 'get' | 'post';
  readonly path: string;
  readonly parameters: readonly { readonly name: string; readonly in: 'query' | 'path' }[];
  readonly fields: readonly string[];
  readonly statuses: ReadonlySet<number>;
}

interface Described {
  readonly paths: Record<string, Record<string, DescribedOperation>>;
}
interface DescribedOperation {
  readonly parameters?: readonly { readonly name: string; readonly in: 'query' | 'path' }[];
  readonly requestBody?: { readonly content: Record<string, { readonly schema: { readonly properties?: object } }> };
  readonly responses: Record<string, unknown>;
}

export async function operationsOf(server: TestServer): Promise<readonly Operation[]> {
  const description = (await (await server.get('/api/v1/openapi.json')).json()) as Described;
  return Object.entries(description.paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]): Operation => {
      const { parameters = [], requestBody, responses } = operation;
      const properties = requestBody?.content['application/json']?.schema.properties ?? {};
      return {
        root: '/api/v1',
        method: method as Operation['method'],
        path,
        parameters,
        fields: Object.keys(properties),
        statuses: new Set(Object.keys(responses).map(Number)),
      };
    }),
  );
}

const DAYS = ['at', 'known', 'tx'];
const PAGES: readonly (readonly [path: string, parameters: readonly string[]])[] = [
  ['/', ['party', 'place', 'mission', 'sort', 'rows', ...DAYS]],
  ['/numbers/{party}/{place}', ['party', 'place', 'mission', 'unit', ...DAYS]],
  ['/history/{party}/{place}', ['party', 'place', 'mission', 'since', ...DAYS]],
  ['/parties/{party}', ['party', 'sort', ...DAYS]],
  ['/places/{place}', ['place', 'sort', ...DAYS]],
  ['/missions/{mission}', ['mission', 'sort', ...DAYS]],
  ['/conflicts', DAYS],
  ['/decisions', DAYS],
  ['/changes', ['since', 'until', 'before', 'after', 'party', 'place', ...DAYS]],
  ['/reports', ['search', 'publisher', 'from', ...DAYS]],
  ['/reports/{id}', ['id', ...DAYS]],
  ['/search', ['q', 'kind', 'party', 'place', 'min', 'max', ...DAYS]],
  ['/sources', DAYS],
  ['/method', ['notice', 'problem']],
  ['/login', ['notice', 'problem']],
  ['/review', ['order', 'from', ...DAYS]],
  ['/moderation', ['state']],
  ['/add', ['draft']],
  ['/share/situation.svg', ['party', 'place', 'mission', ...DAYS]],
  ['/share/numbers/{party}/{place}.svg', ['party', 'place', ...DAYS]],
  ['/feeds/changes.atom', ['party', 'place', 'mission']],
  ['/feeds/conflicts.json', ['party', 'place', 'mission']],
];

/** The pages, pictures and feeds, which no description names: they answer, or say what is wrong. */
export const PAGE_OPERATIONS: readonly Operation[] = PAGES.map(([path, parameters]) => ({
  root: '',
  method: 'get',
  path,
  parameters: parameters.map((name) => ({
    name,
    in: path.includes(`{${name}}`) ? ('path' as const) : ('query' as const),
  })),
  fields: [],
  statuses: new Set([200, 304, 400, 401, 403, 404]),
}));

/** A generator of whole numbers below `n` (mulberry32). */
export type Random = (n: number) => number;
export function seeded(seed: number): Random {
  let state = seed >>> 0;
  return (n) => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) % n;
  };
}

const NASTY: readonly string[] = [
  '',
  ' ',
  '0',
  '-1',
  '1e309',
  'NaN',
  'null',
  'undefined',
  'true',
  '[]',
  '{}',
  "'",
  '"',
  "' OR '1'='1",
  "'; DROP TABLE claim; --",
  '1; select pg_sleep(5)',
  "') UNION SELECT password FROM account --",
  '$1',
  '%',
  '%%',
  '_',
  '\\',
  '\\x00',
  '\u0000',
  '\u0001\u001f',
  '\r\nSet-Cookie: stolen=1',
  '\ud800',
  '\u202e\u200b',
  '../../../../etc/passwd',
  '..%2f..%2fetc%2fpasswd',
  '/etc/passwd',
  'file:///etc/passwd',
  '<script>alert(1)</script>',
  '{{7*7}}',
  '#{7*7}',
  '__proto__',
  'constructor',
  'toString',
  'hasOwnProperty',
  '2020-02-30',
  '0000-00-00',
  '9999-12-31',
  '0001-01-01',
  '10000-01-01',
  '4294967296',
  '999999999999',
  '2020-01-08T00:00:00Z',
  'R:NOWHERE',
  'OTHER:',
  'OTHER:x',
  '日本',
  '😀'.repeat(20),
  'a'.repeat(201),
  'a'.repeat(5000),
  '٣',
  'IQ\n',
  'W10',
  'eyJ4IjoxfQ',
  'WzEsIngiXQ',
  'Wy0xLCJ4Il0',
  'WzFlOTksIngiXQ',
];
/** Such as a route may take, by the name of the parameter: bad input beside it gets further than the first check. */
const SOUND: Readonly<Record<string, readonly string[]>> = {
  party: ['DE', 'Germany', 'NATO', 'LT'],
  place: ['IQ', 'Iraq', 'R:MIDDLE-EAST', 'Erbil'],
  mission: ['NATO Mission Iraq', 'UNIFIL'],
  id: ['a', 'b', 'de-iq', 'hr-iq', 'lt-erbil'],
  report: ['a', 'b'],
  at: ['2020-01-08'],
  known: ['2020-01-15'],
  since: ['2020-01-01'],
  'learnt-since': ['2020-01-06'],
  before: ['2020-01-06'],
  after: ['2020-01-15'],
  tx: ['1', '2'],
  from: ['0', '100'],
  rows: ['all'],
  sort: ['place', '-count'],
  until: ['2020-01-10'],
  judged: ['2020-01-20'],
  published: ['2020-01-08'],
  kind: ['presence', 'movement'],
  limit: ['1', '100'],
  min: ['1', '100'],
  max: ['200'],
  state: ['pending'],
  verdict: ['accept', 'reject', 'correct', 'withdraw', 'approve', 'erase'],
  notation: ['presence LT 41 IQ(Erbil)'],
  step: ['look', 'keep'],
  search: ['soldiers', '"training suspended" or -x'],
  text: ['Lithuania has 40 soldiers in Iraq, the ministry said on Monday.'],
  address: ['http://127.0.0.1/', 'https://[::1]/'],
  name: ['Jo'],
  email: ['jo@mail.example'],
};

export interface Sent {
  readonly method: string;
  readonly path: string;
  readonly body?: string;
  readonly headers: Readonly<Record<string, string>>;
}

const pick = <T>(random: Random, list: readonly T[]): T => list[random(list.length)]!;

function badValue(random: Random): string {
  if (random(5) > 0) return pick(random, NASTY);
  return Array.from({ length: random(30) }, () => String.fromCodePoint(random(0x3000))).join('');
}

/** `soundness` of 10: how often a value is one that the parameter may have. */
function value(random: Random, name: string, soundness: number): string {
  const sound = SOUND[name];
  return sound !== undefined && random(10) < soundness ? pick(random, sound) : badValue(random);
}

/** Half characters cannot be written in an address. */
const encoded = (text: string): string => encodeURIComponent(wellFormed(text));

export function badRequest(random: Random, { root, method, path, parameters, fields }: Operation): Sent {
  const soundness = pick(random, [0, 5, 9]);
  const address = path.replace(/\{(\w+)\}/g, (_, name) => encoded(value(random, name, soundness)) || 'x');
  const query: string[] = [];
  for (const { name, in: where } of parameters) {
    if (where !== 'query' || random(3) === 0) continue;
    const given =
      random(12) === 0 ? pick(random, ['%zz', '%', '%c3%28', '+++']) : encoded(value(random, name, soundness));
    query.push(`${name}=${given}`);
    if (random(20) === 0) query.push(`${name}=${encoded(badValue(random))}`);
  }
  if (random(10) === 0) query.push(`${encoded(badValue(random))}=${encoded(badValue(random))}`);
  const headers: Record<string, string> = {};
  if (random(10) === 0) headers['If-None-Match'] = pick(random, ['*', 'W/"x"', '"', ',,,', '"a", W/"b"']);
  if (random(15) === 0)
    headers['Accept'] = pick(random, ['text/html', 'application/xml', '*/*;q=0', 'x', 'application/json']);
  const full = `${root}${address}${query.length > 0 ? `?${query.join('&')}` : ''}`;
  if (method === 'get') return { method: 'GET', path: full, headers };
  return {
    method: 'POST',
    path: full,
    headers: { ...headers, 'Content-Type': typeOf(random) },
    body: bodyOf(random, fields, soundness),
  };
}

const typeOf = (random: Random): string =>
  random(6) === 0
    ? pick(random, [
        'text/plain',
        'application/x-www-form-urlencoded',
        'multipart/form-data',
        'multipart/form-data; boundary=x',
        'a/b',
        'application/json;;',
      ])
    : 'application/json';

function bodyOf(random: Random, fields: readonly string[], soundness: number): string {
  // So large that no route takes it, now and then.
  if (random(60) === 0) return `{"text":"${'x'.repeat(40_000)}"}`;
  switch (random(8)) {
    case 0:
      return pick(random, [
        '',
        '{',
        '[]',
        'null',
        '1',
        '"x"',
        '{"a":',
        '[[[[',
        '{"__proto__":{"x":1}}',
        '--x\r\n\r\n--x--',
      ]);
    case 1:
      return `${'['.repeat(2000)}${']'.repeat(2000)}`;
    default: {
      const body: Record<string, unknown> = {};
      for (const field of fields) {
        if (random(3) === 0) continue;
        const isText = random(10) < 9 || random(10) < soundness;
        body[field] = isText
          ? value(random, field, soundness)
          : pick<unknown>(random, [1, true, null, [], {}, ['x'], { x: 1 }, 1e308]);
      }
      if (random(8) === 0) body[badValue(random)] = badValue(random);
      return JSON.stringify(body);
    }
  }
}

export interface Fuzzed {
  /** How often each status came back. */
  readonly statuses: ReadonlyMap<number, number>;
  readonly undocumented: readonly Undocumented[];
}

export interface Undocumented {
  readonly sent: Sent;
  readonly status: number;
  readonly answer: string;
}

/** Sends `times` bad requests to one operation; what is not a documented answer below 500 comes back, with what is no problem of the one shape. */
export async function fuzz(
  server: TestServer,
  operation: Operation,
  times: number,
  seed: number,
  headers: Readonly<Record<string, string>>,
): Promise<Fuzzed> {
  const random = seeded(seed);
  const undocumented: Undocumented[] = [];
  const statuses = new Map<number, number>();
  for (let i = 0; i < times; i++) {
    const sent = badRequest(random, operation);
    const { method, path, body } = sent;
    const response = await server.get(path, {
      method,
      headers: { ...headers, ...sent.headers },
      ...(body === undefined ? {} : { body }),
    });
    const { status } = response;
    statuses.set(status, (statuses.get(status) ?? 0) + 1);
    const isStream = response.headers.get('Content-Type') === 'text/event-stream';
    if (isStream) await response.body!.cancel();
    const answer = isStream ? '' : await response.text();
    const isProblem =
      status < 400 || operation.root === '' || response.headers.get('Content-Type') === 'application/problem+json';
    const isInjected = response.headers.getSetCookie().length > 0 || response.headers.has('stolen');
    if (status >= 500 || !operation.statuses.has(status) || !isProblem || isInjected)
      undocumented.push({ sent, status, answer });
  }
  return { statuses, undocumented };
}
