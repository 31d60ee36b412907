// Four workers, a JetStream cluster of three nodes, PostgreSQL: whatever is killed in the middle, the ledger is that of a single process.
// LAYDOWN_CLUSTER_ARTICLES=20000 makes it large, and says what recovering took.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { jetstream, jetstreamManager, RetentionPolicy, StorageType } from '@nats-io/jetstream';
import { headers as headersOf } from '@nats-io/transport-node';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { streamNames } from '../../src/adapters/jetstream-streams.ts';
import { openStore } from '../../src/adapters/open-store.ts';
import { type Running, runLaydown, startWorker } from '../laydown-process.ts';
import { type CutLine, cutLine } from './cut-line.ts';
import { madeArticles } from './made-articles.ts';
import { lacking, noNats, noPostgres } from './needed.ts';
import { type OwnNats, ownNats } from './own-nats.ts';
import { type OwnPostgres, ownPostgres } from './own-postgres.ts';
import { until } from './own-processes.ts';

const away = lacking(noNats(), noPostgres());

const ASKED = process.env['LAYDOWN_CLUSTER_ARTICLES'];
const COUNT = Number(ASKED ?? 1_500);
const DUPLICATES = 0.07;
const PARTS = 4;
const NAME = 'CLUSTER';
const { work: STREAM } = streamNames(NAME);

