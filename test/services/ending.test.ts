// A worker that is told to end while its ledger is away: it ends within seconds, and what it had in hand comes to another.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { type Running, runLaydown, startWorker } from '../laydown-process.ts';
import { ownClock } from '../own-time.ts';
import { type CutLine, cutLine } from './cut-line.ts';
import { madeArticles } from './made-articles.ts';
import { lacking, noNats, noPostgres } from './needed.ts';
import { type OwnNats, ownNats } from './own-nats.ts';
import { type OwnPostgres, ownPostgres } from './own-postgres.ts';
import { until } from './own-processes.ts';

const away = lacking(noNats(), noPostgres());
const ARTICLES = 600;
/** Where it waited for the ledger as it else does it took 17 seconds and more. */
const MOST_MS = 10_000;

describe.skipIf(away !== null)(`a worker that is told to end (skipped: ${away ?? ''})`, () => {
  const folder = mkdtempSync(join(tmpdir(), 'laydown-ending-'));
  const workers: Running[] = [];
  let nats: OwnNats;
  let postgres: OwnPostgres;
  let line: CutLine;
  beforeAll(async () => {
    [nats, postgres] = await Promise.all([ownNats(1), ownPostgres()]);
    line = await cutLine(postgres.port);
  });
  afterEach(() => {
    for (const worker of workers.splice(0)) worker.child.kill('SIGKILL');
  });
  afterAll(async () => {
    await Promise.all([line?.close(), nats?.remove(), postgres?.remove()]);
    rmSync(folder, { recursive: true, force: true });
  });

  test.each([
    ['stopped', () => postgres.stop('SIGKILL'), () => postgres.start()],
    ['silent', async () => line.cut(), async () => line.mend()],
  ] as const)(
    'ends within seconds where the ledger is %s, and leaves all to others',
    async (name, takeAway, bringBack) => {
      await postgres.sql(`create database ${name}`);
      const queue = `nats://${nats.hosts}/${name}`;
      const file = join(folder, `${name}.jsonl`);
      writeFileSync(file, madeArticles(ARTICLES).join('\n'));
      expect((await runLaydown(['add', file, '--queue', queue])).status).toBe(0);
      const started = async (port: number): Promise<Running> => {
        const worker = await startWorker([
          '--db',
          `postgres://postgres@127.0.0.1:${port}/${name}`,
          'work',
          '--queue',
          queue,
        ]);
        workers.push(worker);
        return worker;
      };
      const reports = async (): Promise<number> =>
        (await postgres.sql<{ n: number }>('select count(*)::int n from report', name))[0]!.n;

      const worker = await started(line.port);
      await until(async () => (await reports()) > 0, 'the ledger grows');
      await takeAway();
      const clock = ownClock();
      worker.child.kill('SIGTERM');
      expect(await worker.ended).toMatchObject({ status: 0 });
      expect(clock.stop()).toBeLessThan(MOST_MS);
      await bringBack();

      const other = await started(postgres.port);
      await until(async () => (await reports()) === ARTICLES, 'all is there');
      other.child.kill('SIGTERM');
      expect(await other.ended).toMatchObject({ status: 0 });
      const { dead } = JSON.parse((await runLaydown(['--json', 'status', '--queue', queue])).stdout);
      expect(dead).toBe(0);
      expect((await runLaydown(['--db', postgres.address(name), 'doctor'])).status).toBe(0);
    },
  );
});
