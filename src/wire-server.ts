// Loads the web server, which no other verb needs.
import { publicWebOnly, webFetcher } from './adapters/web-fetch.ts';
import type { ListenOptions, Serving } from './cli/wiring.ts';
import { draftShelf } from './http/draft-shelf.ts';
import { listen } from './http/listen.ts';
import type { Listening } from './http/listen-on.ts';
import { DEFAULT_OPTIONS } from './http/options.ts';
import { webApp } from './wire-web.ts';

/** `folder` is where the web app was built. */
export async function listenWith(services: Serving, options: ListenOptions, folder: URL): Promise<Listening> {
  const web = await webApp(folder);
  const fetcher = webFetcher({ mayConnect: publicWebOnly, userAgent: `Laydown/${services.version}` });
  const drafts = draftShelf(() => Date.parse(services.clock.now()));
  return listen({ ...services, web, fetcher, drafts }, { ...DEFAULT_OPTIONS, ...options });
}
