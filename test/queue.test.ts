// Reports shared out over worker processes by a real NATS server into a real PostgreSQL: each once, whatever dies.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { connect } from '@nats-io/transport-node';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Running, runLaydown, startLaydown } from './laydown-process.ts';

const NATS = process.env['LAYDOWN_TEST_NATS'] ?? 'nats://127.0.0.1:4222';
const POSTGRES = process.env['LAYDOWN_TEST_POSTGRES'] ?? 'postgres://root@127.0.0.1:5432/postgres';
const away = await reason();
if (away !== null && process.env['LAYDOWN_ALL']) throw new Error(away);

/** Null where both services answer. */
async function reason(): Promise<string | null> {
  try {
    await (await connect({ servers: NATS, timeout: 2_000, maxReconnectAttempts: 0 })).close();
  } catch (error) {
    return `no NATS server at ${NATS}: ${(error as Error).message}`;
  }
  const client = new pg.Client({ connectionString: POSTGRES, connectionTimeoutMillis: 2_000 });
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

const started = (): Promise<Running> => {
  const worker = startLaydown(['--db', ledger, 'work', '--queue', queue]);
  return new Promise((resolve) => {
    worker.child.stderr?.on('data', (part: string) => part.includes('at work') && resolve(worker));
    void worker.ended.then(() => resolve(worker));
  });
};
const until = async (holds: () => Promise<boolean>, seconds = 60): Promise<void> => {
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
  }, 30_000);
  afterAll(async () => {
    const connection = await connect({ servers: NATS });
    const { jetstreamManager } = await import('@nats-io/jetstream');
    const { streams } = await jetstreamManager(connection);
    for (const end of ['WORK', 'DEAD', 'WORKERS']) await streams.delete(`LAYDOWN_${run.toUpperCase()}_${end}`);
    await connection.close();
    await sql(`drop database ${database} with (force)`, POSTGRES);
    rmSync(folder, { recursive: true, force: true });
  }, 30_000);

  test('takes each file once, and says how many wait', async () => {
    const first = await runLaydown(['--json', 'add', folder, '--queue', queue]);
    expect(first.status, first.stderr).toBe(0);
    expect(first.stdout).toContain(`"summary":{"queued":${REPORTS},"known":0,"failed":0}`);
    const again = await runLaydown(['--json', 'add', folder, '--queue', queue]);
    expect(again.stdout).toContain(`"known":${REPORTS}`);
    expect(await status()).toMatchObject({ waiting: REPORTS, in_flight: 0, dead: 0, workers: [] });
  }, 60_000);

  test('gives every report to the ledger once, though workers are killed at their work', async () => {
    const workers = await Promise.all([started(), started()]);
    await until(async () => (await sql<{ n: string }>('select count(*) n from report'))[0]!.n > '0');
    workers[0]!.child.kill('SIGKILL');
    const third = await started();
    // What the killed worker had in hand is handed out again when its time is up.
    await until(async () => Number((await sql<{ n: string }>('select count(*) n from report'))[0]!.n) === REPORTS, 100);
    for (const worker of [workers[1]!, third]) worker.child.kill('SIGTERM');
    for (const worker of [workers[1]!, third]) expect((await worker.ended).status).toBe(0);
    const [counts] = await sql('select count(*)::int claims, count(distinct report)::int reports from claim');
    expect(counts).toEqual({ claims: REPORTS, reports: REPORTS });
    expect((await runLaydown(['--db', ledger, 'doctor'])).status).toBe(0);
  }, 180_000);

  test('sets bad files aside with the reason, never waits for them, and puts them back when asked', async () => {
    const bad = mkdtempSync(join(folder, 'bad-'));
    writeFileSync(join(bad, 'a-empty.txt'), '');
    writeFileSync(join(bad, 'b-binary.txt'), Buffer.from([0, 1, 2, 3, 0, 255]));
    writeFileSync(join(bad, 'c-no-text.json'), '{"title": "nothing"}');
    writeFileSync(join(bad, 'd-deep.html'), `${'<div>'.repeat(5_000)}x`);
    writeFileSync(join(bad, 'e-good.txt'), 'Spain has 12 soldiers in Gabon.');
    expect((await runLaydown(['add', bad, '--queue', queue])).status).toBe(0);
    const worker = await started();
    await until(async () => {
      const { waiting, in_flight, dead } = await status();
      return waiting === 0 && in_flight === 0 && dead === 4;
    });
    worker.child.kill('SIGTERM');
    expect((await worker.ended).status).toBe(0);
    const { dead } = JSON.parse((await runLaydown(['--json', 'queue', 'dead', '--queue', queue])).stdout);
    expect(dead.map((one: { readonly reason: string }) => one.reason)).toEqual(
      expect.arrayContaining([expect.stringContaining('empty'), expect.stringContaining('binary')]),
    );
    expect((await sql<{ n: number }>("select count(*)::int n from claim where content->>'party' = 'ES'"))[0]!.n).toBe(
      1,
    );
    const replayed = await runLaydown(['queue', 'replay', String(dead[0].number), '--queue', queue]);
    expect(replayed.stdout).toContain('1 file back in the queue');
    expect(await status()).toMatchObject({ waiting: 1, dead: 3 });
  }, 90_000);

  test('says in words that the queue is away', async () => {
    const { status: code, stderr } = await runLaydown(['status', '--queue', 'nats://127.0.0.1:9']);
    expect(code).toBe(3);
    expect(stderr).toContain('the queue at nats://127.0.0.1:9 cannot be used');
    expect((await runLaydown(['status', '--queue', 'amqp://here'])).status).toBe(2);
  }, 30_000);
});
