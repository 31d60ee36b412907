// The only way the application learns what time it is.

export interface Clock {
  /** Now, in ISO 8601 with "Z": recorded with each ledger transaction, for audit. */
  now(): string;
  /** Today's date, UTC: the default of `--at` and `--known`, and the day a report without a date became known. */
  today(): string;
}

export const systemClock: Clock = {
  now: () => new Date().toISOString(),
  today: () => new Date().toISOString().slice(0, 10),
};

/** A clock that stands still, for tests and repeatable runs. */
export const fixedClock = (now: string): Clock => ({ now: () => now, today: () => now.slice(0, 10) });
