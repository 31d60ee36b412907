// Opens the ledger at an address: a directory (embedded engine) or postgres://... (server).
import { mkdtempSync, rmSync } from 'node:fs';
import { homedir, tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Store } from '../ports/store.ts';
import { migrate } from './ledger-schema.ts';
import type { OpenOptions } from './open-options.ts';
import type { Engine } from './sql.ts';
import { SqlStore } from './sql-store.ts';
import { storeError } from './store-errors.ts';

/** Throws LaydownError `store-unreachable`, `store-locked`, `store-read-only` or `store-newer`. */
export async function openStore(address: string, options: OpenOptions = {}): Promise<Store> {
  const engine = await openEngine(address, options);
  try {
    await migrate(engine, new Date().toISOString());
  } catch (error) {
    await engine.close().catch(() => {});
    throw storeError(error);
  }
  return new SqlStore(engine);
}

/** A ledger in a new directory among the system's temporary ones, removed with all that `use` put into it. */
export async function inScratchStore<T>(use: (store: Store) => Promise<T>): Promise<T> {
  const directory = mkdtempSync(join(tmpdir(), 'laydown-scratch-'));
  try {
    const store = await openStore(directory);
    try {
      return await use(store);
    } finally {
      await store.close();
    }
  } finally {
    rmSync(directory, { recursive: true, force: true });
  }
}

/** Each engine is loaded only where it is asked for: a short command would spend a tenth of its time on the other. */
const openEngine = async (address: string, options: OpenOptions): Promise<Engine> =>
  /^postgres(?:ql)?:\/\//.test(address)
    ? (await import('./postgres-server.ts')).PostgresServer.open(address)
    : (await import('./embedded-ledger.ts')).EmbeddedLedger.open(address, options);

/** Where a ledger lies unless told otherwise: LAYDOWN_DB, else the user's data directory by the custom of the system. */
export function defaultAddress(
  environment: Readonly<Record<string, string | undefined>>,
  platform: NodeJS.Platform,
): string {
  const own = environment['LAYDOWN_DB'];
  if (own) return own;
  if (platform === 'win32')
    return join(environment['LOCALAPPDATA'] ?? join(homedir(), 'AppData', 'Local'), 'laydown', 'ledger');
  if (platform === 'darwin') return join(homedir(), 'Library', 'Application Support', 'laydown', 'ledger');
  return join(environment['XDG_DATA_HOME'] || join(homedir(), '.local', 'share'), 'laydown', 'ledger');
}
