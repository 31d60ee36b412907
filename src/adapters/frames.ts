// Values over a stream between two processes of this program: each with its length before it, written as the engine of JavaScript clones them.
import type { Socket } from 'node:net';
import { deserialize, serialize } from 'node:v8';
import { LaydownError } from '../model/errors.ts';

const HEAD_BYTES = 4;
/** A gigabyte; whoever speaks another language says more with its first four letters. */
const MOST_BYTES = 0x3fffffff;

/** Throws LaydownError `too-large`. */
export function sendFrame(socket: Socket, value: unknown): void {
  const body = serialize(value);
  if (body.length > MOST_BYTES)
    throw new LaydownError('too-large', 'more than a gigabyte at once: end the process that holds the ledger first');
  const head = Buffer.alloc(HEAD_BYTES);
  head.writeUInt32BE(body.length);
  socket.write(head);
  socket.write(body);
}

/** Calls `take` with each value that arrives, in order. A stream that holds no such values is ended. */
export function onFrames(socket: Socket, take: (value: unknown) => void): void {
  let parts: Buffer[] = [];
  let held = 0;
  let wanted: number | null = null;
  socket.on('data', (part: Buffer) => {
    parts.push(part);
    held += part.length;
    for (;;) {
      if (held < (wanted ?? HEAD_BYTES)) return;
      const all = parts.length === 1 ? parts[0]! : Buffer.concat(parts);
      const length = wanted ?? HEAD_BYTES;
      const rest = all.subarray(length);
      parts = [rest];
      held = rest.length;
      if (wanted === null) {
        wanted = all.readUInt32BE(0);
        if (wanted > MOST_BYTES) {
          socket.destroy();
          return;
        }
        continue;
      }
      wanted = null;
      try {
        take(deserialize(all.subarray(0, length)));
      } catch (error) {
        socket.destroy(error as Error);
        return;
      }
    }
  });
}
