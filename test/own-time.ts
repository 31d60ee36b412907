// For tests: time as this process has it, so that what else runs on the machine does not count.

/** User and system time that the work took of a processor, with all threads of this process, in ms. */
export function processorMs(work: () => void): number {
  const since = process.cpuUsage();
  work();
  return msOf(process.cpuUsage(since));
}

/** User and system time together, in ms. */
export const msOf = ({ user, system }: NodeJS.CpuUsage): number => (user + system) / 1_000;

const TICK_MS = 20;

/** A clock that goes while this process runs, and stands where it is not let: never ahead of that on the wall. `stop` gives ms. */
export function ownClock(): { stop(): number } {
  let ticks = 0;
  const timer = setInterval(() => ticks++, TICK_MS);
  return {
    stop() {
      clearInterval(timer);
      return ticks * TICK_MS;
    },
  };
}
