// Counts what one caller does in a span of time, and says how long to wait past the limit. Kept in memory, for one process.

/** Callers remembered at once; past it the oldest go: a flood of addresses costs no memory. */
const MOST_CALLERS = 50_000;

interface Count {
  begun: number;
  times: number;
}

export class Throttle {
  readonly #limit: number;
  readonly #spanMs: number;
  readonly #now: () => number;
  readonly #counts = new Map<string, Count>();

  /** `now` in ms. At most `limit` times in each span. */
  constructor(limit: number, spanMs: number, now: () => number) {
    this.#limit = limit;
    this.#spanMs = spanMs;
    this.#now = now;
  }

  /** Counts one more, and gives the seconds to wait: 0 where it may go on. */
  take(caller: string): number {
    const wait = this.wait(caller);
    if (wait > 0) return wait;
    const count = this.#counts.get(caller);
    if (count !== undefined) count.times++;
    else {
      this.#counts.set(caller, { begun: this.#now(), times: 1 });
      if (this.#counts.size > MOST_CALLERS) this.#counts.delete(this.#counts.keys().next().value!);
    }
    return 0;
  }

  /** The seconds to wait, without counting. */
  wait(caller: string): number {
    const count = this.#counts.get(caller);
    if (count === undefined) return 0;
    const left = count.begun + this.#spanMs - this.#now();
    if (left <= 0) {
      this.#counts.delete(caller);
      return 0;
    }
    return count.times < this.#limit ? 0 : Math.ceil(left / 1000);
  }

  forget(caller: string): void {
    this.#counts.delete(caller);
  }
}
