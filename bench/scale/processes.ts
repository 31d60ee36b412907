// Processes that are measured: what processor time and memory each took, read from /proc while it runs (Linux).
import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const TICK_MS = 10;
const LOOK_MS = 100;
const LAYDOWN = join(import.meta.dirname, '../../bin/laydown');

export interface Measured {
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
  readonly wallMs: number;
  /** Until the last was printed on stdout: of `add`, until the last report was acknowledged. */
  readonly toldMs: number;
  /** Of the process with its threads, user and system. */
  readonly cpuMs: number;
  readonly peakMb: number;
}

export interface Running {
  readonly child: ChildProcess;
  readonly ended: Promise<Measured>;
  /** So far. */
  cpuMs(): number;
}

/** `onLook` is called every tenth of a second with the resident memory in MB. */
export function startMeasured(args: readonly string[], onLook: (mb: number) => void = () => undefined): Running {
  const begun = performance.now();
  const child = spawn(process.execPath, [LAYDOWN, ...args], { stdio: ['ignore', 'pipe', 'pipe'] });
  let [cpuMs, peakMb] = [0, 0];
  const look = (): void => {
    cpuMs = cpuOf(child.pid!) ?? cpuMs;
    const status = textOf(`/proc/${child.pid}/status`);
    peakMb = Math.max(peakMb, Number(/VmHWM:\s+(\d+)/.exec(status)?.[1] ?? 0) / 1024);
    onLook(Number(/VmRSS:\s+(\d+)/.exec(status)?.[1] ?? 0) / 1024);
  };
  const looking = setInterval(look, LOOK_MS);
  let [stdout, stderr] = ['', ''];
  let toldMs = 0;
  child.stdout.setEncoding('utf8').on('data', (part: string) => {
    toldMs = performance.now() - begun;
    stdout = (stdout + part).slice(-10_000);
  });
  child.stderr.setEncoding('utf8').on('data', (part: string) => {
    stderr = (stderr + part).slice(-10_000);
  });
  const ended = new Promise<Measured>((resolve) => {
    child.on('close', (status) => {
      clearInterval(looking);
      resolve({ status, stdout, stderr, wallMs: performance.now() - begun, toldMs, cpuMs, peakMb });
    });
  });
  return { child, ended, cpuMs: () => cpuMs };
}

/** Processor time of every process of that name since `startedFrom` was taken: of a server that others use, theirs too. */
export function cpuOfAll(name: string): { sinceThen(): number; stop(): void } {
  const first = new Map<string, number>();
  const last = new Map<string, number>();
  const look = (): void => {
    for (const pid of readdirSync('/proc').filter((entry) => /^\d+$/.test(entry))) {
      if (textOf(`/proc/${pid}/comm`).trim() !== name) continue;
      const cpu = cpuOf(Number(pid));
      if (cpu === null) continue;
      if (!first.has(pid)) first.set(pid, last.size === 0 ? cpu : 0);
      last.set(pid, cpu);
    }
  };
  look();
  for (const [pid, cpu] of last) first.set(pid, cpu);
  const looking = setInterval(look, LOOK_MS);
  return {
    sinceThen: () => {
      look();
      return [...last].reduce((sum, [pid, cpu]) => sum + cpu - (first.get(pid) ?? 0), 0);
    },
    stop: () => clearInterval(looking),
  };
}

/** Keeps all processes of these names, and what they start, on these processors ("0", "0-1"). Needs the right to. */
export function pinAll(names: readonly string[], processors: string): void {
  for (const pid of readdirSync('/proc').filter((entry) => /^\d+$/.test(entry)))
    if (names.includes(textOf(`/proc/${pid}/comm`).trim())) pin(Number(pid), processors);
}

export function pin(pid: number, processors: string): void {
  spawnSync('taskset', ['-acp', processors, String(pid)]);
}

/** Null where it is gone. */
function cpuOf(pid: number): number | null {
  const fields = /^\d+ \(.*\) (.*)$/s.exec(textOf(`/proc/${pid}/stat`))?.[1]?.split(' ');
  return fields === undefined ? null : (Number(fields[11]) + Number(fields[12])) * TICK_MS;
}

function textOf(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return '';
  }
}

/** Time of all processors, or of the first alone, that nobody used, over the time since `idleOf` was called: 0 to 1. */
export function idleOf(onlyFirst: boolean): () => number {
  const read = (): { readonly idle: number; readonly all: number } => {
    const line = textOf('/proc/stat')
      .split('\n')
      .find((one) => one.startsWith(onlyFirst ? 'cpu0 ' : 'cpu '))!;
    const ticks = line.trim().split(/\s+/).slice(1, 9).map(Number);
    return { idle: ticks[3]! + ticks[4]!, all: ticks.reduce((sum, n) => sum + n, 0) };
  };
  const before = read();
  return () => {
    const now = read();
    return (now.idle - before.idle) / Math.max(1, now.all - before.all);
  };
}
