// The streams of NATS JetStream that the queue stands on, made where they are not there: work, dead letters, who works.
import {
  AckPolicy,
  DeliverPolicy,
  DiscardPolicy,
  JetStreamApiError,
  type JetStreamManager,
  RetentionPolicy,
  StorageType,
  type StreamConfig,
} from '@nats-io/jetstream';

const NANOS = 1_000_000;
const DAY_MS = 86_400_000;

export const CONSUMER = 'readers';
/** Handed out again where a worker says nothing of it for so long. */
export const ACK_WAIT_MS = 15_000;
/** Same bytes under the same name within this are one message. */
const DUPLICATES_MS = 10 * 60_000;
const WORKER_MS = 30_000;
/** A cluster that is just starting, or lost a node, has no leader for some seconds. */
const LEADER_MS = 30_000;

export interface StreamNames {
  readonly work: string;
  readonly dead: string;
  readonly workers: string;
  readonly bookmarks: string;
}

/** Several ledgers may share a server: each has a name of its own. */
export const streamNames = (name: string): StreamNames => ({
  work: `LAYDOWN_${name}_WORK`,
  dead: `LAYDOWN_${name}_DEAD`,
  workers: `LAYDOWN_${name}_WORKERS`,
  bookmarks: `LAYDOWN_${name}_BOOKMARKS`,
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
  await withLeader(() => makeConsumer(manager, names.work));
}

export const makeBookmarkStream = (manager: JetStreamManager, name: string): Promise<void> =>
  makeStream(manager, {
    name,
    subjects: [`${name}.>`],
    retention: RetentionPolicy.Limits,
    storage: StorageType.File,
    max_msgs_per_subject: 1,
  });

async function makeConsumer(manager: JetStreamManager, stream: string): Promise<void> {
  const there = await found(() => manager.consumers.info(stream, CONSUMER));
  const ack_wait = ACK_WAIT_MS * NANOS;
  if (there?.config.ack_wait === ack_wait) return;
  if (there !== null) {
    await manager.consumers.update(stream, CONSUMER, { ...there.config, ack_wait });
    return;
  }
  await manager.consumers.add(stream, {
    durable_name: CONSUMER,
    ack_policy: AckPolicy.Explicit,
    deliver_policy: DeliverPolicy.All,
    ack_wait,
    max_deliver: -1,
    max_ack_pending: 10_000,
  });
}

const COPIES = 3;
/** "replicas > 1 not supported in non-clustered mode", "no suitable peers", "insufficient resources". */
const TOO_FEW_NODES: ReadonlySet<number> = new Set([10074, 10005, 10023]);

async function makeStream(manager: JetStreamManager, config: Partial<StreamConfig> & { name: string }): Promise<void> {
  const there = await withLeader(() => found(() => manager.streams.info(config.name)));
  if (there !== null) {
    // Made by a cluster that had too few nodes then; where it still has, it stays as it is.
    if (there.cluster?.name !== undefined && there.config.num_replicas < COPIES)
      await manager.streams.update(config.name, { ...there.config, num_replicas: COPIES }).catch(() => undefined);
    return;
  }
  await withLeader(async () => {
    try {
      await manager.streams.add({ ...config, num_replicas: COPIES });
    } catch (error) {
      if (!(error instanceof JetStreamApiError) || !TOO_FEW_NODES.has(error.code)) throw error;
      await manager.streams.add({ ...config, num_replicas: 1 });
    }
  });
}

/** Null where there is none of that name. */
export async function found<T>(ask: () => Promise<T>): Promise<T | null> {
  try {
    return await ask();
  } catch (error) {
    if (error instanceof JetStreamApiError && error.status === 404) return null;
    throw error;
  }
}

/** Asked again for a while: a cluster without a leader does not answer. Rejects with the last error, at once where that is no matter of time. */
export async function withLeader<T>(work: () => Promise<T>): Promise<T> {
  for (const until = performance.now() + LEADER_MS; ; ) {
    try {
      return await work();
    } catch (error) {
      const isFinal = error instanceof JetStreamApiError && error.status < 500;
      if (isFinal || performance.now() > until) throw error;
      await new Promise((resolve) => setTimeout(resolve, 250));
    }
  }
}
