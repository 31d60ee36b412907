// How long to wait for a ledger that another process holds.

import type { Patience } from './postgres-server.ts';

export interface OpenOptions {
  /** How long a server is waited for; the usual where absent. */
  readonly patience?: Patience;
  /** When the process is told to end: from then on a server that does not answer is given up within seconds. */
  readonly ending?: AbortSignal | undefined;
  /** A copy of the ledger to read from: the address of a standby. */
  readonly readFrom?: string | undefined;
  /** How long to wait for another process to let go of the ledger, in ms; 0 fails at once. Default 10,000. */
  readonly waitMs?: number;
  /** Called once when another process holds the ledger: `holder` says who and since when. */
  readonly onWait?: ((holder: string) => void) | undefined;
  /** Not where another process holds the ledger, even if that shares it. */
  readonly alone?: boolean;
  /** Called where the ledger opens, but something about it should be known. */
  readonly onWarn?: ((message: string) => void) | undefined;
}
