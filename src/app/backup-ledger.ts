// A backup of the whole ledger in one file, and a ledger from it: proven by rebuilding it and comparing line by line.
import { LaydownError } from '../model/errors.ts';
import type { BackupFiles, BackupHead } from '../ports/backup.ts';
import type { Store } from '../ports/store.ts';
import { exportLedgerLines } from './export-ledger.ts';
import { importClaims } from './import-claims.ts';
import type { Services } from './services.ts';

interface Backing extends Pick<Services, 'store' | 'clock'> {
  readonly files: BackupFiles;
  /** An empty ledger that is thrown away after `use`. */
  readonly scratch: <T>(use: (store: Store) => Promise<T>) => Promise<T>;
}

export interface BackedUp {
  readonly head: BackupHead;
  readonly bytes: number;
  /** True where the file was opened as a ledger of its own and that found equal; false where only its digest was read back. */
  readonly rebuilt: boolean;
}

export interface BackupEvents {
  readonly lines?: (done: number) => void;
}

/**
 * Writes the file, reads it back, and rebuilds a ledger from it that must be whole and say the same, line by line, unless `quick`.
 * Throws LaydownError `usage` where the file cannot be written; `bad-input` where the rebuilt ledger is not equal.
 */
export async function backupLedger(
  { store, clock, files, scratch }: Backing,
  path: string,
  program: string,
  { quick = false, on = {} }: { readonly quick?: boolean; readonly on?: BackupEvents } = {},
): Promise<BackedUp> {
  const { reports, claims } = await store.health();
  const head: BackupHead = {
    ...{ laydown: 'backup', format: 1, made: clock.now(), program },
    ...{ transactions: await store.cursor(), reports, claims },
  };
  const { digest, bytes } = await files.write(path, head, counted(ledgerLines(store), on));
  const read = await files.check(path);
  if (read.digest !== digest)
    throw new LaydownError('bad-input', `${path} does not read back as it was written: the disk is faulty`);
  if (quick) return { head, bytes, rebuilt: false };
  await scratch(async (other) => {
    await restoreLedger({ store: other, clock, files }, path);
    const again = await files.digestOf(ledgerLines(other));
    if (again !== digest)
      throw new LaydownError(
        'bad-input',
        `${path} does not rebuild the ledger line by line: run "laydown doctor", then make another backup`,
      );
  });
  return { head, bytes, rebuilt: true };
}

export interface Restored {
  readonly head: BackupHead;
  readonly reports: number;
  readonly claims: number;
}

/**
 * Into an empty ledger, with both clocks. Throws LaydownError `usage` where it is not empty; `bad-input` where the file is damaged (nothing is
 * taken then), or what it holds does not make a whole ledger.
 */
export async function restoreLedger(
  { store, clock, files }: Omit<Backing, 'scratch'>,
  path: string,
  on: BackupEvents = {},
): Promise<Restored> {
  const cursor = await store.cursor();
  const { where } = await store.health();
  if (cursor > 0)
    throw new LaydownError(
      'usage',
      `the ledger at ${where} holds ${cursor} transactions: restore into a new one, named with --db`,
    );
  const { head } = await files.check(path);
  const { faults, reports, claims } = await importClaims({ store, clock }, counted(files.lines(path), on), path);
  const [fault] = faults;
  if (fault !== undefined)
    throw new LaydownError(
      'bad-input',
      `${fault.source} ${fault.message} (${faults.length} faults): the restored ledger lacks it`,
    );
  const damage = await store.verify();
  if (damage.length > 0 || (await store.cursor()) < head.transactions)
    throw new LaydownError(
      'bad-input',
      `the ledger restored from ${path} is not whole: take another copy of the backup`,
    );
  return { head, reports, claims };
}

async function* ledgerLines(store: Store): AsyncGenerator<string> {
  for await (const line of exportLedgerLines({ store })) yield JSON.stringify(line);
}

async function* counted(lines: AsyncIterable<string>, on: BackupEvents): AsyncGenerator<string> {
  let done = 0;
  for await (const line of lines) {
    yield line;
    on.lines?.(++done);
  }
}
