// Where a long answer is written: chunk by chunk, then closed, or discarded when it cannot be finished.
export interface Output {
  /** Settles when more can be taken. */
  write(chunk: string | Uint8Array): Promise<void>;
  close(): Promise<void>;
  /** Leaves nothing behind. */
  discard(): Promise<void>;
}
