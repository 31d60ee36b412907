// Builds the web app into dist/web: the map's outlines, what a browser loads (client/), and what the server renders with (server/).
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'vite';
import { buildMap } from './build-map.mjs';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const out = join(root, 'dist/web');
process.env.NODE_ENV = 'production';

rmSync(out, { recursive: true, force: true });
mkdirSync(join(out, 'map'), { recursive: true });
buildMap(join(out, 'map'));

const configFile = join(root, 'web/vite.config.ts');
await build({ configFile, logLevel: 'warn', build: { outDir: join(out, 'client'), manifest: 'manifest.json' } });

const manifest = JSON.parse(readFileSync(join(out, 'client/manifest.json'), 'utf8'));
const chunks = Object.values(manifest);
const entry = chunks.find((chunk) => chunk.isEntry);
const style = entry.css?.[0] ?? chunks.find((chunk) => chunk.file.endsWith('.css'))?.file;
const font = chunks.find((chunk) => /inter-latin-wght-normal/.test(chunk.file))?.file;
const files = { script: `/${entry.file}`, style: `/${style}`, font: `/${font}` };
await build({
  configFile,
  logLevel: 'warn',
  define: { __FILES__: JSON.stringify(files), 'process.env.NODE_ENV': '"production"' },
  build: { outDir: join(out, 'server'), ssr: join(root, 'web/entry-server.tsx') },
});
