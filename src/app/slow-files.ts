// A file that the ledger's server takes too long to write, also by itself: tried again after longer and longer pauses, then set aside with the reason. Where the
// server takes nothing else either, it is no matter of the file, and nothing is set aside.
import { isAway, LaydownError } from '../model/errors.ts';
import { pause } from '../ports/pause.ts';
import type { Delivery } from '../ports/queue.ts';

export interface CutFile {
  readonly file: Delivery;
  /** The server's words. */
  readonly error: LaydownError;
}

export interface SlowFile {
  /** Does the file by itself; gives it back where it was cut. */
  readonly again: () => Promise<readonly CutFile[]>;
  /** Throws where the ledger takes not even a few words. */
  readonly rehearse: () => Promise<void>;
  readonly giveBack: () => void;
  readonly setAside: (reason: string) => Promise<void>;
  readonly away: (error: LaydownError, ms: number) => void;
  readonly attempts: number;
}

const MOST_WAIT_MS = 10_000;
/** Milliseconds to the next try after so many failures. */
export const waitAfter = (failures: number): number => Math.min(MOST_WAIT_MS, 250 * 2 ** failures);

export async function untilTaken({ file, error }: CutFile, signal: AbortSignal, slow: SlowFile): Promise<void> {
  let why = named(file, error);
  for (let cuts = 0, failures = 1; ; failures++) {
    const ms = waitAfter(failures);
    slow.away(why, ms);
    await pause(ms, signal);
    if (signal.aborted) return slow.giveBack();
    try {
      const [cut] = await slow.again();
      if (cut === undefined) return;
      why = named(file, cut.error);
      await slow.rehearse();
      cuts++;
    } catch (other) {
      if (!(other instanceof LaydownError)) throw other;
      // Not even a few words: to be told as it is, and no fault of the file.
      why = isAway(other) ? new LaydownError(other.code, `nothing is taken now: ${other.message}`) : other;
      continue;
    }
    if (cuts >= slow.attempts) return slow.setAside(reasonOf(cuts, why));
  }
}

const named = ({ source }: Delivery, { code, message }: LaydownError): LaydownError =>
  new LaydownError(code, `${source}: ${message}`);

const reasonOf = (cuts: number, { message }: LaydownError): string =>
  `took the ledger too long ${cuts} times, by itself, while others were taken (${message}); put it back with "laydown queue replay" then`;

/** One at a time, in the order asked. */
export function takingTurns(): <T>(work: () => Promise<T>) => Promise<T> {
  let last: Promise<unknown> = Promise.resolve();
  return (work) => {
    const turn = last.then(work);
    last = turn.catch(() => undefined);
    return turn;
  };
}
