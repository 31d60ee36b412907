// Opens the queue that the options name, and closes it whatever happens.
import { LaydownError } from '../model/errors.ts';
import type { Queue } from '../ports/queue.ts';
import type { Call } from './verb-kit.ts';

/** --queue, else LAYDOWN_QUEUE. Throws LaydownError `usage` where neither names one. */
export async function withQueue<T>(
  call: Call,
  address: string | undefined,
  use: (queue: Queue) => Promise<T>,
): Promise<T> {
  const named = address ?? call.wiring.env['LAYDOWN_QUEUE'];
  if (!named) throw new LaydownError('usage', 'name the queue: --queue nats://HOST:4222, or set LAYDOWN_QUEUE');
  const queue = await call.wiring.openQueue(named);
  try {
    return await use(queue);
  } finally {
    await queue.close();
  }
}
