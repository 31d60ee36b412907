// The queue as a server shows it: asked when somebody looks, within a time limit, and said to be away where it is.
import type { DeadLetter, Queue, QueueStatus } from '../ports/queue.ts';

export interface QueueLook {
  /** Null where the queue does not answer: `fault` says why. */
  readonly status: QueueStatus | null;
  readonly fault: string | null;
}

export interface QueueWatch {
  look(): Promise<QueueLook>;
  /** What was set aside, oldest first, at most so many; [] where the queue does not answer. */
  letters(most: number): Promise<readonly DeadLetter[]>;
  close(): Promise<void>;
}

const MOST_MS = 3_000;

/** `open` is called when somebody looks, and again after it has failed: a server starts without its queue. */
export function queueWatch(open: () => Promise<Queue>): QueueWatch {
  let opened: Promise<Queue> | null = null;
  const queue = (): Promise<Queue> => {
    opened ??= open().catch((error) => {
      opened = null;
      throw error;
    });
    return opened;
  };
  return {
    async look() {
      try {
        return { status: await inTime(queue().then((one) => one.status())), fault: null };
      } catch (error) {
        return { status: null, fault: (error as Error).message };
      }
    },
    async letters(most) {
      const list = async (): Promise<DeadLetter[]> => {
        const letters: DeadLetter[] = [];
        for await (const one of (await queue()).dead()) if (letters.push(one) >= most) break;
        return letters;
      };
      return inTime(list()).catch(() => []);
    },
    close: async () => {
      await (await opened?.catch(() => null))?.close();
    },
  };
}

async function inTime<T>(work: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`no answer within ${MOST_MS / 1_000} s`)), MOST_MS);
  });
  work.catch(() => {});
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
}
