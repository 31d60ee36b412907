import { randomBytes } from 'node:crypto';
import { afterAll, describe, expect, test } from 'vitest';
import { administer, databaseAt, SERVER, whyUnreachable } from '../../test/standing-postgres.ts';
import type { LedgerEvent } from '../model/event.ts';
import { reportSchema } from '../model/report.ts';
import { storeContract } from '../ports/store-contract.ts';
import { migrate, SCHEMA_VERSION } from './ledger-schema.ts';
import { openStore } from './open-store.ts';
import { PostgresServer } from './postgres-server.ts';
import { SqlStore } from './sql-store.ts';

const unreachable = await whyUnreachable();

if (unreachable !== null && process.env['LAYDOWN_ALL'] !== '1') {
  describe.skip(`a ledger on a PostgreSQL server (skipped: no server at ${SERVER}: ${unreachable})`, () => {
    test('is not tried', () => {});
  });
} else {
  const database = `laydown_test_${randomBytes(6).toString('hex')}`;
  const address = databaseAt(database);
  storeContract('a PostgreSQL server', async () => {
    await administer(`create database ${database}`);
    return {
      store: await openStore(address),
      reopen: () => openStore(address),
      async tamper(statement) {
        const engine = await PostgresServer.open(address);
        await engine.query(statement);
        await engine.close();
      },
      // The files of the tables: the server's log is the server's.
      async filesWith(letters) {
        const engine = await PostgresServer.open(address);
        const rows = await engine.query(
          `select c.relname as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
           where c.relkind in ('r', 't') and (n.nspname = 'public' or c.relname in
             (select t.relname from pg_class p join pg_class t on t.oid = p.reltoastrelid join pg_namespace m on m.oid = p.relnamespace where m.nspname = 'public'))
             and position(convert_to($1, 'UTF8') in pg_read_binary_file(pg_relation_filepath(c.oid))) > 0`,
          [letters],
        );
        await engine.close();
        return rows.map((row) => String(row['name']));
      },
    };
  });
  afterAll(() => administer(`drop database if exists ${database} with (force)`));

  test('brings a ledger of the first version up to date with all that it holds', async () => {
    const old = `${database}_old`;
    await administer(`create database ${old}`);
    const oldAddress = databaseAt(old);
    try {
      const engine = await PostgresServer.open(oldAddress);
      await migrate(engine, '2024-01-01T00:00:00.000Z', 1);
      const report = { id: 'r', title: null, published: '2024-01-01', publisher: null, url: null, text: 'One.' };
      const before = new SqlStore(engine);
      // What appends now asks whether a report was redacted, of which the first version knew nothing.
      await engine.query('create table redaction (report text)');
      await before.append(
        [{ kind: 'report-added', report, agency: null, signature: null }],
        '2024-01-02T00:00:00.000Z',
      );
      await engine.query('drop table redaction');
      await before.close();
      const store = await openStore(oldAddress);
      expect((await store.health()).schema).toBe(SCHEMA_VERSION);
      expect((await store.reports()).map((r) => r.id)).toEqual(['r']);
      expect(await store.verify()).toEqual([]);
      const reading = { report: 'nowhere', extractor: 'rules', version: '1', claims: [] };
      await expect(
        store.append([{ kind: 'claims-extracted', reading }], '2024-01-03T00:00:00.000Z'),
      ).rejects.toMatchObject({ code: 'bad-input', message: 'no report nowhere to read' });
      await store.close();
    } finally {
      await administer(`drop database if exists ${old} with (force)`);
    }
  });

  test('indexes the words of an older ledger behind its next reports, and lets go of the older index then', async () => {
    const old = `${database}_words`;
    await administer(`create database ${old}`);
    const oldAddress = databaseAt(old);
    const NOW = '2024-01-02T00:00:00.000Z';
    const ferry = (n: number): LedgerEvent => ({
      kind: 'report-added',
      report: reportSchema.parse({ id: `f${n}`, text: `Ferry ${n} came.`, published: '2024-01-01' }),
      agency: null,
      signature: null,
    });
    try {
      const engine = await PostgresServer.open(oldAddress);
      await migrate(engine, NOW, SCHEMA_VERSION - 1);
      const before = new SqlStore(engine);
      await before.append(
        Array.from({ length: 700 }, (_, n) => ferry(n)),
        NOW,
      );
      const store = await openStore(oldAddress);
      const indexes = () =>
        engine.query(`select relname::text as name from pg_class where relname like 'report_word%' and relkind = 'i'`);
      expect((await store.health()).words).toEqual({ transaction: 0, behind: 700, since: NOW });
      expect(await store.reports({ words: 'ferries' })).toHaveLength(700);
      expect((await indexes()).map(({ name }) => name)).toContain('report_words');
      await store.append([ferry(700)], NOW);
      await store.close();
      expect((await indexes()).map(({ name }) => name).sort()).toEqual(['report_word_pkey', 'report_word_words']);
      // A program of before that still runs erases words, and adds reports: they are there without their words, and are found.
      await before.append([ferry(701)], NOW);
      await engine.query(`update report set title = 'gone', text = null where id = 'f5'`);
      await before.close();
      const after = await openStore(oldAddress);
      expect(await after.reports({ words: 'ferries' })).toHaveLength(701);
      expect(await after.reports({ words: 'gone' })).toHaveLength(1);
      await after.close();
    } finally {
      await administer(`drop database if exists ${old} with (force)`);
    }
  });

  test('leaves the words of a report to the process that has just added it, and takes what another left behind', async () => {
    const shared = `${database}_shared`;
    await administer(`create database ${shared}`);
    const sharedAddress = databaseAt(shared);
    const tug = (n: number): LedgerEvent => ({
      kind: 'report-added',
      report: reportSchema.parse({ id: `t${n}`, text: `Tug ${n} came.`, published: '2024-01-01' }),
      agency: null,
      signature: null,
    });
    const added = async (n: number, recorded: string): Promise<void> => {
      const store = await openStore(sharedAddress);
      await store.append([tug(n)], recorded);
      await store.close();
    };
    try {
      const LONG_AGO = '2024-01-02T00:00:00.000Z';
      await added(0, LONG_AGO);
      // As late as a clock may be ahead: however slow this machine is, it is of this moment.
      await added(1, new Date(Date.now() + 8_000).toISOString());
      const engine = await PostgresServer.open(sharedAddress);
      await engine.query('delete from report_word');
      await engine.query('update projection set transaction = 0, ordinal = 0');
      const indexed = async () =>
        (await engine.query('select report from report_word order by report')).map(({ report }) => report);
      await added(2, LONG_AGO);
      expect(await indexed()).toEqual(['t0', 't2']);
      const store = await openStore(sharedAddress);
      expect(await store.words()).toMatchObject({ transaction: 1, behind: 2 });
      expect(await store.reports({ words: 'tugs' })).toHaveLength(3);
      await store.close();
      await engine.query(`update ledger_transaction set recorded = '${LONG_AGO}'`);
      await added(3, LONG_AGO);
      expect(await indexed()).toEqual(['t0', 't1', 't2', 't3']);
      await engine.close();
    } finally {
      await administer(`drop database if exists ${shared} with (force)`);
    }
  });
}

test('says that a server is not reachable, without the password', async () => {
  const failure = await openStore('postgres://me:secret@127.0.0.1:9/ledger').catch((error: unknown) => error);
  expect(failure).toMatchObject({
    code: 'store-unreachable',
    message: expect.stringContaining('postgres://me@127.0.0.1:9/ledger'),
  });
  expect(String(failure)).not.toContain('secret');
});
