// Reading ahead while the ledger writes: the next batch is prepared as the one before is stored.

export interface OneAhead {
  /** Begins `work` when the work before has ended, and does not wait for it. Throws what the work before threw. */
  start(work: () => Promise<void>): Promise<void>;
  /** Waits for the last work; throws what it threw. */
  end(): Promise<void>;
}

export function oneAhead(): OneAhead {
  let running: Promise<void> = Promise.resolve();
  return {
    start: async (work) => {
      await running;
      running = work();
      // Told by the next `start` or `end`: until then it is nobody's.
      running.catch(() => {});
    },
    end: () => running,
  };
}
