// A ledger on PostgreSQL servers that fail: connections lost in the middle, a new primary, time limits, races, too few connections.
import pg from 'pg';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { openStore } from '../../src/adapters/open-store.ts';
import { type Patience, PostgresServer } from '../../src/adapters/postgres-server.ts';
import type { Store } from '../../src/ports/store.ts';
import { ownClock } from '../own-time.ts';
import { added, RECORDED } from './added-report.ts';
import { type CutLine, cutLine } from './cut-line.ts';
import { lacking, noPostgres } from './needed.ts';
import { type OwnPostgres, ownPostgres } from './own-postgres.ts';
import { until } from './own-processes.ts';

const away = lacking(noPostgres());

const idsIn = async (store: Store): Promise<readonly string[]> => (await store.reports()).map((r) => r.id).sort();
/** For what must come to pass however busy the machine is. */
const PATIENT: Patience = { connect: 30_000, lost: 120_000, statement: 20_000 };
/** For what must fail. */
const HASTY: Patience = { connect: 1_500, lost: 5_000, statement: 20_000 };

describe.skipIf(away !== null)(`a ledger on servers that fail (skipped: ${away ?? ''})`, () => {
  let primary: OwnPostgres;
  let line: CutLine;
  const opened: Store[] = [];
  const open = async (address: string, patience = PATIENT): Promise<Store> => {
    const store = await openStore(address, { patience });
    opened.push(store);
    return store;
  };
  const through = (): string => `postgres://postgres@127.0.0.1:${line.port}/ledger`;
  beforeAll(async () => {
    primary = await ownPostgres({ max_connections: '40' });
    await primary.sql('create database ledger');
    line = await cutLine(primary.port);
  });
  /** Whatever the test before left. */
  beforeEach(async () => {
    await primary.start();
    line.mend();
    line.breakAfter(() => null);
    for (const setting of ['statement_timeout', 'default_transaction_isolation'])
      await primary.sql(`alter database ledger reset ${setting}`);
  });
  afterEach(() => Promise.all(opened.splice(0).map((store) => store.close().catch(() => {}))));
  afterAll(async () => {
    await line?.close();
    await primary?.remove();
  });

  test('goes on over connections that break at any instant, and does nothing twice', async () => {
    const store = await open(through());
    const first = await store.cursor();
    // To connect takes some five parts each way, to append as many.
    line.breakAfter(() => 1 + Math.floor(30 * Math.random()));
    const numbers: number[] = [];
    const before = line.connections();
    for (let i = 0; i < 25; i++) {
      const { transaction, reports } = await store.append([added(`b${i}`)], RECORDED);
      expect(reports).toEqual([`b${i}`]);
      numbers.push(transaction!);
    }
    line.breakAfter(() => null);
    expect(line.connections() - before).toBeGreaterThan(5);
    expect(numbers).toEqual(Array.from({ length: 25 }, (_, i) => first + i + 1));
    expect(await store.verify()).toEqual([]);
  });

  test('says that a server which stays away is away, within its patience', async () => {
    const store = await open(primary.address('ledger'), HASTY);
    const held = await store.cursor();
    await primary.stop();
    const clock = ownClock();
    await expect(store.cursor()).rejects.toMatchObject({ code: 'store-unreachable' });
    expect(clock.stop()).toBeLessThan(HASTY.lost + HASTY.connect + 1_000);
    await primary.start();
    expect(await store.cursor()).toBe(held);
  });

  test('waits for a server that starts again', async () => {
    const store = await open(primary.address('ledger'));
    await primary.stop('SIGKILL');
    const appending = store.append([added('restart')], RECORDED);
    await primary.start();
    expect((await appending).reports).toEqual(['restart']);
  });

  test('takes a connection on which nothing comes for lost, and frees the lock that it held', async () => {
    const engine = await PostgresServer.open(through(), 'primary', { ...PATIENT, connect: 3_000, statement: 500 });
    let tries = 0;
    const slow = engine.transaction(async (sql) => {
      tries++;
      if (tries === 1) line.cut();
      return sql.query('select 41 + 1 as n');
    });
    await until(() => tries === 1, 'the line is cut');
    // The first to come asks whether the server is still at work, and hears nothing; the second is the next try.
    const before = line.connections();
    await until(() => line.connections() >= before + 2, 'the transaction is tried again');
    line.mend();
    expect(await slow).toEqual([{ n: 42 }]);
    expect(tries).toBeGreaterThan(1);
    // A statement that is merely slow is waited for.
    expect(await engine.query('select pg_sleep(2)::text as slept')).toEqual([{ slept: '' }]);
    await engine.close();
  });

  test('puts transactions that lost a race in a row', async () => {
    const engine = await PostgresServer.open(primary.address('ledger'), 'primary', PATIENT);
    await engine.query('create table race (n int)');
    await engine.query('insert into race values (0)');
    let tries = 0;
    let reads = 0;
    // Each has read before any writes: all but one must lose.
    let allHaveRead = (): void => {};
    const haveRead = new Promise<void>((resolve) => {
      allHaveRead = resolve;
    });
    await Promise.all(
      Array.from({ length: 4 }, () =>
        engine.transaction(async (sql) => {
          tries++;
          await sql.query('set transaction isolation level serializable');
          const [row] = await sql.query('select n from race');
          if (++reads === 4) allHaveRead();
          await haveRead;
          await sql.query('update race set n = $1', [Number(row?.['n']) + 1]);
        }),
      ),
    );
    expect(await engine.query('select n from race')).toEqual([{ n: 4 }]);
    expect(tries).toBeGreaterThan(4);
    await engine.query('drop table race');
    await engine.close();
  });

  test('numbers what is appended in a row also where the database is serialisable by default', async () => {
    await primary.sql(`alter database ledger set default_transaction_isolation = 'serializable'`);
    const stores = await Promise.all([1, 2, 3].map(() => open(primary.address('ledger'))));
    const before = await stores[0]!.cursor();
    const appended = await Promise.all(
      Array.from({ length: 12 }, (_, i) => stores[i % 3]!.append([added(`s${i}`)], RECORDED)),
    );
    expect(appended.map((one) => one.transaction! - before).sort((a, b) => a - b)).toEqual(
      Array.from({ length: 12 }, (_, i) => i + 1),
    );
    await primary.sql(`alter database ledger reset default_transaction_isolation`);
  });

  test('tells a time limit of the server in words', async () => {
    const holder = await PostgresServer.open(primary.address('ledger'), 'primary', PATIENT);
    await holder.query('select 1');
    await primary.sql(`alter database ledger set statement_timeout = '2s'`);
    const store = await open(primary.address('ledger'));
    await holder.transaction(async (sql) => {
      await sql.query(`select pg_advisory_xact_lock(${0x6c64776e})`);
      await expect(store.append([added('late')], RECORDED)).rejects.toMatchObject({
        code: 'store-locked',
        message: expect.stringContaining('statement_timeout'),
      });
    });
    await holder.close();
    await primary.sql('alter database ledger reset statement_timeout');
    expect(await idsIn(store)).not.toContain('late');
  });

  test('lets more callers wait than it has connections, and says when they wait too long', async () => {
    const store = await open(primary.address('ledger'));
    const ids = Array.from({ length: 3 }, (_, i) => `m${i}`);
    for (const id of ids) await store.append([added(id)], RECORDED);
    const last = await store.cursor();
    const answers = await Promise.all(
      Array.from({ length: 60 }, () => store.facts({ after: last - 3, transaction: last })),
    );
    for (const { reports } of answers) expect(reports.map((one) => one.id).sort()).toEqual(ids);
    const hasty = await open(primary.address('ledger'), HASTY);
    const engine = await PostgresServer.open(primary.address('ledger'), 'primary', PATIENT);
    await engine.transaction(async (sql) => {
      await sql.query(`select pg_advisory_xact_lock(${0x6c64776e})`);
      const waiting = Array.from({ length: 6 }, (_, i) => hasty.append([added(`w${i}`)], RECORDED));
      for (const one of waiting) one.catch(() => {});
      await expect(Promise.any([...waiting.slice(4)])).rejects.toThrow();
      await expect(waiting[5]).rejects.toMatchObject({
        code: 'store-unreachable',
        message: expect.stringContaining('all connections of this process were in use'),
      });
    });
    await engine.close();
  });

  test('waits for a connection where the server has none free, and then says so', async () => {
    const held = await idsIn(await open(primary.address('ledger')));
    await primary.sql('alter system set max_connections = 12');
    await primary.stop();
    await primary.start();
    const clients = Array.from({ length: 12 }, () => new pg.Client({ connectionString: primary.address() }));
    await Promise.allSettled(clients.map((client) => client.connect()));
    try {
      await expect(openStore(primary.address('ledger'), { patience: { ...HASTY, lost: 1_500 } })).rejects.toMatchObject(
        {
          code: 'store-unreachable',
          message: expect.stringMatching(/too many clients|connection slots/),
        },
      );
    } finally {
      await Promise.allSettled(clients.map((client) => client.end()));
    }
    expect(await idsIn(await open(primary.address('ledger')))).toEqual(held);
  });
});
