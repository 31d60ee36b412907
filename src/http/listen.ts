// Starts the site on an address, and ends it: requests under way are answered first.
import { buildApp } from './app.ts';
import type { HttpServices } from './context.ts';
import { type Listening, listenOn } from './listen-on.ts';
import type { ServerOptions } from './options.ts';

const HEADER_BYTES = 16 * 1024;
const CLOSE_MS = 5_000;

/** Throws LaydownError `usage` where the address cannot be listened on. */
export function listen(services: HttpServices, options: ServerOptions): Promise<Listening> {
  const app = buildApp(services, options);
  const serverOptions = {
    maxHeaderSize: HEADER_BYTES,
    headersTimeout: options.requestMs,
    requestTimeout: options.requestMs,
    connectionsCheckingInterval: Math.min(options.requestMs, 5_000),
    keepAliveTimeout: 5_000,
  };
  return listenOn(app.fetch, options, {
    serverOptions,
    overrideGlobalObjects: true,
    onClose: app.close,
    closeMs: CLOSE_MS,
  });
}
