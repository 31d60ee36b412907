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

const MOST_WARMING_MS = 20_000;
const MEASURED_MS = 4000;

/** The median time of a pass once passes get no faster: three in a row that are not 3 % under the best before them. */
export function warmTimeOf(pass) {
  let best = Number.POSITIVE_INFINITY;
  for (let spent = 0, still = 0; still < 3 && spent < MOST_WARMING_MS; ) {
    const ms = timeOf(pass);
    spent += ms;
    still = ms > best * 0.97 ? still + 1 : 0;
    best = Math.min(best, ms);
  }
  const times = [];
  for (let spent = 0; spent < MEASURED_MS || times.length < 3; spent += times.at(-1)) times.push(timeOf(pass));
  return times.sort((a, b) => a - b)[times.length >> 1];
}
