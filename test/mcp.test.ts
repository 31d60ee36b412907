// Assistants ask the ledger through a client that is not ours, over both transports.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client, StreamableHTTPClientTransport } from '@modelcontextprotocol/client';
import { StdioClientTransport } from '@modelcontextprotocol/client/stdio';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Running, runLaydown, startLaydown } from './laydown-process.ts';

const folder = mkdtempSync(join(tmpdir(), 'laydown-mcp-'));
const ledger = join(folder, 'ledger');
const root = join(import.meta.dirname, '..');
const WHEN = { at: '2020-01-08', known: '2020-01-09' };
afterAll(() => rmSync(folder, { recursive: true, force: true }));

beforeAll(async () => {
  const reports = join(root, 'examples/iraq-january-2020');
  const { status, stderr } = await runLaydown(['--db', ledger, 'add', reports]);
  expect({ status, stderr }).toMatchObject({ status: 0 });
});

const connected = async (...more: string[]): Promise<Client> => {
  const client = new Client({ name: 'test', version: '1.0.0' });
  const command = { command: process.execPath, args: [join(root, 'bin/laydown'), '--db', ledger, 'mcp', ...more] };
  await client.connect(new StdioClientTransport({ ...command, stderr: 'pipe' }));
  return client;
};

interface Answer {
  readonly isError?: boolean;
  readonly text: string;
  readonly content: Record<string, unknown>;
}
const asked = async (client: Client, name: string, args: Record<string, unknown>): Promise<Answer> => {
  const { content, isError, structuredContent } = await client.callTool({ name, arguments: args });
  const text = (content as { readonly text: string }[])[0]?.text ?? '';
  return { text, content: (structuredContent ?? {}) as Record<string, unknown>, ...(isError ? { isError: true } : {}) };
};

describe('on standard input and output', () => {
  let client: Client;
  beforeAll(async () => {
    client = await connected();
  });
  afterAll(() => client.close());

  test('names its tools, none of which writes', async () => {
    const { tools } = await client.listTools();
    expect(tools.map(({ name }) => name).sort()).toEqual([
      'changes',
      'claims',
      'conflicts',
      'decisions',
      'posture',
      'report_text',
      'reports',
      'search',
      'statuses',
      'why',
    ]);
    expect(tools.every(({ annotations }) => annotations?.readOnlyHint === true)).toBe(true);
    expect(client.getInstructions()).toContain('bounds');
  });

  test('answers as the command line does, with the quotations it rests on', async () => {
    const { content } = await asked(client, 'posture', { party: 'Croatia', ...WHEN });
    const args = ['--db', ledger, 'posture', '--party', 'HR', '--at', WHEN.at, '--known', WHEN.known, '--json'];
    await client.close();
    const told = JSON.parse((await runLaydown(args)).stdout);
    client = await connected();
    expect(content['rows']).toEqual(told.rows);
    const citations = content['citations'] as { readonly claim: string; readonly quotation: string }[];
    expect(new Set(citations.map(({ claim }) => claim))).toEqual(
      new Set(told.rows.flatMap((row: { readonly claims: string[] }) => row.claims)),
    );
    expect(citations.every(({ quotation }) => quotation.length > 10)).toBe(true);
  });

  test('tells what it has left off', async () => {
    const all = await asked(client, 'posture', WHEN);
    const few = await asked(client, 'posture', { ...WHEN, limit: 2 });
    expect(few.content['rows']).toHaveLength(2);
    expect(few.content['left_off']).toBe((all.content['rows'] as unknown[]).length - 2);
  });

  test('tells the conflict over Croatia with both readings', async () => {
    const { content } = await asked(client, 'conflicts', { party: 'HR', ...WHEN });
    const [conflict] = content['conflicts'] as { readonly claims: string[]; readonly why: string }[];
    expect(conflict?.claims.length).toBeGreaterThanOrEqual(2);
    expect(conflict?.why).toMatch(/7/);
  });

  test.each([
    ['claims', { party: 'DE' }, 'claims'],
    ['search', { words: 'soldiers' }, 'claims'],
    ['reports', {}, 'reports'],
  ])('pages through %s: parts of two come to the whole list', async (name, question, field) => {
    type Listed = readonly { readonly id: string }[];
    const listed = async (words: object) =>
      (await asked(client, name, { ...question, known: WHEN.known, ...words })).content;
    const whole = await listed({});
    const ids = (whole[field] as Listed).map(({ id }) => id);
    expect(ids.length).toBeGreaterThan(3);
    expect([whole['left_off'], whole['next']]).toEqual([0, null]);
    const paged: string[] = [];
    for (let after: string | null | undefined; after !== null; ) {
      const part = await listed({ limit: 2, ...(after === undefined ? {} : { after }) });
      paged.push(...(part[field] as Listed).map(({ id }) => id));
      expect(part['left_off']).toBe(ids.length - paged.length);
      after = part['next'] as string | null;
    }
    expect(paged).toEqual(ids);
    expect((await asked(client, name, { ...question, after: 'none-such' })).isError).toBe(true);
  });

  test('explains a name that is none, and a day that is none, to the assistant', async () => {
    const unknown = await asked(client, 'posture', { party: 'Germny' });
    expect(unknown.isError).toBe(true);
    expect(unknown.text).toContain('Germany');
    const wrong = await client.callTool({ name: 'posture', arguments: { at: 'yesterday' } }).catch((error) => error);
    expect(JSON.stringify(wrong, null, 1) + String(wrong)).toMatch(/at/);
  });

  test('reads reports and claims by the addresses that answers give', async () => {
    const { resources } = await client.listResources();
    expect(resources).toHaveLength(6);
    const report = await client.readResource({ uri: resources[0]!.uri });
    const read = JSON.parse((report.contents[0] as { readonly text: string }).text);
    expect(read.report.text).toContain(read.claims[0].evidence);
    const { content } = await asked(client, 'claims', { kind: 'decision', known: WHEN.known });
    const [citation] = content['citations'] as { readonly resource: string; readonly quotation: string }[];
    const claim = await client.readResource({ uri: citation!.resource });
    expect(JSON.parse((claim.contents[0] as { readonly text: string }).text).evidence).toBe(citation!.quotation);
  });
});

