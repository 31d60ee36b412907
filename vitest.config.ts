import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';

/** Servers, programs and disks that are killed, cut off and filled at an instant: one file after the other, when nothing else runs. */
const ALONE = ['test/services/**/*.test.ts', 'test/{crash,disk,kills,queue}.test.ts'];

export default defineConfig({
  test: {
    globalSetup: ['test/build-first.ts'],
    // A limit only matters where something is broken: a busy machine may take long.
    testTimeout: 300_000,
    hookTimeout: 300_000,
    projects: [
      {
        extends: true,
        test: {
          name: 'together',
          include: ['src/**/*.test.ts', 'test/**/*.test.ts'],
          exclude: ALONE,
          // Nothing is shared but what is only read: each file has folders, ports and databases of its own.
          maxWorkers: Math.max(2, availableParallelism() - 1),
          sequence: { groupOrder: 0 },
        },
      },
      { extends: true, test: { name: 'alone', include: ALONE, maxWorkers: 1, sequence: { groupOrder: 1 } } },
    ],
  },
});
