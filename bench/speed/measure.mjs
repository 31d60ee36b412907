// Time of the process' own work (user and system, the compiler's and the collector's threads too): the machine's other work does not count.

const cpuMs = () => {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
};

export function timeOf(work) {
  const started = cpuMs();
  work();
  return cpuMs() - started;
}

/** A reader of a thousand functions is compiled over many passes. */
const LEAST_PASSES = 20;
const MEASURED_MS = 5000;

/** The fastest pass after so many others, most of whose time the compiler took: what else the machine does only ever adds to a time. */
export function warmTimeOf(pass, before = LEAST_PASSES) {
  for (let passes = 0; passes < before; passes++) pass();
  let best = Number.POSITIVE_INFINITY;
  for (let spent = 0; spent < MEASURED_MS; ) {
    const ms = timeOf(pass);
    spent += ms;
    best = Math.min(best, ms);
  }
  return best;
}