test('records a judgement only where it was started to', async () => {
  const client = await connected('--judge-as', 'A. Analyst');
  const { content } = await asked(client, 'claims', { party: 'HR', known: WHEN.known });
  const [claim] = content['claims'] as { readonly id: string; readonly report: { readonly id: string } }[];
  const judged = await asked(client, 'judge', { claim: claim!.id, verdict: 'accept', note: 'seen in two reports' });
  expect(judged.content).toMatchObject({ claim: claim!.id, verdict: 'accept', by: 'A. Analyst' });
  const undone = await asked(client, 'judge', { claim: claim!.id, verdict: 'withdraw', note: 'for the test' });
  expect(undone.content).toMatchObject({ verdict: 'withdraw' });
  await asked(client, 'judge', { claim: claim!.id, verdict: 'accept', note: 'seen in two reports' });
  const { id } = claim!.report;
  expect(JSON.stringify((await asked(client, 'report_text', { id })).content)).toContain('"by":"A. Analyst"');
  await client.close();
  // One that only reads is not told who judged.
  const reading = await connected();
  const told = await asked(reading, 'report_text', { id });
  expect(told.content['judgements']).toMatchObject([{ claim: claim!.id, note: 'seen in two reports', by: null }]);
  const listed = await reading.readResource({ uri: `laydown://reports/${id}` });
  expect(JSON.stringify(listed)).toContain('seen in two reports');
  expect(JSON.stringify(listed)).not.toContain('A. Analyst');
  await reading.close();
});

describe('over HTTP', () => {
  const TOKEN = 'a-token-of-many-letters';
  let running: Running;
  let url: URL;
  beforeAll(async () => {
    process.env['LAYDOWN_MCP_TOKEN'] = TOKEN;
    url = await new Promise<URL>((resolve, reject) => {
      running = startLaydown(['--db', ledger, '--json', 'mcp', '--port', '0'], {
        onStdout: (all) => all.includes('\n') && resolve(new URL(JSON.parse(all).url)),
      });
      void running.ended.then(({ stderr }) => reject(new Error(stderr)));
    });
    delete process.env['LAYDOWN_MCP_TOKEN'];
  });
  afterAll(async () => {
    running.child.kill('SIGTERM');
    expect((await running.ended).status).toBe(0);
  });

  test('answers a client that has the token', async () => {
    const client = new Client({ name: 'test', version: '1.0.0' });
    const headers = { Authorization: `Bearer ${TOKEN}` };
    await client.connect(new StreamableHTTPClientTransport(url, { requestInit: { headers } }));
    const { content } = await asked(client, 'why', { party: 'Canada', place: 'Iraq', ...WHEN });
    expect((content['rows'] as { readonly max: number }[])[0]?.max).toBe(499);
    await client.close();
  });

  const post = (headers: Record<string, string>, body = '{}') =>
    fetch(url, { method: 'POST', body, headers: { 'content-type': 'application/json', ...headers } });

  test('refuses everyone else', async () => {
    expect((await post({})).status).toBe(401);
    expect((await post({ Authorization: `Bearer ${TOKEN}x` })).status).toBe(401);
    expect((await post({ Authorization: `Basic ${TOKEN}` })).status).toBe(401);
  });

  test('refuses pages of other sites and bodies without bounds', async () => {
    const headers = { Authorization: `Bearer ${TOKEN}` };
    expect((await post({ ...headers, Origin: 'https://elsewhere.example' })).status).toBe(403);
    expect((await post(headers, JSON.stringify({ x: 'y'.repeat(2_000_000) }))).status).toBe(413);
    expect((await fetch(new URL('/other', url), { headers })).status).toBe(404);
  });
});

test('over HTTP a token is asked for', async () => {
  const { status, stderr } = await runLaydown(['--db', ledger, 'mcp', '--port', '0']);
  expect(status).toBe(2);
  expect(stderr).toContain('LAYDOWN_MCP_TOKEN');
});
