import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';
import { BaseSequencer, type TestSpecification } from 'vitest/node';

/** Servers, programs and disks that are killed, cut off and filled at an instant: one file after the other. */
const ALONE = ['test/services/**/*.test.ts', 'test/{crash,disk,kills,queue}.test.ts'];
/** In one process each, with no server and no browser: `.ci/run` has one of these run beside those above, and nothing else. */
const BESIDE = [
  'src/{app,cli,extract,formats,gazetteer,ledger,model,reconcile,text,views}/**/*.test.ts',
  'test/{mutations,quality,rules}/**/*.test.ts',
  'test/{carry,gazetteer-built,gazetteer-check,ready-maps,reconcile-gazetteer,truth,un-totals,world}.test.ts',
];
/** The longest begin first, so that none of them is what all others wait for at the end. */
const LONG = [
  'test/crash.test.ts',
  'test/packed/nodes.test.ts',
  'test/server/fuzz.test.ts',
  'test/cli-ledger.test.ts',
  'test/round-trips.test.ts',
  'test/web/accessible.test.ts',
  'test/web/signing-in.test.ts',
  'test/archives.test.ts',
  'test/carry.test.ts',
  'test/truth.test.ts',
  'test/tutorial.test.ts',
];

class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const sorted = await super.sort(files);
    const rank = ({ moduleId }: TestSpecification): number => {
      const at = LONG.findIndex((path) => moduleId.endsWith(path));
      return at === -1 ? LONG.length : at;
    };
    const order = ({ project }: TestSpecification): number => project.config.sequence.groupOrder;
    return sorted.sort((a, b) => order(a) - order(b) || rank(a) - rank(b));
  }
}

export default defineConfig({
  test: {
    globalSetup: ['test/build-first.ts'],
    // A limit only matters where something is broken: a busy machine may take long.
    testTimeout: 300_000,
    hookTimeout: 300_000,
    sequence: { sequencer: LongestFirst },
    // Nothing is shared but what is only read: each file has folders, ports and databases of its own.
    maxWorkers: Math.max(2, availableParallelism() - 1),
    projects: [
      {
        extends: true,
        test: {
          name: 'together',
          include: ['src/**/*.test.ts', 'test/**/*.test.ts'],
          exclude: [...ALONE, ...BESIDE],
          sequence: { groupOrder: 0 },
        },
      },
      { extends: true, test: { name: 'beside', include: BESIDE, sequence: { groupOrder: 0 } } },
      { extends: true, test: { name: 'alone', include: ALONE, maxWorkers: 1, sequence: { groupOrder: 1 } } },
    ],
  },
});
