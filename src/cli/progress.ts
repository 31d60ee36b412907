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

export function progressOn(stderr: Wiring['stderr'], total: number, now: () => number): Progress {
  if (stderr.isTTY !== true || total < LEAST) return SILENT;
  let last = 0;
  let drawn = false;
  return {
    update(done, note = '') {
      if (done < total && now() - last < 100) return;
      last = now();
      const room = Math.max(10, Math.min(30, (stderr.columns ?? 80) - 40));
      const filled = Math.round((room * done) / total);
      const line = `${'\u2588'.repeat(filled)}${'\u2591'.repeat(room - filled)} ${done}/${total} ${note}`;
      stderr.write(`\r\u001b[2K${line.slice(0, (stderr.columns ?? 80) - 1)}`);
      drawn = true;
    },
    clear() {
      if (drawn) stderr.write('\r\u001b[2K');
      drawn = false;
    },
  };
}
