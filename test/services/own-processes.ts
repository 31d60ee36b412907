// For tests: servers of their own, on free ports in folders of their own, ended with the test.
import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { randomInt } from 'node:crypto';
import { once } from 'node:events';
import { createServer } from 'node:net';

/**
 * Below those that the system gives to outgoing connections: a server that is away for a moment would find its port taken by one,
 * even by one that tries to reach it there.
 */
const PORTS = { from: 10_000, to: 32_000 } as const;

/** One that nothing listens on now; another process may be faster to take it (`onFreePorts`). */
async function freePort(): Promise<number> {
  for (;;) {
    const port = randomInt(PORTS.from, PORTS.to);
    const server = createServer().listen(port, '127.0.0.1');
    const isFree = await once(server, 'listening').then(
      () => true,
      () => false,
    );
    if (!isFree) continue;
    server.close();
    await once(server, 'close');
    return port;
  }
}

/** Starts what listens on so many free ports; on others where it does not come up: some may have been taken in between. */
export async function onFreePorts<T>(count: number, start: (ports: readonly number[]) => Promise<T>): Promise<T> {
  for (let tries = 1; ; tries++) {
    const ports = new Set<number>();
    while (ports.size < count) ports.add(await freePort());
    try {
      return await start([...ports]);
    } catch (error) {
      if (tries === 5) throw error;
    }
  }
}

export interface OwnProcess {
  readonly pid: number;
  /** What it wrote last, where it has ended by itself or was told to; null while it runs. */
  last(): string | null;
  /** Sends the signal and waits for the end. */
  end(signal: NodeJS.Signals): Promise<void>;
}

/** `user`: as whom, where this process is root's. */
export function startOwn(
  command: string,
  args: readonly string[],
  { user }: { readonly user?: number | undefined } = {},
): OwnProcess {
  const child: ChildProcess = spawn(command, args, {
    stdio: ['ignore', 'pipe', 'pipe'],
    ...(user === undefined ? {} : { uid: user, gid: user }),
  });
  let said = '';
  for (const stream of [child.stdout, child.stderr])
    stream?.setEncoding('utf8').on('data', (text: string) => {
      said = `${said}${text}`.slice(-2_000);
    });
  let isOver = false;
  const ended = once(child, 'exit');
  // A test that fails leaves nothing behind.
  const last = (): void => void child.kill('SIGKILL');
  process.once('exit', last);
  void ended.then(() => {
    isOver = true;
    process.removeListener('exit', last);
  });
  return {
    pid: child.pid!,
    last: () => (isOver ? said : null),
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

/** A limit only matters where something is broken: it is far above what a busy machine needs. */
export async function until(holds: () => Promise<boolean> | boolean, what: string, seconds = 180): Promise<void> {
  for (const end = performance.now() + seconds * 1_000; performance.now() < end; ) {
    if (await holds()) return;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error(`not within ${seconds} s: ${what}`);
}

/** As `until`, of a server of ours: throws at once, with its last words, where it has ended. */
export async function untilUp(server: OwnProcess, answers: () => Promise<boolean>, what: string): Promise<void> {
  await until(async () => {
    const words = server.last();
    if (words !== null) throw new Error(`ended before it answered: ${what}\n${words}`);
    return answers();
  }, what);
}
