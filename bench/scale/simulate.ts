// Hosts against throughput by a simulation of discrete events with measured service times: what a ledger's one line of commits allows.
//   node scripts/run-tool.mjs bench/scale/simulate.ts [--write]     prints the table; --write puts it and the plot into docs/
// Nothing here is measured but what it begins from (bench/frozen/scale.json and scale-shares.json). The same seed gives the same figures.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { SHARES_FILE, type Shares } from './shares.ts';

/** What `bench/scale/throughput.ts --freeze` measured: processor time of a worker, and of PostgreSQL, for an article. */
export interface Times {
  readonly workerUs: number;
  readonly databaseUs: number;
}
/** Supposed, not measured. */
const SUPPOSED = {
  /** Articles a commit: what a worker takes at a time. */
  batch: 64,
  coresOfHost: 8,
  coresOfDatabase: 16,
  /** Articles that a worker reads without looking up: for half of them, on average, the server waits with the lock for its one answer. */
  together: 13,
  /** Batches of a worker that may be without their words before it takes in more. */
  batchesBehind: 64,
  /** Service times vary: this is their standard deviation over their mean. */
  spread: 0.3,
  seconds: 60,
} as const;
const HOSTS = [1, 2, 4, 8, 16, 32] as const;
/** Ledgers side by side, each with its own lock and chain. */
const PARTITIONS = [1, 4, 16] as const;
const SEED = 20_200_108;
const FROZEN = 'bench/frozen/scale.json';

/** Mulberry32. */
function randomFrom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

interface Event {
  readonly at: number;
  readonly does: () => void;
}

/** Events in the order of their times: a binary heap. */
class Calendar {
  readonly #heap: Event[] = [];
  now = 0;

  in(ms: number, does: () => void): void {
    const heap = this.#heap;
    heap.push({ at: this.now + ms, does });
    for (let i = heap.length - 1; i > 0; ) {
      const up = (i - 1) >> 1;
      if (heap[up]!.at <= heap[i]!.at) break;
      [heap[up], heap[i]] = [heap[i]!, heap[up]!];
      i = up;
    }
  }

  run(untilMs: number): void {
    for (let next = this.#pop(); next !== null && next.at <= untilMs; next = this.#pop()) {
      this.now = next.at;
      next.does();
    }
  }

  #pop(): Event | null {
    const heap = this.#heap;
    const [first] = heap;
    const last = heap.pop();
    if (first === undefined || last === undefined) return null;
    if (heap.length > 0) {
      heap[0] = last;
      for (let i = 0; ; ) {
        let least = i;
        for (const child of [2 * i + 1, 2 * i + 2])
          if (child < heap.length && heap[child]!.at < heap[least]!.at) least = child;
        if (least === i) break;
        [heap[least], heap[i]] = [heap[i]!, heap[least]!];
        i = least;
      }
    }
    return first;
  }
}

/** So many at a time; the others wait in line. */
class Station {
  #free: number;
  readonly #line: (() => void)[] = [];

  constructor(servers: number) {
    this.#free = servers;
  }

  enter(does: () => void): void {
    if (this.#free > 0) {
      this.#free--;
      does();
    } else this.#line.push(does);
  }

  leave(): void {
    const next = this.#line.shift();
    if (next === undefined) this.#free++;
    else next();
  }
}

/** A core of a host, with a worker on it. */
interface Core {
  /** Batches without their words. */
  behind: number;
  waits: boolean;
}

/** Of the database's work on an article: under the lock, and for the index of words. */
function sharesOf({ lockedUs, wordsUs, otherUs }: Shares): {
  readonly lockedShare: number;
  readonly wordsShare: number;
} {
  const all = lockedUs + wordsUs + otherUs;
  return { lockedShare: lockedUs / all, wordsShare: wordsUs / all };
}

export interface Point {
  readonly hosts: number;
  readonly partitions: number;
  /** Articles a second. */
  readonly rate: number;
  /** Shares of the time, 0 to 1. */
  readonly database: number;
  readonly lock: number;
}

