// A ledger read from a standby that really streams, and a standby that becomes the primary.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { openStore } from '../../src/adapters/open-store.ts';
import type { Patience } from '../../src/adapters/postgres-server.ts';
import type { Store } from '../../src/ports/store.ts';
import { runLaydown } from '../laydown-process.ts';
import { added, RECORDED } from './added-report.ts';
import { lacking, noPostgres } from './needed.ts';
import { type OwnPostgres, ownPostgres } from './own-postgres.ts';
import { until } from './own-processes.ts';

const away = lacking(noPostgres());

const PATIENT: Patience = { connect: 30_000, lost: 120_000, statement: 20_000 };
/** Of a primary that is away for good. */
const HASTY: Patience = { ...PATIENT, lost: 2_000 };

describe.skipIf(away !== null)(`a ledger with a standby (skipped: ${away ?? ''})`, () => {
  const folder = mkdtempSync(join(tmpdir(), 'laydown-replica-'));
  const opened: Store[] = [];
  let primary: OwnPostgres;
  let standby: OwnPostgres;
  const open = async (readFrom?: string, address = primary.address('ledger'), patience = PATIENT): Promise<Store> => {
    const store = await openStore(address, { readFrom, patience });
    opened.push(store);
    return store;
  };
  const pauseReplay = async (): Promise<void> => {
    await standby.sql('select pg_wal_replay_pause()');
    await until(
      async () =>
        (await standby.sql<{ state: string }>('select pg_get_wal_replay_pause_state() as state'))[0]!.state ===
        'paused',
      'the standby has paused',
    );
  };
  const resumeReplay = () => standby.sql('select pg_wal_replay_resume()');
  beforeAll(async () => {
    primary = await ownPostgres();
    await primary.sql('create database ledger');
    standby = await primary.standby();
  });
  /** Whatever the test before left: both run, and the standby has all that the primary has, and hears from it. */
  beforeEach(async () => {
    await primary.start();
    await standby.start();
    await resumeReplay();
    await until(async () => {
      const { lsn } = (await primary.sql<{ lsn: string }>('select pg_current_wal_lsn()::text as lsn'))[0]!;
      const [there] = await standby.sql<{ has: boolean }>(
        `select pg_last_wal_replay_lsn() >= '${lsn}'::pg_lsn and exists (select from pg_stat_wal_receiver where status = 'streaming') as has`,
      );
      return there!.has;
    }, 'the standby follows');
  });
  afterAll(async () => {
    // A store that closes has words to index: a primary that is away is waited for as long as it was told to be.
    await primary?.start();
    await Promise.all(opened.map((store) => store.close().catch(() => {})));
    await Promise.all([standby?.remove(), primary?.remove()]);
    rmSync(folder, { recursive: true, force: true });
  });

  test('is made through the primary where the standby has no tables yet', async () => {
    await primary.sql('create database bare');
    await until(
      async () => (await standby.sql(`select from pg_database where datname = 'bare'`)).length === 1,
      'the standby has the database',
    );
    const store = await open(standby.address('bare'), primary.address('bare'));
    expect(await store.cursor()).toBe(0);
  });

  test('is read at the standby, and says how far that is behind', async () => {
    const writer = await open();
    const transaction = (await writer.append([added('one')], RECORDED)).transaction!;
    const store = await open(standby.address('ledger'));
    await until(async () => (await store.cursor()) === transaction, 'the standby has it');
    await until(
      async () => (await store.staleness())?.lagSeconds === 0,
      'the standby has replayed all that it was sent',
    );
    expect(await store.staleness()).toMatchObject({ transaction, behind: 0 });
    const ids = (await store.reports()).map((one) => one.id);
    await pauseReplay();
    await writer.append([added('two')], RECORDED);
    await writer.append([added('three')], RECORDED);
    await until(async () => ((await store.staleness())?.lagSeconds ?? 0) > 0, 'the standby has it, but not replayed');
    expect(await store.staleness()).toMatchObject({ where: standby.address('ledger'), transaction, behind: 2 });
    expect((await store.reports()).map((one) => one.id)).toEqual(ids);
    expect(ids).toContain('one');
    const { stderr } = await runLaydown([
      ...['--db', primary.address('ledger'), '--read-db', standby.address('ledger'), '--json', 'reports'],
    ]);
    expect(stderr).toMatch(
      new RegExp(
        `read from the copy at .*transaction ${transaction}: 2 transactions behind the primary, \\d+\\.\\d s behind`,
      ),
    );
  });

  test('never hides from a process what it has written, or what it builds on', async () => {
    await (await open()).append([added('theirs')], RECORDED);
    const store = await open(standby.address('ledger'));
    await until(async () => (await store.staleness())?.behind === 0, 'the standby follows');
    await pauseReplay();
    const { transaction } = await store.append([added('mine')], RECORDED);
    expect(await store.cursor()).toBe(transaction);
    expect((await store.reports()).map((one) => one.id)).toContain('mine');
    const other = await open(standby.address('ledger'));
    expect(await other.cursor()).toBe(transaction! - 1);
    expect((await other.facts({ after: transaction! - 1, transaction: transaction! })).reports).toHaveLength(1);
  });

  test('refuses a copy of another ledger, and a ledger in a directory', async () => {
    await primary.sql('create database other');
    await (await open()).append([added('here')], RECORDED);
    const another = await open(undefined, primary.address('other'));
    await another.append([added('elsewhere')], RECORDED);
    // It reads the other ledger, and writes to the one.
    const store = await open(primary.address('other'));
    await expect(store.append([added('x')], RECORDED)).rejects.toThrow(/no copy of the ledger/);
    await expect(openStore(folder, { readFrom: standby.address('ledger') })).rejects.toMatchObject({ code: 'usage' });
  });

  test('is read at the primary while the standby is away, and at the standby while the primary is', async () => {
    await (await open()).append([added('held')], RECORDED);
    const store = await open(standby.address('ledger'));
    await until(async () => (await store.staleness())?.behind === 0, 'the standby follows');
    const held = await store.cursor();
    await standby.stop();
    expect(await store.cursor()).toBe(held);
    await standby.start();
    const fresh = await open(standby.address('ledger'), undefined, HASTY);
    // It answers before it has replayed all that it held.
    await until(async () => (await fresh.staleness())?.behind === 0, 'the standby has what it had');
    await primary.stop('SIGKILL');
    expect(await fresh.cursor()).toBe(held);
    expect(await fresh.staleness()).toMatchObject({ transaction: held, behind: null });
  });

  test('goes on at the new primary, for programs that were told both servers', async () => {
    const both = `postgres://postgres@127.0.0.1:${primary.port},127.0.0.1:${standby.port}/ledger`;
    const store = await open(undefined, both);
    const before = await store.cursor();
    await store.append([added('before')], RECORDED);
    await until(
      async () =>
        (await standby.sql<{ n: number }>('select max(number)::int n from ledger_transaction', 'ledger'))[0]!.n ===
        before + 1,
      'the standby follows',
    );
    await primary.stop('SIGKILL');
    const appending = Promise.all([1, 2, 3].map((i) => store.append([added(`after-${i}`)], RECORDED)));
    await standby.promote();
    expect((await appending).map((one) => one.transaction! - before).sort()).toEqual([2, 3, 4]);
    expect(await store.verify()).toEqual([]);
    writeFileSync(join(folder, 'story.txt'), 'Spain has 12 soldiers in Gabon.');
    const { status, stdout } = await runLaydown(['--db', both, '--json', 'add', join(folder, 'story.txt')]);
    expect([status, stdout]).toEqual([0, expect.stringContaining('"added":1')]);
  });
});
