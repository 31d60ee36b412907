// Opens the ledger at an address: a directory (embedded engine) or postgres://... (server).
import type { Store } from '../ports/store.ts';

export interface OpenOptions {
  /** How long to wait for another process to let go of the ledger, in ms; 0 fails at once. Default 10,000. */
  readonly waitMs?: number;
  /** Called once when another process holds the ledger: `holder` says who and since when. */
  readonly onWait?: (holder: string) => void;
}

/** Throws LaydownError `store-unreachable`, `store-locked`, `store-read-only` or `store-newer`. */
export type OpenStore = (address: string, options?: OpenOptions) => Promise<Store>;
