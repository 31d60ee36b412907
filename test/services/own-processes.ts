// For tests: servers of their own, on free ports in folders of their own, ended with the test.
import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:net';

/** One that nothing listens on now. */
export async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as { readonly port: number };
  server.close();
  await once(server, 'close');
  return port;
}

export interface OwnProcess {
  readonly pid: number;
  /** Sends the signal and waits for the end. */
  end(signal: NodeJS.Signals): Promise<void>;
}

/** `user`: as whom, where this process is root's. `said` gets what it writes. */
export function startOwn(
  command: string,
  args: readonly string[],
  { user, said }: { readonly user?: number | undefined; readonly said?: (text: string) => void } = {},
): OwnProcess {
  const child: ChildProcess = spawn(command, args, {
    stdio: ['ignore', 'pipe', 'pipe'],
    ...(user === undefined ? {} : { uid: user, gid: user }),
  });
  for (const stream of [child.stdout, child.stderr])
    stream?.setEncoding('utf8').on('data', (text: string) => said?.(text));
  const ended = once(child, 'exit');
  // A test that fails leaves nothing behind.
  const last = (): void => void child.kill('SIGKILL');
  process.once('exit', last);
  void ended.then(() => process.removeListener('exit', last));
  return {
    pid: child.pid!,
    end: async (signal) => {
      child.kill(signal);
      await ended;
    },
  };
}

/** The user that PostgreSQL wants to run as: root may not. Undefined: as this process. */
export function serviceUser(): number | undefined {
  if (process.getuid?.() !== 0) return undefined;
  return Number(execFileSync('id', ['-u', 'postgres'], { encoding: 'utf8' }));
}

export async function until(holds: () => Promise<boolean> | boolean, what: string, seconds = 30): Promise<void> {
  for (const end = performance.now() + seconds * 1_000; performance.now() < end; ) {
    if (await holds()) return;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error(`not within ${seconds} s: ${what}`);
}
