// Starts the server on an address, and ends it: requests under way are answered first.
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createAdaptorServer } from '@hono/node-server';
import { LaydownError } from '../model/errors.ts';
import { buildApp } from './app.ts';
import type { HttpServices } from './context.ts';
import type { ServerOptions } from './options.ts';

export interface Listening {
  /** "http://127.0.0.1:8080" */
  readonly url: string;
  close(): Promise<void>;
}

const HEADER_BYTES = 16 * 1024;
const CLOSE_MS = 5_000;

/** Throws LaydownError `usage` where the address cannot be listened on. */
export async function listen(services: HttpServices, options: ServerOptions): Promise<Listening> {
  const app = buildApp(services, options);
  const server = createAdaptorServer({
    fetch: app.fetch,
    serverOptions: {
      maxHeaderSize: HEADER_BYTES,
      headersTimeout: options.requestMs,
      requestTimeout: options.requestMs,
      connectionsCheckingInterval: Math.min(options.requestMs, 5_000),
      keepAliveTimeout: 5_000,
    },
  }) as Server;
  await new Promise<void>((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => reject(refused(error, options)));
    server.listen(options.port, options.host, resolve);
  });
  const { port } = server.address() as AddressInfo;
  const host = options.host.includes(':') ? `[${options.host}]` : options.host;
  return {
    url: `http://${host}:${port}`,
    close: () =>
      new Promise((resolve) => {
        app.close();
        const limit = setTimeout(() => server.closeAllConnections(), CLOSE_MS);
        server.close(() => {
          clearTimeout(limit);
          resolve();
        });
        server.closeIdleConnections();
      }),
  };
}

function refused(error: NodeJS.ErrnoException, { host, port }: ServerOptions): unknown {
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
