// Reports shared out over worker processes by a real NATS server into a real PostgreSQL: each once, whatever dies.
import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { jetstream, jetstreamManager } from '@nats-io/jetstream';
import { connect, headers } from '@nats-io/transport-node';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { OperationsPage, QueueStanding } from '../src/views/pages/operations.ts';
import { answer, packed, storyPage } from './intake/warc-writer.ts';
import { type Running, runLaydown, startLaydown, startWorker } from './laydown-process.ts';

const NATS = process.env['LAYDOWN_TEST_NATS'] ?? 'nats://127.0.0.1:4222';
const POSTGRES = process.env['LAYDOWN_TEST_POSTGRES'] ?? 'postgres://root@127.0.0.1:5432/postgres';
const away = await reason();
if (away !== null && process.env['LAYDOWN_ALL']) throw new Error(away);

/** Null where both services answer. */
async function reason(): Promise<string | null> {
  try {
    await (await connect({ servers: NATS, timeout: 60_000, maxReconnectAttempts: 0 })).close();
  } catch (error) {
    return `no NATS server at ${NATS}: ${(error as Error).message}`;
  }
  const client = new pg.Client({ connectionString: POSTGRES, connectionTimeoutMillis: 60_000 });
  try {
    await client.connect();
    await client.end();
    return null;
  } catch (error) {
    return `no PostgreSQL server at ${POSTGRES}: ${(error as Error).message}`;
  }
}

const folder = mkdtempSync(join(tmpdir(), 'laydown-queue-'));
const run = `t${process.pid}${Date.now().toString(36)}`;
const queue = `${NATS}/${run}`;
const database = `laydown_${run}`;
const ledger = POSTGRES.replace(/\/[^/]*$/, `/${database}`);
const COUNTRIES = ['Mali', 'Chad', 'Niger', 'Kenya', 'Gabon', 'Togo', 'Benin', 'Ghana'];
const REPORTS = 240;

/** Each bad input of a batch, as a message. */
const BAD: Readonly<Record<string, { readonly content: string | Buffer; readonly reason: string }>> = {
  'a-empty.txt': { content: '', reason: 'is empty' },
  'b-binary.txt': { content: Buffer.from([0, 1, 2, 3, 0, 255]), reason: 'is a binary file' },
  'c-no-text.json': { content: '{"title": "nothing"}', reason: 'has no "text"' },
  'd-deep.html': { content: `${'<div>'.repeat(5_000)}x`, reason: 'nests elements deeper' },
  'e-charset.txt': {
    content: Buffer.from(
      Array.from({ length: 300 }, (_, i) => [0x81, 0x8d, 0x8f, 0x90, 0x9d, 0xff, 0xfe, 0x7f][i % 8]!),
    ),
    reason: 'is not UTF-8',
  },
  'f-large.txt': { content: 'Soldiers in Mali. '.repeat(2_750_000), reason: 'is larger than 10 MB' },
  'g-date.json': {
    content: '{"text": "Spain has 9 soldiers in Gabon.", "published": "2020-13-45"}',
    reason: 'is no date',
  },
  'h-broken.json': { content: '{"text": ', reason: 'is no valid JSON' },
  'i-list.json': {
    content: '[{"text": "Italy has 31 soldiers in Gabon."}, {"title": "x"}]',
    reason: 'item 2: has no "text"',
  },
  'j-line.txt': { content: 'x'.repeat(1_000_000), reason: 'characters without a space' },
  'k-broken.pdf': { content: '%PDF-1.7 and no more', reason: '' },
  'l-broken.docx': { content: 'PK and no more', reason: '' },
};

/** A message from another sender than `add --queue`. */
async function sendRaw(source: string, data: Uint8Array): Promise<void> {
  const connection = await connect({ servers: NATS });
  const about = headers();
  about.set('Laydown-Source', source);
  await jetstream(connection).publish(`LAYDOWN_${run.toUpperCase()}_WORK.file`, data, { headers: about });
  await connection.close();
}

const sql = async <T extends pg.QueryResultRow>(text: string, on = ledger): Promise<readonly T[]> => {
  const client = new pg.Client({ connectionString: on });
  await client.connect();
  try {
    return (await client.query<T>(text)).rows;
  } finally {
    await client.end();
  }
};
const status = async () => JSON.parse((await runLaydown(['--json', 'status', '--queue', queue])).stdout);

