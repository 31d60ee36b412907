// Reading ahead while the ledger writes: the next batch is prepared as the one before is stored.

export interface OneAhead {
  /** Begins `work` when the work before has ended, and does not wait for it. Throws what the work before threw. */
  start(work: () => Promise<void>): Promise<void>;
  /** Lets the writer hear its answers, now and then: called for each piece that is prepared. */
  breathe(): Promise<void> | null;
  /** Waits for the last work; throws what it threw. */
  end(): Promise<void>;
}

/** Who writes holds the ledger's lock, and waits for each of its answers: so long it may wait for us. */
const BREATH_MS = 1;

export function oneAhead(): OneAhead {
  let running: Promise<void> = Promise.resolve();
  let breathed = performance.now();
  return {
    breathe() {
      if (performance.now() - breathed < BREATH_MS) return null;
      return new Promise((resolve) =>
        setImmediate(() => {
          breathed = performance.now();
          resolve();
        }),
      );
    },
    start: async (work) => {
      await running;
      running = work();
      // Told by the next `start` or `end`: until then it is nobody's.
      running.catch(() => {});
    },
    end: () => running,
  };
}
