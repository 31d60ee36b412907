// The queue on NATS JetStream: a work-queue stream, message id = hash of the content, ack after the ledger's commit.
import { createHash } from 'node:crypto';
import { gunzipSync, gzipSync } from 'node:zlib';
import {
  JetStreamApiError,
  type JetStreamClient,
  type JetStreamManager,
  type JsMsg,
  jetstream,
  jetstreamManager,
  type StoredMsg,
} from '@nats-io/jetstream';
import { connect, headers, type MsgHdrs, type NatsConnection } from '@nats-io/transport-node';
import { LaydownError } from '../model/errors.ts';
import type { DeadLetter, Delivery, Queue, QueuedFile, QueueStatus, WorkerReport } from '../ports/queue.ts';
import { begunNotes, jetStreamBookmarks } from './jetstream-bookmarks.ts';
import { messagesOf } from './jetstream-messages.ts';
import { CONSUMER, found, makeStreams, type StreamNames, streamNames, withLeader } from './jetstream-streams.ts';

const SOURCE = 'Laydown-Source';
const PUBLISHED = 'Laydown-Published';
const PUBLISHER = 'Laydown-Publisher';
const REASON = 'Laydown-Reason';
const ID = 'Nats-Msg-Id';
/** A line on which nothing comes is found out in twice the interval. */
const PINGS = { pingInterval: 8_000, maxPingOut: 2 } as const;
/** A cluster that lost a node has a new leader within seconds: so long a message is sent again, which its id makes one. */
const SEND_MS = 30_000;
/** Unpacked, no file is larger: what the largest format may hold. */
const MOST_BYTES = 64 * 1024 * 1024;

/** "nats://host:4222", or several with commas; a path names the queue: "nats://host/team-a". Throws LaydownError `store-unreachable`, `usage`. */
export async function openJetStreamQueue(address: string): Promise<Queue> {
  const { servers, name } = addressIn(address);
  let connection: NatsConnection;
  try {
    connection = await connect({
      servers,
      maxReconnectAttempts: -1,
      reconnectTimeWait: 500,
      timeout: 10_000,
      // A trace of each message that is sent, for the case that it fails, costs more than to send it.
      noAsyncTraces: true,
      ...PINGS,
    });
  } catch (error) {
    throw unreachable(address, error);
  }
  try {
    const manager = await withLeader(() => jetstreamManager(connection));
    const names = streamNames(name);
    await makeStreams(manager, names);
    return queueOn(connection, manager, names, address);
  } catch (error) {
    await connection.close();
    throw unreachable(address, error);
  }
}

const unreachable = (address: string, error: unknown): LaydownError =>
  new LaydownError('store-unreachable', `the queue at ${address} cannot be used: ${(error as Error).message}`, {
    cause: error,
  });

function addressIn(address: string): { readonly servers: string[]; readonly name: string } {
  const [, list, path] = /^nats:\/\/([^/]+)(?:\/([A-Za-z0-9-]{1,40}))?\/?$/.exec(address) ?? [];
  if (list === undefined)
    throw new LaydownError('usage', `"${address}" is no queue: write nats://HOST:PORT, or nats://HOST:PORT/NAME`);
  return { servers: list.split(',').map((host) => `nats://${host}`), name: (path ?? 'default').toUpperCase() };
}

