// Where the ledger stands, told at once when this process appends and soon when another one does: what caches and listeners go by.
import type { Store } from '../ports/store.ts';

export interface LedgerWatch {
  /** The store to use: its appends are seen at once. */
  readonly store: Store;
  /** The last ledger transaction that is known of. */
  readonly transaction: number;
  /** Called with each new transaction; the function returned ends that. */
  subscribe(listener: (transaction: number) => void): () => void;
  /** Asks the store now; another process may have appended to a server's ledger. */
  refresh(): Promise<void>;
  stop(): void;
}

export interface WatchOptions {
  /** How often to ask for what other processes appended, in ms; 0 never. */
  readonly everyMs: number;
  readonly onError?: (error: unknown) => void;
}

export async function watchLedger(store: Store, { everyMs, onError }: WatchOptions): Promise<LedgerWatch> {
  const listeners = new Set<(transaction: number) => void>();
  let transaction = await store.cursor();
  const arrive = (number: number | null): void => {
    if (number === null || number <= transaction) return;
    transaction = number;
    for (const listener of listeners) listener(number);
  };
  const refresh = async (): Promise<void> => arrive(await store.cursor());
  let timer: NodeJS.Timeout | undefined;
  let stopped = false;
  const again = (): void => {
    if (stopped || everyMs <= 0) return;
    timer = setTimeout(() => void refresh().catch(onError).finally(again), everyMs);
    timer.unref();
  };
  again();
  return {
    store: withAppend(store, arrive),
    get transaction() {
      return transaction;
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    refresh,
    stop() {
      stopped = true;
      clearTimeout(timer);
      listeners.clear();
    },
  };
}

/** The same store; whoever appends through it is heard of. */
function withAppend(store: Store, arrive: (transaction: number | null) => void): Store {
  return new Proxy(store, {
    get(target, name) {
      const value: unknown = Reflect.get(target, name, target);
      if (typeof value !== 'function') return value;
      if (name !== 'append') return value.bind(target);
      return async (...args: Parameters<Store['append']>) => {
        const appended = await target.append(...args);
        arrive(appended.transaction);
        return appended;
      };
    },
  });
}
