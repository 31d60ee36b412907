// A worker whose ledger may only take so long for a statement: what is too much together is written in parts, what is too much by itself is set aside, and
// where the server takes nothing at all nothing is.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { type Running, runLaydown, startWorker } from '../laydown-process.ts';
import { lacking, noNats, noPostgres } from './needed.ts';
import { type OwnNats, ownNats } from './own-nats.ts';
import { type OwnPostgres, ownPostgres } from './own-postgres.ts';
import { until } from './own-processes.ts';

const away = lacking(noNats(), noPostgres());
const LIMIT_MS = 800;
/** Milliseconds that the server takes for a report, by the first word of its title: of the heavy ones no more than some ten go together. */
const TIMES = { Light: 0, Heavy: 60, Endless: 20_000 } as const;
type Weight = keyof typeof TIMES;

describe.skipIf(away !== null)(`a worker under a time limit of its ledger (skipped: ${away ?? ''})`, () => {
  const folder = mkdtempSync(join(tmpdir(), 'laydown-limit-'));
  const workers: Running[] = [];
  let nats: OwnNats;
  let postgres: OwnPostgres;
  beforeAll(async () => {
    [nats, postgres] = await Promise.all([ownNats(1), ownPostgres()]);
    await postgres.sql(
      `create role limited superuser login; alter role limited set statement_timeout = '${LIMIT_MS}ms'`,
    );
  });
  afterEach(() => {
    for (const worker of workers.splice(0)) worker.child.kill('SIGKILL');
  });
  afterAll(async () => {
    await Promise.all([nats?.remove(), postgres?.remove()]);
    rmSync(folder, { recursive: true, force: true });
  });

  const queue = (name: string): string => `nats://${nats.hosts}/${name}`;
  /** A ledger whose server takes its time for reports, as a user who may not take long. */
  const slowLedger = async (name: string, times: Readonly<Record<string, number>>): Promise<string> => {
    await postgres.sql(`create database ${name}`);
    const ledger = postgres.address(name);
    expect((await runLaydown(['--db', ledger, 'doctor'])).status).toBe(0);
    const cases = Object.entries(times).map(([word, ms]) => `when '${word}' then ${ms / 1_000}`);
    await postgres.sql(
      `create function slowly() returns trigger language plpgsql as $$ begin
         perform pg_sleep(case split_part(coalesce(new.title, 'Light'), ' ', 1) ${cases.join(' ')} end); return new; end $$;
       create trigger slowly before insert on report for each row execute function slowly()`,
      name,
    );
    return ledger.replace('postgres@', 'limited@');
  };
  const publish = async (to: string, weights: readonly Weight[]): Promise<void> => {
    const files = mkdtempSync(join(folder, 'files-'));
    for (const [i, weight] of weights.entries()) {
      const text = `France has ${100 + i} soldiers in Mali, the ministry said. It was number ${i}.`;
      const title = `${weight} ${i}`;
      writeFileSync(join(files, `${weight}-${i}.json`), JSON.stringify({ text, title, published: '2021-05-03' }));
    }
    expect((await runLaydown(['add', files, '--queue', queue(to)])).status).toBe(0);
  };
  const started = async (ledger: string, from: string): Promise<{ worker: Running; said(): string }> => {
    const worker = await startWorker(['--db', ledger, 'work', '--queue', queue(from)]);
    let words = '';
    worker.child.stderr!.on('data', (part: string) => {
      words += part;
    });
    workers.push(worker);
    return { worker, said: () => words };
  };
  const ended = async ({ child, ended: over }: Running): Promise<void> => {
    child.kill('SIGTERM');
    expect(await over).toMatchObject({ status: 0 });
  };
  const reports = async (name: string): Promise<number> =>
    (await postgres.sql<{ n: number }>('select count(*)::int n from report', name))[0]!.n;
  const dead = async (of: string): Promise<readonly { readonly source: string; readonly reason: string }[]> =>
    JSON.parse((await runLaydown(['--json', 'queue', 'dead', '--queue', queue(of)])).stdout).dead;

  test('takes what can be taken, and sets aside with the reason what cannot', async () => {
    const ledger = await slowLedger('parts', TIMES);
    const weights = Array.from({ length: 70 }, (_, i) =>
      i === 10 || i === 40 ? 'Endless' : i % 3 === 0 ? 'Heavy' : 'Light',
    );
    await publish('PARTS', weights);
    const { worker, said } = await started(ledger, 'PARTS');
    // Long before the others are set aside: they keep nothing waiting.
    await until(async () => (await reports('parts')) === 68, 'all that can be is in the ledger');
    await until(async () => (await dead('PARTS')).length === 2, 'the rest is set aside');
    const letters = await dead('PARTS');
    expect(letters.map(({ source }) => basename(source)).sort()).toEqual(['Endless-10.json', 'Endless-40.json']);
    for (const { reason } of letters)
      expect(reason).toMatch(/too long 5 times, by itself.*statement_timeout: raise it/);
    expect(said()).toMatch(/Endless-10\.json: the ledger: .*statement_timeout.*tried again in 500 ms/);
    expect(said()).not.toContain('Light');
    await ended(worker);

    // Where they take no longer than that they go in.
    await postgres.sql('drop trigger slowly on report', 'parts');
    expect((await runLaydown(['queue', 'replay', '--all', '--queue', queue('PARTS')])).status).toBe(0);
    const again = await started(postgres.address('parts'), 'PARTS');
    await until(async () => (await reports('parts')) === 70, 'what was put back is in the ledger');
    await ended(again.worker);
    expect((await runLaydown(['--db', ledger, 'doctor'])).status).toBe(0);
  });

  test('sets nothing aside where the server takes nothing, however often it is tried and workers are ended', async () => {
    const ledger = await slowLedger('nothing', { Light: 20_000, Heavy: 20_000, Endless: 20_000 });
    await publish('NOTHING', ['Light', 'Heavy']);
    // More often than a file may end its worker.
    for (let i = 0; i < 6; i++) {
      const { worker, said } = await started(ledger, 'NOTHING');
      await until(() => said().includes('statement_timeout'), 'it is told');
      await ended(worker);
    }
    const { worker, said } = await started(ledger, 'NOTHING');
    const tries = (): number => said().split('nothing is taken now').length - 1;
    await until(() => tries() >= 8, 'it was tried more often than a file is that is too much');
    // Away altogether, and back.
    await postgres.stop('SIGKILL');
    await until(() => said().includes('reachable'), 'that it is away is told');
    await postgres.start();
    expect(await dead('NOTHING')).toEqual([]);
    await postgres.sql('drop trigger slowly on report', 'nothing');
    await until(async () => (await reports('nothing')) === 2, 'all is there');
    await ended(worker);
    expect(await dead('NOTHING')).toEqual([]);
  });
});
