// A worker cut off from the ledger, then from the queue, as a network is cut: nothing is done twice, no ack is lost, and it does not spin meanwhile.
// LAYDOWN_CUT_SECONDS=45 cuts for longer than it takes to be found out, and says what processor time it cost.
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Running, runLaydown, startWorker } from '../laydown-process.ts';
import { type CutLine, cutLine } from './cut-line.ts';
import { madeArticles } from './made-articles.ts';
import { lacking, noNats, noPostgres } from './needed.ts';
import { type OwnNats, ownNats } from './own-nats.ts';
import { type OwnPostgres, ownPostgres } from './own-postgres.ts';
import { until } from './own-processes.ts';

const away = lacking(process.platform === 'linux' ? null : 'processor time is read from /proc', noNats(), noPostgres());

const ASKED = process.env['LAYDOWN_CUT_SECONDS'];
const CUT_MS = Number(ASKED ?? 3) * 1_000;
const ARTICLES = 400;
/** Of a core: a loop that waits for nothing takes all that it gets. */
const MOST_BUSY = 0.1;

describe.skipIf(away !== null)(`a worker that is cut off (skipped: ${away ?? ''})`, () => {
  const folder = mkdtempSync(join(tmpdir(), 'laydown-cut-'));
  const articles = madeArticles(ARTICLES);
  const workers: Running[] = [];
  let nats: OwnNats;
  let postgres: OwnPostgres;
  let toLedger: CutLine;
  let toQueue: CutLine;
  beforeAll(async () => {
    [nats, postgres] = await Promise.all([ownNats(1), ownPostgres()]);
    await postgres.sql('create database ledger');
    [toLedger, toQueue] = await Promise.all([cutLine(postgres.port), cutLine(nats.ports[0]!)]);
  });
  afterAll(async () => {
    for (const worker of workers) worker.child.kill('SIGKILL');
    await Promise.all([toLedger?.close(), toQueue?.close(), nats?.remove(), postgres?.remove()]);
    rmSync(folder, { recursive: true, force: true });
  });

  const queue = (port = nats.ports[0]!): string => `nats://127.0.0.1:${port}/CUT`;
  const started = async (db: string, at: string): Promise<Running> => {
    const worker = await startWorker(['--db', db, 'work', '--queue', at]);
    workers.push(worker);
    return worker;
  };
  const publish = async (from: number, to: number): Promise<void> => {
    const file = join(folder, `${from}.jsonl`);
    writeFileSync(file, articles.slice(from, to).join('\n'));
    const { status, stderr } = await runLaydown(['add', file, '--queue', queue()]);
    expect(status, stderr).toBe(0);
  };
  const reports = async (): Promise<number> =>
    (await postgres.sql<{ n: number }>('select count(*)::int n from report', 'ledger'))[0]!.n;
  const isEmpty = async (): Promise<boolean> => {
    const { waiting, in_flight } = JSON.parse((await runLaydown(['--json', 'status', '--queue', queue()])).stdout);
    return waiting === 0 && in_flight === 0;
  };
  /** Processor seconds while the line is cut. */
  const busyWhileCut = async (line: CutLine, worker: Running): Promise<number> => {
    line.cut();
    // What it has in hand it may still read.
    await new Promise((resolve) => setTimeout(resolve, 1_000));
    const before = processorSeconds(worker.child.pid!);
    await new Promise((resolve) => setTimeout(resolve, CUT_MS));
    const busy = processorSeconds(worker.child.pid!) - before;
    line.mend();
    if (ASKED !== undefined) console.info(`${busy.toFixed(2)} s of processor in ${CUT_MS / 1_000} s cut off`);
    return busy;
  };

  test(
    'goes on when the line is mended, and all is there once',
    async () => {
      const half = ARTICLES / 2;
      const ledger = postgres.address('ledger');
      const cut = await started(`postgres://postgres@127.0.0.1:${toLedger.port}/ledger`, queue(toQueue.port));
      const other = await started(ledger, queue());

      const first = publish(0, half);
      await until(async () => (await reports()) > 0, 'the ledger grows');
      const busyWithoutLedger = await busyWhileCut(toLedger, cut);
      await first;
      await until(async () => (await reports()) === half, 'the first half is there');

      const second = publish(half, ARTICLES);
      await until(async () => (await reports()) > half, 'the ledger grows');
      const busyWithoutQueue = await busyWhileCut(toQueue, cut);
      await second;
      await until(async () => (await reports()) === ARTICLES, 'all is there');
      await until(isEmpty, 'every ack has arrived');
      expect(busyWithoutLedger / (CUT_MS / 1_000)).toBeLessThan(MOST_BUSY);
      expect(busyWithoutQueue / (CUT_MS / 1_000)).toBeLessThan(MOST_BUSY);

      for (const worker of [cut, other]) worker.child.kill('SIGTERM');
      for (const worker of [cut, other]) expect(await worker.ended).toMatchObject({ status: 0 });
      const [once] = await postgres.sql(
        `select (select count(*)::int from reading) readings, (select count(distinct report)::int from reading) read,
          (select count(*)::int from claim) claims, (select count(distinct (report, content))::int from claim) distinct_claims`,
        'ledger',
      );
      expect(once).toMatchObject({ readings: ARTICLES, read: ARTICLES, claims: once!['distinct_claims'] });
      const doctor = await runLaydown(['--json', '--db', ledger, 'doctor']);
      expect(doctor.status).toBe(0);
      // The index of words has caught up, though it was cut off with a worker.
      expect(JSON.parse(doctor.stdout).health.words.behind).toBe(0);
    },
    600_000 + 4 * CUT_MS,
  );
});

/** User and system time of a process so far. */
function processorSeconds(pid: number): number {
  const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]!.split(' ');
  return (Number(fields[11]) + Number(fields[12])) / 100;
}
