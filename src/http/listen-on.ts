// A web server on an address: what the site and the assistants' server have in common.
import type { Server, ServerOptions } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createAdaptorServer } from '@hono/node-server';
import { LaydownError } from '../model/errors.ts';

export interface Listening {
  /** "http://127.0.0.1:8080" */
  readonly url: string;
  close(): Promise<void>;
}

export interface Address {
  readonly host: string;
  /** 0 takes any free port. */
  readonly port: number;
}

export interface Manner {
  readonly serverOptions: ServerOptions;
  /** The adapter's own requests and responses in place of Node's: faster, and not what every library takes. */
  readonly overrideGlobalObjects: boolean;
  /** Called first, to end what would keep connections open. */
  onClose(): void | Promise<void>;
  /** How long requests under way are waited for, in ms. */
  readonly closeMs: number;
}

type Fetch = Parameters<typeof createAdaptorServer>[0]['fetch'];

/** Throws LaydownError `usage` where the address cannot be listened on. */
export async function listenOn(
  fetch: Fetch,
  { host, port }: Address,
  { serverOptions, overrideGlobalObjects, onClose, closeMs }: Manner,
): Promise<Listening> {
  const server = createAdaptorServer({ fetch, serverOptions, overrideGlobalObjects }) as Server;
  await new Promise<void>((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => reject(refused(error, { host, port })));
    server.listen(port, host, resolve);
  });
  const { port: taken } = server.address() as AddressInfo;
  return {
    url: `http://${host.includes(':') ? `[${host}]` : host}:${taken}`,
    async close() {
      await onClose();
      await new Promise<void>((resolve) => {
        const limit = setTimeout(() => server.closeAllConnections(), closeMs);
        server.close(() => {
          clearTimeout(limit);
          resolve();
        });
        server.closeIdleConnections();
      });
    },
  };
}

function refused(error: NodeJS.ErrnoException, { host, port }: Address): unknown {
  const why: Readonly<Record<string, string>> = {
    EADDRINUSE: 'another program listens there: name another port with --port',
    EACCES: 'this user may not listen there: name a port above 1023 with --port',
    EADDRNOTAVAIL: 'this machine has no such address: name another with --host',
    ENOTFOUND: 'there is no such host: name another with --host',
  };
  const reason = why[error.code ?? ''];
  return reason === undefined
    ? error
    : new LaydownError('usage', `cannot listen on ${host}:${port}: ${reason}`, { cause: error });
}
