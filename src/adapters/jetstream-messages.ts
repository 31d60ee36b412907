// Messages of a consumer, for as long as wanted: kept in hand while they are worked on, and asked for again where the cluster was away.
import type { Consumer, JsMsg } from '@nats-io/jetstream';
import { LaydownError } from '../model/errors.ts';
import { pause } from '../ports/pause.ts';
import { ACK_WAIT_MS } from './jetstream-streams.ts';

export interface Held {
  readonly message: JsMsg;
  /** To be called before it is acked or given back: until then the queue is told that it is being worked on. */
  settled(): void;
}

export interface Source {
  consumer(): Promise<Consumer>;
  /** Resolves when what the server had sent has arrived. */
  flush(): Promise<void>;
}

/** To wait for what is on its way when it is to end: longer only where no server answers. */
const FLUSH_MS = 5_000;
/** A request that no server has heard is found out in twice a third of it. */
const EXPIRES_MS = 9_000;
const MOST_WAIT_MS = 10_000;
/** By then the server knows that nobody waits for the answer to this worker's last request. */
const GIVEN_BACK_MS = 1_000;

/** At most `inFlight` that are not settled. They are fetched and not streamed: what lies in a client's own buffer is kept in hand by nobody. */
export async function* messagesOf(
  { consumer, flush }: Source,
  inFlight: number,
  signal: AbortSignal,
  onAway: (error: LaydownError, ms: number) => void = () => undefined,
): AsyncGenerator<Held> {
  const held = new Set<JsMsg>();
  const ready: JsMsg[] = [];
  const left = new AbortController();
  const ending = AbortSignal.any([signal, left.signal]);
  const bell = makeBell();
  ending.addEventListener('abort', bell.ring, { once: true });
  const awake = setInterval(() => {
    for (const message of held) message.working();
  }, ACK_WAIT_MS / 3).unref();
  const giveBack = (message: JsMsg): void => {
    held.delete(message);
    message.nak(GIVEN_BACK_MS);
  };

  let asked: Consumer | null = null;
  const fetchOnce = async (): Promise<void> => {
    asked ??= await consumer();
    const messages = await asked.fetch({
      max_messages: inFlight - held.size,
      expires: EXPIRES_MS,
      idle_heartbeat: EXPIRES_MS / 3,
    });
    // What is on its way when the request is taken back would be lost to all until its time is up.
    const stop = (): void => {
      const late = new AbortController();
      const arrived = flush().catch(() => undefined);
      void Promise.race([arrived, pause(FLUSH_MS, late.signal)]).then(() => {
        late.abort();
        messages.stop();
      });
    };
    ending.addEventListener('abort', stop, { once: true });
    try {
      for await (const message of messages) {
        held.add(message);
        ready.push(message);
        bell.ring();
      }
    } finally {
      ending.removeEventListener('abort', stop);
    }
  };
  const fetching = async (): Promise<void> => {
    for (let failures = 0; !ending.aborted; ) {
      if (held.size > inFlight / 2) {
        await bell.rung();
        continue;
      }
      try {
        await fetchOnce();
        failures = 0;
      } catch (error) {
        asked = null;
        const ms = Math.min(MOST_WAIT_MS, 500 * 2 ** failures++);
        const words = `the queue does not answer: ${(error as Error).message}`;
        onAway(new LaydownError('store-unreachable', words, { cause: error }), ms);
        await pause(ms, ending);
      }
    }
  };

  let isOver = false;
  const over = fetching().finally(() => {
    isOver = true;
    bell.ring();
  });
  try {
    while (!ending.aborted && (!isOver || ready.length > 0)) {
      const message = ready.shift();
      if (message === undefined) await bell.rung();
      else {
        const settled = (): void => {
          held.delete(message);
          bell.ring();
        };
        yield { message, settled };
      }
    }
  } finally {
    left.abort();
    await over;
    // Not before: the open request would get them again.
    for (const message of ready) giveBack(message);
    // The caller may still be at what it was given.
    const ended = setInterval(() => {
      if (held.size > 0) return;
      clearInterval(ended);
      clearInterval(awake);
    }, 100).unref();
  }
}

/** Wakes all who wait for it. */
function makeBell(): { ring(): void; rung(): Promise<void> } {
  let waiting: (() => void)[] = [];
  return {
    ring() {
      const all = waiting;
      waiting = [];
      for (const wake of all) wake();
    },
    rung: () => new Promise((resolve) => waiting.push(resolve)),
  };
}
