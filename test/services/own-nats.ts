// For tests: NATS servers of their own with JetStream: one, or a cluster of three.
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { jetstreamManager } from '@nats-io/jetstream';
import { connect, type NatsConnection } from '@nats-io/transport-node';
import { freePort, type OwnProcess, startOwn, until } from './own-processes.ts';

/** "v2.9.10"; null where the program is not installed. */
export function natsVersion(): string | null {
  try {
    return /v[\d.]+/.exec(execFileSync('nats-server', ['--version'], { encoding: 'utf8' }))?.[0] ?? null;
  } catch {
    return null;
  }
}

export interface OwnNats {
  /** "127.0.0.1:4222,127.0.0.1:4223,..." */
  readonly hosts: string;
  readonly ports: readonly number[];
  /** "n0" leads the stream. */
  leaderOf(stream: string): Promise<number>;
  connection(): Promise<NatsConnection>;
  start(node: number): Promise<void>;
  kill(node: number): Promise<void>;
  remove(): Promise<void>;
}

export async function ownNats(nodes: 1 | 3): Promise<OwnNats> {
  const folder = mkdtempSync(join(tmpdir(), 'laydown-nats-'));
  const each = Array.from({ length: nodes }, (_, i) => i);
  const ports = await Promise.all(each.map(freePort));
  const routes = await Promise.all(each.map(freePort));
  const running: (OwnProcess | null)[] = each.map(() => null);
  const hosts = ports.map((port) => `127.0.0.1:${port}`).join(',');
  const connection = (): Promise<NatsConnection> =>
    connect({ servers: ports.map((port) => `127.0.0.1:${port}`), timeout: 5_000, maxReconnectAttempts: -1 });
  // Servers from 2.10 on can be told to sync each write to the disk; older ones refuse the word.
  const [, major, minor] = /v(\d+)\.(\d+)/.exec(natsVersion() ?? '') ?? [];
  const sync = Number(major) > 2 || Number(minor) >= 10 ? ', sync_interval: always' : '';
  const start = async (node: number): Promise<void> => {
    const cluster = `cluster { name: laydown, listen: "127.0.0.1:${routes[node]}", routes: [${routes.map((port) => `"nats://127.0.0.1:${port}"`).join(', ')}] }`;
    const file = join(folder, `n${node}.conf`);
    writeFileSync(
      file,
      `server_name: n${node}\nlisten: "127.0.0.1:${ports[node]}"\njetstream { store_dir: "${join(folder, `n${node}`)}"${sync} }\n${nodes > 1 ? cluster : ''}\n`,
    );
    running[node] = startOwn('nats-server', ['-c', file]);
  };
  const ready = async (): Promise<void> => {
    await until(async () => {
      const one = await connection().catch(() => null);
      const account = await (async () => (await jetstreamManager(one!)).getAccountInfo())().catch(() => null);
      await one?.close();
      return account !== null;
    }, 'the NATS servers answer');
  };
  await Promise.all(each.map(start));
  await ready();
  return {
    hosts,
    ports,
    connection,
    start,
    async kill(node) {
      await running[node]?.end('SIGKILL');
      running[node] = null;
    },
    async leaderOf(stream) {
      const one = await connection();
      const { cluster } = await (await jetstreamManager(one)).streams.info(stream);
      await one.close();
      return Number((cluster?.leader ?? 'n0').slice(1));
    },
    async remove() {
      await Promise.all(running.map((one) => one?.end('SIGKILL')));
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
