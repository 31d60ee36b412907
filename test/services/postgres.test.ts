// A ledger on PostgreSQL servers that fail: connections lost in the middle, a new primary, time limits, races, too few connections.
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openStore } from '../../src/adapters/open-store.ts';
import { PostgresServer } from '../../src/adapters/postgres-server.ts';
import type { Store } from '../../src/ports/store.ts';
import { added, RECORDED } from './added-report.ts';
import { type CutLine, cutLine } from './cut-line.ts';
import { type OwnPostgres, ownPostgres, postgresPrograms } from './own-postgres.ts';

const away = postgresPrograms() === null ? 'no PostgreSQL server programs here' : null;
if (away !== null && process.env['LAYDOWN_ALL']) throw new Error(away);

const idsIn = async (store: Store): Promise<readonly string[]> => (await store.reports()).map((r) => r.id).sort();
const PATIENCE = { connect: 1_500, lost: 5_000, statement: 500 };

describe.skipIf(away !== null)(`a ledger on servers that fail (skipped: ${away ?? ''})`, () => {
  let primary: OwnPostgres;
  let line: CutLine;
  const opened: Store[] = [];
  const open = async (address: string): Promise<Store> => {
    const store = await openStore(address, { patience: PATIENCE });
    opened.push(store);
    return store;
  };
  const through = (): string => `postgres://postgres@127.0.0.1:${line.port}/ledger`;
  beforeAll(async () => {
    primary = await ownPostgres({ max_connections: '30' });
    await primary.sql('create database ledger');
    line = await cutLine(primary.port);
  });
  afterAll(async () => {
    await Promise.all(opened.map((store) => store.close().catch(() => {})));
    await line?.close();
    await primary?.remove();
  });

  test('goes on over connections that break at any instant, and does nothing twice', async () => {
    const store = await open(through());
    let isOver = false;
    const breaking = (async () => {
      while (!isOver) {
        await new Promise((resolve) => setTimeout(resolve, 5 + 60 * Math.random()));
        line.break();
      }
    })();
    const numbers: number[] = [];
    for (let i = 0; i < 25; i++) {
      const { transaction, reports } = await store.append([added(`b${i}`)], RECORDED);
      expect(reports).toEqual([`b${i}`]);
      numbers.push(transaction!);
    }
    isOver = true;
    await breaking;
    expect(numbers).toEqual(Array.from({ length: 25 }, (_, i) => i + 1));
    expect(await store.verify()).toEqual([]);
  });

  test('says that a server which stays away is away, within its patience', async () => {
    const store = await open(through());
    await primary.stop();
    const begun = performance.now();
    await expect(store.cursor()).rejects.toMatchObject({ code: 'store-unreachable' });
    expect(performance.now() - begun).toBeLessThan(PATIENCE.lost + PATIENCE.connect + 1_000);
    await primary.start();
    expect(await store.cursor()).toBe(25);
  });

  test('waits for a server that starts again', async () => {
    const store = await openStore(primary.address('ledger'));
    opened.push(store);
    await primary.stop('SIGKILL');
    const appending = store.append([added('restart')], RECORDED);
    await primary.start();
    expect((await appending).reports).toEqual(['restart']);
  });

  test('takes a connection on which nothing comes for lost, and frees the lock that it held', async () => {
    const engine = await PostgresServer.open(through(), 'primary', PATIENCE);
    let tries = 0;
    const slow = engine.transaction(async (sql) => {
      tries++;
      if (tries === 1) line.cut();
      else line.mend();
      return sql.query('select 41 + 1 as n');
    });
    setTimeout(() => line.mend(), 2_500);
    expect(await slow).toEqual([{ n: 42 }]);
    expect(tries).toBeGreaterThan(1);
    // A statement that is merely slow is waited for.
    expect(await engine.query('select pg_sleep(2)::text as slept')).toEqual([{ slept: '' }]);
    await engine.close();
  });

  test('puts transactions that lost a race in a row', async () => {
    const engine = await PostgresServer.open(primary.address('ledger'), 'primary', PATIENCE);
    await engine.query('create table race (n int)');
    await engine.query('insert into race values (0)');
    let tries = 0;
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
          if (tries === 4) allHaveRead();
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
    await primary.sql(`alter database ledger set statement_timeout = '300ms'`);
    const store = await open(primary.address('ledger'));
    const holder = await PostgresServer.open(primary.address('ledger'), 'primary', PATIENCE);
    await holder.transaction(async (sql) => {
      await sql.query(`select pg_advisory_xact_lock(${0x6c64776e})`);
      await expect(store.append([added('late')], RECORDED)).rejects.toMatchObject({
        code: 'store-unreachable',
        message: expect.stringContaining('statement_timeout'),
      });
    });
    await holder.close();
    await primary.sql('alter database ledger reset statement_timeout');
    expect(await idsIn(store)).not.toContain('late');
  });

  test('lets more callers wait than it has connections, and says when they wait too long', async () => {
    const store = await open(primary.address('ledger'));
    const answers = await Promise.all(Array.from({ length: 60 }, () => store.facts({ after: 0, transaction: 3 })));
    expect(answers.every((facts) => facts.reports.length === 3)).toBe(true);
    const engine = await PostgresServer.open(primary.address('ledger'), 'primary', PATIENCE);
    await engine.transaction(async (sql) => {
      await sql.query(`select pg_advisory_xact_lock(${0x6c64776e})`);
      const waiting = Array.from({ length: 6 }, (_, i) => store.append([added(`w${i}`)], RECORDED));
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
    await primary.sql('alter system set max_connections = 12');
    await primary.stop();
    await primary.start();
    const clients = Array.from({ length: 12 }, () => new pg.Client({ connectionString: primary.address() }));
    await Promise.allSettled(clients.map((client) => client.connect()));
    try {
      await expect(
        openStore(primary.address('ledger'), { patience: { ...PATIENCE, lost: 1_500 } }),
      ).rejects.toMatchObject({
        code: 'store-unreachable',
        message: expect.stringMatching(/too many clients|connection slots/),
      });
    } finally {
      await Promise.allSettled(clients.map((client) => client.end()));
    }
    expect((await idsIn(await open(primary.address('ledger')))).length).toBeGreaterThan(25);
  });
});