describe.skipIf(away !== null)(`reading on many hosts (skipped: ${away ?? ''})`, () => {
  const folder = mkdtempSync(join(tmpdir(), 'laydown-cluster-'));
  const workers = new Set<Running>();
  let nats: OwnNats;
  let postgres: OwnPostgres;
  let line: CutLine;
  beforeAll(async () => {
    [nats, postgres] = await Promise.all([ownNats(3), ownPostgres()]);
    await postgres.sql('create database ledger');
    line = await cutLine(nats.ports[0]!);
  });
  afterAll(async () => {
    for (const worker of workers) worker.child.kill('SIGKILL');
    await line?.close();
    await Promise.all([nats?.remove(), postgres?.remove()]);
    rmSync(folder, { recursive: true, force: true });
  });

  const queue = (hosts = nats.hosts): string => `nats://${hosts}/${NAME}`;
  const atWork = async (hosts?: string): Promise<Running> => {
    const worker = await startWorker(['--db', postgres.address('ledger'), 'work', '--queue', queue(hosts)]);
    workers.add(worker);
    return worker;
  };
  const kill = async (worker: Running): Promise<void> => {
    workers.delete(worker);
    worker.child.kill('SIGKILL');
    await worker.ended;
  };
  const reports = async (): Promise<number> =>
    (await postgres.sql<{ n: number }>('select count(*)::int n from report', 'ledger').catch(() => [{ n: -1 }]))[0]!.n;
  const status = async () => {
    const { status: ended, stdout, stderr } = await runLaydown(['--json', 'status', '--queue', queue()]);
    expect(ended, stderr).toBe(0);
    return JSON.parse(stdout);
  };
  /** When the ledger was seen to have grown. */
  const growths: number[] = [];
  const sampling = async (signal: AbortSignal): Promise<void> => {
    for (let last = -1; !signal.aborted; ) {
      const now = await reports();
      if (now > last) {
        last = now;
        growths.push(performance.now());
      }
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
  };
  const events: { readonly what: string; readonly at: number }[] = [];
  let inQueue = 0;
  /** Or has all that there is: a fast worker may be ahead of whoever looks. */
  const growing = async (): Promise<void> => {
    const { length } = growths;
    await until(async () => growths.length > length || (await reports()) === inQueue, 'the ledger grows again');
  };
  const happened = async (what: string): Promise<void> => {
    events.push({ what, at: performance.now() });
    await growing();
  };
  /** The longest time from an event on, up to the next, in which no report was added. */
  const standstills = (): string[] =>
    events.map(({ what, at }, i) => {
      const marks = [at, ...growths.filter((one) => one > at && one < (events[i + 1]?.at ?? Infinity))];
      const longest = Math.max(0, ...marks.slice(1).map((one, k) => one - marks[k]!));
      return `${what}: the ledger stood still for ${(longest / 1_000).toFixed(1)} s at most`;
    });

  test(
    `makes of ${COUNT} articles, of which 7 % come twice, the claims of a single process, each once`,
    async () => {
      const articles = madeArticles(COUNT);
      const size = Math.ceil(COUNT / PARTS);
      const parts = Array.from({ length: PARTS }, (_, i) => {
        const file = join(folder, `part-${i}.jsonl`);
        writeFileSync(file, articles.slice(i * size, (i + 1) * size).join('\n'));
        return file;
      });
      const alone = join(folder, 'alone');
      const single = runLaydown(['--db', alone, 'add', ...parts]);

      const begun = performance.now();
      const over = new AbortController();
      const sampled = sampling(over.signal);
      const muted = await atWork(`127.0.0.1:${line.port}`);
      const publish = async (part: number): Promise<void> => {
        const added = await runLaydown(['add', parts[part]!, '--queue', queue()]);
        expect(added.status, added.stderr).toBe(0);
        inQueue += Math.min(size, COUNT - part * size);
        // Some come again from a sender that gives no id, so that the queue cannot tell and the ledger must.
        const connection = await nats.connection();
        const stream = jetstream(connection);
        const lines = articles.slice(part * size, (part + 1) * size).slice(0, Math.round(size * DUPLICATES));
        for (const text of lines)
          await sent(() => stream.publish(`${STREAM}.file`, gzipSync(Buffer.from(text)), { headers: again() }));
        await connection.close();
      };
      const again = () => {
        const about = headersOf();
        about.set('Laydown-Source', 'again.json');
        return about;
      };

      // A worker whose acks no server hears: it has committed, it acks, it is killed.
      const muteness = line.swallow('+ACK');
      await publish(0);
      expect(await status()).toMatchObject({ copies: 3 });
      await muteness;
      expect(await reports()).toBeGreaterThan(0);
      await kill(muted);
      const [first] = await Promise.all([atWork(), atWork(), atWork(), atWork()]);
      await happened('a worker killed between commit and ack, four others at work');

      // The node that leads the stream, while files come in and go out.
      const second = publish(1);
      await growing();
      const leader = await nats.leaderOf(STREAM);
      await nats.kill(leader);
      const third = second.then(() => publish(2));
      await happened('kill -9 of the NATS node that leads');
      await Promise.all([second, third]);
      await nats.start(leader);

      // A worker at its work, then the database.
      const last = publish(3);
      await growing();
      await kill(first!);
      await happened('kill -9 of a worker');
      await postgres.stop('SIGKILL');
      const started = new Promise((resolve) => setTimeout(resolve, 1_000)).then(() => postgres.start());
      await happened('kill -9 of PostgreSQL, which is away for a second');
      await Promise.all([started, last]);
      await until(
        async () => {
          const { waiting, in_flight } = await status();
          return waiting === 0 && in_flight === 0;
        },
        'nothing waits and nothing is in hand',
        ASKED === undefined ? 180 : 600,
      );
      over.abort();
      await sampled;
      if (ASKED !== undefined)
        console.info(
          [...standstills(), `all ${COUNT}: ${((performance.now() - begun) / 1_000).toFixed(0)} s`].join('\n'),
        );
      expect((await status()).dead).toBe(0);
      await until(async () => (await status()).copies_current === 3, 'the node that was killed has all again');

      for (const worker of workers) worker.child.kill('SIGTERM');
      for (const worker of workers) expect(await worker.ended).toMatchObject({ status: 0 });
      expect((await single).status).toBe(0);
      expect(await heldIn(postgres.address('ledger'))).toEqual(await heldIn(alone));
    },
    ASKED === undefined ? 600_000 : 1_200_000,
  );

  test('a queue that was made when there was one node gets three copies, on disk', async () => {
    const { work } = streamNames('GROWN');
    const connection = await nats.connection();
    try {
      const { streams } = await jetstreamManager(connection);
      const made = { subjects: [`${work}.>`], retention: RetentionPolicy.Workqueue, num_replicas: 1 };
      const { config } = await streams.add({ name: work, ...made });
      expect(config).toMatchObject({ num_replicas: 1, storage: StorageType.File });
      await until(async () => {
        const { stdout } = await runLaydown(['--json', 'status', '--queue', `nats://${nats.hosts}/GROWN`]);
        const { copies, copies_current } = JSON.parse(stdout);
        return copies === 3 && copies_current === 3;
      }, 'three nodes have all of it');
    } finally {
      await connection.close();
    }
  });
});

/** A sender goes on where the node that leads was killed: a publication without an answer is sent again, and may be there twice. */
async function sent(publish: () => Promise<unknown>): Promise<void> {
  for (let tries = 1; ; tries++) {
    try {
      await publish();
      return;
    } catch (error) {
      if (tries === 60) throw error;
      await new Promise((resolve) => setTimeout(resolve, 250));
    }
  }
}

/** Every report, reading and claim of a ledger, and whether it is whole. */
async function heldIn(address: string) {
  const store = await openStore(address);
  try {
    const { reports, readings, claims } = await store.facts();
    const sorted = (lines: string[]): string[] => lines.sort();
    return {
      damage: await store.verify(),
      reports: sorted(reports.map((one) => `${one.id} ${one.published} ${one.title}`)),
      readings: sorted(readings.map((one) => `${one.report} ${one.extractor} ${one.version} ${one.claims.join(' ')}`)),
      claims: sorted(claims.map((one) => `${one.id} ${one.report} ${JSON.stringify(one.claim)}`)),
    };
  } finally {
    await store.close();
  }
}
