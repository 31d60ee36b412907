// For tests: the program as a process of its own, run from the checkout.
import { type ChildProcess, spawn } from 'node:child_process';
import { join } from 'node:path';

const PROGRAM = join(import.meta.dirname, '..', 'bin/laydown');

export interface Ended {
  /** Null where a signal ended it. */
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

export interface Running {
  readonly child: ChildProcess;
  /** Resolves when it has ended and all that it wrote was read. */
  readonly ended: Promise<Ended>;
  /** What it wrote to stdout so far. */
  stdout(): string;
}

export interface RunOptions {
  readonly onStdout?: (all: string) => void;
  /** User and group to run as; only root can choose. */
  readonly user?: number;
  /** What it reads from standard input; absent: nothing. */
  readonly stdin?: Uint8Array;
}

export function startLaydown(args: readonly string[], { onStdout, user, stdin }: RunOptions = {}): Running {
  const child = spawn(process.execPath, [PROGRAM, ...args], {
    stdio: [stdin === undefined ? 'ignore' : 'pipe', 'pipe', 'pipe'],
    env: { ...process.env, NO_COLOR: '1' },
    ...(user === undefined ? {} : { uid: user, gid: user }),
  });
  let stdout = '';
  let stderr = '';
  child.stdin?.end(stdin);
  child.stdout!.setEncoding('utf8').on('data', (part: string) => {
    stdout += part;
    onStdout?.(stdout);
  });
  child.stderr!.setEncoding('utf8').on('data', (part: string) => {
    stderr += part;
  });
  const ended = new Promise<Ended>((resolve) => {
    child.on('close', (status) => resolve({ status, stdout, stderr }));
  });
  return { child, ended, stdout: () => stdout };
}

/** A reader of a queue, when it is at work; throws with what it said where it ended instead. */
export async function startWorker(args: readonly string[]): Promise<Running> {
  const worker = startLaydown(args);
  await new Promise<void>((resolve, reject) => {
    let said = '';
    worker.child.stderr?.on('data', (text: string) => {
      said += text;
      if (said.includes('at work')) resolve();
    });
    void worker.ended.then(({ status }) => reject(new Error(`a worker ended with ${status}: ${said}`)));
  });
  return worker;
}

export const runLaydown = (args: readonly string[], options?: RunOptions): Promise<Ended> =>
  startLaydown(args, options).ended;
