// Is the ledger whole, and what is it? For `laydown doctor`.
import type { Damage, LedgerTransaction, StoreHealth } from '../ports/store.ts';
import type { Services } from './services.ts';

export interface Examined {
  readonly health: StoreHealth;
  /** Empty where the ledger is whole. */
  readonly damage: readonly Damage[];
  /** What is not damage but should be known: little free disk, commits that do not wait for the disk. */
  readonly warnings: readonly string[];
  /** The memory kept beside a large ledger for a quick start; null where there is none. One that did not fit is thrown away. */
  readonly kept: { readonly transaction: number; readonly size: number; readonly fits: boolean } | null;
}

const LITTLE_DISK = 200 * 1024 * 1024;

/** Reads the whole ledger; `onProgress` gets the ledger transactions checked so far and their number. */
export async function examineLedger(
  { store, clock }: Pick<Services, 'store' | 'clock'>,
  onProgress?: (checked: number, of: number) => void,
): Promise<Examined> {
  const health = await store.health();
  const damage = await store.verify((checked) => onProgress?.(checked, health.transactions));
  const warnings: string[] = [];
  if (!health.fsync)
    warnings.push(
      'commits do not wait for the disk (fsync or synchronous_commit is off): a power cut may lose the last ones',
    );
  if (health.freeBytes !== null && health.freeBytes < LITTLE_DISK)
    warnings.push(`little free disk: ${Math.round(health.freeBytes / 1024 / 1024)} MB at ${health.where}`);
  warnings.push(...clockWarnings(await store.transactions(), clock.now()));
  return { health, damage, warnings, kept: (await store.memory?.about()) ?? null };
}

/** Order and answers stand on transaction numbers and days of publication; the clock only says when a transaction was written. */
function clockWarnings(transactions: readonly LedgerTransaction[], now: string): string[] {
  const ahead = transactions.filter((t) => t.recorded > now);
  const back = transactions.filter((t, i) => i > 0 && t.recorded < transactions[i - 1]!.recorded);
  const warnings: string[] = [];
  if (ahead.length > 0)
    warnings.push(
      `transaction ${ahead[0]!.number} was recorded at ${ahead[0]!.recorded}, which lies ahead: the clock of this machine is wrong now, or was then`,
    );
  if (back.length > 0)
    warnings.push(
      `the clock was set back before transaction ${back[0]!.number} (${back[0]!.recorded}): order and answers do not stand on it, but reports without a day are known from the day they were recorded`,
    );
  return warnings;
}
