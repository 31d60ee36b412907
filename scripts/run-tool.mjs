// Runs a tool written in TypeScript: `node scripts/run-tool.mjs scripts/rules/try.ts ...`. It is bundled to dist/tools/ first and the names are
// built where their tables are newer, so that it always is of these sources.
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, statSync } from 'node:fs';
import { basename, join } from 'node:path';
import { pathToFileURL } from 'node:url';

const root = join(import.meta.dirname, '..');
const [entry, ...args] = process.argv.slice(2);
if (!entry || !existsSync(join(root, entry))) {
  console.error(`usage: node scripts/run-tool.mjs TOOL.ts ...; there is no ${entry ?? 'TOOL.ts'}`);
  process.exit(2);
}
if (!existsSync(join(root, 'dist/parser-worker.js'))) {
  console.error('the program is not built: run `npm run build` first');
  process.exit(3);
}
const built = statSync(join(root, 'dist/gazetteer.bin'), { throwIfNoEntry: false })?.mtimeMs ?? 0;
if (['data', 'src/gazetteer'].some((folder) => newest(join(root, folder)) > built)) {
  const { status } = spawnSync(process.execPath, [join(root, 'scripts/build-gazetteer.mjs')], {
    cwd: root,
    stdio: ['ignore', 2, 2],
  });
  if (status !== 0) process.exit(1);
}
const { rolldown } = await import('rolldown');
const bundle = await rolldown({ input: join(root, entry), platform: 'node', logLevel: 'warn' });
const file = join(root, 'dist/tools', `${basename(entry, '.ts')}.mjs`);
await bundle.write({ file, format: 'esm', codeSplitting: false });
await bundle.close();
const { main } = await import(pathToFileURL(file).href);
process.exitCode = await main(args, root);

function newest(folder) {
  return Math.max(0, ...readdirSync(folder).map((name) => statSync(join(folder, name)).mtimeMs));
}
