// How far something was read: kept beside the ledger or the queue that it was read into, changed in place, no part of what is known.

export interface Bookmarks {
  /** What was last set under the name; null where nothing was. */
  get(name: string): Promise<string | null>;
  /** Settles when it is on the disk. `name` is of letters, digits and dashes. */
  set(name: string, value: string): Promise<void>;
}
