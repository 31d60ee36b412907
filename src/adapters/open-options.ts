// How long to wait for a ledger that another process holds.

export interface OpenOptions {
  /** How long to wait for another process to let go of the ledger, in ms; 0 fails at once. Default 10,000. */
  readonly waitMs?: number;
  /** Called once when another process holds the ledger: `holder` says who and since when. */
  readonly onWait?: ((holder: string) => void) | undefined;
  /** Called where the ledger opens, but something about it should be known. */
  readonly onWarn?: ((message: string) => void) | undefined;
}
