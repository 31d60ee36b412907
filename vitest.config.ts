import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    globalSetup: ['test/build-first.ts'],
    include: ['src/**/*.test.ts', 'test/**/*.test.ts'],
    // A limit only matters where something is broken: a busy machine may take long.
    testTimeout: 300_000,
    hookTimeout: 300_000,
  },
});
