// Benchmarks make databases, queues, folders and processes: none of it is left where they fail or are told to end.
import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { jetstreamManager } from '@nats-io/jetstream';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { lacking, noNats, noPostgres } from './needed.ts';
import { type OwnNats, ownNats } from './own-nats.ts';
import { type OwnPostgres, ownPostgres } from './own-postgres.ts';
import { until } from './own-processes.ts';

const root = join(import.meta.dirname, '../..');
const away = lacking(
  existsSync(join(root, '../shared/corpus/dev')) ? null : 'the corpus is not beside the checkout',
  noNats(),
  noPostgres(),
);

describe.skipIf(away !== null)(`a benchmark (skipped: ${away ?? ''})`, () => {
  const folder = mkdtempSync(join(tmpdir(), 'laydown-bench-'));
  let nats: OwnNats;
  let postgres: OwnPostgres;
  beforeAll(async () => {
    [nats, postgres] = await Promise.all([ownNats(1), ownPostgres()]);
  });
  afterAll(async () => {
    await Promise.all([nats?.remove(), postgres?.remove()]);
    rmSync(folder, { recursive: true, force: true });
  });

  const started = (tool: string, ...args: readonly string[]) => {
    const child = spawn(process.execPath, ['scripts/run-tool.mjs', `bench/scale/${tool}.ts`, ...args], {
      cwd: root,
      env: { ...process.env, TMPDIR: folder },
      stdio: ['ignore', 'ignore', 'pipe'],
    });
    let stderr = '';
    child.stderr.setEncoding('utf8').on('data', (part: string) => {
      stderr += part;
    });
    const ended = new Promise<{ readonly status: number | null; readonly stderr: string }>((resolve) => {
      child.on('close', (status) => resolve({ status, stderr }));
    });
    return { child, ended };
  };
  const databases = async (): Promise<readonly string[]> =>
    (await postgres.sql<{ datname: string }>(`select datname from pg_database where datname like 'laydown%'`)).map(
      ({ datname }) => datname,
    );
  const connections = (): Promise<readonly { query: string }[]> =>
    postgres.sql(`select query from pg_stat_activity where datname like 'laydown%'`);
  const streams = async (): Promise<readonly string[]> => {
    const connection = await nats.connection();
    const names: string[] = [];
    for await (const name of (await jetstreamManager(connection)).streams.names()) names.push(name);
    await connection.close();
    return names;
  };
  const programs = (): readonly string[] =>
    readdirSync('/proc')
      .filter((entry) => /^\d+$/.test(entry))
      .filter((pid) => environmentOf(pid).includes(`TMPDIR=${folder}`));
  const leftovers = async () => ({
    databases: await databases(),
    streams: await streams(),
    programs: programs(),
    files: readdirSync(folder),
  });
  const NONE = { databases: [], streams: [], programs: [], files: [] };

  test.each(['SIGTERM', 'SIGINT'] as const)('of workers leaves nothing when %s ends it at its work', async (signal) => {
    const { child, ended } = started(
      'throughput',
      ...['--articles', '5000', '--only', 'work', '--repeats', '1'],
      ...['--db', postgres.address(), '--queue', `nats://${nats.hosts}`],
    );
    const over = ended.then(({ stderr }) => {
      throw new Error(`ended by itself: ${stderr}`);
    });
    await Promise.race([over, until(async () => (await connections()).length > 2, 'a worker is at work')]);
    over.catch(() => undefined);
    expect((await leftovers()).streams).not.toEqual([]);
    child.kill(signal);
    expect(await ended).toMatchObject({ status: 1, stderr: expect.stringContaining(`ended by ${signal}`) });
    expect(await leftovers()).toEqual(NONE);
  });

  test('of workers leaves nothing when its queue is away, and has the settings of V8 that the program has', async () => {
    const { ended } = started(
      'throughput',
      ...['--articles', '40', '--only', 'work', '--repeats', '1'],
      ...['--db', postgres.address(), '--queue', 'nats://127.0.0.1:9'],
    );
    expect((await ended).status).toBe(1);
    expect(await leftovers()).toEqual(NONE);
    // What is bundled without it reads by V8's own measure, which is slower than the program is.
    expect(readFileSync(join(root, 'dist/tools/throughput.mjs'), 'utf8')).toContain('--interrupt-budget');
  });

  test('of workers leaves nothing in the queue when its database goes away', async () => {
    const { ended } = started(
      'throughput',
      ...['--articles', '5000', '--only', 'work', '--repeats', '1'],
      ...['--db', postgres.address(), '--queue', `nats://${nats.hosts}`],
    );
    await until(async () => (await connections()).length > 2, 'a worker is at work');
    await postgres.stop('SIGKILL');
    expect((await ended).status).toBe(1);
    const { databases: _, ...elsewhere } = NONE;
    expect({ streams: await streams(), programs: programs(), files: readdirSync(folder) }).toEqual(elsewhere);
    await postgres.start();
    for (const name of await databases()) await postgres.sql(`drop database ${name}`);
  });

  test('of an archive leaves nothing when it is told to end', async () => {
    await postgres.sql('create database archive');
    const { child, ended } = started('archive', '--mb', '40', '--db', postgres.address('archive'));
    await until(
      async () => (await postgres.sql(`select from pg_stat_activity where datname = 'archive'`)).length > 0,
      'the archive is being read',
    );
    child.kill('SIGTERM');
    expect((await ended).status).toBe(1);
    expect(await leftovers()).toEqual(NONE);
  });
});

function environmentOf(pid: string): readonly string[] {
  try {
    return readFileSync(`/proc/${pid}/environ`, 'utf8').split('\0');
  } catch {
    return [];
  }
}
