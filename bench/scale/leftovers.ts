// What a bench makes on servers and disks and must not leave there: taken away when it is done, when it fails, and when it is told to end.
const told = new AbortController();

/** A bench that is told to end kills the processes that it has started: it fails where it waits for them, and takes away on its way out what it made. */
export const interrupted = told.signal;

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const)
  process.on(signal, () => told.abort(new Error(`ended by ${signal}: what was made is taken away`)));

/** `remove` is called once, whatever comes, also where `use` failed while it was still making what is to be removed. */
export async function whileMade<T>(remove: () => Promise<unknown>, use: () => Promise<T>): Promise<T> {
  try {
    interrupted.throwIfAborted();
    return await use();
  } finally {
    await remove();
  }
}
