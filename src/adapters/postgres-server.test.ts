import pg from 'pg';
import { afterAll, describe, expect, test } from 'vitest';
import { storeContract } from '../ports/store-contract.ts';
import { openStore } from './open-store.ts';
import { PostgresServer } from './postgres-server.ts';

const SERVER = process.env['LAYDOWN_TEST_POSTGRES'] ?? 'postgres://postgres@127.0.0.1:5432/postgres';

async function administer(statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: SERVER, connectionTimeoutMillis: 2000 });
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}

const unreachable = await administer('select 1').then(
  () => null,
  (error: Error) => error.message || String(error),
);

if (unreachable !== null && process.env['LAYDOWN_ALL'] !== '1') {
  describe.skip(`a ledger on a PostgreSQL server (skipped: no server at ${SERVER}: ${unreachable})`, () => {
    test('is not tried', () => {});
  });
} else {
  const database = `laydown_test_${process.pid}`;
  const address = Object.assign(new URL(SERVER), { pathname: `/${database}` }).toString();
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
    };
  });
  afterAll(() => administer(`drop database if exists ${database} with (force)`));
}

test('says that a server is not reachable, without the password', async () => {
  const failure = await openStore('postgres://me:secret@127.0.0.1:9/ledger').catch((error: unknown) => error);
  expect(failure).toMatchObject({
    code: 'store-unreachable',
    message: expect.stringContaining('postgres://me@127.0.0.1:9/ledger'),
  });
  expect(String(failure)).not.toContain('secret');
});
