// The streams of NATS JetStream that the queue stands on, made where they are not there: work, dead letters, who works.
import {
  AckPolicy,
  DeliverPolicy,
  DiscardPolicy,
  type JetStreamManager,
  RetentionPolicy,
  StorageType,
  type StreamConfig,
} from '@nats-io/jetstream';

const NANOS = 1_000_000;
const DAY_MS = 86_400_000;

export const CONSUMER = 'readers';
/** Handed out again where a worker says nothing of it for so long. */
export const ACK_WAIT_MS = 30_000;
/** Same bytes under the same name within this are one message. */
const DUPLICATES_MS = 10 * 60_000;
const WORKER_MS = 30_000;

export interface StreamNames {
  readonly work: string;
  readonly dead: string;
  readonly workers: string;
}

/** Several ledgers may share a server: each has a name of its own. */
export const streamNames = (name: string): StreamNames => ({
  work: `LAYDOWN_${name}_WORK`,
  dead: `LAYDOWN_${name}_DEAD`,
  workers: `LAYDOWN_${name}_WORKERS`,
});

/** Three copies where the cluster has three nodes, else one. Files on disk but for the workers' own reports. */
export async function makeStreams(manager: JetStreamManager, names: StreamNames): Promise<void> {
  const kept = { storage: StorageType.File, discard: DiscardPolicy.New } as const;
  await makeStream(manager, {
    ...kept,
    name: names.work,
    subjects: [`${names.work}.>`],
    retention: RetentionPolicy.Workqueue,
    duplicate_window: DUPLICATES_MS * NANOS,
  });
  await makeStream(manager, {
    ...kept,
    name: names.dead,
    subjects: [`${names.dead}.>`],
    retention: RetentionPolicy.Limits,
    max_age: 90 * DAY_MS * NANOS,
    allow_direct: true,
  });
  await makeStream(manager, {
    name: names.workers,
    subjects: [`${names.workers}.>`],
    retention: RetentionPolicy.Limits,
    storage: StorageType.Memory,
    max_msgs_per_subject: 1,
    max_age: WORKER_MS * NANOS,
    allow_direct: true,
  });
  await manager.consumers.add(names.work, {
    durable_name: CONSUMER,
    ack_policy: AckPolicy.Explicit,
    deliver_policy: DeliverPolicy.All,
    ack_wait: ACK_WAIT_MS * NANOS,
    max_deliver: -1,
    max_ack_pending: 10_000,
  });
}

async function makeStream(manager: JetStreamManager, config: Partial<StreamConfig> & { name: string }): Promise<void> {
  const there = await manager.streams.info(config.name).catch(() => null);
  if (there !== null) return;
  try {
    await manager.streams.add({ ...config, num_replicas: 3 });
  } catch {
    // A single server, or too few that answer: one copy. Another process may have made it meanwhile, which is as good.
    await manager.streams.add({ ...config, num_replicas: 1 });
  }
}
