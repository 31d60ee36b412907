// For tests: a line to a server that can be cut as a network is cut: nothing comes through, and neither end is told.

import { once } from 'node:events';
import { connect, createServer, type Socket } from 'node:net';

export interface CutLine {
  readonly port: number;
  /** Bytes wait at both ends, also of new connections, until `mend`: what a network that drops packets looks like. */
  cut(): void;
  /** What waits goes on, as packets that are sent again do. */
  mend(): void;
  /** What the client sends is swallowed from the part on that holds these letters; resolves then. */
  swallow(letters: string): Promise<void>;
  /**
   * After so many parts that came through, all connections are broken and both ends told; then the next number is asked for, until it is null.
   * By what came through, and not by time: a slow machine gets as far as a fast one.
   */
  breakAfter(parts: () => number | null): void;
  /** How many have connected so far. */
  connections(): number;
  close(): Promise<void>;
}

export async function cutLine(target: number): Promise<CutLine> {
  let isCut = false;
  let swallows: (part: Buffer) => boolean = () => false;
  let connections = 0;
  let left: number | null = null;
  let nextLeft: () => number | null = () => null;
  const sockets = new Set<Socket>();
  const breakWhenDue = (): void => {
    if (left === null || --left > 0) return;
    left = nextLeft();
    for (const socket of sockets) socket.destroy();
  };
  const server = createServer((client) => {
    connections++;
    const far = connect(target, '127.0.0.1');
    for (const [from, to] of [
      [client, far],
      [far, client],
    ] as const) {
      sockets.add(from);
      from.on('data', (part: Buffer) => {
        if (from === client && swallows(part)) return;
        if (!to.write(part)) from.pause();
        breakWhenDue();
      });
      to.on('drain', () => {
        if (!isCut) from.resume();
      });
      from.on('error', () => to.destroy());
      from.on('close', () => {
        sockets.delete(from);
        if (!isCut) to.destroy();
      });
      if (isCut) from.pause();
    }
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    port: (server.address() as { readonly port: number }).port,
    cut() {
      isCut = true;
      for (const socket of sockets) socket.pause();
    },
    mend() {
      isCut = false;
      for (const socket of sockets) socket.resume();
    },
    swallow: (letters) =>
      new Promise((resolve) => {
        let isMute = false;
        swallows = (part) => {
          isMute ||= part.includes(letters);
          if (isMute) resolve();
          return isMute;
        };
      }),
    breakAfter(parts) {
      nextLeft = parts;
      left = parts();
    },
    connections: () => connections,
    async close() {
      for (const socket of sockets) socket.destroy();
      server.close();
      await once(server, 'close');
    },
  };
}
