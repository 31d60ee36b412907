// Opens the ledger that the options name, and closes it whatever happens.
import type { Asking } from '../app/known-on.ts';
import type { Staleness, Store } from '../ports/store.ts';
import { counted } from './numbers.ts';
import type { Call } from './verb-kit.ts';

/** --db, else LAYDOWN_DB, else the user's data directory. */
export const ledgerAddress = async ({ global, wiring }: Call): Promise<string> =>
  global.db ?? (await wiring.defaultLedger());

/** --read-db, else LAYDOWN_READ_DB; undefined: reads come from the ledger itself. */
const copyAddress = ({ global, wiring }: Call): string | undefined =>
  global.readDb ?? (wiring.env['LAYDOWN_READ_DB'] || undefined);

export async function withStore<T>(
  call: Call,
  use: (store: Store) => Promise<T>,
  { alone = false, ending }: { readonly alone?: boolean; readonly ending?: AbortSignal } = {},
): Promise<T> {
  const { terminal } = call;
  const warn = (message: string): void => terminal.warn(`${terminal.warnPaint.yellow('laydown:')} ${message}`);
  const store = await call.wiring.openLedger(await ledgerAddress(call), {
    readFrom: copyAddress(call),
    onWait: (holder) => warn(`waiting for the ledger: ${holder} holds it`),
    onWarn: warn,
    alone,
    ending,
  });
  try {
    return await use(store);
  } finally {
    await store.close();
  }
}

export type { Asking };

/** The atlas loads while the ledger opens. */
export async function withLedger<T>(call: Call, use: (services: Asking) => Promise<T>): Promise<T> {
  const atlas = call.wiring.atlas();
  atlas.catch(() => undefined);
  return withStore(call, async (store) => {
    await tellStaleness(call, store);
    const services = { store, clock: call.wiring.clock, atlas: await atlas };
    // A large ledger is read once and kept in the form that a server holds in memory: the next question does not read it again.
    const isLarge = store.memory === undefined ? await holdsMany(store) : await store.memory.isWorthwhile();
    if (!isLarge) return use(services);
    const { warmLedger } = await import('../app/warm-ledger.ts');
    return use({ ...services, warm: warmLedger(services) });
  });
}

/** So many claims or reports are read in portions and held packed, wherever the ledger is. */
const MANY = 20_000;

const holdsMany = async (store: Store): Promise<boolean> => (await store.reach(0, MANY)) < (await store.cursor());

/** Of an answer from a copy: what it stands on, and how far that is behind. */
export async function tellStaleness({ terminal }: Call, store: Store): Promise<void> {
  const stale = await store.staleness();
  if (stale !== null) terminal.warn(`${terminal.warnPaint.yellow('laydown:')} ${stalenessIn(stale)}`);
}

function stalenessIn({ where, transaction, behind, lagSeconds }: Staleness): string {
  const far =
    behind === null
      ? 'the primary cannot be asked how far that is behind'
      : behind === 0
        ? 'as the primary'
        : `${counted(behind, 'transaction')} behind the primary`;
  const lag = lagSeconds === null ? 'age not known' : `${lagSeconds.toFixed(1)} s behind in what it was sent`;
  return `read from the copy at ${where}, which has transaction ${transaction}: ${far}, ${lag}`;
}
