// What `npm run audit` says of the packages that ship: a weakness fails, and a registry that does not answer never passes for "clean".
import { spawn } from 'node:child_process';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { gunzipSync } from 'node:zlib';
import { afterEach, describe, expect, test } from 'vitest';

interface Package {
  readonly name: string;
  readonly version: string;
}
interface Advisory {
  readonly name: string;
  readonly from: string;
  readonly mended: string;
  readonly id: string;
  readonly what: string;
}
interface Script {
  advisoriesIn(table: string): readonly Advisory[];
  auditRead(printed: string): { readonly weak?: readonly string[]; readonly why?: string };
  shippedIn(lock: object): readonly Package[];
  weakAmong(shipped: readonly Package[], advisories: readonly Advisory[]): readonly string[];
}
const ROOT = join(import.meta.dirname, '..');
const SCRIPT = join(ROOT, 'scripts/audit.mjs');
const { advisoriesIn, auditRead, shippedIn, weakAmong } = (await import(pathToFileURL(SCRIPT).href)) as Script;

let registry: Server | undefined;
afterEach(() => {
  registry?.closeAllConnections();
  registry?.close();
  registry = undefined;
});

/** A registry of our own that answers the question for advisories so; what it was asked. */
async function answering(status: number, answer: string): Promise<{ readonly at: string; readonly asked: string[] }> {
  const asked: string[] = [];
  registry = createServer((request, response) => {
    // Of a package that is concerned npm wants to know the other versions, too.
    if (request.method === 'GET') {
      const name = decodeURIComponent(request.url ?? '').slice(1);
      response.end(JSON.stringify({ name, 'dist-tags': {}, versions: { '1.0.0': { name, version: '1.0.0' } } }));
      return;
    }
    const parts: Buffer[] = [];
    request.on('data', (part: Buffer) => parts.push(part));
    request.on('end', () => {
      const body = Buffer.concat(parts);
      asked.push(request.headers['content-encoding'] === 'gzip' ? gunzipSync(body).toString() : body.toString());
      response.writeHead(status, { 'content-type': 'application/json' }).end(answer);
    });
  });
  await new Promise<void>((resolve) => registry?.listen(0, '127.0.0.1', resolve));
  return { at: `http://127.0.0.1:${(registry.address() as AddressInfo).port}/`, asked };
}

function audit(at: string): Promise<{ readonly status: number | null; readonly said: string }> {
  const child = spawn(process.execPath, [SCRIPT], {
    // `npm test` hands its own settings on in the environment: only the registry is another.
    env: { ...process.env, npm_config_registry: at, NPM_CONFIG_REGISTRY: at },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let said = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    said += text;
  });
  return new Promise((resolve) => child.on('close', (status) => resolve({ status, said })));
}

describe('the registry', () => {
  test('that knows of nothing is asked for every package that ships, and for no tool', async () => {
    const { at, asked } = await answering(200, '{}');
    const { status, said } = await audit(at);
    expect(said).toContain('audit: the registry knows of no weakness in what ships');
    expect(status).toBe(0);
    const names = Object.keys(JSON.parse(asked[0] ?? '{}') as object);
    expect(names).toEqual(expect.arrayContaining(['hono', 'pg', '@electric-sql/pglite', 'fast-xml-parser']));
    expect(names).not.toContain('vitest');
  });

  test('that knows of a weakness fails the audit, by name and address', async () => {
    const advisory = {
      id: 1,
      url: 'https://example.org/advisories/1',
      title: 'answers too much',
      severity: 'high',
      vulnerable_versions: '<999.0.0',
      cwe: [],
      cvss: { score: 0, vectorString: null },
    };
    const { at } = await answering(200, JSON.stringify({ marked: [advisory] }));
    const { status, said } = await audit(at);
    expect(said).toContain('audit: WEAK: marked');
    expect(said).toContain('answers too much, https://example.org/advisories/1');
    expect(status).toBe(1);
  });

  test.each([
    ['refuses the question', 405, ''],
    ['breaks', 500, '{}'],
    ['answers with a page', 200, '<html>welcome</html>'],
  ])('that %s was not asked, and that is said', async (_, code, answer) => {
    const { at } = await answering(code, answer);
    const { status, said } = await audit(at);
    expect(said).toContain('audit: NOT ASKED: the registry gave no list of known weaknesses');
    expect(said).not.toContain('knows of no weakness');
    expect(status).toBe(3);
  });

  test('that is not there was not asked', async () => {
    const { at } = await answering(200, '{}');
    await new Promise((resolve) => registry?.close(resolve));
    expect(await audit(at)).toEqual({ status: 3, said: expect.stringContaining('NOT ASKED') as string });
  });
});

test('what is no answer of npm is no list', () => {
  expect(auditRead('')).toEqual({ why: 'npm printed no answer' });
  expect(auditRead('{}')).toEqual({ why: 'npm printed no list' });
  expect(auditRead('{"message":"405 Method Not Allowed"}')).toEqual({ why: '405 Method Not Allowed' });
});

describe('the advisories on file', () => {
  const table = advisoriesIn('# head\na\t2.0.0\t2.10.0\tX-1\tfalls over\n');
  test.each([
    ['1.9.9', false],
    ['2.0.0', true],
    ['2.9.30', true],
    ['2.10.0', false],
    ['3.0.0', false],
  ])('concern version %s: %s', (version, concerned) => {
    expect(weakAmong([{ name: 'a', version }], table)).toEqual(
      concerned ? [`a@${version}: falls over (X-1, mended in 2.10.0)`] : [],
    );
    expect(weakAmong([{ name: 'b', version }], table)).toEqual([]);
  });

  test('a line that says no version is refused', () => {
    expect(() => advisoriesIn('a\t*\t2.0.0\tX-1\tfalls over')).toThrow('five columns');
  });

  test('packages within packages and under other names are held to them, tools are not', () => {
    const lock = {
      packages: {
        '': { version: '1.0.0' },
        'node_modules/x/node_modules/@s/a': { version: '2.0.0' },
        'node_modules/alias': { name: 'real', version: '3.0.0' },
        'node_modules/tool': { version: '4.0.0', dev: true },
      },
    };
    expect(shippedIn(lock)).toEqual([
      { name: '@s/a', version: '2.0.0' },
      { name: 'real', version: '3.0.0' },
    ]);
  });
});
