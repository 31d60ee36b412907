// What taking in a long PDF and a long feed costs, claims not looked for. After a build: node bench/intake/measure.mjs [--freeze]
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { rolldown } from 'rolldown';

const root = join(import.meta.dirname, '../..');
const folder = mkdtempSync(join(tmpdir(), 'laydown-bench-'));
for (const source of ['test/intake/pdf-writer.ts', 'bench/intake/once.ts']) {
  const bundle = await rolldown({ input: join(root, source), platform: 'node', logLevel: 'warn' });
  await bundle.write({ dir: join(folder, source), format: 'esm', entryFileNames: 'entry.mjs' });
  await bundle.close();
}
const { columnOf, pdfOf } = await import(pathToFileURL(join(folder, 'test/intake/pdf-writer.ts/entry.mjs')).href);

const SENTENCES = [
  'The defence ministry said on Friday that forty of its ninety trainers in Iraq would be moved to Kuwait while talks go on.',
  'Neighbouring countries have taken similar steps, and one flew its whole contingent of 160 soldiers home over the weekend.',
  'A spokeswoman told reporters that the deployment had been reviewed in parliament and that no reductions were considered.',
];
const paragraph = (n) => [0, 1, 2].map((k) => SENTENCES[(n + k) % 3]).join(' ');
const column = (n, x) =>
  columnOf(
    [0, 1, 2, 3, 4, 5, 6].map((k) => paragraph(n + k)),
    x,
    730,
    240,
    { indent: 10, justified: true },
  );
const pages = Array.from({ length: 200 }, (_, i) => [
  { text: 'Bulletin of the Ministry', x: 60, y: 765, size: 8 },
  ...column(i, 60),
  ...column(i + 1, 312),
  { text: String(i + 1), x: 300, y: 30, size: 8 },
]);
const items = Array.from(
  { length: 2000 },
  (_, i) =>
    `<item><title>Item ${i}</title><link>https://wire.example.org/${i}</link><pubDate>Tue, 07 Jan 2020 10:00:00 GMT</pubDate><content:encoded><![CDATA[<div>${[0, 1, 2].map((k) => `<p>${paragraph(i + k)}</p>`).join('')}</div>]]></content:encoded></item>`,
);
const feed = `<?xml version="1.0"?><rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel><title>Wire</title>${items.join('')}</channel></rss>`;
const files = { 'pdf of 200 pages': ['a.pdf', pdfOf(pages, { packed: true })], 'feed of 2,000 items': ['a.xml', feed] };

const figures = {};
for (const [name, [file, content]] of Object.entries(files)) {
  const path = join(folder, file);
  writeFileSync(path, content);
  const once = join(folder, 'bench/intake/once.ts/entry.mjs');
  const { status, stdout, stderr } = spawnSync(process.execPath, [once, path, join(root, 'dist')], {
    encoding: 'utf8',
  });
  if (status !== 0) throw new Error(stderr);
  figures[name] = { bytes: content.length, ...JSON.parse(stdout) };
}
console.table(figures);
if (process.argv.includes('--freeze')) {
  mkdirSync(join(root, 'bench/frozen'), { recursive: true });
  writeFileSync(join(root, 'bench/frozen/intake.json'), `${JSON.stringify(figures, null, 2)}\n`);
}
rmSync(folder, { recursive: true });
