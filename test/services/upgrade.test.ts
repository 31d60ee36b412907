// A ledger is brought to a newer format while programs that opened it before go on reading and writing.
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { migrate, SCHEMA_VERSION } from '../../src/adapters/ledger-schema.ts';
import { openStore } from '../../src/adapters/open-store.ts';
import { PostgresServer } from '../../src/adapters/postgres-server.ts';
import { SqlStore } from '../../src/adapters/sql-store.ts';
import type { LedgerEvent } from '../../src/model/event.ts';
import { reportSchema } from '../../src/model/report.ts';
import { lacking, noPostgres } from './needed.ts';
import { type OwnPostgres, ownPostgres } from './own-postgres.ts';

const away = lacking(noPostgres());

const NOW = '2024-06-01T12:00:00.000Z';
const added = (id: string): LedgerEvent => ({
  kind: 'report-added',
  report: reportSchema.parse({ id, text: `Latvia has 90 soldiers in Kosovo, ${id} says.`, published: '2024-05-30' }),
  agency: null,
  signature: null,
});

describe.skipIf(away !== null)(`a ledger that is brought up to date (skipped: ${away ?? ''})`, () => {
  let postgres: OwnPostgres;
  beforeAll(async () => {
    postgres = await ownPostgres();
  });
  afterAll(() => postgres?.remove());

  test('is read and written meanwhile, though a long reader keeps the tables', async () => {
    await postgres.sql('create database ledger');
    const address = postgres.address('ledger');
    const engine = await PostgresServer.open(address);
    // The program of then: its tables, without those of later steps that this one asks for.
    await migrate(engine, NOW, SCHEMA_VERSION - 1);
    const before = new SqlStore(engine);
    await before.append(
      Array.from({ length: 500 }, (_, i) => added(`r${i}`)),
      NOW,
    );

    const reading = await PostgresServer.open(address);
    let end = (): void => {};
    const long = reading.transaction(async (sql) => {
      await sql.query('select count(*) from report');
      await new Promise<void>((resolve) => {
        end = resolve;
      });
    });
    let isOver = false;
    const upgraded = openStore(address).finally(() => {
      isOver = true;
    });
    const waits: number[] = [];
    for (let i = 0; !isOver; i++) {
      const asked = performance.now();
      if (i % 5 === 0) await before.append([added(`meanwhile-${i}`)], NOW);
      else expect((await before.reports()).length).toBeGreaterThanOrEqual(500);
      waits.push(performance.now() - asked);
      if (i === 60) end();
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
    const after = await upgraded;
    await long;
    expect(waits.length).toBeGreaterThan(60);
    // What waits behind the upgrade waits for the long reader, who ends after the sixtieth question: for ever.
    expect(Math.max(...waits)).toBeLessThan(60_000);
    expect((await after.health()).schema).toBe(SCHEMA_VERSION);
    await before.append([added('by the program of before')], NOW);
    await after.append([added('by the program of after')], NOW);
    expect((await before.reports()).map((one) => one.id).sort()).toEqual(
      (await after.reports()).map((one) => one.id).sort(),
    );
    expect(await after.verify()).toEqual([]);
    await Promise.all([before.close(), after.close(), reading.close()]);
  });

  test('is taken each step once where several programs come at the same time', async () => {
    await postgres.sql('create database many');
    const stores = await Promise.all(Array.from({ length: 4 }, () => openStore(postgres.address('many'))));
    const steps = await postgres.sql<{ version: number }>('select version from schema_step order by 1', 'many');
    expect(steps.map(({ version }) => version)).toEqual(Array.from({ length: SCHEMA_VERSION }, (_, i) => i + 1));
    await Promise.all(stores.map((store) => store.close()));
  });
});
