// For tests: NATS servers of their own with JetStream: one, or a cluster of three.
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { jetstreamManager } from '@nats-io/jetstream';
import { connect, type NatsConnection } from '@nats-io/transport-node';
import { type OwnProcess, onFreePorts, startOwn, until, untilUp } from './own-processes.ts';

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

export const ownNats = (nodes: 1 | 3): Promise<OwnNats> =>
  onFreePorts(2 * nodes, (ports) => natsOn(ports.slice(0, nodes), ports.slice(nodes)));

async function natsOn(ports: readonly number[], routes: readonly number[]): Promise<OwnNats> {
  const folder = mkdtempSync(join(tmpdir(), 'laydown-nats-'));
  const nodes = ports.length;
  const each = ports.map((_, i) => i);
  const running: (OwnProcess | null)[] = each.map(() => null);
  const hosts = ports.map((port) => `127.0.0.1:${port}`).join(',');
  const connection = (): Promise<NatsConnection> =>
    connect({ servers: ports.map((port) => `127.0.0.1:${port}`), timeout: 60_000, maxReconnectAttempts: -1 });
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
  const remove = async (): Promise<void> => {
    await Promise.all(running.map((one) => one?.end('SIGKILL')));
    rmSync(folder, { recursive: true, force: true });
  };
  const answers = async (): Promise<boolean> => {
    const one = await connection().catch(() => null);
    const account = await (async () => (await jetstreamManager(one!)).getAccountInfo())().catch(() => null);
    await one?.close();
    return account !== null;
  };
  try {
    await Promise.all(each.map(start));
    for (const one of running) await untilUp(one!, answers, 'the NATS servers answer');
  } catch (error) {
    await remove();
    throw error;
  }
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
      let leader: string | undefined;
      await until(async () => {
        const info = await (async () => (await jetstreamManager(one)).streams.info(stream))().catch(() => null);
        leader = info?.cluster?.leader;
        return leader !== undefined;
      }, `a node leads ${stream}`);
      await one.close();
      return Number(leader!.slice(1));
    },
    remove,
  };
}
