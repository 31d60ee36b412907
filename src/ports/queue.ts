// Files waiting to be read, shared out over worker hosts: each is done at least once, and the ledger makes that once.
import type { Day } from '../model/day.ts';
import type { LaydownError } from '../model/errors.ts';
import type { Bookmarks } from './bookmarks.ts';

export interface QueuedFile {
  /** As the user named it: its ending says what it is. */
  readonly source: string;
  readonly bytes: Uint8Array;
  /** What the user said of it; null where nothing. */
  readonly published: Day | null;
  readonly publisher: string | null;
}

/** A file handed to a worker, and to no other while it is in hand. Exactly one of `done`, `later` and `dead` is called for it. */
export interface Delivery extends QueuedFile {
  /** How often it was handed out, from 1: also to workers that gave it back. */
  readonly attempt: number;
  /** A worker begins to read it: gives how many have begun it before and never told how it ended. 0 where nobody can say. */
  begins(): Promise<number>;
  /** It has not ended its worker, whatever else becomes of it. */
  ended(): Promise<void>;
  /** Its effect is committed: it is gone from the queue; where the queue is away, it comes again. */
  done(): Promise<void>;
  /** Not now (a service is away): it comes again after so many milliseconds, here or elsewhere. */
  later(ms: number): void;
  /** Never: it is kept aside with the reason. */
  dead(reason: string): Promise<void>;
}

export interface DeadLetter {
  /** Names it for `replay`. */
  readonly number: number;
  readonly source: string;
  readonly reason: string;
  /** ISO 8601, UTC. */
  readonly since: string;
  readonly bytes: number;
}

export interface WorkerReport {
  /** Host and process. */
  readonly name: string;
  readonly since: string;
  readonly files: number;
  readonly dead: number;
  /** Files a second, over the last seconds. */
  readonly rate: number;
}

export interface QueueStatus {
  readonly waiting: number;
  readonly in_flight: number;
  readonly dead: number;
  /** Files a second, of all workers. */
  readonly rate: number;
  /** On how many nodes the queue lies, and on how many of them it is up to date. */
  readonly copies: number;
  readonly copies_current: number;
  readonly workers: readonly WorkerReport[];
}

export interface Queue {
  /** How far archives were sent into it. */
  readonly bookmarks: Bookmarks;
  /** Settles when the queue has it on its disks. `known`: the same bytes under the same name were sent shortly before. Throws LaydownError `too-large`. */
  publish(file: QueuedFile): Promise<'queued' | 'known'>;
  /** Hands out files until `signal`; at most `inFlight` that are not settled. A queue that is away is asked again after so many ms, told to `onAway`. */
  deliveries(
    inFlight: number,
    signal: AbortSignal,
    onAway?: (error: LaydownError, ms: number) => void,
  ): AsyncIterable<Delivery>;
  report(worker: WorkerReport): Promise<void>;
  status(): Promise<QueueStatus>;
  /** Oldest first. */
  dead(): AsyncIterable<DeadLetter>;
  /** One of them with its file, unpacked, or as it came where it cannot be; null where there is none of that number. */
  letter(number: number): Promise<(DeadLetter & { readonly content: Uint8Array }) | null>;
  /** Puts dead letters back in the queue: those of the numbers, or all. Gives how many. */
  replay(numbers?: readonly number[]): Promise<number>;
  close(): Promise<void>;
}
