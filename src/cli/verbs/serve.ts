// `laydown serve`: the ledger as a web site with an HTTP API, until it is told to end.
import { newSecret } from '../../app/accounts/secrets.ts';
import { watchLedger } from '../../app/ledger-watch.ts';
import { queueWatch } from '../../app/queue-watch.ts';
import { warmLedger } from '../../app/warm-ledger.ts';
import { LaydownError } from '../../model/errors.ts';
import type { Store } from '../../ports/store.ts';
import { ledgerAddress, withStore } from '../ledger.ts';
import { portIn } from '../options.ts';
import type { Call } from '../verb-kit.ts';

export interface ServeOptions {
  readonly port: string;
  readonly host: string;
  readonly publicUrl?: string;
  readonly trustProxy?: boolean;
  readonly rate: string;
  readonly private?: boolean;
  readonly queue?: string;
}

/** How often a ledger on a server is asked for what other processes have appended. */
const WATCH_MS = 1_000;

export async function serve(call: Call, options: ServeOptions): Promise<void> {
  const { wiring, terminal } = call;
  const port = portIn(options.port);
  const publicBase = options.publicUrl === undefined ? null : originIn(options.publicUrl);
  const loading = Promise.all([wiring.atlas(), wiring.reader(), wiring.grounder()]);
  loading.catch(() => undefined);
  const address = await ledgerAddress(call);
  const serveStore = async (store: Store): Promise<void> => {
    const [atlas, reader, grounderOf] = await loading;
    const log = (line: string): void => terminal.warn(line);
    const watch = await watchLedger(store, { everyMs: WATCH_MS, onError: (error) => log(watchFault(error)) });
    const { clock, texts, version } = wiring;
    const secret = await store.accounts.secret(newSecret());
    const warm = warmLedger({ store: watch.store, atlas });
    const named = options.queue ?? wiring.env['LAYDOWN_QUEUE'];
    const queue = named ? queueWatch(() => wiring.openQueue(named)) : undefined;
    const services = {
      store: watch.store,
      warm,
      queue,
      clock,
      atlas,
      reader,
      grounderOf,
      texts,
      watch,
      secret,
      version,
    };
    const unshare = await wiring.shareLedger(address, watch.store);
    try {
      const listening = await wiring.listen(services, {
        host: options.host,
        port,
        publicBase,
        trustProxy: options.trustProxy ?? false,
        isPrivate: options.private ?? false,
        requestsPerMinute: rateIn(options.rate),
        log,
      });
      if (call.global.json) terminal.json({ url: listening.url });
      else terminal.say(`Laydown serves the ledger at ${listening.url}  (Ctrl-C ends it)`);
      await wiring.untilEnded();
      await listening.close();
    } finally {
      unshare();
      watch.stop();
      await queue?.close();
    }
  };
  await withStore(call, serveStore, { alone: true });
}

const watchFault = (error: unknown): string =>
  JSON.stringify({ time: new Date().toISOString(), fault: (error as Error).message });

function rateIn(text: string): number {
  if (/^\d{1,9}$/.test(text)) return text === '0' ? Number.POSITIVE_INFINITY : Number(text);
  throw new LaydownError('usage', `--rate ${text} is no number of requests a minute`);
}

function originIn(text: string): string {
  const url = URL.canParse(text) ? new URL(text) : null;
  if (url !== null && /^https?:$/.test(url.protocol) && url.pathname === '/' && url.search === '') return url.origin;
  throw new LaydownError('usage', `--public-url ${text} is no address of a site: such as https://ledger.example.org`);
}
