// Is the ledger whole, and what is it? For `laydown doctor`.
import type { Damage, StoreHealth } from '../ports/store.ts';
import type { Services } from './services.ts';

export interface Examined {
  readonly health: StoreHealth;
  /** Empty where the ledger is whole. */
  readonly damage: readonly Damage[];
  /** What is not damage but should be known: little free disk, commits that do not wait for the disk. */
  readonly warnings: readonly string[];
}

const LITTLE_DISK = 200 * 1024 * 1024;

/** Reads the whole ledger; `onProgress` gets the ledger transactions checked so far and their number. */
export async function examineLedger(
  { store }: Pick<Services, 'store'>,
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
  return { health, damage, warnings };
}
