// Opens the ledger that the options name, and closes it whatever happens.
import type { Services } from '../app/services.ts';
import type { Store } from '../ports/store.ts';
import type { Call } from './verb-kit.ts';

/** --db, else LAYDOWN_DB, else the user's data directory. */
export const ledgerAddress = async ({ global, wiring }: Call): Promise<string> =>
  global.db ?? (await wiring.defaultLedger());

export async function withStore<T>(call: Call, use: (store: Store) => Promise<T>): Promise<T> {
  const { terminal } = call;
  const warn = (message: string): void => terminal.warn(`${terminal.warnPaint.yellow('laydown:')} ${message}`);
  const store = await call.wiring.openLedger(
    await ledgerAddress(call),
    (holder) => warn(`waiting for the ledger: ${holder} holds it`),
    warn,
  );
  try {
    return await use(store);
  } finally {
    await store.close();
  }
}

export type Asking = Pick<Services, 'store' | 'clock' | 'atlas'>;

/** The atlas loads while the ledger opens. */
export async function withLedger<T>(call: Call, use: (services: Asking) => Promise<T>): Promise<T> {
  const atlas = call.wiring.atlas();
  atlas.catch(() => undefined);
  return withStore(call, async (store) => use({ store, clock: call.wiring.clock, atlas: await atlas }));
}
