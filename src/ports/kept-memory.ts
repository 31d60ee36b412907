// What a large ledger is in memory, kept beside it, so that the next start need not read it all again. Never needed: it can be made again.

export interface KeptMemory {
  /** True where reading the ledger takes so long that keeping it pays. */
  isWorthwhile(): Promise<boolean>;
  /** Null where nothing is kept, or what is kept is damaged or of another ledger: then it is thrown away. */
  read(): Promise<KeptBytes | null>;
  /** Where it cannot be written (no room, read only), nothing is kept. */
  write(kept: Omit<KeptBytes, 'bytes'>, parts: readonly Uint8Array[]): Promise<void>;
  /** Throws away what is kept: words in it are erased since. */
  forget(): Promise<void>;
  /** Null where nothing is kept; `fits` false where it is damaged or of another ledger. */
  about(): Promise<{ readonly transaction: number; readonly size: number; readonly fits: boolean } | null>;
}

export interface KeptBytes {
  /** The ledger transaction up to which it goes. */
  readonly transaction: number;
  /** Begins at an address that can be divided by eight. */
  readonly bytes: Uint8Array;
}
