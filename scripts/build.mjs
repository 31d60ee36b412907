// Bundles the program (dist/main.cjs), the library (dist/index.js) and the worker threads' entry files, and builds the data files.
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, rmSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { packLanguageTables } from './pack-language-tables.mjs';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const started = performance.now();

/** Packages that stay outside of the bundles: they load files that lie beside their own code. */
const EXTERNAL = ['@electric-sql/pglite', 'pg', 'tinypool', /^@electric-sql\//, /^pg(?:-|$)/];

/** Builders of data files, run when one of their inputs is newer than their output (`--all`: always). */
const DATA_BUILDERS = [
  { script: 'scripts/build-gazetteer.mjs', output: 'dist/gazetteer.bin', inputs: ['data', 'src/gazetteer'] },
  { script: 'scripts/build-types.mjs', output: 'dist/types/index.d.ts', inputs: ['src', 'tsconfig.types.json'] },
  { script: 'scripts/build-base-ledger.mjs', output: 'dist/base-ledger.bin', inputs: ['src/adapters', 'src/ports'] },
  {
    script: 'scripts/build-web.mjs',
    output: 'dist/web/server/entry-server.js',
    inputs: ['web', 'src/views', 'src/model'],
  },
];

/** The time of the newest file at or below a path; 0 where there is none. */
function newest(path) {
  if (!existsSync(path)) return 0;
  const { mtimeMs } = statSync(path);
  if (!statSync(path).isDirectory()) return mtimeMs;
  return Math.max(
    mtimeMs,
    ...readdirSync(path).map((name) => (name.includes('.test.') ? 0 : newest(join(path, name)))),
  );
}

/** Entry files -> name under dist/; those that are not there yet are left out. CommonJS: bin/code-cache.cjs loads it from compiled code. */
const PROGRAM = { main: 'src/main.ts' };
const THREADS = {
  'pglite-worker': 'src/adapters/pglite-worker.ts',
  'parser-worker': 'src/parser-worker.ts',
  'reader-worker': 'src/reader-worker.ts',
};
const LIBRARY = { index: 'src/index.ts' };

let rolldown;
try {
  ({ rolldown } = await import('rolldown'));
} catch {
  // An installed package carries its dist/ and no bundler: `npm install laydown` has nothing to build.
  if (existsSync(join(root, 'dist/main.cjs'))) process.exit(0);
  console.error('build: the bundler is missing: run `npm ci` with development dependencies');
  process.exit(1);
}

for (const leftover of ['main.cjs', 'main.code-cache', 'index.js', 'chunks'])
  rmSync(join(root, 'dist', leftover), { recursive: true, force: true });

async function bundled(entries, options, chunks, ending = 'js') {
  const input = Object.fromEntries(
    Object.entries(entries)
      .map(([name, path]) => [name, join(root, path)])
      .filter(([, path]) => existsSync(path)),
  );
  const bundle = await rolldown({
    input,
    logLevel: 'warn',
    resolve: { extensions: ['.ts', '.js', '.json'] },
    ...options,
  });
  await bundle.write({
    dir: join(root, 'dist'),
    format: ending === 'cjs' ? 'cjs' : 'esm',
    entryFileNames: `[name].${ending}`,
    chunkFileNames: `chunks/${chunks}[name]-[hash].${ending}`,
    minify: { mangle: false, compress: false, codegen: { removeWhitespace: true } },
  });
  await bundle.close();
  return Object.keys(input);
}

const built = [
  ...(await bundled(PROGRAM, { platform: 'node', external: EXTERNAL, plugins: [packLanguageTables] }, '', 'cjs')),
  ...(await bundled(THREADS, { platform: 'node', external: EXTERNAL }, '')),
  // By itself, so that nothing of Node comes with it: it runs in a browser, too.
  ...(await bundled(LIBRARY, { platform: 'neutral' }, 'library-')),
];

for (const { script, output, inputs } of DATA_BUILDERS) {
  const sources = [...inputs, script, 'package-lock.json'].map((path) => newest(join(root, path)));
  if (!existsSync(join(root, script))) continue;
  if (!process.argv.includes('--all') && newest(join(root, output)) > Math.max(...sources)) continue;
  const { status } = spawnSync(process.execPath, [join(root, script)], { cwd: root, stdio: 'inherit' });
  if (status !== 0) {
    console.error(`build: ${script} failed`);
    process.exit(1);
  }
}
// Last, and by itself: it reads reports with what was built. Without it the program only starts later.
spawnSync(process.execPath, [join(root, 'scripts/build-code-cache.mjs')], { cwd: root, stdio: ['ignore', 2, 2] });
console.error(`build: ${built.join(', ')} in ${((performance.now() - started) / 1000).toFixed(1)} s`);
