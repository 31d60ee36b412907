// Opens the ledger at an address: a directory (embedded engine) or postgres://... (server).
import { mkdtempSync, rmSync } from 'node:fs';
import { homedir, tmpdir } from 'node:os';
import { join } from 'node:path';
import { LaydownError } from '../model/errors.ts';
import type { Store } from '../ports/store.ts';
import { isUpToDate, migrate } from './ledger-schema.ts';
import type { OpenOptions } from './open-options.ts';
import type { Patience } from './postgres-server.ts';
import type { Engine } from './sql.ts';
import { SqlStore } from './sql-store.ts';
import { storeError } from './store-errors.ts';

/** Throws LaydownError `store-unreachable`, `store-locked`, `store-read-only` or `store-newer`. */
export async function openStore(address: string, options: OpenOptions = {}): Promise<Store> {
  if (options.readFrom !== undefined) return openWithCopy(address, options.readFrom, options);
  return SERVER.test(address) || options.alone === true ? openSqlStore(address, options) : openOrJoin(address, options);
}

/** A ledger in a directory, or where another process holds and shares it, the way through that process. */
async function openOrJoin(directory: string, options: OpenOptions): Promise<Store> {
  const { joinLedger } = await import('./shared-store.ts');
  try {
    return (await joinLedger(directory)) ?? (await openSqlStore(directory, options));
  } catch (error) {
    // Whoever held it may share it by now.
    const shared = error instanceof LaydownError && error.code === 'store-locked' ? await joinLedger(directory) : null;
    if (shared === null) throw error;
    return shared;
  }
}

/** Writes go to `address`, reads to the copy at `readFrom`. */
async function openWithCopy(address: string, readFrom: string, options: OpenOptions): Promise<Store> {
  if (!SERVER.test(address) || !SERVER.test(readFrom))
    throw new LaydownError(
      'usage',
      '--read-db names a copy (a standby) of a ledger on PostgreSQL: both are postgres://...',
    );
  const { openCopiedStore } = await import('./copied-store.ts');
  return openCopiedStore(
    () => openSqlStore(address, options),
    () => openCopy(readFrom),
    options.onWarn,
  );
}

/** Where a copy is away there is still the primary. */
const COPY_PATIENCE: Patience = { connect: 5_000, lost: 2_000, statement: 20_000 };

/** A copy takes no migrations: they come to it from the primary. Throws LaydownError `store-newer`, `store-unreachable`. */
async function openCopy(address: string): Promise<SqlStore | null> {
  const { PostgresServer } = await import('./postgres-server.ts');
  const engine = await PostgresServer.open(address, 'prefer-standby', COPY_PATIENCE);
  try {
    if (await isUpToDate(engine)) return new SqlStore(engine);
    await engine.close();
    return null;
  } catch (error) {
    await engine.close().catch(() => {});
    throw storeError(error);
  }
}

async function openSqlStore(address: string, options: OpenOptions): Promise<SqlStore> {
  const engine = await openEngine(address, options);
  try {
    await migrate(engine, new Date().toISOString());
  } catch (error) {
    await engine.close().catch(() => {});
    throw storeError(error);
  }
  return new SqlStore(engine).keepWords();
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

const SERVER = /^postgres(?:ql)?:\/\//;

/** Each engine is loaded only where it is asked for: a short command would spend a tenth of its time on the other. */
const openEngine = async (address: string, options: OpenOptions): Promise<Engine> =>
  SERVER.test(address)
    ? (await import('./postgres-server.ts')).PostgresServer.open(address, 'primary', options.patience, options.ending)
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