/** Each core of each host reads a batch, hands it to the database of a ledger, and begins the next when it is committed. Done is what has its words. */
export function simulate(times: Times, shares: Shares, hosts: number, partitions: number): Point {
  const { workerUs, databaseUs } = times;
  const random = randomFrom(SEED + 1_000 * hosts + partitions);
  const calendar = new Calendar();
  /** Normal by twelve uniforms; never under a fifth of the mean. */
  const about = (mean: number): number => {
    let sum = -6;
    for (let i = 0; i < 12; i++) sum += random();
    return Math.max(mean / 5, mean * (1 + SUPPOSED.spread * sum));
  };
  const ledgers = Array.from({ length: partitions }, () => ({
    cores: new Station(SUPPOSED.coresOfDatabase),
    lock: new Station(1),
  }));
  const { batch, batchesBehind, together } = SUPPOSED;
  const { lockedShare, wordsShare } = sharesOf(shares);
  const { syncMs } = shares;
  const answerMs = (together * workerUs) / 2 / 1_000;
  const readMs = (batch * workerUs) / 1_000;
  const writeMs = (batch * databaseUs) / 1_000;
  let done = 0;
  let databaseMs = 0;
  let lockedMs = 0;
  const work = (core: Core): void => {
    calendar.in(about(readMs), () => {
      const ledger = ledgers[Math.floor(random() * partitions)]!;
      const { cores, lock } = ledger;
      cores.enter(() => {
        const free = about(writeMs * (1 - lockedShare - wordsShare));
        databaseMs += free;
        calendar.in(free, () => {
          cores.leave();
          lock.enter(() =>
            cores.enter(() => {
              const held = about(writeMs * lockedShare);
              databaseMs += held;
              const answer = about(answerMs);
              lockedMs += held + answer + syncMs;
              calendar.in(held, () => {
                cores.leave();
                calendar.in(answer + syncMs, () => {
                  lock.leave();
                  core.behind++;
                  cores.enter(() => {
                    const indexing = about(writeMs * wordsShare);
                    databaseMs += indexing;
                    calendar.in(indexing, () => {
                      cores.leave();
                      core.behind--;
                      done += batch;
                      if (!core.waits) return;
                      core.waits = false;
                      work(core);
                    });
                  });
                  core.waits = core.behind > batchesBehind;
                  if (!core.waits) work(core);
                });
              });
            }),
          );
        });
      });
    });
  };
  for (let core = 0; core < hosts * SUPPOSED.coresOfHost; core++) work({ behind: 0, waits: false });
  const ms = SUPPOSED.seconds * 1_000;
  calendar.run(ms);
  return {
    hosts,
    partitions,
    rate: Math.round(done / SUPPOSED.seconds),
    database: databaseMs / ms / SUPPOSED.coresOfDatabase / partitions,
    lock: lockedMs / ms / partitions,
  };
}

const thousands = (n: number): string => n.toLocaleString('en');
const percent = (share: number): string => `${Math.round(Math.min(1, share) * 100)} %`;

function tableOf(points: readonly Point[]): string {
  const at = (hosts: number, partitions: number): Point =>
    points.find((one) => one.hosts === hosts && one.partitions === partitions)!;
  return [
    `| hosts of ${SUPPOSED.coresOfHost} cores | ${PARTITIONS.map((n) => `${n} ${n === 1 ? 'ledger' : 'ledgers'}: articles/s, lock held`).join(' | ')} |`,
    `| ---: | ${PARTITIONS.map(() => '---:').join(' | ')} |`,
    ...HOSTS.map(
      (hosts) =>
        `| ${hosts} | ${PARTITIONS.map((n) => `${thousands(at(hosts, n).rate)}, ${percent(at(hosts, n).lock)}`).join(' | ')} |`,
    ),
  ].join('\n');
}

const WIDTH = 640;
const HEIGHT = 360;
const LEFT = 70;
const BOTTOM = 50;
const TOP = 20;
const STROKES = ['#8a1c1c', '#1c4f8a', '#2d6b2d'] as const;

