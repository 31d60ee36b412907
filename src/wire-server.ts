// Loads the web server, which no other verb needs.
import type { ListenOptions, Serving } from './cli/wiring.ts';
import { type Listening, listen } from './http/listen.ts';
import { DEFAULT_OPTIONS } from './http/options.ts';
import { webApp } from './wire-web.ts';

/** `folder` is where the web app was built. */
export const listenWith = async (services: Serving, options: ListenOptions, folder: URL): Promise<Listening> =>
  listen({ ...services, web: await webApp(folder) }, { ...DEFAULT_OPTIONS, ...options });
