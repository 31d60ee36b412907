// Builds the web app into dist/web: the map's outlines, what a browser loads (client/), and what the server renders with (server/).
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { marked } from 'marked';
import { build } from 'vite';
import { buildLetters } from './build-letters.mjs';
import { buildMap } from './build-map.mjs';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const out = join(root, 'dist/web');
process.env.NODE_ENV = 'production';

rmSync(out, { recursive: true, force: true });
mkdirSync(join(out, 'map'), { recursive: true });
buildMap(join(out, 'map'));
buildLetters(out);
writeFileSync(join(out, 'method.html'), methodPage());

const configFile = join(root, 'web/vite.config.ts');
await build({ configFile, logLevel: 'warn', build: { outDir: join(out, 'client'), manifest: 'manifest.json' } });

const manifest = JSON.parse(readFileSync(join(out, 'client/manifest.json'), 'utf8'));
const chunks = Object.values(manifest);
rmSync(join(out, 'client/manifest.json'));
const entry = chunks.find((chunk) => chunk.isEntry);
const style = entry.css?.[0] ?? chunks.find((chunk) => chunk.file.endsWith('.css'))?.file;
const font = chunks.find((chunk) => /inter-latin-wght-normal/.test(chunk.file))?.file;
const files = { script: `/${entry.file}`, style: `/${style}`, font: `/${font}` };
await build({
  configFile,
  logLevel: 'warn',
  define: { __FILES__: JSON.stringify(files), 'process.env.NODE_ENV': '"production"' },
  // Without comments, which name the folder that the packages lie in: the same sources give the same bytes wherever they are built.
  build: { outDir: join(out, 'server'), ssr: join(root, 'web/entry-server.tsx'), minify: true },
});

/** The pages of the documentation that a reader of the site needs; what speaks of the program's files is left out. */
function methodPage() {
  const page = (name) => readFileSync(join(root, 'docs', name), 'utf8');
  const number = page('how-a-number-is-made.md')
    .split('## Where to look')[0]
    .replace(/^A posture row answers[\s\S]*?\n```\n/m, (intro) =>
      intro.replace(/ No row is\n[\s\S]*?and it says/, ' Each row says'),
    )
    .replace(/^`laydown why.*$/m, '');
  const words = page('glossary.md')
    .replace(/^# Glossary/, '## The words')
    .replace(/\n\n[^|#][^\n]*\n/, '\n');
  return marked.parse(`${number}\n${words}`, { async: false });
}
