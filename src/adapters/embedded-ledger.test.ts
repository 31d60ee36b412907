import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll } from 'vitest';
import { storeContract } from '../ports/store-contract.ts';
import { EmbeddedLedger } from './embedded-ledger.ts';
import { openStore } from './open-store.ts';

const directory = mkdtempSync(join(tmpdir(), 'laydown-store-'));
afterAll(() => rmSync(directory, { recursive: true, force: true }));

storeContract('the embedded engine', async () => ({
  store: await openStore(directory),
  reopen: () => openStore(directory),
  async tamper(statement) {
    const engine = await EmbeddedLedger.open(directory);
    await engine.query(statement);
    await engine.close();
  },
  filesWith: async (letters) =>
    readdirSync(directory, { withFileTypes: true, recursive: true })
      .filter((entry) => entry.isFile() && readFileSync(join(entry.parentPath, entry.name)).includes(letters))
      .map((entry) => entry.name),
}));