/** Both axes by powers of two, so that twice the hosts at twice the rate is a straight line. */
function plotOf(points: readonly Point[]): string {
  const most = 2 ** Math.ceil(Math.log2(Math.max(...points.map(({ rate }) => rate))));
  const least = 2 ** Math.floor(Math.log2(Math.min(...points.map(({ rate }) => rate))));
  const x = (hosts: number): number =>
    LEFT + ((WIDTH - LEFT - 120) * Math.log2(hosts)) / Math.log2(HOSTS[HOSTS.length - 1]!);
  const y = (rate: number): number =>
    HEIGHT - BOTTOM - ((HEIGHT - BOTTOM - TOP) * Math.log2(rate / least)) / Math.log2(most / least);
  const parts: string[] = [];
  for (let rate = least; rate <= most; rate *= 2)
    parts.push(
      `<line x1="${LEFT}" x2="${WIDTH - 120}" y1="${y(rate).toFixed(1)}" y2="${y(rate).toFixed(1)}" stroke="#ddd"/>`,
      `<text x="${LEFT - 8}" y="${(y(rate) + 4).toFixed(1)}" text-anchor="end">${thousands(rate)}</text>`,
    );
  for (const hosts of HOSTS)
    parts.push(`<text x="${x(hosts).toFixed(1)}" y="${HEIGHT - BOTTOM + 18}" text-anchor="middle">${hosts}</text>`);
  for (const [i, partitions] of PARTITIONS.entries()) {
    const line = points.filter((one) => one.partitions === partitions);
    const path = line.map(({ hosts, rate }) => `${x(hosts).toFixed(1)},${y(rate).toFixed(1)}`).join(' ');
    const last = line[line.length - 1]!;
    parts.push(
      `<polyline points="${path}" fill="none" stroke="${STROKES[i]}" stroke-width="2"/>`,
      `<text x="${(x(last.hosts) + 8).toFixed(1)}" y="${(y(last.rate) + 4 - 12 * (PARTITIONS.length - 1 - i) + 12).toFixed(1)}" fill="${STROKES[i]}">${partitions} ${partitions === 1 ? 'ledger' : 'ledgers'}</text>`,
    );
  }
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${HEIGHT}" font-family="sans-serif" font-size="12" role="img">
<title>Simulated articles a second against hosts, for 1, 4 and 16 ledgers</title>
<rect width="${WIDTH}" height="${HEIGHT}" fill="#fff"/>
${parts.join('\n')}
<text x="${(LEFT + WIDTH - 120) / 2}" y="${HEIGHT - 10}" text-anchor="middle">hosts of ${SUPPOSED.coresOfHost} cores</text>
<text x="14" y="${TOP - 6}">articles/s (simulated)</text>
</svg>
`;
}

function beginsFrom(times: Times, shares: Shares): string {
  const figure = (n: number): string => Math.round(n).toLocaleString('en');
  const { lockedShare, wordsShare } = sharesOf(shares);
  return [
    `- **Measured, and put in:** ${figure(times.workerUs)} µs of processor time of a worker for an article and ${figure(times.databaseUs)} µs of PostgreSQL (the line "1 worker" of the table at`,
    `  the end); of PostgreSQL's work ${percent(lockedShare)} under the ledger's lock and ${percent(wordsShare)} behind the commit to index the words (\`shares.ts\`, ${figure(shares.articles)} articles), beside one another; ${shares.syncMs} ms`,
    '  for the disk of this machine.',
    `- **Supposed:** hosts of ${SUPPOSED.coresOfHost} cores, a database of ${SUPPOSED.coresOfDatabase}; with the lock in hand the server waits once for its worker, which reads ${SUPPOSED.together} articles at a time: for half of that; times`,
    `  that vary by ${percent(SUPPOSED.spread)}. Done is what has its words.`,
  ].join('\n');
}

/** Puts text between two marks of docs/scale.md. */
export function fillScalePage(root: string, mark: string, text: string): void {
  const page = join(root, 'docs/scale.md');
  const whole = readFileSync(page, 'utf8');
  const [begin, end] = [`<!-- ${mark} -->\n`, `<!-- /${mark} -->`];
  if (!whole.includes(begin) || !whole.includes(end)) throw new Error(`docs/scale.md has no place for what is ${mark}`);
  writeFileSync(
    page,
    `${whole.slice(0, whole.indexOf(begin) + begin.length)}${text}\n${whole.slice(whole.indexOf(end))}`,
  );
}

export function main(args: readonly string[], root: string): number {
  const { values } = parseArgs({ args: [...args], options: { write: { type: 'boolean' } } });
  const { times } = JSON.parse(readFileSync(join(root, FROZEN), 'utf8')) as { readonly times: Times };
  const shares = JSON.parse(readFileSync(join(root, SHARES_FILE), 'utf8')) as Shares;
  const points = PARTITIONS.flatMap((partitions) => HOSTS.map((hosts) => simulate(times, shares, hosts, partitions)));
  const table = tableOf(points);
  console.log(table);
  if (values.write) {
    fillScalePage(root, 'times', beginsFrom(times, shares));
    fillScalePage(root, 'simulated', table);
    writeFileSync(join(root, 'docs/scale.svg'), plotOf(points));
  }
  return 0;
}
