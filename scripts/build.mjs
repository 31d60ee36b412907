// Bundles the program (dist/main.js), the library (dist/index.js) and the worker threads' entry files; builds the data files first.
import { spawnSync } from 'node:child_process';
import { existsSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const started = performance.now();

/** Packages that stay outside of the bundles: they load files that lie beside their own code. */
const EXTERNAL = ['@electric-sql/pglite', 'pg', /^@electric-sql\//, /^pg(?:-|$)/];

/** Builders of data files, each run when it is there; they write to dist/. */
const DATA_BUILDERS = ['scripts/build-gazetteer.mjs', 'scripts/build-base-ledger.mjs'];

/** Entry files -> name under dist/; those that are not there yet are left out. */
const ENTRIES = {
  main: 'src/main.ts',
  index: 'src/index.ts',
  'pglite-worker': 'src/adapters/pglite-worker.ts',
  'parser-worker': 'src/parser-worker.ts',
};

let rolldown;
try {
  ({ rolldown } = await import('rolldown'));
} catch {
  // An installed package carries its dist/ and no bundler: `npm install laydown` has nothing to build.
  if (existsSync(join(root, 'dist/main.js'))) process.exit(0);
  console.error('build: the bundler is missing: run `npm ci` with development dependencies');
  process.exit(1);
}

const input = Object.fromEntries(
  Object.entries(ENTRIES)
    .map(([name, path]) => [name, join(root, path)])
    .filter(([, path]) => existsSync(path)),
);
const bundle = await rolldown({
  input,
  platform: 'node',
  external: EXTERNAL,
  logLevel: 'warn',
  resolve: { extensions: ['.ts', '.js', '.json'] },
});
for (const leftover of ['main.js', 'index.js', 'chunks'])
  rmSync(join(root, 'dist', leftover), { recursive: true, force: true });
await bundle.write({
  dir: join(root, 'dist'),
  format: 'esm',
  entryFileNames: '[name].js',
  chunkFileNames: 'chunks/[name]-[hash].js',
  minify: { mangle: false, compress: false, codegen: { removeWhitespace: true } },
});
await bundle.close();

for (const builder of DATA_BUILDERS) {
  const path = join(root, builder);
  if (!existsSync(path)) continue;
  const { status } = spawnSync(process.execPath, [path], { cwd: root, stdio: 'inherit' });
  if (status !== 0) {
    console.error(`build: ${builder} failed`);
    process.exit(1);
  }
}
console.error(`build: ${Object.keys(input).join(', ')} in ${((performance.now() - started) / 1000).toFixed(1)} s`);
