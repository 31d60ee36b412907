// What docs/deploy.md tells to run and to install: units, manifests and settings that their own programs accept, the drill, a worker that is told to end.
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type JsMsg, jetstream } from '@nats-io/jetstream';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { parseAllDocuments } from 'yaml';
import { ACK_WAIT_MS, CONSUMER, streamNames } from '../../src/adapters/jetstream-streams.ts';
import { openStore } from '../../src/adapters/open-store.ts';
import { runLaydown, startLaydown } from '../laydown-process.ts';
import { madeArticles } from './made-articles.ts';
import { natsVersion, type OwnNats, ownNats } from './own-nats.ts';
import { type OwnPostgres, ownPostgres, postgresPrograms } from './own-postgres.ts';
import { until } from './own-processes.ts';

const DEPLOY = join(import.meta.dirname, '../../deploy');
const path = (name: string): string => join(DEPLOY, name);
const isThere = (program: string, ...args: readonly string[]): boolean => {
  try {
    execFileSync(program, args, { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
};
const all = process.env['LAYDOWN_ALL'] !== undefined;
const lacking = natsVersion() === null ? 'nats-server' : postgresPrograms() === null ? 'PostgreSQL' : null;
if (lacking !== null && all) throw new Error(`${lacking} is not here`);

type Manifest = {
  readonly apiVersion: string;
  readonly kind: string;
  readonly metadata: { readonly name: string };
  readonly spec?: {
    readonly selector?: { readonly matchLabels?: Record<string, string> } & Record<string, unknown>;
    readonly template?: { readonly metadata: { readonly labels: Record<string, string> } };
  };
};
const documents = (name: string): Manifest[] =>
  parseAllDocuments(readFileSync(path(name), 'utf8'), { merge: true }).map((one) => {
    expect(one.errors).toEqual([]);
    return one.toJS() as Manifest;
  });

describe('what is there to deploy', () => {
  const verifies = isThere('systemd-analyze', '--version');
  test.skipIf(!verifies)('units that systemd accepts (skipped where it is not here)', () => {
    const units = readdirSync(path('systemd')).map((name) => join(path('systemd'), name.replace('@.', '@1.')));
    const folder = mkdtempSync(join(tmpdir(), 'laydown-units-'));
    try {
      for (const name of readdirSync(path('systemd')))
        writeFileSync(join(folder, name.replace('@.', '@1.')), readFileSync(join(path('systemd'), name)));
      expect(
        execFileSync('systemd-analyze', ['verify', ...readdirSync(folder).map((name) => join(folder, name))], {
          encoding: 'utf8',
        }),
      ).toBe('');
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
    expect(units).toHaveLength(4);
  });

  test('manifests whose parts name each other rightly', () => {
    const { resources } = documents('kubernetes/kustomization.yaml')[0] as unknown as { readonly resources: string[] };
    const manifests = resources.flatMap((name) => documents(`kubernetes/${name}`));
    expect(new Set(manifests.map(({ kind, metadata }) => `${kind} ${metadata.name}`)).size).toBe(manifests.length);
    const workloads = manifests.filter(({ kind }) => kind === 'Deployment' || kind === 'StatefulSet');
    expect(workloads.map(({ metadata }) => metadata.name)).toEqual(['nats', 'serve', 'work']);
    for (const { spec } of workloads)
      expect(spec?.template?.metadata.labels).toMatchObject(spec?.selector?.matchLabels ?? { none: '' });
    for (const { kind, metadata, spec } of manifests)
      if (kind === 'Service') expect([metadata.name, spec?.selector]).toEqual([metadata.name, { app: metadata.name }]);
    const names = new Set(
      manifests.flatMap(({ kind, metadata }) => (/ConfigMap|PersistentVolumeClaim/.test(kind) ? [metadata.name] : [])),
    );
    for (const name of JSON.stringify(manifests).matchAll(/"(?:configMap":\{"name|claimName)":"([^"]+)"/g))
      expect(names).toContain(name[1]);
  });

  test.skipIf(!isThere('kubectl', 'kustomize', '--help'))(
    'manifests that kustomize joins (skipped where it is not here)',
    () => {
      const joined = execFileSync('kubectl', ['kustomize', path('kubernetes')], { encoding: 'utf8' });
      expect(joined.match(/image: registry\.example\.org\/laydown:0\.1\.0/g)).toHaveLength(3);
      expect(joined).not.toMatch(/^ {2}namespace: (?!laydown)/m);
    },
  );

  test('a compose file whose services, volumes and configurations are there', () => {
    const [compose] = documents('compose.yaml') as unknown as {
      readonly services: Record<
        string,
        { readonly depends_on?: object; readonly volumes?: string[]; readonly command?: string[] }
      >;
      readonly volumes: object;
    }[];
    const { services, volumes } = compose!;
    expect(Object.keys(services)).toEqual(['postgres', 'nats', 'serve', 'work']);
    for (const { depends_on = {}, volumes: used = [] } of Object.values(services)) {
      for (const name of Object.keys(depends_on)) expect(services).toHaveProperty(name);
      for (const one of used) expect(volumes).toHaveProperty(one.split(':')[0]!);
    }
  });

  test.skipIf(natsVersion() === null)('settings that NATS accepts (skipped where it is not here)', () => {
    const env = { ...process.env, NATS_NAME: 'nats-0' };
    // On standard error: it says that the file is valid, or which word is not.
    execFileSync('nats-server', ['-t', '-c', path('nats.conf')], { env, stdio: 'pipe' });
  });
});

describe.skipIf(lacking !== null)(`a deployment (skipped: ${lacking ?? ''} is not here)`, () => {
  const folder = mkdtempSync(join(tmpdir(), 'laydown-deploy-'));
  const COUNT = 500;
  let nats: OwnNats;
  let postgres: OwnPostgres;
  beforeAll(async () => {
    const settings = [...readFileSync(path('postgresql.conf'), 'utf8').matchAll(/^(\w+) = (\S+)$/gm)].map(
      ([, name, value]) => [name!, name === 'shared_buffers' ? '128MB' : value!] as const,
    );
    expect(settings.length).toBeGreaterThan(12);
    [nats, postgres] = await Promise.all([ownNats(1), ownPostgres(Object.fromEntries(settings))]);
    await postgres.sql('create database ledger');
    await postgres.sql('create database empty');
  });
  afterAll(async () => {
    await Promise.all([nats?.remove(), postgres?.remove()]);
    rmSync(folder, { recursive: true, force: true });
  });

  test('has settings that PostgreSQL accepts', async () => {
    expect(await postgres.sql('select name, error from pg_file_settings where error is not null')).toEqual([]);
  });

  test('drains a worker that is told to end: what it had begun is committed, the rest goes back at once', async () => {
    const queue = `nats://127.0.0.1:${nats.ports[0]}/DRAIN`;
    const file = join(folder, 'articles.jsonl');
    writeFileSync(file, madeArticles(COUNT).join('\n'));
    expect((await runLaydown(['add', file, '--queue', queue])).status).toBe(0);
    const reports = async (): Promise<number> =>
      (await postgres.sql<{ n: number }>('select count(*)::int n from report', 'ledger').catch(() => [{ n: 0 }]))[0]!.n;
    // It is told in the middle of its work, however fast that is: its first commit waits for the ledger's lock, which is held here.
    await (await openStore(postgres.address('ledger'))).close();
    const holder = new pg.Client({ connectionString: postgres.address('ledger') });
    await holder.connect();
    await holder.query(`begin; select pg_advisory_xact_lock(${0x6c64776e})`);
    const worker = startLaydown(['--db', postgres.address('ledger'), '--json', 'work', '--queue', queue]);
    await until(async () => {
      const waiting = await postgres.sql(`select from pg_locks where locktype = 'advisory' and not granted`, 'ledger');
      return waiting.length > 0;
    }, 'the worker wants to commit');
    worker.child.kill('SIGTERM');
    await holder.query('commit');
    await holder.end();
    const { status, stdout } = await worker.ended;
    const done = await reports();
    expect(status).toBe(0);
    expect(done).toBeGreaterThan(0);
    expect(done).toBeLessThan(COUNT);
    expect(JSON.parse(stdout)).toMatchObject({ files: done, reports: done, later: 0 });
    // All of the rest is to be had now, and not when the time of what the worker held is up: it said every third of that that it works.
    const STILL_HELD_MS = ACK_WAIT_MS * 0.6;
    const connection = await nats.connection();
    const consumer = await jetstream(connection).consumers.get(streamNames('DRAIN').work, CONSUMER);
    const left = new Map<number, JsMsg>();
    for await (const message of await consumer.fetch({ max_messages: COUNT - done, expires: STILL_HELD_MS })) {
      left.set(message.seq, message);
      if (left.size === COUNT - done) break;
    }
    expect(left.size).toBe(COUNT - done);
    for (const message of left.values()) message.nak();
    await connection.close();
    const next = startLaydown(['--db', postgres.address('ledger'), 'work', '--queue', queue]);
    await until(async () => (await reports()) === COUNT, 'another worker does the rest');
    next.child.kill('SIGTERM');
    expect((await next.ended).status).toBe(0);
  });

  test('is carried away and brought back by the drill, which says how long that takes', async () => {
    const drill = (...ledgers: readonly string[]): string =>
      execFileSync(path('drill.sh'), ledgers, { encoding: 'utf8', stdio: 'pipe' });
    expect(drill(postgres.address('ledger'), postgres.address('empty'))).toMatch(
      /backup, proven: \d+ s\nsize: \d+ bytes\nrestore: \d+ s\ndoctor of what was restored: \d+ s\nthe same, line by line: \d+ lines/,
    );
    expect(() => drill(postgres.address('ledger'))).toThrow(/LEDGER EMPTY/);
  });
});
