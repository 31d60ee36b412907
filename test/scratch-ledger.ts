// For tests: a ledger of its own in a new directory, on the real engine, removed when the test file ends.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll } from 'vitest';
import { openStore } from '../src/adapters/open-store.ts';
import type { Store } from '../src/ports/store.ts';

export async function scratchLedger(): Promise<Store> {
  const directory = mkdtempSync(join(tmpdir(), 'laydown-app-'));
  const store = await openStore(directory);
  afterAll(async () => {
    await store.close();
    rmSync(directory, { recursive: true, force: true });
  });
  return store;
}
