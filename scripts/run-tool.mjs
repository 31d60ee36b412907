// Runs a tool written in TypeScript: `node scripts/run-tool.mjs scripts/rules/try.ts ...`. It is bundled to dist/tools/ first, so it always is of these sources.
import { existsSync } from 'node:fs';
import { basename, join } from 'node:path';
import { pathToFileURL } from 'node:url';

const root = join(import.meta.dirname, '..');
const [entry, ...args] = process.argv.slice(2);
if (!entry || !existsSync(join(root, entry))) {
  console.error(`usage: node scripts/run-tool.mjs TOOL.ts ...; there is no ${entry ?? 'TOOL.ts'}`);
  process.exit(2);
}
if (!existsSync(join(root, 'dist/gazetteer.bin'))) {
  console.error('the gazetteer is not built: run `npm run build` first');
  process.exit(3);
}
const { rolldown } = await import('rolldown');
const bundle = await rolldown({ input: join(root, entry), platform: 'node', logLevel: 'warn' });
const file = join(root, 'dist/tools', `${basename(entry, '.ts')}.mjs`);
await bundle.write({ file, format: 'esm', codeSplitting: false });
await bundle.close();
const { main } = await import(pathToFileURL(file).href);
process.exitCode = await main(args, root);
