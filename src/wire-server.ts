// Loads the web server, which no other verb needs.
import type { ListenOptions, Serving } from './cli/wiring.ts';
import { type Listening, listen } from './http/listen.ts';
import { DEFAULT_OPTIONS } from './http/options.ts';

export const listenWith = (services: Serving, options: ListenOptions): Promise<Listening> =>
  listen(services, { ...DEFAULT_OPTIONS, ...options });