function queueOn(connection: NatsConnection, manager: JetStreamManager, names: StreamNames, address: string): Queue {
  const stream: JetStreamClient = jetstream(connection);
  const acked = makeAcker();
  const begun = begunNotes(manager, stream, names.bookmarks);
  const most = (): number => (connection.info?.max_payload ?? 1_048_576) - 4_096;

  const send = async (subject: string, data: Uint8Array, about: MsgHdrs): Promise<boolean> => {
    for (const until = performance.now() + SEND_MS; ; ) {
      try {
        return (await stream.publish(subject, data, { headers: about })).duplicate === true;
      } catch (error) {
        const isFinal = error instanceof JetStreamApiError && error.status < 500;
        if (isFinal || connection.isClosed() || performance.now() > until) throw unreachable(address, error);
        await new Promise((resolve) => setTimeout(resolve, 250));
      }
    }
  };

  return {
    bookmarks: jetStreamBookmarks(manager, stream, names.bookmarks),

    async publish(file) {
      const data = gzipSync(file.bytes, { level: 1 });
      if (data.length > most())
        throw new LaydownError(
          'too-large',
          `is larger than ${Math.floor(most() / 1024)} kB when packed, the most that the queue takes in one message (max_payload of the NATS server)`,
        );
      const about = headersOf(file);
      about.set(ID, contentHash(file));
      return (await send(`${names.work}.file`, data, about)) ? 'known' : 'queued';
    },

    async *deliveries(inFlight, signal, onAway) {
      const open = await messagesOf(
        { consumer: () => stream.consumers.get(names.work, CONSUMER), flush: () => connection.flush() },
        inFlight,
        signal,
        onAway,
      );
      for await (const { message, settled } of open) yield deliveryOf(message, settled);
    },

    async report(worker) {
      await stream.publish(`${names.workers}.${worker.name.replace(/[^A-Za-z0-9-]/g, '_')}`, JSON.stringify(worker));
    },

    async status(): Promise<QueueStatus> {
      const { state, config, cluster } = await withLeader(() => manager.streams.info(names.work));
      const { num_ack_pending } = await withLeader(() => manager.consumers.info(names.work, CONSUMER));
      const dead = await withLeader(() => manager.streams.info(names.dead));
      const workers: WorkerReport[] = [];
      for await (const one of stored(manager, names.workers)) workers.push(JSON.parse(text(one.data)));
      return {
        waiting: state.messages - num_ack_pending,
        in_flight: num_ack_pending,
        dead: dead.state.messages,
        rate: Math.round(10 * workers.reduce((sum, { rate }) => sum + rate, 0)) / 10,
        copies: config.num_replicas,
        // The one that leads is not among the replicas.
        copies_current: 1 + (cluster?.replicas ?? []).filter(({ current, offline }) => current && !offline).length,
        workers: workers.sort((a, b) => (a.name < b.name ? -1 : 1)),
      };
    },

    async *dead(): AsyncGenerator<DeadLetter> {
      for await (const message of stored(manager, names.dead)) yield letterOf(message);
    },

    async letter(number) {
      const message = await withLeader(() => found(() => manager.direct.getMessage(names.dead, { seq: number })));
      if (message === null) return null;
      let content = message.data;
      try {
        content = unpacked(message.data);
      } catch {
        // That it cannot be unpacked may be why it was set aside.
      }
      return { ...letterOf(message), content };
    },

    async replay(numbers) {
      let count = 0;
      const wanted = numbers === undefined ? null : new Set(numbers);
      for await (const { seq, header, data } of stored(manager, names.dead)) {
        if (wanted !== null && !wanted.has(seq)) continue;
        const about = headers();
        for (const name of [SOURCE, PUBLISHED, PUBLISHER]) if (header.has(name)) about.set(name, header.get(name));
        // In the queue before it is gone from here: a stop between the two does it twice, which the id, or else the ledger, makes once.
        about.set(ID, `replay ${names.dead} ${seq}`);
        await send(`${names.work}.file`, data, about);
        await withLeader(() => found(() => manager.streams.deleteMessage(names.dead, seq)));
        count++;
      }
      return count;
    },

    close: () => connection.drain().catch(() => connection.close()),
  };

  function deliveryOf(message: JsMsg, settled: () => void): Delivery {
    const about = message.headers ?? headers();
    const { deliveryCount: attempt, streamSequence } = message.info;
    return {
      source: decoded(about.get(SOURCE)),
      get bytes() {
        return unpacked(message.data);
      },
      published: about.get(PUBLISHED) || null,
      publisher: decoded(about.get(PUBLISHER)) || null,
      attempt,
      begins: () => begun.begins(streamSequence),
      ended: () => begun.ended(streamSequence),
      done: () => acked(message, settled),
      later(ms) {
        settled();
        message.nak(ms);
      },
      async dead(reason) {
        const buried = headers();
        for (const name of [SOURCE, PUBLISHED, PUBLISHER]) if (about.has(name)) buried.set(name, about.get(name));
        buried.set(REASON, encoded(reason.slice(0, 2_000)));
        buried.set(ID, `${names.work} ${streamSequence}`);
        await send(`${names.dead}.file`, message.data, buried);
        // Acked and not terminated: a reason with it is not understood by servers before 2.10, and an ack can be waited for.
        await acked(message, settled);
      },
    };
  }
}

interface Done {
  readonly message: JsMsg;
  readonly told: () => void;
}

/**
 * Tells the queue that messages are done with, and waits until it has heard: of all that are done at once the last is asked about, for the
 * queue takes them in their order. Where it does not answer, the files come again, and are known by then.
 */
function makeAcker(): (message: JsMsg, settled: () => void) => Promise<void> {
  let waiting: Done[] = [];
  const tell = async (): Promise<void> => {
    const all = waiting;
    waiting = [];
    for (const { message } of all.slice(0, -1)) message.ack();
    await all
      .at(-1)!
      .message.ackAck()
      .catch(() => false);
    for (const { told } of all) told();
  };
  return (message, settled) => {
    settled();
    if (waiting.length === 0) queueMicrotask(() => void tell());
    return new Promise((told) => waiting.push({ message, told }));
  };
}

/** Header values are Latin letters on one line: names of files may be anything. */
const encoded = (value: string): string => encodeURIComponent(value);
const decoded = (value: string): string => {
  try {
    return decodeURIComponent(value);
  } catch {
    return value;
  }
};
const text = (data: Uint8Array): string => Buffer.from(data).toString('utf8');

function headersOf({ source, published, publisher }: QueuedFile): MsgHdrs {
  const about = headers();
  about.set(SOURCE, encoded(source));
  if (published !== null) about.set(PUBLISHED, published);
  if (publisher !== null) about.set(PUBLISHER, encoded(publisher));
  return about;
}

const contentHash = ({ source, bytes, published, publisher }: QueuedFile): string =>
  createHash('sha256')
    .update(JSON.stringify([/\.[^./]+$/.exec(source)?.[0] ?? '', published, publisher]))
    .update(bytes)
    .digest('hex');

const unpacked = (data: Uint8Array): Uint8Array => gunzipSync(data, { maxOutputLength: MOST_BYTES });

const letterOf = ({ seq, header, time, data }: StoredMsg): DeadLetter => ({
  number: seq,
  source: decoded(header.get(SOURCE)),
  reason: decoded(header.get(REASON)),
  since: time.toISOString(),
  bytes: data.length,
});

/** Every message of a stream, oldest first, without taking it out. */
async function* stored(manager: JetStreamManager, name: string) {
  const { state } = await withLeader(() => manager.streams.info(name));
  for (let seq = state.first_seq; state.messages > 0 && seq <= state.last_seq; ) {
    const query = { seq, next_by_subj: '>' } as never;
    const message = await withLeader(() => found(() => manager.direct.getMessage(name, query)));
    if (message === null || message.seq > state.last_seq) return;
    yield message;
    seq = message.seq + 1;
  }
}
