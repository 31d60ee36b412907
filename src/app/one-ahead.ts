// Reading ahead while the ledger writes: the next batch is prepared as the one before is stored.

export interface OneAhead {
  /** Begins `work` when the work before has ended, and does not wait for it. Throws what the work before threw. */
  start(work: () => Promise<void>): Promise<void>;
  /** Lets the writer hear its answers, now and then: called for each piece that is prepared. */
  breathe(): Promise<void> | null;
  /** Waits for the last work; throws what it threw. */
  end(): Promise<void>;
}

/** Pieces prepared between two breaths. */
const PIECES = 16;

export function oneAhead(): OneAhead {
  let running: Promise<void> = Promise.resolve();
  let pieces = 0;
  return {
    breathe: () => (++pieces % PIECES === 0 ? new Promise((resolve) => setImmediate(resolve)) : null),
    start: async (work) => {
      await running;
      running = work();
      // Told by the next `start` or `end`: until then it is nobody's.
      running.catch(() => {});
    },
    end: () => running,
  };
}
