// A progress bar on stderr for long work; nothing where stderr is no terminal or there is little to do.
import type { Wiring } from './wiring.ts';

export interface Progress {
  /** `done` so far; redraws at most every tenth of a second. */
  update(done: number, note?: string): void;
  /** Takes the bar off the line, so that a message can be printed. */
  clear(): void;
}

const LEAST = 20;
const SILENT: Progress = { update: () => undefined, clear: () => undefined };
const MB = 1024 * 1024;

export function progressOn(stderr: Wiring['stderr'], total: number, now: () => number): Progress {
  if (total < LEAST) return SILENT;
  return drawnOn(stderr, now, (done) => ({ share: done / total, words: `${done}/${total}` }));
}

/** Of bytes; `total` null: nobody knows how many there will be. */
export const byteProgressOn = (stderr: Wiring['stderr'], total: number | null, now: () => number): Progress =>
  drawnOn(stderr, now, (done) => {
    const read = (done / MB).toFixed(0);
    return total === null
      ? { share: null, words: `${read} MB` }
      : { share: done / Math.max(1, total), words: `${read}/${(total / MB).toFixed(0)} MB` };
  });

interface Drawn {
  /** 0..1; null: no bar. */
  readonly share: number | null;
  readonly words: string;
}

function drawnOn(stderr: Wiring['stderr'], now: () => number, draw: (done: number) => Drawn): Progress {
  if (stderr.isTTY !== true) return SILENT;
  let last = 0;
  let drawn = false;
  return {
    update(done, note = '') {
      const { share, words } = draw(done);
      if ((share === null || share < 1) && now() - last < 100) return;
      last = now();
      const room = Math.max(10, Math.min(30, (stderr.columns ?? 80) - 40));
      const filled = Math.round(room * Math.min(1, share ?? 0));
      const bar = share === null ? '' : `${'\u2588'.repeat(filled)}${'\u2591'.repeat(room - filled)} `;
      stderr.write(`\r\u001b[2K${`${bar}${words} ${note}`.slice(0, (stderr.columns ?? 80) - 1)}`);
      drawn = true;
    },
    clear() {
      if (drawn) stderr.write('\r\u001b[2K');
      drawn = false;
    },
  };
}
