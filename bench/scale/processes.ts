// Processes that are measured: what processor time and memory each took, read from /proc while it runs (Linux).
import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { readdirSync, readFileSync, readlinkSync } from 'node:fs';
import { join } from 'node:path';
import { interrupted } from './leftovers.ts';

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

/** `onLook` is called every tenth of a second with the resident memory in MB. Killed where the bench is told to end. */
export function startMeasured(args: readonly string[], onLook: (mb: number) => void = () => undefined): Running {
  interrupted.throwIfAborted();
  const begun = performance.now();
  const child = spawn(process.execPath, [LAYDOWN, ...args], { stdio: ['ignore', 'pipe', 'pipe'] });
  const kill = (): void => void child.kill('SIGKILL');
  interrupted.addEventListener('abort', kill, { once: true });
  process.once('exit', kill);
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
      interrupted.removeEventListener('abort', kill);
      process.removeListener('exit', kill);
      resolve({ status, stdout, stderr, wallMs: performance.now() - begun, toldMs, cpuMs, peakMb });
    });
  });
  return { child, ended, cpuMs: () => cpuMs };
}

/** Process ids of the server on this machine that listens at the address, and of the processes that it has started, as they are when asked. */
export type Server = () => readonly number[];

export function serverAt(address: string): Server {
  const { hostname, port } = new URL(address);
  const hexed = Number(port).toString(16).toUpperCase().padStart(4, '0');
  const listening = ['/proc/net/tcp', '/proc/net/tcp6'].flatMap((path) =>
    textOf(path)
      .split('\n')
      .map((line) => line.trim().split(/\s+/))
      .filter((fields) => fields[3] === '0A' && fields[1]?.endsWith(`:${hexed}`))
      .map((fields) => `socket:[${fields[9]}]`),
  );
  const holders = allPids().filter((pid) => filesOf(pid).some((file) => listening.includes(file)));
  const main = holders.find((pid) => !holders.includes(parentOf(pid) ?? 0));
  if (main === undefined) throw new Error(`nothing on this machine listens at ${hostname}:${port}`);
  return () => [main, ...allPids().filter((pid) => parentOf(pid) === main)];
}

const allPids = (): number[] =>
  readdirSync('/proc')
    .filter((entry) => /^\d+$/.test(entry))
    .map(Number);

function filesOf(pid: number): readonly string[] {
  try {
    return readdirSync(`/proc/${pid}/fd`).map((name) => readlinkSync(`/proc/${pid}/fd/${name}`));
  } catch {
    return [];
  }
}

/** Processor time of a server with its processes since it was taken: of a server that others use, theirs too. */
export function cpuOfServer(server: Server): { sinceThen(): number; stop(): void } {
  const first = new Map(server().map((pid) => [pid, cpuOf(pid) ?? 0]));
  const last = new Map(first);
  const look = (): void => {
    for (const pid of server()) {
      const cpu = cpuOf(pid);
      if (cpu !== null) last.set(pid, cpu);
    }
  };
  const looking = setInterval(look, LOOK_MS);
  return {
    sinceThen: () => {
      look();
      return [...last].reduce((sum, [pid, cpu]) => sum + cpu - (first.get(pid) ?? 0), 0);
    },
    stop: () => clearInterval(looking),
  };
}

/** Keeps a server with its processes, and what they start, on these processors ("0", "0-1"). Needs the right to. */
export function pinServer(server: Server, processors: string): void {
  for (const pid of server()) pin(pid, processors);
}

export function pin(pid: number, processors: string): void {
  spawnSync('taskset', ['-acp', processors, String(pid)]);
}

/** What /proc says of a process behind its name; undefined where it is gone. */
const statOf = (pid: number): readonly string[] | undefined =>
  /^\d+ \(.*\) (.*)$/s.exec(textOf(`/proc/${pid}/stat`))?.[1]?.split(' ');

/** Null where it is gone. */
function cpuOf(pid: number): number | null {
  const fields = statOf(pid);
  return fields === undefined ? null : (Number(fields[11]) + Number(fields[12])) * TICK_MS;
}

function parentOf(pid: number): number | null {
  const fields = statOf(pid);
  return fields === undefined ? null : Number(fields[1]);
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
