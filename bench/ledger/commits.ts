// What it costs that a commit is on the disk before it is acknowledged: one claim a transaction, with the flush and without it by turns, in one ledger.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { EmbeddedLedger } from '../../src/adapters/embedded-ledger.ts';
import { migrate } from '../../src/adapters/ledger-schema.ts';
import { SqlStore } from '../../src/adapters/sql-store.ts';
import { importClaims } from '../../src/app/import-claims.ts';
import { systemClock } from '../../src/ports/clock.ts';

const ROUNDS = 300;

export async function main(): Promise<number> {
  const folder = mkdtempSync(join(tmpdir(), 'laydown-commits-'));
  const engine = await EmbeddedLedger.open(join(folder, 'ledger'));
  await migrate(engine, new Date().toISOString());
  const store = new SqlStore(engine);
  const took: Record<'on' | 'off', number[]> = { on: [], off: [] };
  try {
    for (let n = 0; n < ROUNDS * 2 + 20; n++) {
      const flush = n % 2 === 0 ? 'on' : 'off';
      await engine.query(`set synchronous_commit = ${flush}`);
      const started = performance.now();
      await importClaims({ store, clock: systemClock }, lineOf(n), 'new.jsonl');
      // The first ones warm up.
      if (n >= 20) took[flush].push(performance.now() - started);
    }
  } finally {
    await store.close();
    rmSync(folder, { recursive: true, force: true });
  }
  for (const flush of ['on', 'off'] as const) {
    const sorted = took[flush].sort((a, b) => a - b);
    const at = (part: number): string => sorted[Math.ceil(sorted.length * part) - 1]!.toFixed(1);
    console.log(
      `a commit ${flush === 'on' ? 'on the disk' : 'not flushed'}: median ${at(0.5)} ms, 95 % within ${at(0.95)} ms`,
    );
  }
  return 0;
}

async function* lineOf(n: number): AsyncGenerator<string> {
  const claim = {
    kind: 'presence',
    evidence: `Sweden has ${n} troops in Iceland`,
    party: 'SE',
    quantity: { min: n, max: n },
    place: { country: 'IS', name: null },
  };
  yield JSON.stringify({ report: { id: `new ${n}`, published: '2024-01-01', publisher: 'Bench' }, claims: [claim] });
}
