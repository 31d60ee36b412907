// Killed at any instant of an add, a judgement, an import or a migration: nothing acknowledged is lost, and every ledger opens whole.
// `LAYDOWN_KILLS=200 npx vitest run test/kills.test.ts` does more, and prints how many were killed before their end.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { KINDS, killedRuns } from './killed-runs.ts';

const asked = process.env['LAYDOWN_KILLS'];
const RUNS = Number(asked ?? 12);
const root = mkdtempSync(join(tmpdir(), 'laydown-kills-'));
afterAll(() => rmSync(root, { recursive: true, force: true }));

test(
  `${RUNS} kills, a quarter of each kind`,
  async () => {
    const { byKind, lost } = await killedRuns(root, RUNS);
    if (asked !== undefined) console.log(byKind, lost);
    expect(lost).toEqual([]);
    const killed = KINDS.reduce((n, kind) => n + byKind[kind].killed, 0);
    expect(killed).toBeGreaterThan(RUNS / 4);
  },
  Math.max(600_000, RUNS * 60_000),
);