const started = (): Promise<Running> => startWorker(['--db', ledger, 'work', '--queue', queue]);
const until = async (holds: () => Promise<boolean>, seconds = 180): Promise<void> => {
  for (const end = Date.now() + seconds * 1_000; Date.now() < end; ) {
    if (await holds()) return;
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
  throw new Error('it did not come to hold');
};

describe.skipIf(away !== null)(`a queue (skipped where a service is away: ${away ?? ''})`, () => {
  beforeAll(async () => {
    await sql(`create database ${database}`, POSTGRES);
    for (let i = 0; i < REPORTS; i++) {
      const text = `France has ${100 + i} soldiers in ${COUNTRIES[i % COUNTRIES.length]}, the ministry said. Number ${i}.`;
      writeFileSync(join(folder, `report-${i}.json`), JSON.stringify({ text, published: '2021-05-03' }));
    }
  });
  afterAll(async () => {
    const connection = await connect({ servers: NATS });
    const { streams } = await jetstreamManager(connection);
    for (const end of ['WORK', 'DEAD', 'WORKERS', 'BOOKMARKS'])
      await streams.delete(`LAYDOWN_${run.toUpperCase()}_${end}`);
    await connection.close();
    await sql(`drop database ${database} with (force)`, POSTGRES);
    rmSync(folder, { recursive: true, force: true });
  });

  test('takes each file once, and says how many wait', async () => {
    const first = await runLaydown(['--json', 'add', folder, '--queue', queue]);
    expect(first.status, first.stderr).toBe(0);
    expect(first.stdout).toContain(`"summary":{"queued":${REPORTS},"known":0,"passed_over":0,"failed":0}`);
    const again = await runLaydown(['--json', 'add', folder, '--queue', queue]);
    expect(again.stdout).toContain(`"known":${REPORTS}`);
    expect(await status()).toMatchObject({ waiting: REPORTS, in_flight: 0, dead: 0, workers: [] });
  });

  test('gives every report to the ledger once, though workers are killed at their work', async () => {
    const workers = await Promise.all([started(), started()]);
    await until(async () => (await sql<{ n: string }>('select count(*) n from report'))[0]!.n > '0');
    workers[0]!.child.kill('SIGKILL');
    const third = await started();
    // What the killed worker had in hand is handed out again when its time is up.
    await until(async () => Number((await sql<{ n: string }>('select count(*) n from report'))[0]!.n) === REPORTS);
    for (const worker of [workers[1]!, third]) worker.child.kill('SIGTERM');
    for (const worker of [workers[1]!, third]) expect((await worker.ended).status).toBe(0);
    const [counts] = await sql('select count(*)::int claims, count(distinct report)::int reports from claim');
    expect(counts).toEqual({ claims: REPORTS, reports: REPORTS });
    expect((await runLaydown(['--db', ledger, 'doctor'])).status).toBe(0);
  });

  test('sets every kind of bad file aside with the reason, never waits for one, and puts them back when asked', async () => {
    const bad = mkdtempSync(join(folder, 'bad-'));
    for (const [name, { content }] of Object.entries(BAD)) writeFileSync(join(bad, name), content);
    writeFileSync(join(bad, 'z-good.txt'), 'Spain has 12 soldiers in Gabon.');
    expect((await runLaydown(['add', bad, '--queue', queue])).status).toBe(0);
    await sendRaw('not-packed.txt', Buffer.from('Spain has 13 soldiers in Gabon.'));
    await sendRaw('swollen.txt', gzipSync(Buffer.alloc(80 * 1024 * 1024, 'a')));
    const all = Object.keys(BAD).length + 2;
    const worker = await started();
    await until(async () => {
      const { waiting, in_flight, dead } = await status();
      return waiting === 0 && in_flight === 0 && dead === all;
    });
    worker.child.kill('SIGTERM');
    expect((await worker.ended).status).toBe(0);
    const { dead } = JSON.parse((await runLaydown(['--json', 'queue', 'dead', '--queue', queue])).stdout);
    const reasons = new Map<string, string>(
      dead.map((one: { readonly source: string; readonly reason: string }) => [basename(one.source), one.reason]),
    );
    for (const [name, { reason }] of Object.entries(BAD))
      expect([name, reasons.get(name)]).toEqual([name, expect.stringContaining(reason)]);
    for (const name of ['not-packed.txt', 'swollen.txt']) expect(reasons.get(name)).toContain('cannot be unpacked');
    // Each can be looked at, as it came; also what cannot be unpacked.
    const show = (name: string, ...options: readonly string[]) => {
      const { number } = dead.find((one: { readonly source: string }) => basename(one.source) === name);
      return runLaydown([...options, 'queue', 'show', String(number), '--queue', queue]);
    };
    const shown = { status: 0, stdout: '{"text": ', stderr: expect.stringContaining('is no valid JSON') };
    expect(await show('h-broken.json')).toMatchObject(shown);
    expect((await show('not-packed.txt')).stdout).toBe('Spain has 13 soldiers in Gabon.');
    const { content, reason } = JSON.parse((await show('b-binary.txt', '--json')).stdout);
    expect([...Buffer.from(content, 'base64')]).toEqual([0, 1, 2, 3, 0, 255]);
    expect(reason).toContain('is a binary file');
    const none = await runLaydown(['queue', 'show', '123456', '--queue', queue]);
    expect(none).toMatchObject({
      status: 1,
      stderr: expect.stringContaining('nothing was set aside under the number'),
    });
    // The good file beside them, and the good report in a bad list.
    const good = await sql<{ party: string; n: number }>(
      "select content->>'party' party, count(*)::int n from claim where content->>'party' in ('ES', 'IT') group by 1 order by 1",
    );
    expect(good).toEqual([
      { party: 'ES', n: 1 },
      { party: 'IT', n: 1 },
    ]);
    // Put back, it is read again, and set aside again: nothing is lost by looking.
    const replayed = await runLaydown(['queue', 'replay', String(dead[0].number), '--queue', queue]);
    expect(replayed.stdout).toContain('1 file back in the queue');
    expect(await status()).toMatchObject({ waiting: 1, dead: all - 1 });
    const again = await started();
    await until(async () => (await status()).dead === all);
    again.child.kill('SIGTERM');
    expect((await again.ended).status).toBe(0);
    expect((await runLaydown(['queue', 'replay', '--all', '--queue', queue])).stdout).toContain(`${all} files back`);
    expect(await status()).toMatchObject({ waiting: all, dead: 0 });
  });

  test('is shown to admins on the server, and to whoever counts', async () => {
    await runLaydown(['--db', ledger, 'user', 'add', 'anna', '--role', 'admin']);
    const made = await runLaydown(['--db', ledger, '--json', 'user', 'token', 'anna', '--scope', 'admin']);
    const { secret } = JSON.parse(made.stdout) as { readonly secret: string };
    const server = startLaydown(['--db', ledger, '--json', 'serve', '--port', '0', '--queue', queue]);
    await until(async () => server.stdout().includes('url'));
    const { url } = JSON.parse(server.stdout()) as { readonly url: string };
    const { waiting, dead } = await status();
    // A server that cannot ask the queue at once says that it is away.
    let metrics = '';
    const metered = async (...lines: readonly (string | RegExp)[]): Promise<boolean> => {
      metrics = await (await fetch(`${url}/metrics`)).text();
      return lines.every((line) => metrics.search(line) >= 0);
    };
    await until(() => metered('laydown_queue_up 1\n'));
    expect(metrics).toContain(`laydown_queue_waiting ${waiting}\n`);
    expect(metrics).toContain(`laydown_queue_set_aside ${dead}\n`);
    const worker = await started();
    await until(async () => (await status()).dead === waiting);
    await until(() => metered(/laydown_worker_files_per_second\{worker="[\w.-]+"\} \d/));
    const asking = { headers: { Accept: 'application/json', Authorization: `Bearer ${secret}` } };
    const operations = async () =>
      ((await (await fetch(`${url}/operations`, asking)).json()) as { readonly model: OperationsPage }).model;
    let model = await operations();
    await until(async () => {
      model = await operations();
      const { letters = [], workers = [] } = model.queue as Partial<QueueStanding>;
      return letters.length > 0 && workers.some(({ name }) => name.endsWith(`-${worker.child.pid}`));
    });
    expect(model.queue).toMatchObject({ waiting: 0, inHand: 0, setAside: waiting, copies: 1, copiesCurrent: 1 });
    expect((model.queue as QueueStanding).letters.map(({ source }) => basename(source))).toContain('a-empty.txt');
    expect((model.queue as QueueStanding).workers.map(({ name }) => name)).toContainEqual(
      expect.stringMatching(new RegExp(`-${worker.child.pid}$`)),
    );
    expect((await fetch(`${url}/operations`, { headers: { Accept: 'application/json' } })).status).toBe(401);
    for (const one of [worker, server]) one.child.kill('SIGTERM');
    for (const one of [worker, server]) expect((await one.ended).status).toBe(0);
    expect((await runLaydown(['status', '--queue', queue])).stdout).toMatch(/Copies 1 of 1 up to date/);
  });

  test('takes an archive page by page, goes on where it was left, and settles what two workers read of one story', async () => {
    const words = (n: number): string[] => [
      `Norway has ${500 + n} soldiers in Chad, more than in any year before, and most of them are new to the country and its roads.`,
      `Nobody knows for how long the ${n} others would stay before the vote of the parliament in the autumn, which may be put off again.`,
      'The opposition had asked for the figures since the spring, when the first of the convoys crossed the border at night.',
    ];
    const page = (n: number, paper: string): Buffer =>
      answer({
        url: `https://${paper}.example/${n}`,
        // The second paper prints the same story with a line of its own.
        body: storyPage(`Figure ${n}`, paper === 'first' ? words(n) : [...words(n), 'More on our pages.']).replace(
          '<head>',
          `<head><meta property="og:site_name" content="The ${paper}">`,
        ),
      });
    const pages = Array.from({ length: 40 }, (_, n) => [page(n, 'first'), page(n, 'second')]).flat();
    const filler = answer({ url: 'https://first.example/x', body: storyPage('Harvest', ['It was good.']) });
    // What tells archives apart is how they begin: 64 kB of it.
    const picture = answer({ url: 'https://first.example/p', body: randomBytes(70_000), contentType: 'image/png' });
    const archive = join(folder, 'crawl.warc.gz');
    writeFileSync(archive, packed([picture, ...pages.slice(0, 60), filler]));
    const publish = () => runLaydown(['--json', 'add', archive, '--queue', queue]);
    expect((await publish()).stdout).toContain('"summary":{"queued":60,"known":0,"passed_over":1,"failed":0}');
    writeFileSync(archive, packed([picture, ...pages.slice(0, 60), filler, ...pages.slice(60)]));
    const rest = await publish();
    expect(rest.stderr).toContain('goes on after record 62');
    expect(rest.stdout).toContain('"summary":{"queued":20,"known":0,"passed_over":0,"failed":0}');

    const workers = await Promise.all([started(), started()]);
    const there = async () =>
      (await sql<{ n: number }>("select count(*)::int n from report where url like 'https://%.example/%'"))[0]!.n;
    await until(async () => (await there()) === pages.length);
    for (const worker of workers) worker.child.kill('SIGTERM');
    for (const worker of workers) expect((await worker.ended).status).toBe(0);
    // Two papers, two reports, and nobody cited: as copies of one text they are one origin, whichever worker read which paper.
    const claims: { id: string; origin: string; party: string; quantity: { min: number } }[] = JSON.parse(
      (await runLaydown(['--json', '--db', ledger, 'claims', '--party', 'NO'])).stdout,
    ).claims;
    const figures = new Map<number, Set<string>>();
    for (const { quantity, origin } of claims)
      figures.set(quantity.min, (figures.get(quantity.min) ?? new Set()).add(origin));
    expect(claims).toHaveLength(pages.length);
    expect(figures.size).toBe(40);
    expect([...figures.values()].filter(({ size }) => size > 1)).toEqual([]);
  });

  test('says in words that the queue is away', async () => {
    const { status: code, stderr } = await runLaydown(['status', '--queue', 'nats://127.0.0.1:9']);
    expect(code).toBe(3);
    expect(stderr).toContain('the queue at nats://127.0.0.1:9 cannot be used');
    expect((await runLaydown(['status', '--queue', 'amqp://here'])).status).toBe(2);
  });
});
